#include "corpus/text.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/enumeration.h"
#include "corpus/flow.h"
#include "corpus/outline.h"
#include "corpus/page_lines.h"

namespace fineprint {
namespace {

constexpr std::size_t kMinWrapWidth = 50;  // narrower lines are not wrapped ones

struct Line {
  std::string_view text;  // without white space at its ends
  std::size_t begin = 0;  // of `text` in the source
  std::size_t indent = 0;
  bool blank() const { return text.empty(); }
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::vector<Line> split_lines(std::string_view source) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    std::size_t first = begin;
    std::size_t last = end;
    while (first < last && is_blank(source[first])) ++first;
    while (last > first && is_blank(source[last - 1])) --last;
    lines.push_back({source.substr(first, last - first), first, first - begin});
    begin = end + 1;
  }
  return lines;
}

// The width that the lines were wrapped to: the ninth decile of the lengths of lines.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::vector<std::size_t> lengths;
  for (const Line& line : lines)
    if (!line.blank()) lengths.push_back(line.indent + line.text.size());
  if (lengths.empty()) return 0;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

class Reader {
 public:
  Reader(std::string_view source, const ReadLimits& limits, Document& document)
      : lines_(split_lines(source)), width_(wrap_width(lines_)), outline_(document, limits) {}

  void read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) {
        end_block();
        gap_ = true;
      } else {
        line(i);
        gap_ = false;
      }
    }
    end_block();
  }

 private:
  struct OpenItem {
    std::size_t indent = 0;
    int level = 1;
    int lead_in = kNone;
    bool ordered = false;
    int block = kNone;
  };

  bool alone(std::size_t i) const {
    return (i == 0 || lines_[i - 1].blank()) && (i + 1 == lines_.size() || lines_[i + 1].blank());
  }

  // A line of its own, or the first of its paragraph, that reads like a heading.
  bool is_heading(std::size_t i) const {
    const Line& line = lines_[i];
    if (underline_level(i) > 0) return reads_like_heading(line.text);
    if (i > 0 && !lines_[i - 1].blank() && !at_boundary()) return false;
    if (bullet_length(line.text) > 0 || !reads_like_heading(line.text)) return false;
    if (is_upper_case_heading(line.text)) return true;
    if (ends_sentence(line.text) && line.text.back() != '.') return false;
    if (line.text.back() == '.' && numbering_depth(line.text) == 0) return false;
    const bool numbered = numbering_depth(line.text) > 0 && !line.text.starts_with('(');
    if (numbered) return line.text.size() <= 80 && (alone(i) || !next_is_sibling(i));
    return alone(i) && line.text.size() <= 60 && line.indent + line.text.size() < width_ &&
           std::isupper(static_cast<unsigned char>(line.text[0])) != 0 && followed_by_text(i);
  }

  bool at_boundary() const { return flow_.empty(); }

  // "1. One" right above "2. Two" is an item of a list.
  bool next_is_sibling(std::size_t i) const {
    return i + 1 < lines_.size() &&
           (enumerator_length(lines_[i + 1].text) > 0 ||
            (!lines_[i + 1].blank() && lines_[i].text.size() + 12 > width_));
  }

  bool followed_by_text(std::size_t i) const {
    for (std::size_t next = i + 1; next < lines_.size(); ++next)
      if (!lines_[next].blank()) return lines_[next].text.size() > lines_[i].text.size();
    return false;
  }

  // 1 for a line underlined with "===", 2 with "---", else 0.
  int underline_level(std::size_t i) const {
    if (i + 1 >= lines_.size() || lines_[i + 1].text.size() < 3) return 0;
    const std::string_view under = lines_[i + 1].text;
    if (under.find_first_not_of(under[0]) != std::string_view::npos) return 0;
    return under[0] == '=' ? 1 : under[0] == '-' || under[0] == '~' ? 2 : 0;
  }

  static bool is_rule(std::string_view text) {
    return text.size() >= 3 && text.find_first_not_of("=-_*~#") == std::string_view::npos;
  }

  void line(std::size_t i);
  void heading(std::size_t i);
  bool begin_item(const Line& line);
  void end_block();

  std::vector<Line> lines_;
  std::size_t width_;
  Outline outline_;
  Flow flow_;
  bool gap_ = true;         // a blank line stands before this one
  bool item_open_ = false;  // flow_ is an item's text
  std::vector<OpenItem> items_;
};

void Reader::line(std::size_t i) {
  const Line& line = lines_[i];
  if (is_rule(line.text)) return end_block();
  if (is_heading(i)) return heading(i);
  if (begin_item(line)) return;
  const std::size_t previous_width = i > 0 ? lines_[i - 1].indent + lines_[i - 1].text.size() : 0;
  // A line that ends early, and its sentence too, ends its paragraph.
  const bool ended_early = width_ >= kMinWrapWidth && previous_width * 4 < width_ * 3;
  if (!flow_.empty() && ended_early && ends_sentence(lines_[i - 1].text)) end_block();
  // Text that is not indented under an item is not part of the list.
  if (gap_ && !items_.empty() && line.indent <= items_.front().indent) items_.clear();
  flow_.space({line.begin, line.begin});
  flow_.text(line.text, line.begin, false);
}

void Reader::heading(std::size_t i) {
  end_block();
  items_.clear();
  flow_.text(lines_[i].text, lines_[i].begin, false);
  Block block;
  flow_.take(block);
  if (const int level = underline_level(i); level > 0) {
    block.kind = BlockKind::kHeading;
    block.level = level;
    outline_.add(std::move(block));
  } else {
    outline_.add_unmarked_heading(std::move(block));
  }
}

bool Reader::begin_item(const Line& line) {
  const std::size_t bullet = bullet_length(line.text);
  const std::size_t enumerator = bullet > 0 ? 0 : enumerator_length(line.text);
  if (bullet == 0 && enumerator == 0) return false;
  // "1." in the middle of a wrapped paragraph is a number.
  if (enumerator > 0 && !gap_ && !flow_.empty() && !ends_sentence(flow_.last_text()) &&
      items_.empty())
    return false;
  end_block();
  while (!items_.empty() && items_.back().indent > line.indent) items_.pop_back();
  if (items_.empty() || items_.back().indent < line.indent) {
    OpenItem item;
    item.indent = line.indent;
    item.ordered = enumerator > 0;
    item.level = items_.empty() ? 1 : items_.back().level + 1;
    item.lead_in = items_.empty() ? outline_.lead_in_candidate() : items_.back().block;
    items_.push_back(item);
  }
  const std::size_t skip = bullet;
  item_open_ = true;
  flow_.text(line.text.substr(skip), line.begin + skip, false);
  return true;
}

void Reader::end_block() {
  if (flow_.empty()) return;
  Block block;
  if (item_open_) {
    OpenItem& item = items_.back();
    block.kind = BlockKind::kListItem;
    block.level = item.level;
    block.ordered = item.ordered;
    block.lead_in = item.lead_in;
    item.block = flow_.flush_as(outline_, std::move(block));
  } else {
    flow_.flush_as(outline_, std::move(block));
  }
  item_open_ = false;
}

}  // namespace

void read_text(std::string_view utf8, const ReadLimits& limits, Document& document) {
  Reader(utf8, limits, document).read();
}

}  // namespace fineprint
