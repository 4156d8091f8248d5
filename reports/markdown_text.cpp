#include "reports/markdown_text.h"

#include "reports/display_text.h"

namespace fineprint {

std::string markdown_escape(std::string_view text) {
  static constexpr std::string_view kBackslashed = "\\`*_[]|~$#!";
  const std::string clean = clean_text(text);
  std::string result;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    const bool link =
        c == ':' || (c == '.' && i >= 3 &&
                     (clean.compare(i - 3, 3, "www") == 0 || clean.compare(i - 3, 3, "WWW") == 0));
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '@':
        result += "@\u2060";
        break;  // a word joiner keeps it from being a mention
      default:
        if (link) {
          result += c == ':' ? "&#58;" : "&#46;";
        } else {
          if (kBackslashed.find(c) != std::string_view::npos) result += '\\';
          result += c;
        }
    }
  }
  return result;
}

}  // namespace fineprint
