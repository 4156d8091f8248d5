// A sentence ready for matching: its words, and at each word the words and concepts that begin
// there.
//
// One annotation is reused for many sentences; it keeps its allocations. Not for use by two threads
// at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/symbols.h"
#include "rules/words.h"

namespace fineprint {

// Something that begins at a word: a symbol, up to (not including) the word `end`.
struct Entry {
  Symbol symbol;
  std::uint16_t end;
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
  std::size_t own_begin = 0;           // words before this one belong to the lead-in
  std::vector<std::vector<Entry>> at;  // by word; only the first words.size() are meaningful
  SymbolFlags present;                 // by symbol
  SymbolFlags possible;                // by symbol: present, or a concept that may yet be found
  std::vector<bool> negated;           // by word
  std::vector<Duration> durations;

  // Takes the number of words from `words` and forgets all entries.
  void reset(std::size_t symbols);
  // Marks a concept whose phrases may match, but are not looked for yet.
  void allow(Symbol symbol);
  // Adds an entry unless it is there already.
  void add(std::size_t begin, std::size_t end, Symbol symbol);
  bool has(Symbol symbol) const { return symbol != kNoSymbol && present[symbol]; }
  // The symbols that are possible, in the order in which they became so.
  const std::vector<Symbol>& possible_symbols() const { return allowed_; }
  // All spans of a symbol in order.
  std::vector<WordSpan> spans(Symbol symbol) const;

 private:
  std::vector<Symbol> touched_;
  std::vector<Symbol> allowed_;
};

// Longer sentences are cut here; no clause needs more.
inline constexpr std::size_t kMaxWords = 600;

}  // namespace fineprint
