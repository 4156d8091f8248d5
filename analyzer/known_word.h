// A word of a text as the rules of a language know it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/symbols.h"
#include "analyzer/word_gate.h"
#include "rules/words.h"

namespace fineprint {

struct KnownWord {
  std::vector<Symbol> symbols;        // itself and its known beginnings
  Sign sign = 0;                      // of them
  std::vector<std::uint32_t> starts;  // where phrases that begin with it begin in the PhraseTrie
  WordGate::Mark mark;                // what it leaves at the gate
  bool unit = false;                  // a unit of time may begin with it
};

// The words of a text, in order.
using KnownWords = std::vector<const KnownWord*>;

// Words that were cut and looked up; of as many.
struct CutText {
  WordsView words;
  std::span<const KnownWord* const> known;
};

}  // namespace fineprint
