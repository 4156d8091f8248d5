#include "reports/text_report.h"

#include <doctest/doctest.h>

#include <sstream>

#include "reports/display_text.h"
#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string text(const Analysis& analysis, int width, bool colour = false) {
  ReportOptions options;
  options.width = width;
  options.colour = colour;
  return render(analysis, ReportFormat::kText, options);
}

bool has(const std::string& report, std::string_view part) {
  return report.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no line is wider than the terminal") {
  Analysis analysis = sample_analysis();
  analysis.vendors.push_back(hostile());
  VendorAnalysis wide = quillmarsh();
  wide.name = "利用規約プライバシーポリシー株式会社サービス";
  analysis.vendors.push_back(wide);
  for (const int width : {40, 57, 80, 100, 132, 200}) {
    std::istringstream lines(text(analysis, width));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("the columns of the table stand under each other, wide names included") {
  Analysis analysis = sample_analysis();
  analysis.vendors[0].name = "利用規約";
  std::istringstream lines(text(analysis, 120));
  std::vector<int> starts;
  for (std::string line; std::getline(lines, line);) {
    for (const char* score : {"87.7", "40.6", "23.8"}) {
      const std::size_t at = line.find(score);
      if (at != std::string::npos && starts.size() < 3) {
        starts.push_back(display_width(line.substr(0, at)));
      }
    }
  }
  REQUIRE(starts.size() == 3);
  CHECK(starts[0] == starts[1]);
  CHECK(starts[1] == starts[2]);
}

TEST_CASE("escape sequences appear only where colour is asked for") {
  Analysis analysis = sample_analysis();
  analysis.vendors.push_back(hostile());
  CHECK(!has(text(analysis, 80), "\x1b"));
  CHECK(has(text(analysis, 80, true), "\x1b[1;32mA"));
  CHECK(!has(text(analysis, 80, true), "\x1b[31m red"));
}

TEST_CASE("a lost point is followed by the clause that lost it") {
  const std::string report = text(sample_analysis(), 200);
  const std::size_t loss = report.find("0.0 of 7.0  The customer gives a broad licence");
  REQUIRE(loss != std::string::npos);
  const std::size_t quote = report.find("perpetual, irrevocable", loss);
  CHECK(quote < report.find("5.0 of 5.0", loss));
  CHECK(has(report, "(Terms of Service, line 18)"));
}

TEST_CASE("contradictions and skipped inputs are shown") {
  const std::string report = text(sample_analysis(), 200);
  CHECK(has(report, "Contradictions"));
  CHECK(has(report, "but \u201cWe may use the prompts"));
  CHECK(has(report, "Broken/logo.html: is a PNG image, not a document"));
}

TEST_CASE("a narrower terminal leaves out the lightest answers and says so") {
  CHECK(!has(text(sample_analysis(), 130), "Too wide to show"));
  const std::string report = text(sample_analysis(), 80);
  const std::string table = report.substr(0, report.find("Too wide to show"));
  CHECK(has(table, "Trains"));
  CHECK(has(table, "Kept for"));
  CHECK(has(report, "Too wide to show: Range"));
  CHECK(has(text(sample_analysis(), 50), "  Deleted on request  Yes"));
}

TEST_CASE("many vendors give the table alone") {
  Analysis analysis;
  for (int i = 0; i < 30; ++i) {
    analysis.vendors.push_back(halvory());
    analysis.vendors.back().name = "Vendor " + std::to_string(i);
  }
  const std::string report = text(analysis, 100);
  CHECK(!has(report, "20.0 of 20.0"));
  CHECK(has(report, "Vendor 29"));
}

TEST_CASE("an empty scan gives a report, too") {
  CHECK(has(text(Analysis{}, 80), "0 vendors, 0 documents"));
}
