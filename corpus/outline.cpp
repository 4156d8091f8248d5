#include "corpus/outline.h"

#include <algorithm>
#include <array>
#include <string>

namespace fineprint {
namespace {

constexpr std::size_t kMaxHeadingBytes = 120;
constexpr int kMaxHeadingWords = 14;
constexpr int kTitleBlocks = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "2", "2.1", "2.1.3" at the start: how many numbers; `end` is where they end.
int decimal_depth(std::string_view text, std::size_t& end) {
  int depth = 0;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin > 3) return 0;  // a year or an amount
    ++depth;
    end = at;
    if (at >= text.size() || text[at] != '.') break;
    end = ++at;
  }
  return depth;
}

bool ends_number(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  if (text[end - 1] == '.') return text[end] == ' ' || is_alpha(text[end]);
  return text[end] == ' ' || text[end] == ')' || text[end] == ':';
}

// "IV." or "A." or "a)": a number of letters.
bool lettered(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && std::string_view("IVXLC").find(text[end]) != std::string_view::npos)
    ++end;
  if (end == 0 && !text.empty() && is_alpha(text[0])) end = 1;
  return end > 0 && end <= 6 && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') &&
         text[end + 1] == ' ';
}

bool starts_with_section_word(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kWords = {
      "Section ", "SECTION ", "Article ", "ARTICLE ",  "Part ",
      "PART ",    "Chapter ", "Annex ",   "Schedule ", "\xC2\xA7"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

int numbering_depth(std::string_view text) {
  if (starts_with_section_word(text)) {
    const std::size_t digit = text.find_first_of("0123456789IVX");
    std::size_t end = 0;
    return digit < 12 ? std::max(1, decimal_depth(text.substr(digit), end)) : 1;
  }
  if (!text.empty() && text[0] == '(') {
    const std::size_t close = text.find(')');
    return close >= 2 && close <= 5 ? 1 : 0;
  }
  std::size_t end = 0;
  const int depth = decimal_depth(text, end);
  if (depth > 0) return ends_number(text, end) ? depth : 0;
  return lettered(text) ? 1 : 0;
}

bool reads_like_heading(std::string_view text) {
  if (text.empty() || text.size() > kMaxHeadingBytes) return false;
  if (std::count(text.begin(), text.end(), ' ') >= kMaxHeadingWords) return false;
  const bool has_letter = std::any_of(text.begin(), text.end(), [](char c) {
    return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  if (!has_letter) return false;
  const char last = text.back();
  if (last == ';' || last == ',') return false;
  // "Definitions." is a heading, "You agree to the terms." is not.
  if (last == '.' && std::count(text.begin(), text.end(), ' ') > 5) return false;
  const std::size_t stop = text.find(". ");
  return stop == std::string_view::npos || numbering_depth(text) > 0 || stop < 4;
}

bool introduces_list(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == '"')) text.remove_suffix(1);
  if (text.empty()) return false;
  const char last = text.back();
  if (last != '.' && last != '!' && last != '?') return true;
  const std::size_t previous = text.substr(0, text.size() - 1).rfind(". ");
  const std::string_view sentence =
      previous == std::string_view::npos ? text : text.substr(previous + 2);
  static constexpr std::array<std::string_view, 12> kAnnounces = {
      "following", "Following", "below",    "as follows", "suivant",   "ci-dessous",
      "ci-apr",    "folgende",  "seguenti", "siguiente",  "seguintes", "volgende"};
  return std::any_of(kAnnounces.begin(), kAnnounces.end(), [&](std::string_view word) {
    return sentence.find(word) != std::string_view::npos;
  });
}

bool breaks_off(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == '"')) text.remove_suffix(1);
  if (text.ends_with(':')) return true;
  static constexpr std::array<std::string_view, 16> kOpenEnds = {
      " to",  " not",  " may",  " must", " including", " that", " if",  " by",
      " for", " when", " with", " from", " pour",      " de",   " que", " si"};
  return std::any_of(kOpenEnds.begin(), kOpenEnds.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

// The block that may introduce an enumeration of which the text is the first item. "1." and "a."
// also number sections: such items need a lead-in that plainly is one.
int Outline::enumeration_lead_in(std::string_view text) const {
  if (document_.blocks.empty()) return kNone;
  const Block& last = document_.blocks.back();
  if (last.kind == BlockKind::kHeading || last.kind == BlockKind::kTableCell) return kNone;
  if (breaks_off(last.text)) return size() - 1;
  return begins_enumerated_item(text) ? lead_in_candidate() : kNone;
}

bool Outline::is_lettered_item(std::string_view text) const {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' &&
         enumerations_.place(text, enumeration_lead_in(text)).has_value();
}

int Outline::add_paragraph(Block block) {
  if (document_.blocks.empty()) return add(std::move(block));
  const Block& last = document_.blocks.back();
  auto place = enumerations_.add(block.text, enumeration_lead_in(block.text));
  if (!place && last.kind == BlockKind::kListItem && last.lead_in != kNone &&
      begins_enumerated_item(block.text) && begins_enumerated_item(last.text))
    place = {1, last.lead_in};
  if (place) {
    block.kind = BlockKind::kListItem;
    block.level = place->level;
    block.ordered = true;
    block.lead_in = place->lead_in;
  }
  return add(std::move(block));
}

bool Outline::extend_last(const Block& more) {
  if (document_.blocks.empty()) return false;
  Block& last = document_.blocks.back();
  if (last.kind != BlockKind::kParagraph && last.kind != BlockKind::kListItem) return false;
  const std::size_t end = last.map.to_source({last.text.size() - 1, last.text.size()}).end;
  last.text += ' ';
  last.map.append(1, {end, more.map.to_source({0, 1}).begin});
  last.text += more.text;
  last.map.append(more.map);
  return true;
}

int Outline::add(Block block) {
  if (block.text.empty()) return kNone;
  auto& blocks = document_.blocks;
  if (blocks.size() >= limits_.max_blocks)
    throw UnreadableInput("too long: more than " + std::to_string(limits_.max_blocks) + " blocks");
  const int index = size();
  if (block.kind == BlockKind::kHeading) {
    enumerations_.clear();
    block.level = std::clamp(block.level, 1, 6);
    while (section_ != kNone && (*this)[section_].level >= block.level)
      section_ = (*this)[section_].section;
  }
  block.section = section_;
  blocks.push_back(std::move(block));
  if (blocks.back().kind == BlockKind::kHeading) {
    section_ = index;
    marked_level_ = blocks.back().level;
    numbered_seen_ = false;
  }
  return index;
}

int Outline::add_unmarked_heading(Block block) {
  // What opens a document without a number is its title.
  if (size() < kTitleBlocks && section_ == kNone && numbering_depth(block.text) == 0) {
    block.kind = BlockKind::kHeading;
    block.level = 1;
    return add(std::move(block));
  }
  const int marked = marked_level_;
  int depth = numbering_depth(block.text);
  const bool numbered = depth > 0 || numbered_seen_;
  if (depth == 0) depth = numbered_seen_ ? 2 : 1;
  block.kind = BlockKind::kHeading;
  block.level = marked + depth;
  const int index = add(std::move(block));
  marked_level_ = marked;
  numbered_seen_ = numbered;
  return index;
}

int Outline::lead_in_candidate() const {
  if (document_.blocks.empty()) return kNone;
  const Block& last = document_.blocks.back();
  const bool introduces = last.kind == BlockKind::kParagraph
                              ? introduces_list(last.text)
                              : last.kind == BlockKind::kHeading && last.text.ends_with(':');
  return introduces ? size() - 1 : kNone;
}

int Outline::bullet_lead_in() const {
  if (document_.blocks.empty()) return kNone;
  const Block& last = document_.blocks.back();
  const bool goes_on = last.kind == BlockKind::kListItem && !last.ordered && last.level == 1;
  return goes_on ? last.lead_in : lead_in_candidate();
}

int Outline::lead_in_under(int item) const {
  const int candidate = item == kNone ? kNone : lead_in_candidate();
  return candidate > item ? candidate : item;
}

}  // namespace fineprint
