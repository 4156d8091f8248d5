// For people and editors: a line a violation, as compilers write them.
#include "reports/check_report.h"
#include "reports/display_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kQuoteLimit = 240;

const char* colour_of(PolicyLevel level) {
  switch (level) {
    case PolicyLevel::kError:
      return "1;31";
    case PolicyLevel::kWarning:
      return "1;33";
    case PolicyLevel::kNote:
      return "1;36";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(bool colour) : colour_(colour) {}

  void line(const std::string& path, int line, std::string_view label, const char* colour,
            const std::string& text) {
    if (!path.empty()) out_ += printable_path(path) + ':';
    if (!path.empty() && line > 0) out_ += std::to_string(line) + ':';
    if (!path.empty()) out_ += ' ';
    out_ += painted(std::string(label) + ':', colour) + ' ' + text + '\n';
  }

  void plain(const std::string& text) { out_ += text + '\n'; }

  std::string take() { return std::move(out_); }

 private:
  // A line that begins with "::" or "##[" is a command to some of the programs that run builds.
  static std::string printable_path(const std::string& path) {
    std::string clean = clean_text(path);
    const bool command = clean.starts_with(':') || clean.starts_with('#') || clean.starts_with(' ');
    return command ? "./" + clean : clean;
  }

  std::string painted(const std::string& text, const char* colour) const {
    return colour_ ? "\x1b[" + std::string(colour) + 'm' + text + "\x1b[0m" : text;
  }

  bool colour_;
  std::string out_;
};

}  // namespace

std::string check_text(const CheckReport& report) {
  Writer writer(report.options.colour);
  for (const Violation& each : report.result.violations) {
    const std::string quote = violation_quote(each, kQuoteLimit);
    std::string text = violation_text(each);
    if (!quote.empty()) text += ": " + quote;
    const bool somewhere = !each.places.empty();
    const std::string path = somewhere ? each.places.front().path : "";
    const int line = somewhere ? each.places.front().region.line : 0;
    if (each.waiver) {
      writer.line(path, line, "waived", colour_of(PolicyLevel::kNote),
                  text + " (" + waiver_text(each) + ')');
    } else {
      writer.line(path, line, level_name(each.rule->level), colour_of(each.rule->level), text);
    }
  }
  for (const CheckNotice& each : report.result.notices) {
    writer.line(report.policy.file, each.line, level_name(each.level), colour_of(each.level),
                clean_text(each.message));
  }
  for (const auto& [path, why] : report.result.unread)
    writer.line(path, 0, "unread", colour_of(PolicyLevel::kError), clean_text(why));
  if (const std::string nothing = nothing_checked(report.result); !nothing.empty())
    writer.line("", 0, "unread", colour_of(PolicyLevel::kError), nothing);
  writer.plain(check_summary(report));
  return writer.take();
}

}  // namespace fineprint
