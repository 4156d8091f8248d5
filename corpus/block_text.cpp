#include "corpus/block_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fineprint {
namespace {

// What a byte may begin, a bit each: a blank or a character that is left out; a space.
constexpr unsigned char kOdd = 1;
constexpr unsigned char kSpace = 2;
constexpr std::array<unsigned char, 256> kByteKinds = [] {
  std::array<unsigned char, 256> kinds{};
  for (std::size_t c = 0; c < 0x20; ++c) kinds[c] = kOdd;
  for (const std::size_t c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) kinds[c] = kOdd;
  kinds[0x20] = kSpace;
  return kinds;
}();
unsigned char byte_kind(char c) {
  return kByteKinds[static_cast<unsigned char>(c)];
}

// Whether the text can be copied as it is: no white space but single spaces inside it. Nearly all
// text passes; a space counts only behind another.
bool needs_no_folding(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  unsigned found = 0;
  unsigned before = 0;
  for (const char c : text) {
    const unsigned kind = byte_kind(c);
    found |= kind & (before | kOdd);
    before = kind;
  }
  return found == 0;
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

}  // namespace

std::size_t blank_length(std::string_view text, bool& folds) {
  const unsigned char first = byte_at(text, 0);
  const unsigned char second = byte_at(text, 1);
  const unsigned char third = byte_at(text, 2);
  folds = true;
  switch (first) {
    case 0x09:
    case 0x0A:
    case 0x0B:
    case 0x0C:
    case 0x0D:
    case 0x20:
      return 1;
    case 0xC2:
      if (second == 0xA0 || second == 0x85) return 2;  // no-break space, next line
      folds = false;
      return second == 0xAD ? 2 : 0;  // soft hyphen
    case 0xE1:
      return second == 0x9A && third == 0x80 ? 3 : 0;
    case 0xE2:
      if (second == 0x80 && third >= 0x80 && third <= 0x8A) return 3;  // en quad to hair space
      if (second == 0x80 && (third == 0xA8 || third == 0xA9 || third == 0xAF)) return 3;
      if (second == 0x81 && third == 0x9F) return 3;
      folds = false;
      if (second == 0x80 && (third == 0x8B || third == 0x8E || third == 0x8F)) return 3;
      return second == 0x81 && third == 0xA0 ? 3 : 0;  // word joiner
    case 0xE3:
      return second == 0x80 && third == 0x80 ? 3 : 0;  // ideographic space
    case 0xEF:
      folds = false;
      return second == 0xBB && third == 0xBF ? 3 : 0;
    default:
      return 0;
  }
}

void BlockText::flush_space(char space) {
  if (!space_pending_) return;
  space_pending_ = false;
  if (text_.empty()) return;
  text_ += space;
  map_.append(1, space_source_);
}

void BlockText::space(ByteRange source) {
  if (space_pending_) {
    space_source_.end = source.end > space_source_.end ? source.end : space_source_.end;
    return;
  }
  space_pending_ = true;
  space_source_ = source;
}

void BlockText::space() {
  if (text_.empty() || space_pending_) return;
  const std::size_t end = map_.to_source({text_.size() - 1, text_.size()}).end;
  space({end, end});
}

void BlockText::append(std::string_view text, std::size_t source) {
  if (needs_no_folding(text)) {
    flush_space();
    text_.append(text);
    map_.append(text.size(), {source, source + text.size()});
    return;
  }
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    bool folds = false;
    std::size_t blank = 0;
    while (end < text.size()) {
      if (byte_kind(text[end]) == 0) {
        ++end;
        continue;
      }
      // A single space inside the text is as good as any letter.
      if (text[end] == ' ' && end > at && end + 1 < text.size() && byte_kind(text[end + 1]) == 0) {
        end += 2;
        continue;
      }
      blank = blank_length(text.substr(end), folds);
      if (blank > 0) break;
      ++end;
    }
    if (end > at) {
      flush_space();
      text_.append(text.substr(at, end - at));
      map_.append(end - at, {source + at, source + end});
    }
    if (blank > 0 && folds) space({source + end, source + end + blank});
    at = end + blank;
  }
}

void BlockText::append_converted(std::string_view text, ByteRange source) {
  while (!text.empty()) {
    bool folds = false;
    if (const std::size_t blank = blank_length(text, folds); blank > 0) {
      if (folds) space(source);
      text.remove_prefix(blank);
      continue;
    }
    std::size_t run = 1;
    while (run < text.size() && blank_length(text.substr(run), folds) == 0) ++run;
    flush_space();
    text_.append(text.substr(0, run));
    map_.append(run, source);
    text.remove_prefix(run);
  }
}

void BlockText::append(const BlockText& next) {
  append_behind(' ', next);
}

void BlockText::append_line(const BlockText& next) {
  append_behind('\n', next);
}

void BlockText::append_behind(char mark, const BlockText& next) {
  if (next.empty()) return;
  if (!text_.empty() && !space_pending_) {
    const std::size_t end = map_.to_source({text_.size() - 1, text_.size()}).end;
    space({end, next.map_.to_source({0, 1}).begin});
  }
  flush_space(mark);
  text_ += next.text_;
  map_.append(next.map_);
}

void BlockText::append_directly(const BlockText& next) {
  space_pending_ = false;
  text_ += next.text_;
  map_.append(next.map_);
}

void BlockText::remove_suffix(std::size_t length) {
  text_.erase(text_.size() - std::min(length, text_.size()));
  map_.truncate(text_.size());
}

void BlockText::remove_prefix(std::size_t length) {
  const std::size_t begin = std::min(text_.find_first_not_of(' ', length), text_.size());
  text_.erase(0, begin);
  map_.remove_prefix(begin);
}

void BlockText::move_to(Block& block) {
  block.text = std::move(text_);
  block.map = std::move(map_);
  text_.clear();
  map_ = {};
  space_pending_ = false;
}

}  // namespace fineprint
