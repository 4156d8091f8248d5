#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace fineprint {
namespace {

constexpr std::size_t kSampleBytes = 2 << 10;
constexpr std::size_t kPieces = 12;

// Pieces of running text from all over the document.
std::string sample(const Document& document) {
  std::size_t total = 0;
  for (const Block& block : document.blocks) total += block.text.size();
  const std::size_t stride = std::max<std::size_t>(total / kPieces, 1);
  const std::size_t piece = kSampleBytes / kPieces;
  std::string text;
  std::size_t at = 0;
  std::size_t next = 0;
  for (const Block& block : document.blocks) {
    const bool all = total <= kSampleBytes;
    if (all || at + block.text.size() > next) {
      text.append(block.text, 0, all ? block.text.size() : std::max(piece, std::size_t{1}));
      // A cut character at the end would not be valid UTF-8.
      while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80) != 0) text.pop_back();
      text += '\n';
      next = at + stride;
    }
    at += block.text.size();
    if (text.size() > 2 * kSampleBytes) break;
  }
  return text;
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
  const std::string text = sample(document);
  const std::string own = primary_tag(declared);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int text_bytes = 0;
  bool reliable = false;
  int valid_prefix = 0;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &reliable, &valid_prefix);
  if (best == CLD2::UNKNOWN_LANGUAGE || (!reliable && !own.empty()))
    return own.empty() ? "und" : own;
  return CLD2::LanguageCode(best);
}

}  // namespace fineprint
