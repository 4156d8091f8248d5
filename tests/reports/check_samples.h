// Policies held against the invented vendors of sample_analysis.h.
#pragma once

#include <memory>
#include <string>

#include "reports/check_report.h"
#include "sample_analysis.h"

namespace fineprint::test {

inline RuleSet sample_rules() {
  RuleSet rules;
  rules.catalogue = shipped_catalogue();
  rules.languages["en"];
  return rules;
}

// A check with all that its result points into.
struct SampleCheck {
  RuleSet rules = sample_rules();
  Rubric rubric = shipped_rubric();
  Policy policy;
  CheckResult result;
  CheckReportOptions options;

  std::string render(CheckFormat format) const {
    return render_check({policy, result, rules.catalogue, options}, format);
  }
};

inline std::unique_ptr<SampleCheck> check(const Analysis& analysis, const std::string& policy,
                                          const std::string& today = "2026-06-15") {
  auto sample = std::make_unique<SampleCheck>();
  sample->options.version = "0.1.0";
  sample->policy = load_policy(JsonSource("policy.json", policy), sample->rules.catalogue);
  CheckOptions options;
  options.today = today;
  sample->result = check_policy(sample->policy, analysis, sample->rules, sample->rubric, options);
  return sample;
}

// A policy of one rule, for businesses.
inline std::string policy_of(const std::string& rule, const std::string& waivers = "") {
  return R"({"rules": [{"id": "rule", "message": "This must not be", )" + rule +
         "}], \"waivers\": [" + waivers + "]}";
}

inline Analysis analysis_of(std::vector<VendorAnalysis> vendors) {
  Analysis analysis;
  analysis.vendors = std::move(vendors);
  return analysis;
}

// Violations, a waived one, a notice and an unread input at once.
inline std::unique_ptr<SampleCheck> mixed_check() {
  Analysis analysis = analysis_of({halvory(), orbelane(), quillmarsh()});
  analysis.skipped = {{"Broken/Terms of Service.html", "is empty"}};
  return check(analysis, R"({
    "title": "Customer data",
    "rules": [
      {"id": "no-training", "message": "Our content must not train models",
       "require": {"verdict": "trains", "one_of": ["never", "opt-in"]}},
      {"id": "no-exception", "message": "Deleted must be deleted", "severity": "warning",
       "vendors": ["Orbelane", "Orbelan"],
       "forbid": {"clauses": ["retention.exception", "retention.indefinite"]}}
    ],
    "waivers": [
      {"rule": "no-training", "vendor": "Quillmarsh", "reason": "only tests", "expires": "2026-12-31"}
    ]})");
}

// Names, quotes, paths and the policy itself try to break out of their place.
inline std::unique_ptr<SampleCheck> hostile_check() {
  VendorAnalysis vendor = hostile();
  vendor.documents[0].document.language = "en";
  vendor.documents[0].document.parts[0].path = "::error::V|</td>\n/[x](y),%0A{0}.md";
  vendor.documents[0].findings[0].quote += " ]]> [click](https://evil.example) {0} ::set-output ";
  Analysis analysis = analysis_of({vendor});
  analysis.skipped = {{"a\r\n::warning::\x1b[2J.md", "bad <b>\xff\nfile"}};
  return check(analysis, R"({
    "title": "<script>title</script>",
    "rules": [
      {"id": "r<1>,::x", "message": "<b>& ]]> \u001b[31m\n::error::|@all",
       "require": {"verdict": "trains", "one_of": ["never"]}},
      {"id": "all", "message": "none", "vendors": ["*", "no:such,%\n|<vendor>"],
       "forbid": {"clauses": ["training.*"]}}
    ]})");
}

}  // namespace fineprint::test
