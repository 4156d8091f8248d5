// Workflow commands of GitHub Actions: each becomes an annotation at its place in the pull request.
#include <algorithm>

#include "reports/check_report.h"
#include "reports/display_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kQuoteLimit = 500;

// What the runner decodes in a message; in a property also what would end it.
std::string escape(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '%':
        result += "%25";
        break;
      case '\r':
        result += "%0D";
        break;
      case '\n':
        result += "%0A";
        break;
      case ':':
        result += property ? "%3A" : ":";
        break;
      case ',':
        result += property ? "%2C" : ",";
        break;
      default:
        result += c;
    }
  }
  return result;
}

class Command {
 public:
  explicit Command(PolicyLevel level)
      : text_(level == PolicyLevel::kError     ? "::error"
              : level == PolicyLevel::kWarning ? "::warning"
                                               : "::notice") {}

  void property(const char* name, std::string_view value) {
    text_ += first_ ? ' ' : ',';
    first_ = false;
    text_ += name;
    text_ += '=' + escape(clean_text(value), true);
  }
  void property(const char* name, int value) { property(name, std::to_string(value)); }

  void place(const CheckPlace& place) {
    property("file", place.path);
    const SourceRegion& region = place.region;
    if (region.line == 0) return;
    property("line", region.line);
    property("endLine", region.end_line);
    // Columns are of use within one line only.
    if (region.column == 0 || region.line != region.end_line) return;
    property("col", region.column);
    property("endColumn", region.end_column);
  }

  std::string with(const std::string& message) const {
    return text_ + "::" + escape(message, false) + '\n';
  }

 private:
  std::string text_;
  bool first_ = true;
};

std::string annotation(const Violation& violation) {
  Command command(violation.waiver ? PolicyLevel::kNote : violation.rule->level);
  if (!violation.places.empty()) command.place(violation.places.front());
  command.property("title", (violation.waiver ? "waived: " : "") + violation.rule->id);
  std::string message = violation_text(violation);
  const std::string quote = violation_quote(violation, kQuoteLimit);
  if (!quote.empty()) message += '\n' + quote;
  if (violation.waiver) message += '\n' + waiver_text(violation);
  return command.with(message);
}

}  // namespace

std::string check_github(const CheckReport& report) {
  std::string out;
  for (const Violation& each : report.result.violations) out += annotation(each);
  for (const CheckNotice& each : report.result.notices) {
    Command command(each.level);
    command.property("file", report.policy.file);
    command.property("line", each.line);
    command.property("title", "policy");
    out += command.with(clean_text(each.message));
  }
  for (const auto& [path, why] : report.result.unread) {
    Command command(PolicyLevel::kError);
    command.property("file", path);
    command.property("title", "unread");
    out += command.with(clean_text(path + ": " + why));
  }
  if (const std::string nothing = nothing_checked(report.result); !nothing.empty())
    out += Command(PolicyLevel::kError).with(nothing);
  const bool holds = report.result.verdict(report.options.fail_on) == CheckVerdict::kHolds;
  if (holds && out.empty()) out += Command(PolicyLevel::kNote).with(check_summary(report));
  return out;
}

}  // namespace fineprint
