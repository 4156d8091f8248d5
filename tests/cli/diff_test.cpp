// fineprint diff as a user runs it.
#include <algorithm>

#include "../corpus/test_repository.h"
#include "../reports/schema_check.h"
#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kOptIn =
    "# Acme Terms of Service\n\nYou own the output that the service generates for you.\n\n"
    "We will not use your content to train our models unless you agree to it.\n";
constexpr const char* kOptOut =
    "# Acme Terms of Service\n\nYou own the output that the service generates for you.\n\n"
    "We use your content to train our models unless you opt out.\n";
constexpr const char* kPolicy30 =
    "# Acme Privacy Policy\n\nWe keep your prompts for 30 days and then delete them.\n";
constexpr const char* kPolicy90 =
    "# Acme Privacy Policy\n\nWe keep your prompts for 90 days and then delete them.\n";

nlohmann::json diff_json(const std::string& before, const std::string& after, int code = 0,
                         std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"diff", before, after, "--format", "json"});
  const ProgramResult result = run_program(options);
  INFO(result.err);
  CHECK(result.code == code);
  const nlohmann::json json = nlohmann::json::parse(result.out);
  CHECK(schema_faults("reports/schema/changes.schema.json", json) == "");
  return json;
}

const nlohmann::json& document_of(const nlohmann::json& report, const std::string& type) {
  const auto& documents = report["documents"];
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const auto& each) { return each["type"] == type; });
  REQUIRE(found != documents.end());
  return *found;
}

// Two states of a collection, as folders "old" and "new".
struct Collections {
  Collections() {
    folder.write("old/Acme/Terms of Service.md", kOptIn);
    folder.write("old/Acme/Privacy Policy.md", kPolicy30);
    folder.write("new/Acme/Terms of Service.md", kOptOut);
    folder.write("new/Acme/Privacy Policy.md", kPolicy30);
  }
  TemporaryFolder folder;
  std::string before = folder / "old";
  std::string after = folder / "new";
};

}  // namespace

TEST_CASE("diff of two folders pairs documents and tells what got worse") {
  const Collections terms;
  const nlohmann::json report = diff_json(terms.before, terms.after);
  CHECK(report["direction"] == "worse");
  CHECK(report["documents"].size() == 2);
  CHECK(document_of(report, "Privacy Policy")["direction"] == "none");
  const nlohmann::json& changed = document_of(report, "Terms of Service");
  CHECK(changed["direction"] == "worse");
  CHECK(changed["old"]["verdict"]["trains"] == "opt-in");
  CHECK(changed["new"]["verdict"]["trains"] == "opt-out");
  REQUIRE(changed["changes"].size() == 1);
  CHECK(changed["changes"][0]["kind"] == "changed");
  CHECK(changed["changes"][0]["severity"] == "high");
  CHECK(changed["changes"][0]["old"]["line"] == 5);
  CHECK(report["vendors"][0]["new"]["score"]["value"] <
        report["vendors"][0]["old"]["score"]["value"]);
}

