#include "corpus/flow.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <utility>

namespace fineprint {
namespace {

constexpr std::size_t kMinUpperCaseLetters = 4;

UChar32 first_character(std::string_view text) {
  UChar32 c = 0;
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size() < 4 ? text.size() : 4);
  if (length > 0) U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
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

bool Flow::Line::is_bold() const { return !text.empty() && bold * 20 >= text.text().size() * 19; }

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

void Flow::join_broken_sentences() {
  std::vector<Line> joined;
  joined.reserve(lines_.size());
  for (Line& line : lines_) {
    if (line.text.empty()) continue;
    const bool join = !joined.empty() && joined.back().is_bold() == line.is_bold() &&
                      continues(joined.back().text.text(), line.text.text());
    if (!join) {
      joined.push_back(std::move(line));
      continue;
    }
    joined.back().text.append(line.text);
    joined.back().bold += line.bold + 1;
  }
  lines_ = std::move(joined);
}

void Flow::flush_paragraphs(Outline& outline) {
  if (lines_.size() > 1) join_broken_sentences();
  int lead_in = kNone;
  bool in_list = false;
  for (Line& line : lines_) {
    const std::size_t bullet = bullet_length(line.text.text());
    const bool heading =
        bullet == 0 && ((line.is_bold() && reads_like_heading(line.text.text())) ||
                        is_upper_case_heading(line.text.text()));
    if (bullet > 0) line.text.remove_prefix(bullet);
    Block block;
    line.text.move_to(block);
    if (heading) {
      outline.add_unmarked_heading(std::move(block));
    } else if (bullet > 0) {
      if (!in_list) lead_in = outline.lead_in_candidate();
      block.kind = BlockKind::kListItem;
      block.level = 1;
      block.lead_in = lead_in;
      outline.add(std::move(block));
    } else {
      outline.add(std::move(block));
    }
    in_list = bullet > 0;
  }
  lines_.clear();
}

}  // namespace fineprint
