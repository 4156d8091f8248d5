#include <doctest/doctest.h>

#include "check_samples.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "reports/schema/check.schema.json";

nlohmann::json report(const SampleCheck& sample) {
  return nlohmann::json::parse(sample.render(CheckFormat::kJson));
}

}  // namespace

TEST_CASE("the JSON of a check is valid against its schema") {
  for (const auto& sample : {mixed_check(), hostile_check(), check(Analysis{}, policy_of(R"(
           "forbid": {"clauses": ["*"]})"))}) {
    CHECK(schema_faults(kSchema, report(*sample)) == "");
  }
}

TEST_CASE("the JSON says how the check came out and why") {
  const auto json = report(*mixed_check());
  CHECK(json["verdict"] == "violated");
  CHECK(json["counts"]["errors"] == 1);
  CHECK(json["counts"]["waived"] == 1);
  CHECK(json["violations"][0]["places"][0]["quote"] ==
        "You can switch training off in your settings.");
  CHECK(json["violations"][3]["waived"]["expires"] == "2026-12-31");
  CHECK(json["outcomes"].size() == 4);
  CHECK(json["unread"][0]["path"] == "Broken/Terms of Service.html");
}
