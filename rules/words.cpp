#include "rules/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace fineprint {
namespace {

enum class Class {
  kLetter,
  kDigit,
  kApostrophe,
  kIgnored,
  kHyphen,
  kComma,
  kSemicolon,
  kColon,
  kPoint,
  kAmpersand,
  kOther
};

constexpr Class classify_ascii(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::kLetter;
  if (c >= '0' && c <= '9') return Class::kDigit;
  switch (c) {
    case '\'':
    case '`':
      return Class::kApostrophe;
    case '-':
    case '/':
    case '_':
      return Class::kHyphen;
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
      return Class::kComma;
    case ';':
      return Class::kSemicolon;
    case ':':
      return Class::kColon;
    case '.':
      return Class::kPoint;
    case '&':
      return Class::kAmpersand;
    default:
      return Class::kOther;
  }
}

Class classify(UChar32 c) {
  if (c < 0x80) return classify_ascii(static_cast<unsigned char>(c));
  switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0xFF07:
    case 0x00B4:
      return Class::kApostrophe;
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return Class::kIgnored;
    case 0x2010:
    case 0x2011:
      return Class::kHyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Class::kComma;
    default:
      break;
  }
  if (u_isdigit(c)) return Class::kDigit;
  if (u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK)) return Class::kLetter;
  return Class::kOther;
}

// Case folded, compatibility decomposed, accents dropped: "É" -> "e", "ﬁ" -> "fi".
void append_folded(UChar32 c, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* split = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return;
  const icu::UnicodeString folded =
      split->normalize(fold->normalize(icu::UnicodeString(c), status), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 each = folded.char32At(i);
    if (u_charType(each) != U_NON_SPACING_MARK) kept.append(each);
  }
  kept.toUTF8String(out);
}

// Eight bytes at a time, each where it stands in a word of the processor.
constexpr std::size_t kBytes = sizeof(std::uint64_t);
constexpr std::uint64_t each_byte(std::uint64_t byte) {
  return byte * 0x0101010101010101;
}

// Brings ASCII letters to lower case and tells which of the bytes they are, a bit each from the
// lowest on. Other bytes are spoilt.
std::uint64_t lower_letters(std::uint64_t& bytes) {
  const std::uint64_t lower = bytes | each_byte(0x20);
  // The highest bit of a byte tells: of the first sum whether it is 'a' or more, of the second
  // whether it is more than 'z'. No sum goes over into the next byte.
  const std::uint64_t low = lower & each_byte(0x7F);
  std::uint64_t letters =
      (low + each_byte(0x80 - 'a')) & ~(low + each_byte(0x7F - 'z')) & ~bytes & each_byte(0x80);
  bytes = lower;
  if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap64(letters);
  // The product has bit i of each byte i among its highest eight bits, and no two terms meet.
  return (letters >> 7) * 0x0102040810204080 >> 56;
}

// The same of a whole text. Behind its last byte none is a letter.
void lower_letters(char* text, std::size_t size, std::vector<std::uint64_t>& letters) {
  letters.assign(size / 64 + 1, 0);
  for (std::size_t at = 0; at < size; at += kBytes) {
    const std::size_t count = std::min(kBytes, size - at);
    std::uint64_t bytes = 0;
    if (count == kBytes)
      std::memcpy(&bytes, text + at, kBytes);
    else
      std::memcpy(&bytes, text + at, count);
    letters[at / 64] |= lower_letters(bytes) << at % 64;
    if (count == kBytes)
      std::memcpy(text + at, &bytes, kBytes);
    else
      std::memcpy(text + at, &bytes, count);
  }
}

// Where the letters end that begin at a byte, or that byte.
std::size_t end_of_letters(const std::vector<std::uint64_t>& letters, std::size_t at) {
  std::size_t block = at / 64;
  std::uint64_t others = ~letters[block] & ~std::uint64_t{0} << at % 64;
  while (others == 0) others = ~letters[++block];
  return block * 64 + static_cast<std::size_t>(std::countr_zero(others));
}

// By byte: whether it ends a word of ASCII letters that it stands behind, whatever follows.
constexpr std::array<bool, 256> kEndsWord = [] {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    const Class kind = classify_ascii(static_cast<unsigned char>(c));
    ends[c] = kind != Class::kLetter && kind != Class::kDigit && kind != Class::kApostrophe &&
              kind != Class::kAmpersand;
  }
  return ends;
}();

constexpr std::uint8_t mark_of(Class kind) {
  switch (kind) {
    case Class::kComma:
      return kComma;
    case Class::kSemicolon:
      return kSemicolon;
    case Class::kColon:
      return kColon;
    default:
      return kNoMark;
  }
}

constexpr std::array<std::uint8_t, 0x80> kMarkOf = [] {
  std::array<std::uint8_t, 0x80> marks{};
  for (std::size_t c = 0; c < marks.size(); ++c)
    marks[c] = mark_of(classify_ascii(static_cast<unsigned char>(c)));
  return marks;
}();

}  // namespace

