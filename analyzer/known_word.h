// A word of a text as the rules of a language know it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/symbols.h"
#include "analyzer/word_gate.h"
#include "rules/words.h"

namespace fineprint {

// What it points to lies right behind it, where its MatcherScratch keeps it.
struct KnownWord {
  std::span<const WordGate::Trace> mark;  // what it leaves at the gate
  std::span<const Symbol> symbols;        // itself and its known beginnings
  std::span<const std::uint32_t> starts;  // nodes of the PhraseTrie at which phrases begin with it
  Sign sign = 0;                          // of its symbols
  bool unit = false;                      // a unit of time may begin with it
};

// The words of a text, in order.
using KnownWords = std::vector<const KnownWord*>;

// Words that were cut and looked up; of as many.
struct CutText {
  WordsView words;
  std::span<const KnownWord* const> known;
};

}  // namespace fineprint
