#include "corpus/flow.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace fineprint {
namespace {

constexpr std::size_t kMaxNumberedHeading = 80;
constexpr std::size_t kMinUpperCaseLetters = 4;

UChar32 first_character(std::string_view text) {
  UChar32 c = 0;
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size() < 4 ? text.size() : 4);
  if (length > 0)
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
  return c;
}

// Whether a line that ends with `before` and one that begins with `after` are one sentence.
bool continues(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  const char last = before.back();
  if (last == '.' || last == ':' || last == ';' || last == '!' || last == '?') return false;
  const UChar32 first = first_character(after);
  if (u_islower(first)) return true;
  return (last == ',' || last == '-' || last == '(') && bullet_length(after) == 0;
}

// First halves of compounds that are written with a hyphen wherever they stand.
bool keeps_hyphen(std::string_view half) {
  static constexpr std::array<std::string_view, 16> kHalves = {
      "non",  "self", "third", "first", "opt", "sub", "co",   "pre",
      "post", "end",  "real",  "up",    "on",  "add", "sign", "long"};
  return half.find('-') != std::string_view::npos ||
         std::find(kHalves.begin(), kHalves.end(), half) != kHalves.end();
}

// "12", "3/18", "Page 5", "- 5 -".
bool is_page_number(std::string_view text) {
  if (text.starts_with("Page ") || text.starts_with("page ")) text.remove_prefix(5);
  return !text.empty() && text.size() <= 9 &&
         text.find_first_not_of("0123456789/- ") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::size_t bullet_length(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kBullets = {
      "\u2022", "\u25CF", "\u25E6", "\u25AA", "\u25A0", "\u00B7", "\u2023",
      "\u2043", "\uF0B7", "\u27A2", "\u2013", "\u2014", "-",      "*"};
  for (const std::string_view bullet : kBullets) {
    if (!text.starts_with(bullet)) continue;
    const std::string_view rest = text.substr(bullet.size());
    const bool sure = bullet.size() > 1 && bullet != "\u2013" && bullet != "\u2014";
    if (!rest.empty() && (rest[0] == ' ' || sure)) return bullet.size();
  }
  return 0;
}

bool is_numbered_heading(std::string_view text) {
  if (text.size() > kMaxNumberedHeading || begins_enumerated_item(text)) return false;
  if (numbering_depth(text) == 0 || !reads_like_heading(text)) return false;
  const char last = text.back();
  if (last == '.' || last == ':' || last == '!' || last == '?') return false;
  const std::size_t word = text.find(' ');
  return word != std::string_view::npos && u_isupper(first_character(text.substr(word + 1)));
}

bool is_upper_case_heading(std::string_view text) {
  if (!reads_like_heading(text)) return false;
  std::size_t upper = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
    if (u_islower(c)) return false;
    if (u_isupper(c)) ++upper;
  }
  return upper >= kMinUpperCaseLetters;
}

void join_cut_line(BlockText& text, const BlockText& next) {
  const std::string_view before = text.text();
  const bool cut = before.size() > 2 && before.back() == '-' && !next.empty() &&
                   u_islower(first_character(next.text())) &&
                   u_islower(static_cast<UChar32>(before[before.size() - 2]));
  if (!cut) return text.append(next);
  const std::size_t word = before.find_last_of(' ') + 1;
  if (keeps_hyphen(before.substr(word, before.size() - 1 - word)))
    return text.append_directly(next);
  text.remove_suffix(1);
  text.append_directly(next);
}

bool Flow::Line::is_bold() const {
  return !text.empty() && bold * 20 >= text.text().size() * 19;
}

Flow::Line& Flow::last() {
  if (lines_.empty()) lines_.emplace_back();
  return lines_.back();
}

void Flow::text(std::string_view text, std::size_t source, bool bold) {
  Line& line = last();
  const std::size_t before = line.text.text().size();
  line.text.append(text, source);
  if (bold) line.bold += line.text.text().size() - before;
}

void Flow::converted(std::string_view text, ByteRange source, bool bold) {
  Line& line = last();
  const std::size_t before = line.text.text().size();
  line.text.append_converted(text, source);
  if (bold) line.bold += line.text.text().size() - before;
}

void Flow::space(ByteRange source) {
  if (!lines_.empty()) last().text.space(source);
}

void Flow::line_break(ByteRange source) {
  if (lines_.empty() || last().text.empty()) return;
  last().text.space(source);
  lines_.emplace_back();
}

