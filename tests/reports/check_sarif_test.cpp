#include <doctest/doctest.h>

#include "check_samples.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "tests/reports/data/sarif-2.1.0-rtm.5.json";

nlohmann::json run_of(const SampleCheck& sample) {
  return nlohmann::json::parse(sample.render(CheckFormat::kSarif)).at("runs").at(0);
}

}  // namespace

TEST_CASE("SARIF is valid against the official schema, whatever documents and names hold") {
  for (const auto& sample : {mixed_check(), hostile_check(), check(Analysis{}, policy_of(R"(
           "forbid": {"clauses": ["*"]})"))}) {
    const auto log = nlohmann::json::parse(sample->render(CheckFormat::kSarif));
    CHECK(schema_faults(kSchema, log) == "");
  }
}

TEST_CASE("the schema refuses a result without its message") {
  auto log = nlohmann::json::parse(mixed_check()->render(CheckFormat::kSarif));
  log["runs"][0]["results"][0].erase("message");
  CHECK(schema_faults(kSchema, log) != "");
}

TEST_CASE("SARIF lists the policy's rules and the violations by them") {
  const auto sample = mixed_check();
  const auto run = run_of(*sample);
  CHECK(run["tool"]["driver"]["name"] == "fineprint");
  REQUIRE(run["tool"]["driver"]["rules"].size() == 2);
  CHECK(run["tool"]["driver"]["rules"][1]["defaultConfiguration"]["level"] == "warning");
  REQUIRE(run["results"].size() == 4);
  const auto& result = run["results"][0];
  CHECK(result["ruleId"] == "no-training");
  CHECK(result["ruleIndex"] == 0);
  CHECK(result["level"] == "error");
  const auto& location = result["locations"][0]["physicalLocation"];
  CHECK(location["artifactLocation"]["uri"] == "Orbelane/Terms%20of%20Service.md");
  CHECK(location["region"]["startLine"] == 22);
  CHECK(result["partialFingerprints"]["fineprint/v1"] == sample->result.violations[0].fingerprint);
}

TEST_CASE("SARIF regions say where the quote stands in the file") {
  VendorAnalysis vendor = orbelane();
  Document& document = vendor.documents[0].document;
  document.parts[0].bytes = "# Vie privée\n\nNon. Backups may persist after deletion. Oui.\n";
  Finding& finding = vendor.documents[0].findings[7];
  const std::size_t begin = document.parts[0].bytes.find("Backups");
  finding.source = {begin, begin + finding.quote.size()};
  const auto sample =
      check(analysis_of({vendor}), policy_of(R"("forbid": {"clauses": ["retention.exception"]})"));
  const auto region = run_of(*sample)["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region == nlohmann::json{{"startLine", 3},
                                 {"startColumn", 6},
                                 {"endLine", 3},
                                 {"endColumn", 41},
                                 {"charOffset", 19},
                                 {"charLength", 35},
                                 {"byteOffset", 20},
                                 {"byteLength", 35}});
}

TEST_CASE("a waiver is a suppression with its reason") {
  const auto run = run_of(*mixed_check());
  int suppressed = 0;
  for (const auto& result : run["results"]) {
    if (!result.contains("suppressions")) continue;
    ++suppressed;
    CHECK(result["properties"]["vendor"] == "Quillmarsh");
    CHECK(result["suppressions"][0]["justification"] == "waived until 2026-12-31: only tests");
  }
  CHECK(suppressed == 1);
}

TEST_CASE("what was not read makes the run unsuccessful") {
  const auto invocation = run_of(*mixed_check())["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["toolExecutionNotifications"][0]["message"]["text"] ==
        "Broken/Terms of Service.html: is empty");
  CHECK(invocation["toolConfigurationNotifications"].size() == 1);
  const auto empty = run_of(*check(Analysis{}, policy_of(R"("forbid": {"clauses": ["*"]})")));
  CHECK(empty["invocations"][0]["executionSuccessful"] == false);
  const auto fine = run_of(
      *check(analysis_of({halvory()}), policy_of(R"("forbid": {"clauses": ["retention.zero"]})")));
  CHECK(fine["invocations"][0]["executionSuccessful"] == true);
  CHECK(fine["results"].empty());
}

TEST_CASE("no link or placeholder comes of a document's words") {
  const auto sample = hostile_check();
  const auto run = run_of(*sample);
  for (const auto& result : run["results"]) {
    const std::string text = result["message"]["text"];
    CHECK(text.find("](") == std::string::npos);
    CHECK(text.find("{0") == std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
  }
}

TEST_CASE("a path becomes a URI reference") {
  const auto uri_of = [](const std::string& path) {
    VendorAnalysis vendor = orbelane();
    vendor.documents[0].document.parts[0].path = path;
    const auto sample = check(analysis_of({vendor}),
                              policy_of(R"("forbid": {"clauses": ["retention.exception"]})"));
    return run_of(
               *sample)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        .get<std::string>();
  };
  CHECK(uri_of("./a b/c#1.md") == "a%20b/c%231.md");
  CHECK(uri_of("/srv/a.md") == "file:///srv/a.md");
  CHECK(uri_of("a:b/é.md") == "a%3Ab/%C3%A9.md");
}
