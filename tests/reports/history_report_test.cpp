#include "reports/history_report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sample_diff.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

bool has(const std::string& report, std::string_view part) {
  return report.find(part) != std::string::npos;
}

std::size_t count(const std::string& report, std::string_view part) {
  std::size_t result = 0;
  for (std::size_t at = report.find(part); at != std::string::npos; at = report.find(part, at + 1))
    ++result;
  return result;
}

}  // namespace

TEST_CASE("a history as text tells of the versions in which a clause changed") {
  const std::string report = render(sample_history(), HistoryFormat::kText);
  INFO(report);
  CHECK(has(report, "2 vendors, 3 documents, 7 versions: 1 worse, 1 better, 2 neutral"));
  CHECK(has(report, "2023-01-01 aaaaaaaa   55.0 D  first version"));
  CHECK(has(report, "2023-05-03 aaaaaaaa   62.0 C  1 worse, 1 better, 1 neutral"));
  CHECK(has(report, "Trains on content: Opt-in \u2192 Never"));
  CHECK(has(report, "worse   ~ "));
  CHECK(has(report, "better  + "));
  CHECK(count(report, "1 version without a change of clauses") == 2);
}

TEST_CASE("a history as JSON keeps to its schema") {
  const nlohmann::json report =
      nlohmann::json::parse(render(sample_history(), HistoryFormat::kJson));
  CHECK(schema_faults("reports/schema/changes.schema.json", report) == "");
  CHECK(report["timelines"][1]["versions"].size() == 5);
  CHECK(report["timelines"][1]["versions"][0]["direction"] == "none");
}

TEST_CASE("a history as CSV has a row for each version, and no formulas") {
  const std::string report = render(sample_history(), HistoryFormat::kCsv);
  CHECK(count(report, "\r\n") == 8);
  CHECK(has(report, ",2023-05-03T09:00:00Z,"));
  History hostile = sample_history();
  hostile.timelines[0].vendor = "=cmd|'/c calc'!A1, \"quoted\"";
  CHECK(has(render(hostile, HistoryFormat::kCsv), "\"'=cmd|'/c calc'!A1, \"\"quoted\"\"\""));
}

TEST_CASE("a history as Markdown has a table for each document") {
  const std::string report = render(sample_history(), HistoryFormat::kMarkdown);
  INFO(report);
  CHECK(has(report, "### Terms of Service"));
  CHECK(has(report, "| 2023-05-03 | `aaaaaaaa` | 62.0 C | \u25d0 mixed |"));
  CHECK(has(report, "now: \u201cWe keep prompts for **90** days.\u201d"));
}

TEST_CASE("a history as HTML charts the scores and links each step to its quotes") {
  const std::string report = render(sample_history(), HistoryFormat::kHtml);
  CHECK(count(report, "<svg class=\"chart\"") == 2);
  CHECK(count(report, "<path class=\"line ") == 3);
  CHECK(has(report, "<a class=\"s1\" href=\"#t2-3\"><circle class=\"dot full\""));
  CHECK(has(report, "<section class=\"step\" id=\"t2-3\">"));
  CHECK(has(report, "<ins>90</ins>"));
  CHECK_FALSE(has(report, "<script"));
  // Every link of the page leads somewhere.
  for (std::size_t at = report.find("href=\"#"); at != std::string::npos;
       at = report.find("href=\"#", at + 1)) {
    const std::string id = report.substr(at + 7, report.find('"', at + 7) - at - 7);
    CAPTURE(id);
    CHECK(has(report, "id=\"" + id + "\""));
  }
}

TEST_CASE("text from documents cannot break out of any format") {
  const History history = hostile_history();
  CHECK_FALSE(has(render(history, HistoryFormat::kText), "\x1b"));
  CHECK(escape_faults(render(history, HistoryFormat::kHtml)) == "");
  const std::string markdown = render(history, HistoryFormat::kMarkdown);
  CHECK(escape_faults(markdown) == "");
  CHECK_FALSE(has(markdown, "https://"));
  CHECK_FALSE(has(markdown, "@everyone"));
  CHECK(nlohmann::json::accept(render(history, HistoryFormat::kJson)));
}

TEST_CASE("an empty history is a report too") {
  History history = sample_history();
  history.timelines.clear();
  for (const HistoryFormat format :
       {HistoryFormat::kText, HistoryFormat::kJson, HistoryFormat::kCsv, HistoryFormat::kMarkdown,
        HistoryFormat::kHtml})
    CHECK(render(history, format) != "");
}