TEST_CASE("diff of a collection with itself is empty, of any two forms of it too") {
  const Collections terms;
  const std::string saved = terms.folder / "old.json";
  REQUIRE(run_program({"scan", terms.before, "--format", "json", "-o", saved}).code == 0);
  TestRepository repository(terms.folder / "git", true);
  repository.commit({{"Acme/Terms of Service.md", kOptIn}, {"Acme/Privacy Policy.md", kPolicy30}},
                    1'700'000'000);
  for (const std::string& before : {terms.before, saved, terms.folder / "git@HEAD"}) {
    for (const std::string& after : {terms.before, saved, terms.folder / "git"}) {
      CAPTURE(before);
      CAPTURE(after);
      const nlohmann::json report = diff_json(before, after);
      CHECK(report["direction"] == "none");
      CHECK(report["documents"].size() == 2);
      CHECK(report["vendors"][0]["old"] == report["vendors"][0]["new"]);
    }
  }
}

TEST_CASE("diff of a saved scan with the documents of today tells the same clause changes") {
  const Collections terms;
  const std::string saved = terms.folder / "old.json";
  REQUIRE(run_program({"scan", terms.before, "--format", "json", "-o", saved}).code == 0);
  const nlohmann::json of_folders = diff_json(terms.before, terms.after);
  const nlohmann::json of_saved = diff_json(saved, terms.after);
  CHECK(document_of(of_saved, "Terms of Service")["changes"] ==
        document_of(of_folders, "Terms of Service")["changes"]);
  CHECK(of_saved["vendors"] == of_folders["vendors"]);
}

TEST_CASE("diff of revisions follows a document that was renamed") {
  const TemporaryFolder folder;
  TestRepository repository(folder / "terms", false);
  const std::string first = repository.commit(
      {{"terms/Acme/Terms of Service.md", kOptIn}, {"terms/Acme/Privacy Policy.md", kPolicy30}},
      1'700'000'000);
  repository.commit({{"terms/Acme AI/Commercial Terms.md", kOptOut},
                     {"terms/Acme AI/Privacy Policy.md", kPolicy30}},
                    1'700'086'400);
  const nlohmann::json report =
      diff_json(folder / ("terms@" + first + ":terms"), folder / "terms@HEAD:terms");
  CHECK(report["documents"].size() == 2);
  CHECK(document_of(report, "Commercial Terms")["old"]["vendor"] == "Acme");
  CHECK(document_of(report, "Commercial Terms")["changes"][0]["clause"] == "training.opt-out");
  REQUIRE(report["vendors"].size() == 1);
  CHECK(report["vendors"][0]["old"]["name"] == "Acme");
}

TEST_CASE("diff of two files compares them whatever they are called") {
  const TemporaryFolder folder;
  folder.write("policy-2023.md", kPolicy30);
  folder.write("policy-2024.md", kPolicy90);
  const nlohmann::json report =
      diff_json(folder / "policy-2023.md", folder / "policy-2024.md", 0, {"--vendor", "Acme"});
  REQUIRE(report["documents"].size() == 1);
  CHECK(report["documents"][0]["vendor"] == "Acme");
  CHECK(report["documents"][0]["type"] == "Privacy Policy");
  CHECK(report["documents"][0]["changes"][0]["new"]["period"] == "P90D");
  const ProgramResult text =
      run_program({"diff", folder / "policy-2023.md", folder / "policy-2024.md"});
  CHECK(text.out.find("30 days \u2192 90 days") != std::string::npos);
  CHECK(text.out.find("[-30-]") != std::string::npos);
}

TEST_CASE("diff tells of documents that came and went, and of vendors that are new") {
  const Collections terms;
  terms.folder.write("new/Acme/Commercial Terms.md",
                     "# Commercial Terms\n\nWe own all output that the service generates.\n");
  terms.folder.write("new/Brill/Terms of Service.md", kOptOut);
  std::filesystem::remove(terms.folder / "new/Acme/Privacy Policy.md");
  const nlohmann::json report = diff_json(terms.before, terms.after);
  CHECK(document_of(report, "Commercial Terms")["old"].is_null());
  CHECK(document_of(report, "Commercial Terms")["direction"] == "worse");
  CHECK(document_of(report, "Privacy Policy")["new"].is_null());
  CHECK(document_of(report, "Privacy Policy")["changes"][0]["kind"] == "removed");
  const nlohmann::json& brill = report["documents"].back();
  CHECK(brill["vendor"] == "Brill");
  CHECK(brill["direction"] == "none");
  CHECK(brill["changes"].empty());
}

TEST_CASE("diff shows text outside clauses with --all") {
  const TemporaryFolder folder;
  folder.write("a.md", std::string(kPolicy30) + "\nWrite to us in Arcadia.\n");
  folder.write("b.md", std::string(kPolicy30) + "\nWrite to us in Cockaigne.\n");
  const nlohmann::json counted = diff_json(folder / "a.md", folder / "b.md");
  CHECK(counted["direction"] == "none");
  CHECK(counted["documents"][0]["text_added"] == 1);
  CHECK_FALSE(counted["documents"][0].contains("text"));
  const nlohmann::json listed = diff_json(folder / "a.md", folder / "b.md", 0, {"--all"});
  CHECK(listed["documents"][0]["text"][1]["text"] == "Write to us in Cockaigne.");
}

TEST_CASE("diff lists what cannot be read and ends with 3") {
  const Collections terms;
  terms.folder.write("new/Acme/Privacy Policy.md", "");
  const nlohmann::json report = diff_json(terms.before, terms.after, 3);
  REQUIRE(report["skipped"].size() == 1);
  CHECK(report["skipped"][0]["side"] == "new");
  CHECK(report["skipped"][0]["path"] == "Acme/Privacy Policy.md");
  // The old policy is not taken for gone.
  CHECK(document_of(report, "Privacy Policy")["direction"] == "none");
  CHECK(diff_json(terms.before, terms.folder / "nowhere", 3)["skipped"].size() == 1);
  TestRepository repository(terms.folder / "git", true);
  repository.commit({{"Acme/Terms of Service.md", kOptIn}}, 1'700'000'000);
  // The side that is missing, beside the empty policy on the other.
  CHECK(diff_json(terms.folder / "git@nowhere", terms.after, 3)["skipped"].size() == 2);
  terms.folder.write("broken.json", "{\"vendors\": 7}");
  CHECK(diff_json(terms.folder / "broken.json", terms.after, 3)["skipped"].size() == 2);
}

TEST_CASE("diff refuses wrong use with 2") {
  const Collections terms;
  CHECK(run_program({"diff", terms.before}).code == 2);
  CHECK(run_program({"diff", terms.before, terms.after, "--format", "pdf"}).code == 2);
  CHECK(run_program({"diff", terms.before, terms.after, "--profile", "nobody"}).code == 2);
}

TEST_CASE("diff gives the same bytes with any number of threads, in every format") {
  const std::string samples = std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples";
  const Collections terms;
  for (const char* format : {"text", "json", "markdown", "html"}) {
    const auto run = [&](const char* threads) {
      return run_program({"diff", terms.before, samples, "--format", format, "--threads", threads});
    };
    const ProgramResult one = run("1");
    CHECK(one.code == 0);
    CHECK(one.out.size() > 100);
    CHECK(one.out == run("4").out);
  }
}
