#include <doctest/doctest.h>

#include "check_samples.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

bool has(const std::string& text, const std::string& piece) {
  if (text.find(piece) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

}  // namespace

TEST_CASE("the comment tells the outcome, each violation and its quote") {
  const std::string text = mixed_check()->render(CheckFormat::kMarkdown);
  CHECK(text.starts_with("<!-- fineprint check -->\n## Customer data: violated"));
  CHECK(has(text, "\n### Orbelane\n"));
  CHECK(has(text, "**Our content must not train models** (no-training)"));
  CHECK(has(text, "  > \u201cYou can switch training off in your settings.\u201d"));
  CHECK(has(text, "Orbelane/Terms of Service.md, line 22"));
  CHECK(has(text, "\n## Waived\n"));
  CHECK(text.find("Quillmarsh") > text.find("## Waived"));
  CHECK(has(text, "### Not read\n\n- \u274c Broken/Terms of Service.html"));
}

TEST_CASE("no markup, link, mention or HTML comes of documents, names and policies") {
  const std::string text = hostile_check()->render(CheckFormat::kMarkdown);
  const std::string rest = text.substr(text.find('\n'));
  CHECK(rest.find('<') == std::string::npos);
  CHECK(rest.find("x](") == std::string::npos);
  CHECK(rest.find("click](") == std::string::npos);
  CHECK(rest.find("@a") == std::string::npos);
  CHECK(rest.find("https:") == std::string::npos);
  CHECK(rest.find('\x1b') == std::string::npos);
}

TEST_CASE("a comment never gets too long to be posted") {
  VendorAnalysis vendor = orbelane();
  for (int i = 0; i < 2000; ++i) {
    vendor.documents[0].findings.push_back(
        finding("retention.exception", "Backup " + std::to_string(i) + " may persist.", {}, 50));
    vendor.business.findings.push_back({0, 8 + i});
  }
  const std::string text =
      check(analysis_of({vendor}), policy_of(R"("forbid": {"clauses": ["retention.exception"]})"))
          ->render(CheckFormat::kMarkdown);
  CHECK(text.size() < 65536);
  CHECK(has(text, "more entries are in the check's other reports"));
}
