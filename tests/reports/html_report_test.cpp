#include "reports/html_report.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <regex>
#include <set>

#include "reports/html_text.h"
#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string html(const Analysis& analysis) {
  return render(analysis, ReportFormat::kHtml);
}

bool has(const std::string& report, std::string_view part) {
  return report.find(part) != std::string::npos;
}

Analysis hostile_analysis() {
  Analysis analysis = sample_analysis();
  analysis.vendors.push_back(hostile());
  analysis.skipped.push_back({"<svg onload=alert(1)>.html", "\"quoted\" & 'broken' \xfe"});
  analysis.rules_digest = "sha256:<i>";
  return analysis;
}

std::set<std::string> all_of(const std::string& report, const char* expression) {
  const std::regex regex(expression);
  std::set<std::string> found;
  for (std::sregex_iterator each(report.begin(), report.end(), regex), end; each != end; ++each) {
    found.insert((*each)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("text from documents cannot become markup") {
  const std::string report = html(hostile_analysis());
  CHECK(!has(report, "<script"));
  CHECK(!has(report, "<img"));
  CHECK(!has(report, "<svg onload"));
  CHECK(!has(report, "<h1>Section"));
  CHECK(!has(report, "<i>"));
  CHECK(has(report, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
  CHECK(has(report, "&lt;/title&gt;"));
}

TEST_CASE("no attribute but the report's own comes out") {
  const std::set<std::string> known = {"aria-hidden",
                                       "aria-label",
                                       "aria-labelledby",
                                       "charset",
                                       "class",
                                       "colspan",
                                       "content",
                                       "dir",
                                       "height",
                                       "href",
                                       "http-equiv",
                                       "id",
                                       "lang",
                                       "name",
                                       "open",
                                       "preserveAspectRatio",
                                       "role",
                                       "rowspan",
                                       "scope",
                                       "tabindex",
                                       "viewBox",
                                       "width",
                                       "x",
                                       "y"};
  const std::string report = html(hostile_analysis());
  const std::regex tag("<[a-zA-Z][a-zA-Z0-9]*((?:\\s+[a-zA-Z-]+(?:=\"[^\"]*\")?)*)\\s*/?>");
  const std::regex attribute("([a-zA-Z-]+)(?:=\"[^\"]*\")?");
  std::size_t tags = 0;
  for (std::sregex_iterator each(report.begin(), report.end(), tag), end; each != end; ++each) {
    ++tags;
    const std::string attributes = (*each)[1];
    for (std::sregex_iterator one(attributes.begin(), attributes.end(), attribute); one != end;
         ++one) {
      INFO((*each)[0].str());
      CHECK(known.contains((*one)[1]));
    }
  }
  CHECK(tags > 100);
}

TEST_CASE("directional and control characters are written out or dropped") {
  const std::string report = html(hostile_analysis());
  CHECK(!has(report, "\xE2\x80\xAE"));
  CHECK(!has(report, "\x1b"));
  CHECK(has(report, "[U+202E]desrever"));
  CHECK(has(report, "\uFFFD"));
}

TEST_CASE("the page needs nothing from elsewhere and forbids it") {
  const std::string report = html(hostile_analysis());
  CHECK(has(report, "default-src 'none'"));
  CHECK(all_of(report, "(src=\"[^\"]*\")").empty());
  CHECK(all_of(report, "(url\\([^)]*\\))").empty());
  for (const std::string& link : all_of(report, "href=\"([^\"]*)\"")) CHECK(link[0] == '#');
}

TEST_CASE("every link leads to an anchor, and anchors are unique") {
  const std::string report = html(hostile_analysis());
  const std::set<std::string> ids = all_of(report, " id=\"([^\"]*)\"");
  for (const std::string& link : all_of(report, "href=\"#([^\"]*)\"")) {
    INFO(link);
    CHECK(ids.contains(link));
  }
  const std::regex id(" id=\"");
  CHECK(std::distance(std::sregex_iterator(report.begin(), report.end(), id),
                      std::sregex_iterator()) == static_cast<long>(ids.size()));
}

TEST_CASE("elements are closed in order") {
  std::string report = html(hostile_analysis());
  report = std::regex_replace(report, std::regex("<!DOCTYPE html>|<style>[^]*?</style>"), "");
  report = std::regex_replace(report, std::regex("<(meta [^>]*|br)>"), "");
  report = std::regex_replace(report, std::regex("(<details class=\"vendor\") open"), "$1");
  report = std::regex_replace(report, std::regex("&ensp;"), " ");
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_string(report.c_str());
  INFO(result.description() << " at "
                            << report.substr(static_cast<std::size_t>(result.offset), 60));
  CHECK(result);
}

TEST_CASE("matched words are marked in the quote, others are not") {
  Finding barred = finding("training.barred", "We will never train on <your> data.", {}, 1);
  mark(barred, "{not}", "never");
  mark(barred, "{content}", "<your> data");
  CHECK(html_quote(barred) ==
        "We will <mark>never</mark> train on <mark>&lt;your&gt; data</mark>.");
}

TEST_CASE("marks that would cut a character are left out") {
  Finding cut = finding("training.barred", "données", {}, 1);
  cut.parts.push_back({"{content}", {0, 5}});
  CHECK(html_quote(cut) == "données");
  cut.parts = {{"{content}", {3, 900}}};
  CHECK(html_quote(cut) == "données");
}

TEST_CASE("many vendors are folded and indexed by name") {
  Analysis analysis;
  for (int i = 0; i < 30; ++i) {
    analysis.vendors.push_back(i % 2 ? halvory() : quillmarsh());
    analysis.vendors.back().name = "Vendor " + std::to_string(i);
  }
  const std::string report = html(analysis);
  CHECK(has(report, "Index by name"));
  CHECK(!has(report, "<details class=\"vendor\" open>"));
  CHECK(has(html(sample_analysis()), "<details class=\"vendor\" open>"));
}

TEST_CASE("the report shows score, sum, evidence, contradictions, skipped inputs and method") {
  const std::string report = html(sample_analysis());
  CHECK(has(report, "87.7 of 100.0"));
  CHECK(has(report, "class=\"clash\""));
  CHECK(has(report, "Skipped inputs"));
  CHECK(has(report, "How the scores come about"));
  CHECK(has(report, "sha256:0a1b2c3d"));
  CHECK(has(report, "Answers for consumers"));
}
