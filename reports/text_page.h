// Lines of text for a terminal: wrapped, and coloured where colours are wanted.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "reports/display_text.h"

namespace fineprint {

class TextPage {
 public:
  static constexpr int kLeastWidth = 40;

  TextPage(int width, bool colour) : width_(std::max(width, kLeastWidth)), colour_(colour) {}

  int width() const { return width_; }

  // `text` must be clean (display_text.h); `colour` is SGR parameters, or "".
  std::string painted(std::string_view text, const char* colour) const {
    if (!colour_ || *colour == '\0' || text.empty()) return std::string(text);
    return "\x1b[" + std::string(colour) + 'm' + std::string(text) + "\x1b[0m";
  }

  void line(std::string_view text, const char* colour = "") {
    out_ += painted(text, colour);
    out_ += '\n';
  }

  // Lines that begin after `indent` blanks, the first with `head` in its last ones.
  void paragraph(std::string_view text, int indent, const char* colour = "",
                 std::string_view head = "") {
    std::string margin(static_cast<std::size_t>(std::max(0, indent - display_width(head))), ' ');
    margin += head;
    for (const std::string& each : wrap_text(text, width_ - indent)) {
      line(margin + painted(each, colour));
      margin.assign(static_cast<std::size_t>(indent), ' ');
    }
  }

  std::string take() { return std::move(out_); }

 private:
  int width_;
  bool colour_;
  std::string out_;
};

}  // namespace fineprint
