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

#include "analyzer/entry_table.h"
#include "analyzer/index_set.h"
#include "analyzer/known_word.h"
#include "analyzer/symbols.h"
#include "rules/words.h"

namespace fineprint {

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
  EntryTable at;                       // by word, and behind the last
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
  // Adds an entry of one word for each of some symbols; before all others at the word.
  void add_word(std::size_t word, std::span<const Symbol> symbols);
  bool has(Symbol symbol) const { return symbol != kNoSymbol && present[symbol]; }
  // The words at which a symbol begins, a bit each or, in a text of more than 64 words, a bit for
  // some side by side (see `shift`).
  std::uint64_t where(Symbol symbol) const { return present_[present[symbol]].where; }
  // How many words share a bit: two to the power of this.
  unsigned shift() const { return shift_; }
  // The symbols that are present, in the order in which they were found, and where they begin.
  struct Present {
    Symbol symbol;
    std::uint64_t where;
  };
  std::span<const Present> symbols() const { return {present_.data() + 1, present_count_ - 1}; }
  // All spans of a symbol in order.
  std::vector<WordSpan> spans(Symbol symbol) const;

 private:
  std::uint64_t bit_of(std::size_t word) const { return std::uint64_t{1} << (word >> shift_); }
  // Makes room in `present_` for some symbols more.
  void make_room(std::size_t symbols) {
    const std::size_t needed = present_count_ + symbols;
    if (present_.size() < needed) present_.resize(2 * needed);
  }

  // `present` holds their places. That of what is absent is 0, where nothing is, so that it can be
  // asked for without a jump.
  std::vector<Present> present_ = {{kNoSymbol, 0}};  // more than are in use
  std::size_t present_count_ = 1;
  unsigned shift_ = 0;
};

// Longer sentences are cut here; no clause needs more.
inline constexpr std::size_t kMaxWords = 600;

}  // namespace fineprint
