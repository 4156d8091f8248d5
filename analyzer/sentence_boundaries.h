// Where ICU ends sentences (Unicode Standard Annex 29), asked for only where its rules leave a
// doubt.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

// Keeps an ICU iterator: not for use by two threads at once.
class SentenceBoundaries {
 public:
  // Throws std::runtime_error where ICU has no rules for sentences.
  explicit SentenceBoundaries(const std::string& language);
  ~SentenceBoundaries();
  SentenceBoundaries(SentenceBoundaries&&) noexcept;
  SentenceBoundaries& operator=(SentenceBoundaries&&) noexcept;

  // The offsets behind all sentences of a text (UTF-8), in order, in bytes; the blanks behind a
  // sentence belong to it. The last is the text's size. Valid until the next call.
  const std::vector<std::size_t>& find(std::string_view text);

 private:
  void ask_icu(std::string_view text, std::size_t begin, std::size_t end);

  struct Icu;
  std::unique_ptr<Icu> icu_;
  std::vector<std::size_t> ends_;
};

}  // namespace fineprint
