// The outcome of a check in every output format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/check.h"
#include "rules/catalogue.h"

namespace fineprint {

enum class CheckFormat { kText, kJson, kSarif, kJunit, kGithub, kGitlab, kMarkdown };

// By the names that check_format_names lists; nothing for another one.
std::optional<CheckFormat> check_format(std::string_view name);
const std::vector<std::string>& check_format_names();

struct CheckReportOptions {
  std::string version;                        // of the program
  PolicyLevel fail_on = PolicyLevel::kError;  // as the verdict is decided
  bool colour = false;                        // text: ANSI colours
};

// What the renderers work from.
struct CheckReport {
  const Policy& policy;
  const CheckResult& result;
  const Catalogue& catalogue;
  const CheckReportOptions& options;
};

// Depends on nothing but its arguments; text is UTF-8 that ends with a line end, and what comes
// from documents, file names and the policy cannot break out of its place in any format.
std::string render_check(const CheckReport& report, CheckFormat format);

// One function a format.
std::string check_text(const CheckReport& report);      // a line a violation
std::string check_json(const CheckReport& report);      // reports/schema/check.schema.json
std::string check_sarif(const CheckReport& report);     // SARIF 2.1.0
std::string check_junit(const CheckReport& report);     // JUnit XML, a suite a vendor
std::string check_github(const CheckReport& report);    // workflow commands of GitHub Actions
std::string check_gitlab(const CheckReport& report);    // GitLab's code quality report
std::string check_markdown(const CheckReport& report);  // a comment on a pull request

// "message: detail" of a violation, with the rule's id; clean text on one line.
std::string violation_text(const Violation& violation);
// The sentence in quotation marks, at most `limit` characters of it, and how it was before a
// change; "" where there is none. Clean text on one line.
std::string violation_quote(const Violation& violation, std::size_t limit);
// "waived until 2026-12-31: reason", or "".
std::string waiver_text(const Violation& violation);

// "holds", "violated" or "unread": how the check came out.
const char* check_verdict_name(CheckVerdict verdict);
// The same in a sentence with its numbers: "violated: 2 errors, 1 warning, 1 waived (...)".
std::string check_summary(const CheckReport& report);
// What an empty run says: no documents, or no rule that is for one; "" otherwise.
std::string nothing_checked(const CheckResult& result);

}  // namespace fineprint