WordCutter::WordCutter(std::vector<std::string> elisions, std::vector<std::string> clitics)
    : elisions_(std::move(elisions)), clitics_(std::move(clitics)) {
  std::sort(elisions_.begin(), elisions_.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (std::size_t c = 0; c < kKnownFolds; ++c) append_folded(static_cast<UChar32>(c), folds_[c]);
}

void WordCutter::fold(std::int32_t c, std::string& out) const {
  if (static_cast<std::size_t>(c) < kKnownFolds)
    out += folds_[static_cast<std::size_t>(c)];
  else
    append_folded(c, out);
}

// Adds one raw word, parted at elisions and clitics. `apostrophe` is the byte range in the text of
// its last apostrophe (empty: it has none).
void WordCutter::add(std::string_view key, Apostrophe apostrophe, Word word, WordList& out) const {
  const auto push = [&](std::string_view piece, Word each) {
    if (piece.empty()) return;  // nothing but accents stood there
    each.key_begin = static_cast<std::uint32_t>(out.keys.size());
    out.keys += piece;
    each.key_end = static_cast<std::uint32_t>(out.keys.size());
    out.words.push_back(each);
  };
  const std::size_t mark = apostrophe.end > 0 ? key.rfind('\'') : std::string_view::npos;
  if (mark == std::string_view::npos) return push(key, word);
  Word head = word;
  Word tail = word;
  tail.marks = kNoMark;
  tail.capital = false;
  if (std::find(elisions_.begin(), elisions_.end(), key.substr(0, mark + 1)) != elisions_.end()) {
    head.end = tail.begin = apostrophe.end;
    push(key.substr(0, mark + 1), head);
    return push(key.substr(mark + 1), tail);
  }
  if (std::find(clitics_.begin(), clitics_.end(), key.substr(mark)) != clitics_.end()) {
    head.end = tail.begin = apostrophe.begin;
    push(key.substr(0, mark), head);
    return push(key.substr(mark), tail);
  }
  push(key, word);
}

void WordCutter::cut(std::string_view text, WordList& out) const {
  const char* const bytes = text.data();
  const auto length = static_cast<int32_t>(text.size());
  // The whole text in lower case: of most words, which are made of ASCII letters only, it holds the
  // keys. Those of others stand behind it.
  const auto keys = static_cast<std::uint32_t>(out.keys.size());
  out.keys += text;
  lower_letters(out.keys.data() + keys, text.size(), out.letters);
  std::string key;
  std::uint8_t marks = kNoMark;
  Word word;
  Apostrophe apostrophe;
  bool last_digit = false;
  const auto finish = [&](int32_t end) {
    if (key.empty()) return;
    word.end = static_cast<std::uint32_t>(end);
    add(key, apostrophe, word, out);
    key.clear();
    marks = kNoMark;
    apostrophe = {};
    last_digit = false;
  };
  const auto next_is = [&](int32_t at, bool digit) {
    if (at >= length) return false;
    UChar32 c;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) return false;
    const Class kind = classify(c);
    return digit ? kind == Class::kDigit : kind == Class::kLetter;
  };
  for (int32_t at = 0; at < length;) {
    const int32_t begin = at;
    if (key.empty()) {
      const auto first = static_cast<unsigned char>(text[static_cast<std::size_t>(begin)]);
      if (kEndsWord[first]) {  // blanks and punctuation between words
        marks |= kMarkOf[first];
        ++at;
        continue;
      }
      const std::size_t end = end_of_letters(out.letters, static_cast<std::size_t>(begin));
      at = static_cast<int32_t>(end);
      const auto behind = at == length ? ' ' : static_cast<unsigned char>(text[end]);
      if (at > begin && kEndsWord[behind]) {
        const std::uint32_t from = static_cast<std::uint32_t>(begin);
        const std::uint32_t to = static_cast<std::uint32_t>(end);
        out.words.push_back({from, to, keys + from, keys + to, marks, first <= 'Z'});
        marks = kMarkOf[behind];
        ++at;
        continue;
      }
      at = begin;
    }
    UChar32 c;
    U8_NEXT(bytes, at, length, c);
    const Class kind = c < 0 ? Class::kOther : classify(c);
    switch (kind) {
      case Class::kLetter:
      case Class::kDigit:
        if (key.empty()) {
          word = Word{};
          word.begin = static_cast<std::uint32_t>(begin);
          word.marks = marks;
          word.capital = kind == Class::kLetter && (c < 0x80 ? c <= 'Z' : u_isupper(c) != 0);
        }
        fold(c, key);
        last_digit = kind == Class::kDigit;
        if (c < 0x80 && !last_digit) {
          const std::size_t next = end_of_letters(out.letters, static_cast<std::size_t>(at));
          key.append(out.keys, keys + static_cast<std::size_t>(at),
                     next - static_cast<std::size_t>(at));
          at = static_cast<int32_t>(next);
        }
        continue;
      case Class::kIgnored:
        continue;
      case Class::kApostrophe:
        // An elided word alone ("n'" in a pattern) keeps its apostrophe.
        if (at == length &&
            std::find(elisions_.begin(), elisions_.end(), key + "'") != elisions_.end()) {
          key += '\'';
          finish(length);
          continue;
        }
        // So does a clitic alone ("'s").
        if (begin == 0 && std::any_of(clitics_.begin(), clitics_.end(), [&](const auto& clitic) {
              return clitic.starts_with('\'') &&
                     std::string_view(clitic).substr(1) == text.substr(at);
            })) {
          word = Word{};
          key = '\'';
          continue;
        }
        if (!key.empty() && next_is(at, false)) {
          key += '\'';
          apostrophe = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
          continue;
        }
        break;
      case Class::kAmpersand:
        if (!key.empty() && next_is(at, false)) {
          key += '&';
          continue;
        }
        break;
      case Class::kPoint:
      case Class::kComma:
        if (last_digit && (c == '.' || c == ',') && next_is(at, true)) {
          key += static_cast<char>(c);
          continue;
        }
        break;
      default:
        break;
    }
    finish(begin);
    marks |= mark_of(kind);
  }
  finish(length);
}

}  // namespace fineprint
