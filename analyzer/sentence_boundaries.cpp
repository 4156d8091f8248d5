#include "analyzer/sentence_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace fineprint {
namespace {

// What a byte may be: of the middle of a sentence, a full stop, another stop, the start of a
// character that needs a closer look, or what is left to ICU.
enum class Kind : std::uint8_t { kInside, kPoint, kMark, kMultibyte, kUnknown };
constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c)
    kinds[c] = c >= ' ' && c < 0x80 ? Kind::kInside : Kind::kUnknown;
  kinds['\t'] = Kind::kInside;
  kinds['.'] = Kind::kPoint;
  kinds['!'] = kinds['?'] = Kind::kMark;
  for (std::size_t c = 0xC2; c <= 0xC8; ++c) kinds[c] = Kind::kMultibyte;
  kinds[0xE2] = Kind::kMultibyte;
  return kinds;
}();

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}
bool is_upper(unsigned char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(unsigned char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(unsigned char c) {
  return c >= '0' && c <= '9';
}

constexpr std::size_t kStep = 8;  // bytes that are looked at together

// Skips ASCII letters, what else stands behind '?', and blanks; some before `last` may be left.
std::size_t skip_plain(std::string_view text, std::size_t at, std::size_t last) {
  constexpr std::uint64_t kOnes = ~std::uint64_t{0} / 0xFF;  // 1 in each byte
  constexpr std::uint64_t kHighs = kOnes * 0x80;
  for (; at + kStep <= last; at += kStep) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, kStep);
    // The high bit of a byte tells, where no byte has it: no sum carries into another byte then.
    const std::uint64_t from_0x40 = bytes << 1;
    const std::uint64_t blank = ~((bytes ^ kOnes * ' ') + kOnes * 0x7F);
    if (((~(from_0x40 | blank) | bytes) & kHighs) != 0) break;
  }
  return at;
}

// The bytes of a character that ends no sentence, wherever it stands: U+00A0 to U+023F (no-break
// space, signs, letters) and U+2010 to U+201F (hyphens, dashes, quotation marks). 0 for all others.
// Right behind a stop, where they tell, they leave a doubt.
std::size_t inside_length(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (first == 0xC2) return second >= 0xA0 && second <= 0xBF ? 2 : 0;
  if (first != 0xE2) return second >= 0x80 && second <= 0xBF ? 2 : 0;
  const unsigned char third = byte_at(text, at + 2);
  return second == 0x80 && third >= 0x90 && third <= 0x9F ? 3 : 0;
}

// What the rules say of a stop, from the one or two bytes behind it.
enum class Stop : std::uint8_t { kEnds, kGoesOn, kDoubt };
Stop stop_at(std::string_view text, std::size_t at, Kind kind) {
  const unsigned char next = byte_at(text, at + 1);
  if (next == ' ') {
    const unsigned char behind = byte_at(text, at + 2);
    if (is_upper(behind)) return Stop::kEnds;                                         // SB11
    if (is_lower(behind)) return kind == Kind::kPoint ? Stop::kGoesOn : Stop::kEnds;  // SB8
    return Stop::kDoubt;
  }
  if (next == ',') return Stop::kGoesOn;                                           // SB8a
  const bool inside = kind == Kind::kPoint && (is_digit(next) || is_lower(next));  // SB6, SB8
  return inside ? Stop::kGoesOn : Stop::kDoubt;
}

// A piece of text up to a boundary that is certain, and whether there may be others in it.
struct Piece {
  std::size_t end;
  bool doubtful;
};
// `last` is where the blanks at the text's end begin: a stop before them parts nothing.
Piece next_piece(std::string_view text, std::size_t begin, std::size_t last) {
  Piece piece{text.size(), false};
  const auto kind_at = [&](std::size_t at) { return kKinds[static_cast<unsigned char>(text[at])]; };
  for (std::size_t at = begin;;) {
    at = skip_plain(text, at, last);
    for (const std::size_t end = std::min(at + kStep, last);
         at < end && kind_at(at) == Kind::kInside;)
      ++at;
    if (at >= last) return piece;
    const Kind kind = kind_at(at);
    if (kind == Kind::kInside) continue;
    std::size_t inside = kind == Kind::kMultibyte ? inside_length(text, at) : 0;
    if (kind == Kind::kPoint || kind == Kind::kMark) {
      const Stop stop = stop_at(text, at, kind);
      if (stop == Stop::kEnds) {
        piece.end = at + 2;
        return piece;
      }
      if (stop == Stop::kGoesOn || at + 1 == last) inside = 1;
    }
    piece.doubtful |= inside == 0;
    at += inside == 0 ? 1 : inside;
  }
}

}  // namespace

struct SentenceBoundaries::Icu {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;

  Icu() = default;
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;
  ~Icu() { utext_close(&text); }
};

SentenceBoundaries::SentenceBoundaries(const std::string& language)
    : icu_(std::make_unique<Icu>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu_->iterator.reset(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no sentence rules: its data is missing");
}

SentenceBoundaries::~SentenceBoundaries() = default;
SentenceBoundaries::SentenceBoundaries(SentenceBoundaries&&) noexcept = default;
SentenceBoundaries& SentenceBoundaries::operator=(SentenceBoundaries&&) noexcept = default;

const std::vector<std::size_t>& SentenceBoundaries::find(std::string_view text) {
  ends_.clear();
  const std::size_t last = text.find_last_not_of(' ') + 1;  // 0 where all are blanks
  for (std::size_t begin = 0; begin < text.size();) {
    const Piece piece = next_piece(text, begin, last);
    if (piece.doubtful)
      ask_icu(text, begin, piece.end);
    else
      ends_.push_back(piece.end);
    begin = piece.end;
  }
  return ends_;
}

void SentenceBoundaries::ask_icu(std::string_view text, std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&icu_->text, text.data() + begin, static_cast<int64_t>(end - begin), &status);
  icu_->iterator->setText(&icu_->text, status);
  if (U_FAILURE(status)) {
    ends_.push_back(end);
    return;
  }
  icu_->iterator->first();
  for (int32_t at = icu_->iterator->next(); at != icu::BreakIterator::DONE;
       at = icu_->iterator->next())
    ends_.push_back(begin + static_cast<std::size_t>(at));
}

}  // namespace fineprint
