#include "reports/check_report.h"

#include <algorithm>

#include "reports/display_text.h"

namespace fineprint {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string quoted(std::string_view text, std::size_t limit) {
  return "\u201c" + excerpt(clean_text(text), limit) + "\u201d";
}

}  // namespace

const std::vector<std::string>& check_format_names() {
  static const std::vector<std::string> kNames = {"text",   "json",   "sarif",   "junit",
                                                  "github", "gitlab", "markdown"};
  return kNames;
}

std::optional<CheckFormat> check_format(std::string_view name) {
  const auto& names = check_format_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<CheckFormat>(found - names.begin());
}

std::string render_check(const CheckReport& report, CheckFormat format) {
  switch (format) {
    case CheckFormat::kText:
      return check_text(report);
    case CheckFormat::kJson:
      return check_json(report);
    case CheckFormat::kSarif:
      return check_sarif(report);
    case CheckFormat::kJunit:
      return check_junit(report);
    case CheckFormat::kGithub:
      return check_github(report);
    case CheckFormat::kGitlab:
      return check_gitlab(report);
    case CheckFormat::kMarkdown:
      return check_markdown(report);
  }
  return "";
}

std::string violation_text(const Violation& violation) {
  return clean_text(violation.vendor + ": " + violation.rule->message + " [" + violation.rule->id +
                    "] " + violation.detail);
}

std::string violation_quote(const Violation& violation, std::size_t limit) {
  std::string text;
  if (!violation.places.empty() && !violation.places.front().quote.empty()) {
    const CheckPlace& place = violation.places.front();
    const bool hangs = !place.lead_in.empty();
    text = quoted(hangs ? place.lead_in + ' ' + place.quote : place.quote, limit);
  }
  if (!violation.before.empty()) {
    if (!text.empty()) text += ' ';
    text += "before: " + quoted(violation.before, limit);
  }
  return text;
}

std::string waiver_text(const Violation& violation) {
  if (!violation.waiver) return "";
  return clean_text("waived until " + violation.waiver->expires + ": " + violation.waiver->reason);
}

const char* check_verdict_name(CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::kHolds:
      return "holds";
    case CheckVerdict::kViolated:
      return "violated";
    case CheckVerdict::kNotRead:
      return "unread";
  }
  return "unread";
}

std::string nothing_checked(const CheckResult& result) {
  if (!result.outcomes.empty()) return "";
  return result.documents == 0 ? "no documents were found, so nothing was checked"
                               : "no rule of the policy is for any of the vendors found, so "
                                 "nothing was checked";
}

std::string check_summary(const CheckReport& report) {
  const CheckResult& result = report.result;
  std::string text = check_verdict_name(result.verdict(report.options.fail_on));
  std::string parts;
  const auto add = [&](std::size_t count, const std::string& noun) {
    if (count == 0) return;
    parts += (parts.empty() ? "" : ", ") + counted(count, noun);
  };
  add(result.count(PolicyLevel::kError), "error");
  add(result.count(PolicyLevel::kWarning), "warning");
  add(result.count(PolicyLevel::kNote), "note");
  if (result.waived() > 0)
    parts += (parts.empty() ? "" : ", ") + std::to_string(result.waived()) + " waived";
  add(result.unread.size(), "unread input");
  if (parts.empty()) parts = "nothing to report";
  return text + ": " + parts + " (" + counted(report.policy.rules.size(), "rule") + ", " +
         counted(result.vendors, "vendor") + ", " + counted(result.documents, "document") + ")";
}

}  // namespace fineprint
