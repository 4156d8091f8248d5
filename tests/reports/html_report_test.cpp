#include "reports/html_report.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>
#include <vector>

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

void cut(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  const std::size_t end = text.find(to, begin);
  REQUIRE(end != std::string::npos);
  text.erase(begin, end + to.size() - begin);
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
}

// The page as a tree. It is XML but for its style, void elements and the attribute `open`.
pugi::xml_document tree(std::string page) {
  cut(page, "<!DOCTYPE", ">");
  cut(page, "<style>", "</style>");
  while (page.find("<meta ") != std::string::npos) cut(page, "<meta ", ">");
  replace_all(page, "<br>", "<br/>");
  replace_all(page, "<details class=\"vendor\" open>", "<details class=\"vendor\">");
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_string(page.c_str());
  INFO(result.description() << " at " << page.substr(static_cast<std::size_t>(result.offset), 60));
  REQUIRE(result);
  return document;
}

// The values of all attributes of this name.
std::vector<std::string> values(const pugi::xml_document& document, const char* attribute) {
  std::vector<std::string> found;
  for (const auto& each : document.select_nodes(("//@" + std::string(attribute)).c_str())) {
    found.emplace_back(each.attribute().value());
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
                                       "class",
                                       "colspan",
                                       "dir",
                                       "height",
                                       "href",
                                       "id",
                                       "lang",
                                       "role",
                                       "preserveAspectRatio",
                                       "rowspan",
                                       "scope",
                                       "tabindex",
                                       "viewBox",
                                       "width",
                                       "x",
                                       "y"};
  const pugi::xml_document page = tree(html(hostile_analysis()));
  const auto attributes = page.select_nodes("//@*");
  CHECK(attributes.size() > 100);
  for (const auto& each : attributes) {
    INFO(each.attribute().name());
    CHECK(known.contains(each.attribute().name()));
  }
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
  CHECK(!has(report, "url("));
  CHECK(!has(report, "@import"));
  for (const std::string& link : values(tree(report), "href")) CHECK(link[0] == '#');
}

TEST_CASE("every link leads to an anchor, and anchors are unique") {
  const pugi::xml_document page = tree(html(hostile_analysis()));
  const std::vector<std::string> ids = values(page, "id");
  const std::set<std::string> unique(ids.begin(), ids.end());
  CHECK(unique.size() == ids.size());
  for (const std::string& link : values(page, "href")) {
    INFO(link);
    CHECK(unique.contains(link.substr(1)));
  }
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
