// One automaton for all phrases that are made of words only: a pass over a sentence finds every
// occurrence of every concept's plain wordings.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/symbols.h"
#include "rules/pattern.h"

namespace fineprint {

class PhraseTrie {
 public:
  // Adds all word sequences that the pattern stands for, leading to `symbol`. False, and nothing
  // added, where the pattern has gaps, marks or concepts, or too many sequences.
  bool add(const Pattern& pattern, Symbol symbol, SymbolTable& symbols);

  // Adds an entry to `text` for each phrase found. `word_symbols` holds the symbols of each word.
  void annotate(const std::vector<const std::vector<Symbol>*>& word_symbols,
                Annotation& text) const;

 private:
  struct Node {
    std::vector<std::pair<Symbol, std::uint32_t>> next;  // sorted by symbol
    std::vector<Symbol> found;
  };
  std::uint32_t child(std::uint32_t node, Symbol symbol);
  void walk(const std::vector<const std::vector<Symbol>*>& word_symbols, std::size_t begin,
            std::size_t word, std::uint32_t node, Annotation& text) const;

  std::vector<Node> nodes_{1};
  std::vector<std::uint32_t> starts_;  // by symbol: the node of phrases that begin so, or 0
};

// All word sequences of a pattern made of words, groups and options; false where it has more than
// `limit` of them or is not made of words only.
bool expand_words(const Pattern& pattern, std::size_t limit,
                  std::vector<std::vector<PatternElement>>& sequences);

}  // namespace fineprint
