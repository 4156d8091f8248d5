#include "reports/markdown_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string markdown(const Analysis& analysis) {
  return render(analysis, ReportFormat::kMarkdown);
}

bool has(const std::string& report, std::string_view part) {
  return report.find(part) != std::string::npos;
}

// Bars that part cells.
long cells(const std::string& line) {
  long count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("every row of a table has as many cells as its head") {
  Analysis analysis = sample_analysis();
  analysis.vendors.push_back(hostile());
  std::istringstream lines(markdown(analysis));
  long expected = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] != '|') {
      expected = 0;
      continue;
    }
    if (expected == 0) expected = cells(line);
    INFO(line);
    CHECK(cells(line) == expected);
  }
}

TEST_CASE("markup, links and mentions in a quote stay text") {
  Analysis analysis;
  analysis.vendors = {hostile()};
  const std::string report = markdown(analysis);
  CHECK(!has(report, "<script"));
  CHECK(!has(report, "<img"));
  CHECK(!has(report, "https://"));
  CHECK(!has(report, "@everyone"));
  CHECK(has(report, "\\*V\\*"));
  CHECK(!has(report, "\x1b"));
  CHECK(has(report, "[U+202E]") == false);  // brackets are escaped
  CHECK(has(report, "\\[U+202E\\]"));
}

TEST_CASE("the sum and its evidence are in the report") {
  const std::string report = markdown(sample_analysis());
  CHECK(has(report, "| **Score** | **Grade A** | **87.7 of 100.0** |"));
  CHECK(has(report, "(\u22125.0)"));
  CHECK(has(report, "(Commercial Terms, 3. Restrictions, line 31)"));
  CHECK(has(report, "**but** \u201cWe may use the prompts"));
  CHECK(has(report, "- Broken/logo.html"));
}
