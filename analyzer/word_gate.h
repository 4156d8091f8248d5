// Tells from the words of a sentence alone which patterns cannot match it, for all patterns at
// once: most sentences are done with before any concept is looked for in them.
//
// A pattern asks for several things ("a word of {vendor}, one of {train} and one of {content}").
// For each of them there is a set of words of which a text that fulfils it holds at least one; a
// pattern passes where the text holds a word for each. What passes may still not match.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analyzer/index_set.h"
#include "analyzer/requirement.h"
#include "analyzer/symbols.h"

namespace fineprint {

// Sorted symbols of words and word beginnings, and of concepts that may stand for a word that the
// document defines.
using SymbolSet = std::vector<Symbol>;

// By which words concepts are told.
class WordAnchors {
 public:
  // How often each symbol occurs in texts of the kind, by symbol: rare ones tell more.
  explicit WordAnchors(std::vector<std::uint32_t> frequency);

  // Makes known how a concept may be worded. Add the concepts that it refers to before. Returns the
  // symbols by which the phrase is told; nothing where it may be any text.
  std::optional<SymbolSet> add_phrase(Symbol concept_symbol, const RequiredLists& required);

  // The symbols of which a text holds one wherever one of `list` is found in it; nothing where that
  // may be any text.
  std::optional<SymbolSet> of(const std::vector<Symbol>& list) const;

  // The number of occurrences of a set's symbols.
  std::uint64_t weight(const SymbolSet& set) const;
  // About the number of occurrences of what a list names: what two of them share counts twice.
  std::uint64_t rough_weight(const std::vector<Symbol>& list) const;

 private:
  struct Concept {
    SymbolSet anchors;
    std::uint64_t weight = 0;  // of the anchors
    bool anywhere = false;     // it has a phrase that is told by no word
  };
  const Concept* concept_of(Symbol symbol) const;

  std::vector<std::uint32_t> frequency_;
  std::vector<std::optional<Concept>> concepts_;  // by symbol
};

// The gate; immutable once `close` was called. Thread-safe then.
class WordGate {
 public:
  static constexpr std::size_t kSets = 4;

  // A pattern that passes where the text holds a symbol of each set; the first sets count most,
  // all beyond the fourth are left out. Returns its number, counting from 0.
  std::size_t add(const std::vector<SymbolSet>& sets);
  void close();

  // What has been seen of a text so far.
  using Seen = std::vector<std::uint32_t>;
  std::size_t seen_size() const { return sets_ / kBlock + 1; }
  // What a symbol or a word leaves in `seen`, a bit a set: bits of some of its blocks, in order.
  struct Trace {
    std::uint32_t block;
    std::uint32_t bits;
  };
  using Mark = std::vector<Trace>;
  // Adds the mark that a symbol leaves.
  void add_mark(Symbol symbol, Mark& mark) const;
  static void see(std::span<const Trace> mark, Seen& seen) {
    for (const Trace& trace : mark) seen[trace.block] |= trace.bits;
  }
  void see(Symbol symbol, Seen& seen) const {
    if (symbol < marks_.size()) see(marks_[symbol], seen);
  }
  // Whether a pattern passes, and all that do, into `passed`. `seen` is used up.
  bool passed(Seen& seen, IndexSet& passed) const;

 private:
  static constexpr std::uint32_t kBlock = 32;  // sets
  static constexpr std::uint32_t kAlways = 0;  // the number of a set that every text fulfils
  // A pattern and its sets beside the first, by number.
  struct Asking {
    std::uint32_t pattern;
    std::array<std::uint32_t, kSets - 1> besides;
  };
  static std::uint32_t bit(std::size_t set) { return std::uint32_t{1} << (set % kBlock); }
  static void add_to(Mark& mark, Trace trace);

  std::vector<std::vector<SymbolSet>> patterns_;  // until closed
  std::size_t sets_ = 0;                          // how many numbers they have ...
  std::size_t firsts_ = 0;                        // ... below which are those that come first
  std::vector<Asking> asking_;                    // side by side those with the same first set ...
  std::vector<std::uint32_t> first_asking_;       // ... which begin here, by set
  std::vector<Mark> marks_;                       // by symbol
};

}  // namespace fineprint
