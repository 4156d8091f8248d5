#include "corpus/page_lines.h"

#include <algorithm>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kMinLines = 20;
constexpr std::size_t kMinBroken = 15;  // percent of lines that go on after a blank line
constexpr std::size_t kMinSingle = 60;  // percent of lines with blank lines around them

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trim(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  if (text.empty()) return true;
  const char last = text.back();
  return last == '.' || last == ':' || last == ';' || last == '!' || last == '?';
}

std::size_t find_page_width(std::string_view utf8) {
  std::vector<std::size_t> widths;
  std::size_t broken = 0;
  std::size_t single = 0;
  bool gap = true;
  bool ended = true;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    const std::string_view line = trim(utf8.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      gap = true;
      continue;
    }
    if (gap) ++single;
    if (gap && !ended && line.front() >= 'a' && line.front() <= 'z') ++broken;
    widths.push_back(line.size());
    ended = ends_sentence(line);
    gap = false;
  }
  const std::size_t count = widths.size();
  if (count < kMinLines || broken * 100 < count * kMinBroken || single * 100 < count * kMinSingle)
    return 0;
  const auto usual = widths.begin() + static_cast<std::ptrdiff_t>(count * 3 / 4);
  std::nth_element(widths.begin(), usual, widths.end());
  return *usual;
}

}  // namespace fineprint
