#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>
#include <cctype>
#include <cstddef>

namespace fineprint {
namespace {

constexpr std::size_t kSampleBytes = 800;
constexpr std::size_t kPieces = 8;

// The first bytes of a text, at most `length`, without a cut character at the end.
std::string_view prefix(std::string_view text, std::size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

// Pieces of text from all over the document.
std::string spread_sample(const Document& document) {
  std::size_t total = 0;
  for (const Block& block : document.blocks) total += block.text.size();
  const std::size_t piece = total <= kSampleBytes ? total : kSampleBytes / kPieces;
  const std::size_t stride = total <= kSampleBytes ? 1 : total / kPieces;
  std::string text;
  std::size_t at = 0;
  std::size_t next = 0;
  for (const Block& block : document.blocks) {
    at += block.text.size();
    if (at <= next) continue;
    text.append(prefix(block.text, piece));
    text += '\n';
    next = at + stride - 1;
  }
  return text;
}

// The document's opening, for one that is in several languages.
std::string opening(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (text.size() > kSampleBytes) break;
    text.append(prefix(block.text, kSampleBytes));
    text += '\n';
  }
  return text;
}

struct Guess {
  std::string language;  // "" where it is unknown
  bool reliable = false;
};

Guess guess_language(const std::string& text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int text_bytes = 0;
  Guess guess;
  int valid_prefix = 0;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &guess.reliable, &valid_prefix);
  if (best != CLD2::UNKNOWN_LANGUAGE) guess.language = CLD2::LanguageCode(best);
  return guess;
}

std::string primary_tag(std::string_view declared) {
  std::string tag;
  for (const char c : declared) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    tag += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return tag.size() == 2 || tag.size() == 3 ? tag : "";
}

}  // namespace

std::string identify_language(const Document& document, std::string_view declared) {
  const Guess whole = guess_language(spread_sample(document));
  if (whole.reliable && !whole.language.empty()) return whole.language;
  if (std::string own = primary_tag(declared); !own.empty()) return own;
  const Guess start = guess_language(opening(document));
  if (!start.language.empty() && (start.reliable || whole.language.empty())) return start.language;
  return whole.language.empty() ? "und" : whole.language;
}

}  // namespace fineprint
