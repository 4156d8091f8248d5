// One automaton for all phrases that are made of words only: a pass over a sentence finds every
// occurrence of every concept's plain wordings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

  // Lays the phrases out side by side, for speed; call it before the next two, and add no more.
  void close();

  // The nodes of phrases that begin with one of a word's symbols, as KnownWord::starts has them.
  std::vector<std::uint32_t> starts(const std::vector<Symbol>& symbols) const;

  // The sign of what may go on from nodes.
  Sign sign_behind(const std::vector<std::uint32_t>& nodes) const;

  // Calls visit(end, symbol) for each phrase that begins at the word; `end` is the word behind it.
  template <typename Visit>
  void each(std::span<const KnownWord* const> words, std::size_t word, const Visit& visit) const {
    for (const std::uint32_t node : words[word]->starts) walk(words, word + 1, node, visit);
  }
  // The same of phrases of at least two words.
  template <typename Visit>
  void each_longer(std::span<const KnownWord* const> words, std::size_t word,
                   const Visit& visit) const {
    if (word + 1 >= words.size() || (words[word]->follows & words[word + 1]->sign) == 0) return;
    for (const std::uint32_t node : words[word]->starts) go_on(words, word + 1, node, visit);
  }

 private:
  using Step = std::pair<Symbol, std::uint32_t>;  // a symbol and the node behind it
  struct Growing {
    std::vector<Step> next;  // sorted by symbol
    std::vector<Symbol> found;
  };
  // The ranges of a node's steps and of the concepts found there.
  struct Node {
    std::uint32_t next_begin = 0;
    std::uint32_t next_end = 0;
    std::uint32_t found_begin = 0;
    std::uint32_t found_end = 0;
    Sign sign = 0;  // of the symbols of its steps
  };
  std::uint32_t child(std::uint32_t node, Symbol symbol);
  // The node behind a symbol, or 0.
  std::uint32_t next(std::uint32_t node, Symbol symbol) const;

  template <typename Visit>
  void walk(std::span<const KnownWord* const> words, std::size_t word, std::uint32_t node,
            const Visit& visit) const {
    const Node& at = nodes_[node];
    for (std::uint32_t i = at.found_begin; i < at.found_end; ++i) visit(word, found_[i]);
    go_on(words, word, node, visit);
  }
  template <typename Visit>
  void go_on(std::span<const KnownWord* const> words, std::size_t word, std::uint32_t node,
             const Visit& visit) const {
    const Node& at = nodes_[node];
    if (word >= words.size() || (at.sign & words[word]->sign) == 0) return;
    for (const Symbol symbol : words[word]->symbols) {
      if ((at.sign & sign_of(symbol)) == 0) continue;
      const std::uint32_t behind = next(node, symbol);
      if (behind != 0) walk(words, word + 1, behind, visit);
    }
  }

  std::vector<Growing> growing_{1};  // until closed
  std::vector<Node> nodes_;
  std::vector<Step> steps_;
  std::vector<Symbol> found_;
};

// All word sequences of a pattern made of words, groups and options; false where it has more than
// `limit` of them or is not made of words only.
bool expand_words(const Pattern& pattern, std::size_t limit,
                  std::vector<std::vector<PatternElement>>& sequences);

}  // namespace fineprint
