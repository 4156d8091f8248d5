#include "analyzer/word_gate.h"

#include <algorithm>
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

void WordGate::close() {
  blocks_ = (patterns_.size() + 63) / 64;
  always_.assign(seen_size(), 0);
  const auto bit = [](std::size_t pattern) { return std::uint64_t{1} << (pattern % 64); };
  for (std::size_t set = 0; set < kSets; ++set) {
    for (std::size_t pattern = 0; pattern < patterns_.size(); ++pattern) {
      const std::size_t block = set * blocks_ + pattern / 64;
      if (set >= patterns_[pattern].size()) {
        always_[block] |= bit(pattern);
        continue;
      }
      for (const Symbol symbol : patterns_[pattern][set]) {
        if (marks_.size() <= symbol) marks_.resize(symbol + 1);
        Mark& mark = marks_[symbol];
        if (mark.empty() || mark.back().block != block)
          mark.push_back({static_cast<std::uint32_t>(block), 0});
        mark.back().bits |= bit(pattern);
      }
    }
  }
  patterns_ = {};
}

void WordGate::add_mark(Symbol symbol, Mark& mark) const {
  if (symbol >= marks_.size()) return;
  for (const Trace& trace : marks_[symbol]) {
    const auto at =
        std::lower_bound(mark.begin(), mark.end(), trace.block,
                         [](const Trace& each, std::uint32_t block) { return each.block < block; });
    if (at != mark.end() && at->block == trace.block)
      at->bits |= trace.bits;
    else
      mark.insert(at, trace);
  }
}

bool WordGate::passed(const Seen& seen, IndexSet& passed) const {
  bool any = false;
  for (std::size_t block = 0; block < blocks_; ++block) {
    std::uint64_t bits = ~std::uint64_t{0};
    for (std::size_t at = block; at < seen_size(); at += blocks_) bits &= seen[at] | always_[at];
    passed.assign(block, bits);
    any = any || bits != 0;
  }
  return any;
}

}  // namespace fineprint
