// A sentence ready for matching: its words, and at each word the words and concepts that begin
// there.
//
// One annotation is reused for many sentences; it keeps its allocations. Not for use by two threads
// at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyzer/index_set.h"
#include "analyzer/known_word.h"
#include "analyzer/symbols.h"
#include "rules/words.h"

namespace fineprint {

// Something that begins at a word: a symbol, up to (not including) the word `end`.
struct Entry {
  Symbol symbol;
  std::uint16_t end;
  std::uint16_t rank;  // entries of a word stand in this order, whenever they were found
};

struct WordSpan {
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

// A length of time in the text, in ISO 8601 and in (nominal) seconds for comparison.
struct Duration {
  WordSpan words;
  std::string iso;
  double seconds = 0;
};

struct Annotation {
  WordList words;
  KnownWords known;                    // what the rules know of the words
  std::size_t own_begin = 0;           // words before this one belong to the lead-in
  std::vector<std::vector<Entry>> at;  // by word; only the first words.size() are meaningful
  std::vector<Sign> signs;             // by word: of the entries there
  std::vector<std::uint16_t> present;  // by symbol: not 0 where it is in the text
  std::vector<std::uint8_t> negated;   // by word, 0 or 1; not bits, for speed
  std::vector<Duration> durations;
  IndexSet passed;    // the matcher's programs that may match it, by number at its gate ...
  IndexSet searched;  // ... and those of concepts that have been run on it

  // Takes the number of words from `words` and forgets all entries.
  void reset(std::size_t symbols);
  // Adds an entry unless it is there already.
  void add(std::size_t begin, std::size_t end, Symbol symbol, std::uint16_t rank = 0);
  // Adds an entry of one word for each of its symbols; before all others at the word.
  void add_word(std::size_t word, std::span<const Symbol> symbols);
  bool has(Symbol symbol) const { return symbol != kNoSymbol && present[symbol]; }
  // The words at which a symbol begins, a bit each; a word's bit is its number modulo 64.
  std::uint64_t where(Symbol symbol) const {
    return present[symbol] == 0 ? 0 : where_[present[symbol] - 1U];
  }
  // The symbols that are present, in the order in which they were found.
  const std::vector<Symbol>& symbols() const { return touched_; }
  // All spans of a symbol in order.
  std::vector<WordSpan> spans(Symbol symbol) const;

 private:
  void touch(Symbol symbol, std::size_t word) {
    const std::uint64_t bit = std::uint64_t{1} << (word % 64);
    if (present[symbol] != 0) {
      where_[present[symbol] - 1U] |= bit;
      return;
    }
    touched_.push_back(symbol);
    where_.push_back(bit);
    present[symbol] = static_cast<std::uint16_t>(touched_.size());
  }

  std::vector<Symbol> touched_;       // those present; `present` holds their places, from 1 on
  std::vector<std::uint64_t> where_;  // of each
};

// Longer sentences are cut here; no clause needs more.
inline constexpr std::size_t kMaxWords = 600;

}  // namespace fineprint
