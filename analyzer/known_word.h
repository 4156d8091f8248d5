// A word of a text as the rules of a language know it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/symbol_gate.h"
#include "analyzer/symbols.h"
#include "rules/words.h"

namespace fineprint {

// What it points to lies right behind it, where its MatcherScratch keeps it.
struct KnownWord {
  // What it leaves at the gate, the phrases that it is by itself included.
  std::span<const SymbolGate::Trace> mark;
  std::span<const std::uint32_t> starts;  // nodes of the PhraseTrie at which phrases begin with it
  Sign follows = 0;                       // of what may go on a phrase that begins with it
  Sign sign = 0;                          // of its symbols
  std::span<const Symbol> symbols;        // itself and its known beginnings
  std::string_view key;                   // the word, normalised
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
