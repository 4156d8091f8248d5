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

  // Lays the phrases out side by side, for speed; call it before what follows, and add no more.
  // `common` are symbols of words that texts are full of, the most common first.
  void close(const std::vector<Symbol>& common = {});

  // The sign of a symbol with which phrases go on, 0 of all others. Unlike that of sign_of, a
  // common one shares it with no other: what follows most words is a common word.
  Sign sign(Symbol symbol) const { return symbol < signs_.size() ? signs_[symbol] : 0; }

  // The nodes of phrases that begin with one of a word's symbols.
  std::vector<std::uint32_t> starts(const std::vector<Symbol>& symbols) const;

  // Whether a phrase goes on behind a node.
  bool goes_on(std::uint32_t node) const { return nodes_[node].sign != 0; }

  // The sign of what may go on from nodes.
  Sign sign_behind(const std::vector<std::uint32_t>& nodes) const;

  // The concepts of phrases that are one word; `nodes` as `starts` tells them.
  template <typename Visit>
  void each_alone(std::span<const std::uint32_t> nodes, const Visit& visit) const {
    for (const std::uint32_t node : nodes) {
      for (std::uint32_t i = nodes_[node].found_begin; i < nodes_[node].found_end; ++i)
        visit(found_[i]);
    }
  }
  // Calls visit(end, symbol) for each phrase of two words or more that begins at the word; `end` is
  // the word behind it.
  template <typename Visit>
  void each_longer(std::span<const KnownWord* const> words, std::size_t word,
                   const Visit& visit) const {
    if (word + 1 >= words.size() || (words[word]->follows & words[word + 1]->sign) == 0) return;
    for (const std::uint32_t node : words[word]->starts()) go_on(words, word + 1, node, visit);
  }

 private:
  using Step = std::pair<Symbol, std::uint32_t>;  // a symbol and the node behind it
  struct Growing {
    std::vector<Step> next;  // sorted by symbol
    std::vector<Symbol> found;
  };
  // The range of the concepts found at a node, the sign of the symbols of its steps, and where
  // these stand: `mask` and one more slots, half of them empty at least.
  struct Node {
    Sign sign = 0;
    std::uint32_t found_begin = 0;
    std::uint32_t found_end = 0;
    std::uint32_t slots = 0;
    std::uint32_t mask = 0;
  };
  // A step from a node, where a hash of the symbol tells or, where that is taken, behind it: which
  // of a node's many steps is looked for cannot be foreseen, so that a search by halves costs more.
  struct Slot {
    Symbol symbol = 0;
    std::uint32_t behind = 0;  // 0: the slot is empty
  };
  static constexpr std::size_t kMostSequences = 1000;  // of one pattern
  // Adds the sequences behind each of some nodes; returns where they end, each once.
  std::vector<std::uint32_t> add_behind(std::vector<std::uint32_t> nodes, const Pattern& pattern,
                                        SymbolTable& symbols);
  std::uint32_t child(std::uint32_t node, Symbol symbol);
  void set_signs(const std::vector<Symbol>& common);
  // The node behind a symbol, or 0; the node has steps.
  std::uint32_t next(const Node& node, Symbol symbol) const {
    for (std::uint32_t at = hash(symbol);; ++at) {
      const Slot& slot = slots_[node.slots + (at & node.mask)];
      if (slot.behind == 0 || slot.symbol == symbol) return slot.behind;
    }
  }
  static std::uint32_t hash(Symbol symbol) { return symbol * 0x9E3779B1U >> 16; }

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
    for (const Symbol symbol : words[word]->symbols()) {
      const std::uint32_t behind = next(at, symbol);
      if (behind != 0) walk(words, word + 1, behind, visit);
    }
  }

  std::vector<Growing> growing_{1};  // until closed
  std::vector<Sign> signs_;          // by symbol, as far as phrases go on with any
  std::vector<Node> nodes_;
  std::vector<Slot> slots_;  // node by node
  std::vector<Symbol> found_;
};

}  // namespace fineprint
