#include "reports/display_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdio>

namespace fineprint {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// Calls use(code point, bytes) for each character; broken bytes give U+FFFD.
template <typename Use>
void each_character(std::string_view text, Use use) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t at = 0; at < size;) {
    const int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    use(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

bool directional(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool invisible(UChar32 c) {
  // Joiners shape scripts and emoji, so they stay.
  if (c == 0x200C || c == 0x200D) return false;
  if (c == 0x00AD || c == 0x3164 || c == 0xFFA0 || c == 0x115F || c == 0x1160) return true;
  if (c >= 0xE0000 && c <= 0xE0FFF) return true;
  return u_charType(c) == U_FORMAT_CHAR &&
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool space_like(UChar32 c) {
  return u_charType(c) == U_CONTROL_CHAR || c == 0x2028 || c == 0x2029 || c == 0x00A0 ||
         c == 0x202F;
}

int character_width(UChar32 c) {
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR) {
    return 0;
  }
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// The longest start of `text` that fits in `width` columns.
std::string_view fitting(std::string_view text, int width) {
  int columns = 0;
  std::size_t end = 0;
  bool full = false;
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    columns += character_width(c);
    if (columns > width) full = true;
    if (!full) end += bytes.size();
  });
  return text.substr(0, end);
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (c == 0xFFFD || U_IS_UNICODE_NONCHAR(c)) {
      result += "\uFFFD";
    } else if (directional(c)) {
      char name[16];
      std::snprintf(name, sizeof name, "[U+%04X]", static_cast<unsigned>(c));
      result += name;
    } else if (space_like(c)) {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else if (!invisible(c)) {
      result += bytes;
    }
  });
  return result;
}

int display_width(std::string_view text) {
  int width = 0;
  each_character(text, [&](UChar32 c, std::string_view) { width += character_width(c); });
  return width;
}

std::string clip_to_width(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  if (width < 1) return "";
  std::string_view start = fitting(text, width - 1);
  while (!start.empty() && start.back() == ' ') start.remove_suffix(1);
  return std::string(start) + std::string(kEllipsis);
}

std::string pad_right(std::string_view text, int width) {
  const int missing = width - display_width(text);
  return std::string(text) + std::string(static_cast<std::size_t>(missing > 0 ? missing : 0), ' ');
}

std::string pad_left(std::string_view text, int width) {
  const int missing = width - display_width(text);
  return std::string(static_cast<std::size_t>(missing > 0 ? missing : 0), ' ') + std::string(text);
}

std::vector<std::string> wrap_text(std::string_view text, int width) {
  if (width < 1) width = 1;
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    std::string_view line = fitting(text, width);
    if (line.empty()) {  // a wide character on a line of one column
      std::size_t bytes = 0;
      each_character(text, [&](UChar32, std::string_view c) { bytes = bytes ? bytes : c.size(); });
      line = text.substr(0, bytes);
    } else if (line.size() < text.size() && text[line.size()] != ' ') {
      const std::size_t space = line.rfind(' ');
      if (space != std::string_view::npos) line = line.substr(0, space);
    }
    text.remove_prefix(line.size());
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    lines.emplace_back(line);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  std::size_t end = 0;
  std::size_t space = 0;
  bool cut = false;
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (++count > limit) cut = true;
    if (cut) return;
    if (c == ' ') space = end;
    end += bytes.size();
  });
  if (!cut) return std::string(text);
  if (space > end * 2 / 3) end = space;
  return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

}  // namespace fineprint
