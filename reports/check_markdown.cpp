// A comment for a pull request: what fails first, with its quotes; short enough to be posted.
#include <algorithm>

#include "reports/check_report.h"
#include "reports/display_text.h"
#include "reports/markdown_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kQuoteLimit = 300;
constexpr std::size_t kMostBytes = 60000;  // GitHub takes 65,536 characters

const char* mark_of(const Violation& violation) {
  if (violation.waiver) return "\u23f8";
  switch (violation.rule->level) {
    case PolicyLevel::kError:
      return "\u274c";
    case PolicyLevel::kWarning:
      return "\u26a0\ufe0f";
    case PolicyLevel::kNote:
      return "\u2139\ufe0f";
  }
  return "";
}

std::string place_text(const CheckPlace& place) {
  std::string text = markdown_escape(place.path);
  if (place.region.line > 0) text += ", line " + std::to_string(place.region.line);
  if (!place.section.empty())
    text += ", in " + markdown_escape(excerpt(clean_text(place.section.back()), 80));
  return text;
}

std::string item(const Violation& violation) {
  std::string text = std::string("- ") + mark_of(violation) + " **" +
                     markdown_escape(violation.rule->message) + "** (" +
                     markdown_escape(violation.rule->id) +
                     "): " + markdown_escape(violation.detail) + '\n';
  const std::string quote = violation_quote(violation, kQuoteLimit);
  if (!quote.empty()) text += "  > " + markdown_escape(quote) + "\n\n";
  if (!violation.places.empty()) {
    text += "  " + place_text(violation.places.front());
    const std::size_t more = violation.places.size() - 1;
    if (more > 0) text += ", and " + std::to_string(more) + " more place" + (more == 1 ? "" : "s");
    text += '\n';
  }
  if (violation.waiver) text += "\n  " + markdown_escape(waiver_text(violation)) + '\n';
  return text;
}

class Comment {
 public:
  void add(const std::string& text) {
    if (left_out_ > 0 || text_.size() + text.size() > kMostBytes) {
      ++left_out_;
    } else {
      text_ += text;
    }
  }

  std::string take() {
    if (left_out_ > 0)
      text_ += "\nThe comment ends here; " + std::to_string(left_out_) +
               " more entries are in the check's other reports.\n";
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t left_out_ = 0;
};

// Violations by vendor, those of one kind only.
void add_violations(const CheckReport& report, Comment& comment, bool waived) {
  const std::string* vendor = nullptr;
  for (const Violation& each : report.result.violations) {
    if ((each.waiver != nullptr) != waived) continue;
    std::string text;
    if (!vendor || *vendor != each.vendor) text = "\n### " + markdown_escape(each.vendor) + "\n\n";
    vendor = &each.vendor;
    comment.add(text + item(each));
  }
}

}  // namespace

std::string check_markdown(const CheckReport& report) {
  const CheckResult& result = report.result;
  Comment comment;
  // Lets a job find its own comment again.
  std::string head = "<!-- fineprint check -->\n## ";
  if (!report.policy.title.empty()) head += markdown_escape(report.policy.title) + ": ";
  std::string summary = check_summary(report);
  comment.add(head + markdown_escape(summary) + '\n');
  if (const std::string nothing = nothing_checked(result); !nothing.empty())
    comment.add("\n- \u274c " + markdown_escape(nothing) + '\n');
  if (!result.unread.empty()) comment.add("\n### Not read\n\n");
  for (const auto& [path, why] : result.unread)
    comment.add("- \u274c " + markdown_escape(path) + ": " + markdown_escape(why) + '\n');
  add_violations(report, comment, false);
  if (result.waived() > 0) comment.add("\n## Waived\n");
  add_violations(report, comment, true);
  if (!result.notices.empty()) comment.add("\n### About the policy\n\n");
  for (const CheckNotice& each : result.notices) {
    comment.add("- " + markdown_escape(each.message) + " (" + markdown_escape(report.policy.file) +
                ", line " + std::to_string(each.line) + ")\n");
  }
  return comment.take();
}

}  // namespace fineprint
