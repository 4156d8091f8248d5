#include "analyzer/symbol_gate.h"

#include <algorithm>
#include <bit>

namespace fineprint {

std::size_t SymbolGate::add(const RequiredLists& lists, Symbol stands_for) {
  lists_.push_back(lists);
  programs_.emplace_back().stands_for = stands_for;
  return programs_.size() - 1;
}

// Whether what a program stands for may make others pass, so that it must be tested: those that
// refer to a concept come behind its programs.
std::vector<bool> SymbolGate::asked_for() const {
  std::vector<bool> asked(programs_.size(), false);
  std::vector<bool> symbols;
  for (std::size_t i = programs_.size(); i-- > 0;) {
    const Symbol stands_for = programs_[i].stands_for;
    asked[i] = stands_for == kNoSymbol || (stands_for < symbols.size() && symbols[stands_for]);
    // By its first list it is noticed, asked for or not.
    const std::size_t lists =
        asked[i] ? lists_[i].size() : std::min(lists_[i].size(), std::size_t{1});
    for (std::size_t each = 0; each < lists; ++each) {
      for (const Symbol symbol : lists_[i][each]) {
        if (symbols.size() <= symbol) symbols.resize(symbol + 1, false);
        symbols[symbol] = true;
      }
    }
  }
  return asked;
}

class SymbolGate::Builder {
 public:
  explicit Builder(SymbolGate& gate)
      : gate_(gate),
        asked_(gate.asked_for()),
        bits_(static_cast<std::uint32_t>((gate.size() + kBlock - 1) / kBlock * kBlock)) {
    gate_.unseen_.assign(bits_ / kBlock, 0);
    gate_.quick_.assign(bits_ / kBlock, 0);
    gate_.others_.assign(bits_ / kBlock, 0);
    always_ = {bits_ / kBlock, 1};  // what a list that is not there asks for
    ++bits_;
    gate_.unseen_.push_back(always_.bits);
  }

  void add_program(std::size_t number) {
    const RequiredLists& lists = gate_.lists_[number];
    Gated& program = gate_.programs_[number];
    program.tests = static_cast<std::uint32_t>(gate_.tests_.size());
    if (program.stands_for != kNoSymbol) gate_.concept_blocks_ = number / kBlock + 1;
    const Trace own{static_cast<std::uint32_t>(number / kBlock), bit(number)};
    if (lists.empty()) {
      gate_.unseen_[own.block] |= own.bits;
      return;
    }
    for (const Symbol symbol : lists[0]) add_to(mark_of(symbol), own);
    if (!asked_[number] || lists.size() == 1) return;
    gate_.quick_[own.block] |= own.bits;
    std::size_t quick = 0;
    for (std::size_t each = 1; each < lists.size(); ++each) {
      const Mark tests = tests_of(lists[each]);
      if (quick < kQuick && tests.size() <= kTraces) {
        add_quick(tests, quick++, program);
        continue;
      }
      gate_.others_[own.block] |= own.bits;
      add_tests(tests);
    }
    while (quick < kQuick) add_quick({always_}, quick++, program);
  }

  // What asks for one list only needs no test: what is in the list leaves the concept's mark.
  // Concepts come before those that refer to them, so that marks are whole when they are copied.
  void pass_on_marks() {
    gate_.unseen_.resize(bits_ / kBlock + 1, 0);
    for (std::size_t i = gate_.size(); i-- > 0;) {
      const Symbol stands_for = gate_.programs_[i].stands_for;
      if (stands_for == kNoSymbol || !asked_[i] || gate_.lists_[i].size() > 1) continue;
      const Mark mark = mark_of(stands_for);
      if (gate_.lists_[i].empty()) {
        for (const Trace& trace : mark) gate_.unseen_[trace.block] |= trace.bits;
        continue;
      }
      for (const Symbol symbol : gate_.lists_[i][0])
        for (const Trace& trace : mark) add_to(mark_of(symbol), trace);
    }
  }

  void lay_out() {
    for (const Mark& mark : marks_) {
      gate_.mark_begins_.push_back(static_cast<std::uint32_t>(gate_.marks_.size()));
      pack(mark, gate_.marks_);
    }
    gate_.mark_begins_.push_back(static_cast<std::uint32_t>(gate_.marks_.size()));
  }

 private:
  Mark& mark_of(Symbol symbol) {
    if (marks_.size() <= symbol) marks_.resize(symbol + 1);
    return marks_[symbol];
  }

  // The bit of a symbol. Those of one list get theirs side by side, so that few tests tell of it.
  std::uint32_t bit_of(Symbol symbol) {
    if (bit_of_.size() <= symbol) bit_of_.resize(symbol + 1, 0);
    if (bit_of_[symbol] == 0) bit_of_[symbol] = bits_++;
    return bit_of_[symbol];
  }

  // What is to be seen of a list; its symbols leave it from now on.
  Mark tests_of(const std::vector<Symbol>& list) {
    Mark tests;
    for (const Symbol symbol : list) {
      const std::uint32_t at = bit_of(symbol);
      add_to(mark_of(symbol), {at / kBlock, bit(at)});
      add_to(tests, {at / kBlock, bit(at)});
    }
    return tests;
  }

