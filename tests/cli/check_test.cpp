// fineprint check as a user and a build run it.
#include <algorithm>

#include "../reports/schema_check.h"
#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kTrains =
    "# Acme Terms of Service\n\nYou own the output that the service generates for you.\n\n"
    "We use your content to train our models unless you opt out.\n";
constexpr const char* kAsks =
    "# Acme Terms of Service\n\nYou own the output that the service generates for you.\n\n"
    "We will not use your content to train our models unless you agree to it.\n";
constexpr const char* kNoTraining = R"({
  "rules": [
    {"id": "no-training", "message": "Content must not train models",
     "require": {"verdict": "trains", "one_of": ["never", "opt-in"]}}
  ]
})";
constexpr const char* kNothingWorse = R"({
  "rules": [
    {"id": "nothing-worse", "message": "Terms got worse",
     "forbid": {"changes": ["worse", "mixed"], "missing": "violates"}},
    {"id": "score-kept", "message": "The score fell", "severity": "warning",
     "forbid": {"score_drop_over": 1}}
  ]
})";

// A folder "terms" with one document, and policies beside it.
struct Workspace {
  explicit Workspace(const char* document = kTrains) {
    folder.write("terms/Acme/Terms of Service.md", document);
    folder.write("no-training.json", kNoTraining);
    folder.write("nothing-worse.json", kNothingWorse);
  }

  ProgramResult check(const std::string& policy, std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"check", folder / "terms", "--policy", folder / policy});
    return run_program(options);
  }

  TemporaryFolder folder;
};

bool has(const std::string& text, const std::string& piece) {
  if (text.find(piece) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

}  // namespace

TEST_CASE("a policy that holds ends with 0, one that is violated with 1") {
  const ProgramResult holds = Workspace(kAsks).check("no-training.json");
  CHECK(holds.code == 0);
  CHECK(has(holds.out, "holds: nothing to report (1 rule, 1 vendor, 1 document)"));
  const Workspace workspace;
  const ProgramResult violated = workspace.check("no-training.json");
  CHECK(violated.code == 1);
  CHECK(violated.out.starts_with(workspace.folder / "terms/Acme/Terms of Service.md:5: error: "));
  CHECK(has(violated.out, "We use your content to train our models unless you opt out."));
}

TEST_CASE("wrong use ends with 2 and says what is wrong") {
  const Workspace workspace;
  workspace.folder.write("bad.json", "{\"rules\": [\n{\"id\": \"a\", \"mesage\": \"m\"}]}");
  const ProgramResult bad = workspace.check("bad.json");
  CHECK(bad.code == 2);
  CHECK(has(bad.err,
            "bad.json:2: at /rules/0/mesage: the key \"mesage\" is not known here; did "
            "you mean \"message\"?"));
  CHECK(workspace.check("absent.json").code == 2);
  CHECK(workspace.check("no-training.json", {"--format", "sariff"}).code == 2);
  CHECK(workspace.check("no-training.json", {"--today", "tomorrow"}).code == 2);
  CHECK(workspace.check("no-training.json", {"--fail-on", "anything"}).code == 2);
  CHECK(run_program({"check", workspace.folder / "terms"}).code == 2);
  const ProgramResult baseline = workspace.check("nothing-worse.json");
  CHECK(baseline.code == 2);
  CHECK(has(baseline.err, "name what to compare with by --baseline"));
}

TEST_CASE("what cannot be read ends with 3, also where all else holds") {
  const Workspace workspace(kAsks);
  workspace.folder.write("terms/Acme/Privacy Policy.html", "");
  const ProgramResult result = workspace.check("no-training.json");
  CHECK(result.code == 3);
  CHECK(has(result.out, "terms/Acme/Privacy Policy.html: unread: "));
  const TemporaryFolder empty;
  empty.write("policy.json", kNoTraining);
  empty.write("terms/note.bin", "x");
  const ProgramResult nothing =
      run_program({"check", empty / "terms", "--policy", empty / "policy.json"});
  CHECK(nothing.code == 3);
  CHECK(has(nothing.out, "no documents were found"));
  CHECK(run_program({"check", empty / "nowhere", "--policy", empty / "policy.json"}).code == 3);
}

TEST_CASE("a violation outweighs what cannot be read, which is listed all the same") {
  const Workspace workspace;
  workspace.folder.write("terms/Acme/Privacy Policy.html", "");
  const ProgramResult result = workspace.check("no-training.json");
  CHECK(result.code == 1);
  CHECK(has(result.out, "Privacy Policy.html: unread: "));
}

TEST_CASE("a document in another language does not pass as silent") {
  const Workspace workspace(kAsks);
  workspace.folder.write(
      "terms/Acme/Privacy Policy.md",
      "# Datenschutz\n\nWir verwenden Ihre Inhalte, um unsere Modelle zu trainieren und zu "
      "verbessern. Sie können dem jederzeit widersprechen. Wir speichern Ihre Daten dreißig "
      "Tage lang und löschen sie danach.\n");
  const ProgramResult result = workspace.check("no-training.json");
  CHECK(result.code == 3);
  CHECK(has(result.out, "there are no rules for its language (de)"));
}

TEST_CASE("a waiver lets pass until its day, which --today tells") {
  const Workspace workspace;
  workspace.folder.write("waived.json", R"({
    "rules": [{"id": "no-training", "message": "Content must not train models",
               "require": {"verdict": "trains", "one_of": ["never"]}}],
    "waivers": [{"rule": "no-training", "vendor": "Acme", "reason": "pilot",
                 "expires": "2026-06-30"}]})");
  CHECK(workspace.check("waived.json", {"--today", "2026-06-30"}).code == 0);
  const ProgramResult after = workspace.check("waived.json", {"--today", "2026-07-01"});
  CHECK(after.code == 1);
  CHECK(has(after.out,
            "waived.json:4: warning: waiver of no-training for Acme: expired on "
            "2026-06-30 (pilot)"));
}

