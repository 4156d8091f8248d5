// GitLab's code quality report: a list of issues, which the merge request shows.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "reports/check_report.h"
#include "reports/display_text.h"

namespace fineprint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kQuoteLimit = 300;

const char* severity_of(PolicyLevel level) {
  switch (level) {
    case PolicyLevel::kError:
      return "critical";
    case PolicyLevel::kWarning:
      return "minor";
    case PolicyLevel::kNote:
      return "info";
  }
  return "critical";
}

Json issue(const std::string& description, const std::string& check, const std::string& fingerprint,
           const char* severity, std::string_view path, int line) {
  // GitLab takes paths without "./".
  while (path.starts_with("./")) path.remove_prefix(2);
  return {{"description", description},
          {"check_name", clean_text(check)},
          {"fingerprint", fingerprint},
          {"severity", severity},
          {"location", {{"path", path}, {"lines", {{"begin", std::max(line, 1)}}}}}};
}

}  // namespace

// Waived violations are left out: what GitLab lists counts as a worse quality.
std::string check_gitlab(const CheckReport& report) {
  Json issues = Json::array();
  const std::string& policy = report.policy.file;
  for (const Violation& each : report.result.violations) {
    if (each.waiver) continue;
    std::string text = violation_text(each);
    const std::string quote = violation_quote(each, kQuoteLimit);
    if (!quote.empty()) text += ": " + quote;
    const bool somewhere = !each.places.empty();
    issues.push_back(issue(text, each.rule->id, each.fingerprint, severity_of(each.rule->level),
                           somewhere ? each.places.front().path : policy,
                           somewhere ? each.places.front().region.line : each.rule->line));
  }
  for (const CheckNotice& each : report.result.notices) {
    issues.push_back(issue(clean_text(each.message), "policy", "policy-" + clean_text(each.message),
                           severity_of(each.level), policy, each.line));
  }
  for (const auto& [path, why] : report.result.unread) {
    issues.push_back(issue("unread: " + clean_text(why), "unread", "unread-" + clean_text(path),
                           "blocker", path, 1));
  }
  if (const std::string nothing = nothing_checked(report.result); !nothing.empty())
    issues.push_back(issue(nothing, "unread", "nothing-checked", "blocker", policy, 1));
  return issues.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace fineprint
