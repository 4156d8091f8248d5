// One automaton for all phrases that are made of words only: a pass over a sentence finds every
// occurrence of every concept's plain wordings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "analyzer/known_word.h"
#include "analyzer/symbols.h"
#include "rules/pattern.h"

namespace fineprint {

class PhraseTrie {
 public:
  // Adds all word sequences that the pattern stands for, leading to `symbol`. False, and nothing
  // added, where the pattern has gaps, marks or concepts, or too many sequences.
  bool add(const Pattern& pattern, Symbol symbol, SymbolTable& symbols);

  // Calls visit(end, symbol) for each phrase that begins at the word; `end` is the word behind it.
  template <typename Visit>
  void each(const KnownWords& words, std::size_t word, const Visit& visit) const {
    for (const Symbol symbol : words[word]->symbols) {
      const std::uint32_t node = symbol < starts_.size() ? starts_[symbol] : 0;
      if (node != 0) walk(words, word + 1, node, visit);
    }
  }

 private:
  struct Node {
    std::vector<std::pair<Symbol, std::uint32_t>> next;  // sorted by symbol
    std::vector<Symbol> found;
  };
  std::uint32_t child(std::uint32_t node, Symbol symbol);
  // The node behind a symbol, or 0.
  std::uint32_t next(std::uint32_t node, Symbol symbol) const;

  template <typename Visit>
  void walk(const KnownWords& words, std::size_t word, std::uint32_t node,
            const Visit& visit) const {
    for (const Symbol symbol : nodes_[node].found) visit(word, symbol);
    if (nodes_[node].next.empty() || word >= words.size()) return;
    for (const Symbol symbol : words[word]->symbols) {
      const std::uint32_t behind = next(node, symbol);
      if (behind != 0) walk(words, word + 1, behind, visit);
    }
  }

  std::vector<Node> nodes_{1};
  std::vector<std::uint32_t> starts_;  // by symbol: the node of phrases that begin so, or 0
};

// All word sequences of a pattern made of words, groups and options; false where it has more than
// `limit` of them or is not made of words only.
bool expand_words(const Pattern& pattern, std::size_t limit,
                  std::vector<std::vector<PatternElement>>& sequences);

}  // namespace fineprint
