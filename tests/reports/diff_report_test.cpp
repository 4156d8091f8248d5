#include "reports/diff_report.h"

#include <doctest/doctest.h>

#include <sstream>

#include "reports/display_text.h"
#include "sample_diff.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "reports/schema/changes.schema.json";

bool has(const std::string& report, std::string_view part) {
  return report.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a comparison is told as text, with both quotes and the words that differ") {
  const std::string report = render(sample_diff(), DiffFormat::kText);
  INFO(report);
  CHECK(has(report, "3 documents, 1 of them changed: 1 worse, 1 better, 1 neutral"));
  CHECK(has(report, "score 55.0 of 100, grade D \u2192 62.0 of 100, grade C"));
  CHECK(has(report, "Trains on content: Opt-in \u2192 Never"));
  CHECK(has(report, "30 days \u2192 90 days (changed, medium; longer)"));
  CHECK(has(report, "was  \u201cWe keep prompts for [-30-] days.\u201d (4. Your data, line 20)"));
  CHECK(has(report, "now  \u201cWe keep prompts for {+90+} days.\u201d (4. Your data, line 21)"));
  CHECK(has(report, "outside clauses 2 sentences came, 1 went (--all shows them)"));
  CHECK(has(report, "is on the new side only"));
  CHECK(has(report, "Acme/logo.html (old): is a PNG image"));
  CHECK_FALSE(has(report, "\x1b["));
}

TEST_CASE("text on a terminal fits its width and may be coloured") {
  DiffReportOptions options;
  options.width = 60;
  std::istringstream lines(render(sample_diff(), DiffFormat::kText, options));
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(display_width(line) <= 60);
  }
  options.colour = true;
  CHECK(has(render(sample_diff(), DiffFormat::kText, options), "\x1b[1;31m"));
}

TEST_CASE("a comparison as JSON keeps to its schema") {
  const nlohmann::json report = nlohmann::json::parse(render(sample_diff(), DiffFormat::kJson));
  CHECK(schema_faults(kSchema, report) == "");
  CHECK(report["direction"] == "mixed");
  CHECK(report["documents"].size() == 3);
  CHECK(report["documents"][0]["direction"] == "none");
  const nlohmann::json& terms = report["documents"][1];
  CHECK(terms["old"]["verdict"]["trains"] == "opt-in");
  CHECK(terms["new"]["score"]["value"] == 62.0);
  CHECK(terms["changes"][0]["words"][1]["change"] == "removed");
  CHECK(terms["changes"][1]["old"].is_null());
  CHECK(terms["changes"][1]["counterpart"]["quote"] == "We value your content.");
  CHECK(report["documents"][2]["old"].is_null());
  CHECK(report["vendors"][0]["answers"][0]["new"] == "Never");
  CHECK(report["skipped"][0]["side"] == "old");
}

TEST_CASE("a comparison as Markdown has a table and quotes with marks") {
  const std::string report = render(sample_diff(), DiffFormat::kMarkdown);
  INFO(report);
  CHECK(has(report, "| Acme | \u25d0 mixed | 1 worse, 1 better, 1 neutral | 55.0 \u2192 62.0 |"));
  CHECK(has(report, "was: \u201cWe keep prompts for ~~30~~ days.\u201d"));
  CHECK(has(report, "now: \u201cWe keep prompts for **90** days.\u201d"));
}

TEST_CASE("a comparison as HTML marks words and folds what is neutral") {
  const std::string report = render(sample_diff(), DiffFormat::kHtml);
  CHECK(has(report, "We keep prompts for <del>30</del> days."));
  CHECK(has(report, "We keep prompts for <ins>90</ins> days."));
  CHECK(has(report, "<summary>1 neutral change</summary>"));
  CHECK(has(report, "<a href=\"#v1\">"));
  CHECK(has(report, "id=\"v1\""));
  CHECK_FALSE(has(report, "<script"));
}

TEST_CASE("text from documents cannot break out of any format") {
  const Diff diff = hostile_diff();
  CHECK(escape_faults(render(diff, DiffFormat::kText)).find('\x1b') == std::string::npos);
  CHECK(escape_faults(render(diff, DiffFormat::kHtml)) == "");
  const std::string markdown = render(diff, DiffFormat::kMarkdown);
  CHECK(escape_faults(markdown) == "");
  CHECK_FALSE(has(markdown, "https://"));
  CHECK_FALSE(has(markdown, "@everyone"));
  CHECK(schema_faults(kSchema, [&] {
          nlohmann::json json = nlohmann::json::parse(render(diff, DiffFormat::kJson));
          // A verdict's value is the program's own; here it is broken on purpose.
          json["vendors"][0]["new"]["verdict"]["trains"] = "yes";
          return json;
        }()) == "");
}