void Flow::space() {
  if (!lines_.empty()) last().text.space();
}

void Flow::paragraph_break(ByteRange source) {
  line_break(source);
  if (!lines_.empty()) last().apart = true;
}

void Flow::line_break() {
  if (lines_.empty() || last().text.empty()) return;
  last().text.space();
  lines_.emplace_back();
}

bool Flow::empty() const {
  for (const Line& line : lines_)
    if (!line.text.empty()) return false;
  return true;
}

bool Flow::is_bold_heading() const {
  bool any = false;
  for (const Line& line : lines_) {
    if (line.text.empty()) continue;
    if (any || !line.is_bold() || !reads_like_heading(line.text.text())) return false;
    any = true;
  }
  return any;
}

std::size_t Flow::length() const {
  std::size_t sum = 0;
  for (const Line& line : lines_) sum += line.text.text().size();
  return sum;
}

std::string_view Flow::last_text() const {
  return lines_.empty() ? std::string_view() : std::string_view(lines_.back().text.text());
}

void Flow::take(Block& block) {
  BlockText all;
  for (Line& line : lines_) {
    if (all.empty())
      all = std::move(line.text);
    else
      all.append(line.text);
  }
  lines_.clear();
  all.move_to(block);
}

int Flow::flush_as(Outline& outline, Block prototype) {
  take(prototype);
  return outline.add(std::move(prototype));
}

int Flow::flush_cell(Outline& outline, Block prototype) {
  if (lines_.size() > 1) join_broken_sentences();
  BlockText all;
  for (const Line& line : lines_) all.append_line(line.text);
  lines_.clear();
  all.move_to(prototype);
  return outline.add(std::move(prototype));
}

void Flow::join_lines(bool (*goes_on)(const Line&, const Line&, std::size_t), std::size_t width) {
  std::vector<Line> joined;
  joined.reserve(lines_.size());
  for (Line& line : lines_) {
    if (line.text.empty()) continue;
    line.width = line.text.text().size();
    if (joined.empty() || !goes_on(joined.back(), line, width)) {
      joined.push_back(std::move(line));
      continue;
    }
    join_cut_line(joined.back().text, line.text);
    joined.back().bold += line.bold + 1;
    joined.back().width = line.width;
  }
  lines_ = std::move(joined);
}

void Flow::join_broken_sentences() {
  const auto goes_on = [](const Line& before, const Line& after, std::size_t) {
    return before.is_bold() == after.is_bold() && continues(before.text.text(), after.text.text());
  };
  join_lines(goes_on, 0);
}

void Flow::join_wrapped(std::size_t width) {
  // A page number would stand in the middle of a sentence.
  std::erase_if(lines_, [](const Line& line) { return is_page_number(line.text.text()); });
  const auto goes_on = [](const Line& before, const Line& after, std::size_t full) {
    if (before.is_bold() != after.is_bold()) return false;
    const std::string_view text = after.text.text();
    if (continues(before.text.text(), text)) return true;
    if (after.apart) return false;
    const char last = before.text.text().back();
    if (last == '.' || last == ':' || last == ';' || last == '!' || last == '?') return false;
    return before.width * 10 >= full * 7 && bullet_length(text) == 0 &&
           (numbering_depth(text) == 0 || begins_enumerated_item(text));
  };
  join_lines(goes_on, width);
}

void Flow::flush_paragraphs(Outline& outline) {
  if (lines_.size() > 1) join_broken_sentences();
  int lead_in = kNone;
  bool in_list = false;
  for (Line& line : lines_) {
    const std::size_t bullet = bullet_length(line.text.text());
    const bool heading =
        bullet == 0 &&
        ((line.is_bold() && reads_like_heading(line.text.text())) ||
         is_upper_case_heading(line.text.text()) ||
         (is_numbered_heading(line.text.text()) && !outline.is_lettered_item(line.text.text())));
    if (bullet > 0) line.text.remove_prefix(bullet);
    Block block;
    line.text.move_to(block);
    if (heading) {
      outline.add_unmarked_heading(std::move(block));
    } else if (bullet > 0) {
      if (!in_list) lead_in = outline.bullet_lead_in();
      block.kind = BlockKind::kListItem;
      block.level = 1;
      block.lead_in = lead_in;
      outline.add(std::move(block));
    } else {
      outline.add_paragraph(std::move(block));
    }
    in_list = bullet > 0;
  }
  lines_.clear();
}

}  // namespace fineprint
