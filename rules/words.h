// Cuts text into the words that patterns match: lower case, without accents, see rules/README.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

// Punctuation that stands between a word and the one before it.
enum Mark : std::uint8_t { kNoMark = 0, kComma = 1, kSemicolon = 2, kColon = 4 };

struct Word {
  std::uint32_t begin = 0;  // byte range in the text that was cut
  std::uint32_t end = 0;
  std::uint32_t key_begin = 0;  // byte range in WordList::keys
  std::uint32_t key_end = 0;
  std::uint8_t marks = kNoMark;  // bits of Mark, before the word
  bool capital = false;          // begins with an upper-case letter
};

// Words with their normalised forms, reused from sentence to sentence to save allocations.
struct WordList {
  std::vector<Word> words;
  std::string keys;                    // and what stands between them
  std::vector<std::uint64_t> letters;  // of the text cut last: where ASCII letters are, in bits

  std::size_t size() const { return words.size(); }
  std::string_view key(std::size_t index) const {
    const Word& word = words[index];
    return std::string_view(keys).substr(word.key_begin, word.key_end - word.key_begin);
  }
  void clear() {
    words.clear();
    keys.clear();
  }
};

// Some of the words of a list.
struct WordsView {
  std::span<const Word> words;
  std::string_view keys;  // of the whole list

  WordsView() = default;
  WordsView(std::span<const Word> some, std::string_view keys_of_list)
      : words(some), keys(keys_of_list) {}
  WordsView(const WordList& list) : words(list.words), keys(list.keys) {}

  std::size_t size() const { return words.size(); }
  std::string_view key(std::size_t index) const {
    return keys.substr(words[index].key_begin, words[index].key_end - words[index].key_begin);
  }
};

// Holds what a language says about cutting. Immutable after construction; thread-safe.
class WordCutter {
 public:
  // `elisions` are parted from the front of a word ("l'"), `clitics` from its end ("'s").
  WordCutter(std::vector<std::string> elisions, std::vector<std::string> clitics);

  // Appends the words of `text` (UTF-8; malformed bytes part words) to `out`. Offsets count from
  // the start of `text`.
  void cut(std::string_view text, WordList& out) const;

 private:
  struct Apostrophe {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  // Appends a code point as keys have it.
  void fold(std::int32_t c, std::string& out) const;
  void add(std::string_view key, Apostrophe apostrophe, Word word, WordList& out) const;

  // By code point, for the letters of western Europe: what ICU says of them costs much more.
  static constexpr std::size_t kKnownFolds = 0x180;
  std::array<std::string, kKnownFolds> folds_;
  std::vector<std::string> elisions_;
  std::vector<std::string> clitics_;
};

}  // namespace fineprint
