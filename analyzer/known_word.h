// A word of a text as the rules of a language know it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/symbol_gate.h"
#include "analyzer/symbols.h"
#include "analyzer/word_key.h"
#include "rules/words.h"

namespace fineprint {

// What it points to lies right behind it, where its MatcherScratch keeps it.
struct KnownWord {
  // What it leaves at the gate, the phrases that it is by itself included.
  std::span<const SymbolGate::Trace> mark;
  // Nodes of the PhraseTrie from which phrases that begin with it go on.
  std::span<const std::uint32_t> starts;
  Sign follows = 0;  // of what may go on a phrase that begins with it
  Sign sign = 0;     // of its symbols
  // What stands at the word by itself: its symbols (itself and its known beginnings), then the
  // concepts of which it is a plain phrase. Each once.
  std::span<const Symbol> alone;
  std::uint32_t symbol_count = 0;
  WordKey key;               // the word, normalised
  bool unit = false;         // a unit of time may begin with it ...
  bool number = false;       // ... and a number ...
  bool ends_number = false;  // ... or end with it

  std::span<const Symbol> symbols() const { return alone.first(symbol_count); }
  std::span<const Symbol> concepts() const { return alone.subspan(symbol_count); }
};

// The words of a text, in order.
using KnownWords = std::vector<const KnownWord*>;

// Whether a text may hold a length of time, told word by word.
class DurationSeen {
 public:
  void see(const KnownWord& word) {
    seen_ |= word.unit & (behind_number_ | word.number);
    behind_number_ = word.ends_number;
  }
  bool seen() const { return seen_; }

 private:
  bool behind_number_ = false;
  bool seen_ = false;
};

// Words that were cut and looked up; of as many.
struct CutText {
  WordsView words;
  std::span<const KnownWord* const> known;
};

}  // namespace fineprint
