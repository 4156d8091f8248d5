#include <doctest/doctest.h>

#include <set>

#include "check_samples.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "tests/reports/data/gitlab-code-quality.schema.json";

nlohmann::json issues(const SampleCheck& sample) {
  return nlohmann::json::parse(sample.render(CheckFormat::kGitlab));
}

}  // namespace

TEST_CASE("issues have what GitLab asks for") {
  for (const auto& sample : {mixed_check(), hostile_check(), check(Analysis{}, policy_of(R"(
           "forbid": {"clauses": ["*"]})"))}) {
    const auto report = issues(*sample);
    CHECK(schema_faults(kSchema, report) == "");
    std::set<std::string> fingerprints;
    for (const auto& issue : report) fingerprints.insert(issue["fingerprint"].get<std::string>());
    CHECK(fingerprints.size() == report.size());
    CHECK(!report.empty());
  }
}

TEST_CASE("an issue leads to the line; waived ones are left out, unread inputs are not") {
  const auto report = issues(*mixed_check());
  REQUIRE(report.size() == 5);
  CHECK(report[0]["severity"] == "critical");
  CHECK(report[0]["check_name"] == "no-training");
  CHECK(report[0]["location"] ==
        nlohmann::json{{"path", "Orbelane/Terms of Service.md"}, {"lines", {{"begin", 22}}}});
  CHECK(report[1]["severity"] == "minor");
  for (const auto& issue : report)
    CHECK(issue["description"].get<std::string>().find("Quillmarsh") == std::string::npos);
  CHECK(report[4]["severity"] == "blocker");
}

TEST_CASE("a policy that holds gives an empty list") {
  CHECK(issues(*check(analysis_of({halvory()}),
                      policy_of(R"("forbid": {"clauses": ["retention.zero"]})")))
            .empty());
}
