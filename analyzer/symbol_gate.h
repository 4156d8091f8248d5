// Tells from the symbols found in a text which of many programs cannot match it, for all of them at
// once: most texts are done with before a program is run.
//
// A program asks for several things ("one of {vendor}, one of {train} or the word `teach`"): lists
// of symbols of which the text must hold one each. Where a program that stands for a concept may
// match, the concept counts as found for the programs behind it. What passes may still not match.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/index_set.h"
#include "analyzer/requirement.h"
#include "analyzer/symbols.h"

namespace fineprint {

// Immutable once `close` was called; thread-safe then.
class SymbolGate {
 public:
  // Adds a program and the concept that it stands for, if any; those that refer to the concept come
  // behind. Most texts should lack the first list. Returns its number, counting from 0.
  std::size_t add(const RequiredLists& lists, Symbol stands_for = kNoSymbol);
  void close();
  std::size_t size() const { return programs_.size(); }

  // What has been seen of a text: a bit for each program of whose first list a symbol was seen,
  // then a bit for each symbol of the other lists.
  using Seen = std::vector<std::uint32_t>;
  void clear(Seen& seen) const { seen.assign(unseen_.begin(), unseen_.end()); }
  // What a symbol or a word leaves there: bits of some of the blocks, in order; packed, a block and
  // its bits in turn.
  struct Trace {
    std::uint32_t block;
    std::uint32_t bits;
  };
  using Mark = std::vector<Trace>;
  // Adds to a mark what a symbol leaves.
  void add_mark(Symbol symbol, Mark& mark) const;
  static void pack(const Mark& mark, std::vector<std::uint32_t>& packed) {
    for (const Trace& trace : mark) packed.insert(packed.end(), {trace.block, trace.bits});
  }
  static void see(std::span<const std::uint32_t> packed, Seen& seen) {
    for (std::size_t i = 0; i < packed.size(); i += 2) seen[packed[i]] |= packed[i + 1];
  }
  static constexpr std::size_t kFilled = 8;  // numbers, of four traces
  // Fills a packed mark up with traces that leave nothing, to some at least: how many a word has
  // cannot be foreseen, but most have few. `see_filled` sees marks that were filled up.
  static void fill_up(std::vector<std::uint32_t>& packed) {
    const std::size_t rest = packed.size() % kFilled;
    if (packed.empty() || rest != 0) packed.resize(packed.size() + kFilled - rest, 0);
  }
  static void see_filled(std::span<const std::uint32_t> packed, Seen& seen) {
    std::uint32_t* const to = seen.data();
    const std::uint32_t* from = packed.data();
    const std::uint32_t* const end = from + packed.size();
    do {
      to[from[0]] |= from[1];
      to[from[2]] |= from[3];
      to[from[4]] |= from[5];
      to[from[6]] |= from[7];
      from += kFilled;
    } while (from != end);
  }
  // The mark of what leaves nothing, filled up.
  static constexpr std::array<std::uint32_t, kFilled> kNoTraces{};
  void see(Symbol symbol, Seen& seen) const { see(mark_of(symbol), seen); }
  // The programs below `count` that may match, into `passed`, which has room for all of the gate.
  // Behind `count` some may be in it that cannot. `seen` is used up.
  void pass(Seen& seen, std::size_t count, IndexSet& passed) const;

 private:
  static constexpr std::uint32_t kBlock = 32;  // bits
  static constexpr std::size_t kGroups = 3;    // of traces of a program that are tested at once ...
  static constexpr std::size_t kTraces = 3;    // ... and of traces in each
  // A program and its lists but the first. Most are told by what fits into one line of the
  // processor's cache and, since which of them fails cannot be foreseen, without a jump. A list's
  // symbols are in one group or, where they are in many blocks, in several.
  struct alignas(64) Gated {
    std::array<std::uint32_t, kGroups * kTraces> bits{};
    std::array<std::uint16_t, kGroups * kTraces> blocks{};
    std::uint16_t truth = 0;  // by which groups one was seen of, a bit each: whether all lists are
                              // fulfilled
    std::uint32_t tests = 0;  // where those of all other lists begin
    Symbol stands_for = kNoSymbol;
  };
  // Whether one of some symbols of a list was seen. Those of a list stand side by side.
  struct Test {
    std::uint32_t bits;
    std::uint16_t block;
    std::uint16_t behind;  // as many tests on begins the next list
  };
  std::span<const std::uint32_t> mark_of(Symbol symbol) const {
    if (symbol + 1 >= mark_begins_.size()) return {};
    const std::uint32_t begin = mark_begins_[symbol];
    return std::span(marks_).subspan(begin, mark_begins_[symbol + 1] - begin);
  }
  static std::uint32_t bit(std::size_t at) { return std::uint32_t{1} << (at % kBlock); }
  // Two blocks make a word.
  static constexpr std::size_t kWord = std::size_t{2} * kBlock;
  static std::uint64_t word_of(const Seen& seen, std::size_t word) {
    return seen[2 * word] | std::uint64_t{seen[2 * word + 1]} << kBlock;
  }
  static void add_to(Mark& mark, Trace trace);
  class Builder;
  std::vector<bool> asked_for() const;
  static bool quickly_fulfilled(const Gated& program, const std::uint32_t* seen);
  bool others_fulfilled(std::size_t program, const Seen& seen) const;
  struct Walk;
  void pass_words(std::size_t first, std::size_t end, Seen& seen, IndexSet& passed) const;
  void bring_up(Symbol symbol, Seen& seen, Walk& walk) const;

  std::vector<RequiredLists> lists_;  // by program, until closed
  std::vector<Gated> programs_;
  std::vector<std::uint64_t> quick_;        // the programs that have lists to test, a bit each
  std::vector<std::uint64_t> others_;       // those that have others than quick ones
  std::vector<Test> tests_;                 // program by program
  Seen unseen_;                             // of a text without any symbol
  std::vector<std::uint32_t> marks_;        // packed, symbol by symbol ...
  std::vector<std::uint32_t> mark_begins_;  // ... which begin here
};

}  // namespace fineprint
