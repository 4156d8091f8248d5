#include "analyzer/word_gate.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace fineprint {
namespace {

void insert_all(const SymbolSet& from, SymbolSet& into) {
  into.insert(into.end(), from.begin(), from.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

WordAnchors::WordAnchors(std::vector<std::uint32_t> frequency) : frequency_(std::move(frequency)) {}

const WordAnchors::Concept* WordAnchors::concept_of(Symbol symbol) const {
  return symbol < concepts_.size() && concepts_[symbol] ? &*concepts_[symbol] : nullptr;
}

std::optional<SymbolSet> WordAnchors::add_phrase(Symbol concept_symbol,
                                                 const RequiredLists& required) {
  if (concepts_.size() <= concept_symbol) concepts_.resize(concept_symbol + 1);
  if (!concepts_[concept_symbol]) concepts_[concept_symbol].emplace();
  std::optional<SymbolSet> best;
  for (const std::vector<Symbol>& list : required) {
    std::optional<SymbolSet> anchors = of(list);
    if (anchors && (!best || weight(*anchors) < weight(*best))) best = std::move(anchors);
  }
  Concept& known = *concepts_[concept_symbol];
  if (best) {
    insert_all(*best, known.anchors);
    known.weight = weight(known.anchors);
  } else {
    known.anywhere = true;
  }
  return best;
}

std::optional<SymbolSet> WordAnchors::of(const std::vector<Symbol>& list) const {
  SymbolSet found;
  for (const Symbol symbol : list) {
    found.push_back(symbol);  // of a concept: a defined term may stand for it
    if (const Concept* known = concept_of(symbol)) {
      if (known->anywhere) return std::nullopt;
      found.insert(found.end(), known->anchors.begin(), known->anchors.end());
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::uint64_t WordAnchors::weight(const SymbolSet& set) const {
  std::uint64_t sum = 0;
  for (const Symbol symbol : set) sum += symbol < frequency_.size() ? frequency_[symbol] : 0;
  return sum;
}

std::uint64_t WordAnchors::rough_weight(const std::vector<Symbol>& list) const {
  std::uint64_t sum = weight(list);
  for (const Symbol symbol : list) {
    const Concept* known = concept_of(symbol);
    if (!known) continue;
    if (known->anywhere) return UINT64_MAX;
    sum += known->weight;
  }
  return sum;
}

std::size_t WordGate::add(const std::vector<SymbolSet>& sets) {
  patterns_.push_back(sets);
  if (patterns_.back().size() > kSets) patterns_.back().resize(kSets);
  return patterns_.size() - 1;
}

// Gives numbers to the sets, first to those that are the first of a pattern.
void WordGate::close() {
  std::map<SymbolSet, std::uint32_t> numbers;
  const auto number = [&](const SymbolSet& set) {
    return numbers.try_emplace(set, static_cast<std::uint32_t>(numbers.size()) + 1).first->second;
  };
  std::map<std::uint32_t, std::vector<Asking>> by_first;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const std::uint32_t first = patterns_[i].empty() ? kAlways : number(patterns_[i][0]);
    by_first[first].push_back({static_cast<std::uint32_t>(i), {}});
  }
  firsts_ = numbers.size() + 1;
  for (std::uint32_t first = 0; first < firsts_; ++first) {
    first_asking_.push_back(static_cast<std::uint32_t>(asking_.size()));
    for (Asking asking : by_first[first]) {
      const std::vector<SymbolSet>& sets = patterns_[asking.pattern];
      for (std::size_t i = 1; i < sets.size(); ++i) asking.besides[i - 1] = number(sets[i]);
      asking_.push_back(asking);
    }
  }
  first_asking_.push_back(static_cast<std::uint32_t>(asking_.size()));
  sets_ = numbers.size() + 1;
  for (const auto& [set, its_number] : numbers) {
    for (const Symbol symbol : set) {
      if (marks_.size() <= symbol) marks_.resize(symbol + 1);
      add_to(marks_[symbol], {its_number / kBlock, bit(its_number)});
    }
  }
  patterns_ = {};
}

void WordGate::add_to(Mark& mark, Trace trace) {
  const auto at =
      std::lower_bound(mark.begin(), mark.end(), trace.block,
                       [](const Trace& each, std::uint32_t block) { return each.block < block; });
  if (at != mark.end() && at->block == trace.block)
    at->bits |= trace.bits;
  else
    mark.insert(at, trace);
}

void WordGate::add_mark(Symbol symbol, Mark& mark) const {
  if (symbol >= marks_.size()) return;
  for (const Trace& trace : marks_[symbol]) add_to(mark, trace);
}

bool WordGate::passed(Seen& seen, IndexSet& passed) const {
  passed.clear();
  seen[kAlways / kBlock] |= bit(kAlways);
  bool any = false;
  const auto has = [&](std::uint32_t set) { return (seen[set / kBlock] & bit(set)) != 0; };
  for (std::size_t block = 0; block * kBlock < firsts_; ++block) {
    for (std::uint32_t left = seen[block]; left != 0; left &= left - 1) {
      const std::size_t set = block * kBlock + static_cast<std::size_t>(std::countr_zero(left));
      if (set >= firsts_) break;
      for (std::size_t i = first_asking_[set]; i < first_asking_[set + 1]; ++i) {
        const Asking& asking = asking_[i];
        if (!has(asking.besides[0]) || !has(asking.besides[1]) || !has(asking.besides[2])) continue;
        passed.insert(asking.pattern);
        any = true;
      }
    }
  }
  return any;
}

}  // namespace fineprint