  static void add_quick(const Mark& tests, std::size_t list, Gated& program) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
      program.bits[list * kTraces + i] = tests[i].bits;
      program.blocks[list * kTraces + i] = static_cast<std::uint16_t>(tests[i].block);
    }
  }

  void add_tests(const Mark& tests) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
      gate_.tests_.push_back({tests[i].bits, static_cast<std::uint16_t>(tests[i].block),
                              static_cast<std::uint16_t>(tests.size() - i)});
    }
  }

  SymbolGate& gate_;
  const std::vector<bool> asked_;
  std::uint32_t bits_;                 // that are given away
  Trace always_{};                     // a bit that every text has
  std::vector<Mark> marks_;            // by symbol
  std::vector<std::uint32_t> bit_of_;  // by symbol; 0: none yet
};

void SymbolGate::close() {
  Builder builder(*this);
  for (std::size_t i = 0; i < size(); ++i) builder.add_program(i);
  builder.pass_on_marks();
  builder.lay_out();
  lists_ = std::vector<RequiredLists>();  // gives the memory back
}

void SymbolGate::add_to(Mark& mark, Trace trace) {
  const auto at =
      std::lower_bound(mark.begin(), mark.end(), trace.block,
                       [](const Trace& each, std::uint32_t block) { return each.block < block; });
  if (at != mark.end() && at->block == trace.block)
    at->bits |= trace.bits;
  else
    mark.insert(at, trace);
}

void SymbolGate::add_mark(Symbol symbol, Mark& mark) const {
  const std::span<const std::uint32_t> packed = mark_of(symbol);
  for (std::size_t i = 0; i < packed.size(); i += 2) add_to(mark, {packed[i], packed[i + 1]});
}

inline bool SymbolGate::quickly_fulfilled(const Gated& program, const std::uint32_t* seen) {
  static_assert(kQuick == 3 && kTraces == 3);
  const auto any = [&](std::size_t list) {
    const std::size_t i = list * kTraces;
    return static_cast<unsigned>(((seen[program.blocks[i]] & program.bits[i]) |
                                  (seen[program.blocks[i + 1]] & program.bits[i + 1]) |
                                  (seen[program.blocks[i + 2]] & program.bits[i + 2])) != 0);
  };
  return (any(0) & any(1) & any(2)) != 0;
}

bool SymbolGate::others_fulfilled(std::size_t program, const Seen& seen) const {
  const bool last = program + 1 == programs_.size();
  const std::size_t end = last ? tests_.size() : programs_[program + 1].tests;
  for (std::size_t i = programs_[program].tests; i < end;) {
    const Test& test = tests_[i];
    if ((seen[test.block] & test.bits) != 0)
      i += test.behind;
    else if (test.behind == 1)
      return false;
    else
      ++i;
  }
  return true;
}

// Those of a block that pass, a bit each, where none stands for a concept.
std::uint32_t SymbolGate::pass_block(std::size_t block, Seen& seen) const {
  std::uint32_t passing = seen[block];
  for (std::uint32_t left = passing & quick_[block]; left != 0; left &= left - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(left));
    const bool fulfilled = quickly_fulfilled(programs_[block * kBlock + at], seen.data());
    passing &= ~(std::uint32_t{!fulfilled} << at);
  }
  for (std::uint32_t left = passing & others_[block]; left != 0; left &= left - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(left));
    if (!others_fulfilled(block * kBlock + at, seen)) passing &= ~bit(at);
  }
  return passing;
}

// The same where some do. What the concept brings up stands behind.
std::uint32_t SymbolGate::pass_concepts(std::size_t block, Seen& seen) const {
  std::uint32_t unfulfilled = 0;
  Symbol last = kNoSymbol;
  for (std::uint32_t left = seen[block] & quick_[block]; left != 0;) {
    const auto at = static_cast<unsigned>(std::countr_zero(left));
    const std::size_t program = block * kBlock + at;
    if (quickly_fulfilled(programs_[program], seen.data()) &&
        ((others_[block] & bit(at)) == 0 || others_fulfilled(program, seen))) {
      const Symbol stands_for = programs_[program].stands_for;
      if (stands_for != last && stands_for != kNoSymbol) see(stands_for, seen);
      last = stands_for;
    } else {
      unfulfilled |= bit(at);
    }
    left = seen[block] & quick_[block] & (~std::uint32_t{1} << at);
  }
  return seen[block] & ~unfulfilled;
}

void SymbolGate::pass(Seen& seen, std::size_t count, IndexSet& passed) const {
  passed.clear();
  // Two blocks make one of the set's. Of the second of the last two there may be no programs.
  const std::size_t blocks = (count + kBlock - 1) / kBlock;
  const auto pass_one = [&](std::size_t block) -> std::uint64_t {
    if (seen[block] == 0 || block >= blocks) return 0;
    return block < concept_blocks_ ? pass_concepts(block, seen) : pass_block(block, seen);
  };
  for (std::size_t block = 0; block < blocks; block += 2) {
    if ((seen[block] | seen[block + 1]) == 0) continue;  // most
    const std::uint64_t first = pass_one(block);
    passed.insert_all(block / 2, first | pass_one(block + 1) << kBlock);
  }
}

}  // namespace fineprint