TEST_CASE("--fail-on warning makes warnings violations") {
  const Workspace workspace(kAsks);
  workspace.folder.write("warning.json", R"({"rules": [{
    "id": "own", "message": "m", "severity": "warning",
    "require": {"any_clause": ["retention.zero"]}}]})");
  CHECK(workspace.check("warning.json").code == 0);
  CHECK(workspace.check("warning.json", {"--fail-on", "warning"}).code == 1);
}

TEST_CASE("one run writes several formats") {
  const Workspace workspace;
  const std::string sarif = workspace.folder / "out.sarif";
  const std::string junit = workspace.folder / "out.xml";
  const ProgramResult result = workspace.check(
      "no-training.json", {"--format", "github", "-o", "sarif=" + sarif, "-o", "junit=" + junit});
  CHECK(result.code == 1);
  CHECK(result.out.starts_with("::error file="));
  CHECK(nlohmann::json::parse(file_bytes(sarif))["version"] == "2.1.0");
  CHECK(file_bytes(junit).starts_with("<?xml"));
  const std::string plain = workspace.folder / "out.json";
  const ProgramResult quiet =
      workspace.check("no-training.json", {"--format", "json", "-o", plain});
  CHECK(quiet.out.empty());
  CHECK(schema_faults("reports/schema/check.schema.json",
                      nlohmann::json::parse(file_bytes(plain))) == "");
}

TEST_CASE("a report that cannot be written fails the check") {
  const Workspace workspace(kAsks);
  CHECK(workspace.check("no-training.json", {"-o", workspace.folder / "no/where.txt"}).code == 2);
}

TEST_CASE("terms that got worse since the baseline violate the policy") {
  const Workspace workspace;
  workspace.folder.write("before/Acme/Terms of Service.md", kAsks);
  const ProgramResult worse =
      workspace.check("nothing-worse.json", {"--baseline", workspace.folder / "before"});
  CHECK(worse.code == 1);
  CHECK(has(worse.out,
            "terms/Acme/Terms of Service.md:5: error: Acme: Terms got worse "
            "[nothing-worse] training."));
  CHECK(has(worse.out, "before: \u201cWe will not use your content to train our models unless"));
  CHECK(has(worse.out, "[score-kept] score fell from "));
  const ProgramResult same =
      workspace.check("nothing-worse.json", {"--baseline", workspace.folder / "terms"});
  CHECK(same.code == 0);
  const Workspace better(kAsks);
  CHECK(better.check("nothing-worse.json", {"--baseline", workspace.folder / "terms"}).code == 0);
}

TEST_CASE("a saved scan is a baseline") {
  const Workspace workspace;
  workspace.folder.write("before/Acme/Terms of Service.md", kAsks);
  const std::string saved = workspace.folder / "saved.json";
  run_program({"scan", workspace.folder / "before", "--format", "json", "-o", saved});
  CHECK(workspace.check("nothing-worse.json", {"--baseline", saved}).code == 1);
}

TEST_CASE("a document of the baseline that is gone is a violation where the policy says so") {
  const Workspace workspace(kAsks);
  workspace.folder.write("before/Acme/Terms of Service.md", kAsks);
  workspace.folder.write("before/Umbrel/Privacy Policy.md",
                         "# Umbrel Privacy Policy\n\nWe keep your prompts for 30 days.\n");
  const ProgramResult result =
      workspace.check("nothing-worse.json", {"--baseline", workspace.folder / "before"});
  CHECK(result.code == 1);
  CHECK(has(result.out, "a document of the baseline is gone: Umbrel/Privacy Policy.md"));
}

TEST_CASE("a baseline that cannot be read does not pass") {
  const Workspace workspace(kAsks);
  const ProgramResult result =
      workspace.check("nothing-worse.json", {"--baseline", workspace.folder / "nowhere"});
  CHECK(result.code == 3);
  CHECK(has(result.out, "in the baseline: "));
}

TEST_CASE("the shipped policies run on the samples, the same bytes each time") {
  const std::vector<std::string> arguments = {
      "check", "corpus/samples", "--policy", "docs/policy.example.json", "--today", "2026-11-01"};
  const ProgramResult first = run_program(arguments);
  CHECK(first.code == 1);
  CHECK(run_program(arguments).out == first.out);
  CHECK(run_program({"check", "corpus/samples", "--policy", "docs/policy.baseline.example.json",
                     "--baseline", "corpus/samples"})
            .code == 0);
}
