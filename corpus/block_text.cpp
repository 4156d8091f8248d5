#include "corpus/block_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace fineprint {
namespace {

// Whether a byte may begin a blank or a character that is left out.
constexpr std::array<bool, 256> kOdd = [] {
  std::array<bool, 256> odd{};
  for (std::size_t c = 0; c <= 0x20; ++c) odd[c] = true;
  for (const std::size_t c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) odd[c] = true;
  return odd;
}();
bool is_odd(char c) {
  return kOdd[static_cast<unsigned char>(c)];
}

constexpr std::size_t kStep = 8;  // bytes that are looked at together

// How many bytes from `at` on can be copied as they are because they are ASCII without control
// characters or two spaces in a row; it may be more.
std::size_t plain_run(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = ~std::uint64_t{0} / 0xFF;  // 1 in each byte
  constexpr std::uint64_t kHighs = kOnes * 0x80;
  // Bytes below 0x80 get their high bit where it holds: no sum carries into another byte.
  const auto controls = [](std::uint64_t bytes) { return ~(bytes + kOnes * (0x80 - ' ')); };
  const auto spaces = [](std::uint64_t bytes) { return ~((bytes ^ kOnes * ' ') + kOnes * 0x7F); };
  const std::size_t begin = at;
  for (; at + kStep < text.size(); at += kStep) {
    std::uint64_t bytes = 0;
    std::uint64_t behind = 0;  // each its next
    std::memcpy(&bytes, text.data() + at, kStep);
    std::memcpy(&behind, text.data() + at + 1, kStep);
    if (((bytes | behind) & kHighs) != 0) break;
    if (((controls(bytes) | (spaces(bytes) & spaces(behind))) & kHighs) != 0) break;
  }
  // What follows a space tells whether it stays.
  return at > begin && text[at - 1] == ' ' ? at - 1 - begin : at - begin;
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// Text that can be copied as it is, and the blank or what is left out behind it.
struct Run {
  std::size_t end = 0;
  std::size_t blank = 0;  // bytes
  bool folds = false;     // as blank_length tells
};

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

namespace {

Run find_run(std::string_view text, std::size_t begin) {
  Run run{begin, 0, false};
  while (run.end < text.size()) {
    if (run.end > begin || text[begin] != ' ') run.end += plain_run(text, run.end);
    const std::size_t stop = std::min(run.end + kStep, text.size());
    while (run.end < stop) {
      const std::size_t next = run.end + 1;
      const bool odd = is_odd(text[run.end]);
      // A single space inside the text is as good as any letter.
      if (odd && text[run.end] == ' ' && run.end > begin && next < text.size() &&
          !is_odd(text[next])) {
        run.end = next + 1;
        continue;
      }
      if (odd && (run.blank = blank_length(text.substr(run.end), run.folds)) > 0) return run;
      run.end = next;
    }
  }
  run.folds = false;
  return run;
}

}  // namespace

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
  for (std::size_t at = 0; at < text.size();) {
    const Run run = find_run(text, at);
    if (run.end > at) {
      flush_space();
      text_.append(text.substr(at, run.end - at));
      map_.append(run.end - at, {source + at, source + run.end});
    }
    if (run.folds) space({source + run.end, source + run.end + run.blank});
    at = run.end + run.blank;
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
