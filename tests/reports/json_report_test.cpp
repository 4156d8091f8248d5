#include "reports/json_report.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sample_analysis.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "reports/schema/scan.schema.json";

nlohmann::json scan(const Analysis& analysis, ReportOptions options = {}) {
  return nlohmann::json::parse(render(analysis, ReportFormat::kJson, std::move(options)));
}

}  // namespace

TEST_CASE("the JSON report is valid against the schema") {
  Analysis analysis = sample_analysis();
  CHECK(schema_faults(kSchema, scan(analysis)) == "");
  analysis.vendors.push_back(hostile());
  CHECK(schema_faults(kSchema, scan(analysis)) == "");
  CHECK(schema_faults(kSchema, scan(Analysis{})) == "");
}

TEST_CASE("the schema refuses a report without its evidence") {
  nlohmann::json report = scan(sample_analysis());
  report["vendors"][0]["documents"][0]["findings"][0].erase("quote");
  CHECK(schema_faults(kSchema, report) != "");
}

TEST_CASE("the rubric is valid against its schema") {
  CHECK(schema_faults("rules/schema/rubric.schema.json",
                      nlohmann::json::parse(read_source("rules/rubric.json"))) == "");
}

TEST_CASE("the points of the checks add up to the score") {
  const nlohmann::json report = scan(sample_analysis());
  for (const auto& vendor : report["vendors"]) {
    for (const auto& audience : vendor["audiences"]) {
      long won = 0;
      for (const auto& question : audience["sum"]) {
        for (const auto& check : question["checks"]) {
          won += std::lround(check["won"].get<double>() * 10);
        }
      }
      CHECK(won == std::lround(audience["score"]["value"].get<double>() * 10));
    }
  }
}

TEST_CASE("an answer leads to the quote that decided it") {
  const nlohmann::json report = scan(sample_analysis());
  const auto& vendor = report["vendors"][0];
  const auto& business = vendor["audiences"]["business"];
  CHECK(business["verdict"]["trains"] == "never");
  const auto& ref = business["evidence"]["trains"]["deciding"][0];
  CHECK(ref["document"] == "Halvory/Commercial Terms.md");
  const auto& finding = vendor["documents"][0]["findings"][ref["finding"].get<std::size_t>()];
  CHECK(finding["clause"] == "training.barred");
  CHECK(finding["matched"][0]["text"] == "never");
  CHECK(business["contradictions"][0]["other"]["clause"] == "training.allowed");
}

TEST_CASE("attributes, lead-in and rule titles are carried") {
  ReportOptions options;
  options.rule_titles["retention.period.plain"] = "Kept for a time";
  const nlohmann::json report = scan(sample_analysis(), options);
  const auto& documents = report["vendors"][0]["documents"];
  CHECK(documents[1]["findings"][0]["attributes"]["period"] == "P30D");
  CHECK(documents[1]["findings"][0]["rule_title"] == "Kept for a time");
  CHECK(documents[0]["findings"][4]["lead_in"] ==
        "Customer shall not, and shall not permit others to:");
}

TEST_CASE("the same analysis gives the same bytes") {
  CHECK(render(sample_analysis(), ReportFormat::kJson) ==
        render(sample_analysis(), ReportFormat::kJson));
}

TEST_CASE("vendors stay in order of name, with their rank") {
  const nlohmann::json report = scan(sample_analysis());
  CHECK(report["vendors"][1]["name"] == "Orbelane");
  CHECK(report["vendors"][1]["rank"] == 3);
  CHECK(report["vendors"][1]["grade"] == "F");
  CHECK(report["skipped"].size() == 2);
}
