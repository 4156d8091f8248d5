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
        bits_(static_cast<std::uint32_t>((gate.size() + kWord - 1) / kWord * kWord)) {
    gate_.unseen_.assign(bits_ / kBlock, 0);
    gate_.quick_.assign(bits_ / kWord, 0);
    gate_.others_.assign(bits_ / kWord, 0);
  }

  void add_program(std::size_t number) {
    const RequiredLists& lists = gate_.lists_[number];
    Gated& program = gate_.programs_[number];
    program.tests = static_cast<std::uint32_t>(gate_.tests_.size());
    const Trace own{static_cast<std::uint32_t>(number / kBlock), bit(number)};
    if (lists.empty()) {
      gate_.unseen_[own.block] |= own.bits;
      return;
    }
    for (const Symbol symbol : lists[0]) add_to(mark_of(symbol), own);
    if (!asked_[number] || lists.size() == 1) return;
    const std::uint64_t in_word = std::uint64_t{1} << (number % kWord);
    gate_.quick_[number / kWord] |= in_word;
    std::size_t groups = 0;
    std::vector<unsigned> groups_of;  // by list: its groups, a bit each
    for (std::size_t each = 1; each < lists.size(); ++each) {
      const Mark tests = tests_of(lists[each]);
      const std::size_t more = (tests.size() + kTraces - 1) / kTraces;
      if (groups + more > kGroups) {
        gate_.others_[number / kWord] |= in_word;
        add_tests(tests);
        continue;
      }
      add_quick(tests, groups, program);
      groups_of.push_back(((1U << more) - 1) << groups);
      groups += more;
    }
    for (unsigned seen = 0; seen < 1U << kGroups; ++seen) {
      const bool all = std::all_of(groups_of.begin(), groups_of.end(),
                                   [&](unsigned of_list) { return (of_list & seen) != 0; });
      program.truth = static_cast<std::uint16_t>(program.truth | unsigned{all} << seen);
    }
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

  static void add_quick(const Mark& tests, std::size_t group, Gated& program) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
      program.bits[group * kTraces + i] = tests[i].bits;
      program.blocks[group * kTraces + i] = static_cast<std::uint16_t>(tests[i].block);
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
  static_assert(kGroups == 3 && kTraces == 3);
  const auto any = [&](std::size_t group) {
    const std::size_t i = group * kTraces;
    return static_cast<unsigned>(((seen[program.blocks[i]] & program.bits[i]) |
                                  (seen[program.blocks[i + 1]] & program.bits[i + 1]) |
                                  (seen[program.blocks[i + 2]] & program.bits[i + 2])) != 0);
  };
  return (program.truth >> (any(0) | any(1) << 1 | any(2) << 2) & 1U) != 0;
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

// The programs that are still to be tested, of some words of `seen`: which of these hold any is
// told at once, since a jump for each word could not be foreseen.
struct SymbolGate::Walk {
  static constexpr std::size_t kMost = 64;  // words
  std::size_t first;
  std::size_t count;
  IndexSet& passed;
  std::array<std::uint64_t, kMost> left;
  std::uint64_t any = 0;  // whose `left` is not 0

  Walk(std::size_t first_word, std::size_t words, IndexSet& out)
      : first(first_word), count(words), passed(out) {
    std::fill_n(left.begin(), count, 0);
  }

  // Takes programs of a word, a bit each; those in `quick` have tests, the others pass.
  void add(std::size_t word, std::uint64_t programs, std::uint64_t quick) {
    passed.insert_all(first + word, programs & ~quick);
    left[word] |= programs & quick;
    any |= std::uint64_t{left[word] != 0} << word;
  }
  // Takes the number of the next program out.
  std::size_t next() {
    const auto word = static_cast<std::size_t>(std::countr_zero(any));
    const auto at = static_cast<std::size_t>(std::countr_zero(left[word]));
    left[word] &= left[word] - 1;
    any &= ~(std::uint64_t{left[word] == 0} << word);
    return (first + word) * kWord + at;
  }
};

// Makes a concept seen, by which programs behind the one at hand may become possible.
void SymbolGate::bring_up(Symbol symbol, Seen& seen, Walk& walk) const {
  const std::span<const std::uint32_t> mark = mark_of(symbol);
  for (std::size_t i = 0; i < mark.size(); i += 2) {
    const std::size_t block = mark[i];
    const std::uint64_t fresh = mark[i + 1] & ~seen[block];
    seen[block] |= mark[i + 1];
    const std::size_t word = block / 2 - walk.first;
    if (word < walk.count) walk.add(word, fresh << (block % 2 * kBlock), quick_[walk.first + word]);
  }
}

// Those of some words that pass; words hold those of whole blocks.
void SymbolGate::pass_words(std::size_t first, std::size_t end, Seen& seen,
                            IndexSet& passed) const {
  Walk walk(first, end - first, passed);
  for (std::size_t word = 0; word < walk.count; ++word)
    walk.add(word, word_of(seen, first + word), quick_[first + word]);
  Symbol last = kNoSymbol;
  while (walk.any != 0) {
    const std::size_t number = walk.next();
    const Gated& program = programs_[number];
    bool fulfilled = quickly_fulfilled(program, seen.data());
    if (fulfilled && (others_[number / kWord] >> (number % kWord) & 1) != 0)
      fulfilled = others_fulfilled(number, seen);
    passed.insert_all(number / kWord, std::uint64_t{fulfilled} << (number % kWord));
    if (!fulfilled || program.stands_for == last || program.stands_for == kNoSymbol) continue;
    last = program.stands_for;
    bring_up(last, seen, walk);
  }
}

void SymbolGate::pass(Seen& seen, std::size_t count, IndexSet& passed) const {
  passed.clear();
  const std::size_t words = (count + kWord - 1) / kWord;
  for (std::size_t word = 0; word < words; word += Walk::kMost)
    pass_words(word, std::min(word + Walk::kMost, words), seen, passed);
}

}  // namespace fineprint
