#include "analyzer/phrase_trie.h"

#include <algorithm>
#include <bit>

#include "analyzer/requirement.h"
#include "analyzer/word_sequences.h"

namespace fineprint {

bool PhraseTrie::add(const Pattern& pattern, Symbol symbol, SymbolTable& symbols) {
  if (count_sequences(pattern, kMostSequences) == 0) return false;
  for (const std::uint32_t node : add_behind({0}, pattern, symbols)) {
    if (node == 0) continue;
    auto& found = growing_[node].found;
    if (std::find(found.begin(), found.end(), symbol) == found.end()) found.push_back(symbol);
  }
  return true;
}

std::vector<std::uint32_t> PhraseTrie::add_behind(std::vector<std::uint32_t> nodes,
                                                  const Pattern& pattern, SymbolTable& symbols) {
  for (const PatternElement& element : pattern.elements) {
    std::vector<std::uint32_t> next;
    if (element.kind == PatternElement::Kind::kGroup) {
      for (const Pattern& choice : element.choices) {
        const std::vector<std::uint32_t> inner = add_behind(nodes, choice, symbols);
        next.insert(next.end(), inner.begin(), inner.end());
      }
    } else {
      const Symbol symbol = symbol_of(element, symbols);
      for (const std::uint32_t node : nodes) next.push_back(child(node, symbol));
    }
    if (element.optional) next.insert(next.end(), nodes.begin(), nodes.end());
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    nodes = std::move(next);
  }
  return nodes;
}

std::uint32_t PhraseTrie::child(std::uint32_t node, Symbol symbol) {
  auto& next = growing_[node].next;
  const auto at = std::lower_bound(next.begin(), next.end(), Step{symbol, 0});
  if (at != next.end() && at->first == symbol) return at->second;
  const auto added = static_cast<std::uint32_t>(growing_.size());
  next.insert(at, {symbol, added});
  growing_.emplace_back();
  return added;
}

void PhraseTrie::set_signs(const std::vector<Symbol>& common) {
  constexpr unsigned kOwn = 48;  // bits of the sign, for one symbol each
  constexpr unsigned kShared = 64 - kOwn;
  for (std::size_t node = 1; node < growing_.size(); ++node) {
    for (const auto& [symbol, behind] : growing_[node].next) {
      if (signs_.size() <= symbol) signs_.resize(symbol + 1, 0);
      signs_[symbol] = Sign{1} << (kOwn + hash(symbol) % kShared);
    }
  }
  unsigned own = 0;
  for (const Symbol symbol : common) {
    if (own < kOwn && sign(symbol) != 0) signs_[symbol] = Sign{1} << own++;
  }
}

void PhraseTrie::close(const std::vector<Symbol>& common) {
  set_signs(common);
  // Nodes behind the same node side by side: a text that meets one is likely to meet others.
  std::vector<std::uint32_t> order{0};
  std::vector<std::uint32_t> numbers(growing_.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const auto& [symbol, behind] : growing_[order[i]].next) {
      numbers[behind] = static_cast<std::uint32_t>(order.size());
      order.push_back(behind);
    }
  }
  for (const std::uint32_t each : order) {
    const Growing& growing = growing_[each];
    Node node;
    node.found_begin = static_cast<std::uint32_t>(found_.size());
    found_.insert(found_.end(), growing.found.begin(), growing.found.end());
    node.found_end = static_cast<std::uint32_t>(found_.size());
    node.slots = static_cast<std::uint32_t>(slots_.size());
    const std::size_t slots = growing.next.empty() ? 0 : std::bit_ceil(growing.next.size() * 2);
    slots_.resize(slots_.size() + slots);
    node.mask = static_cast<std::uint32_t>(slots) - 1;
    for (const auto& [symbol, behind] : growing.next) {
      node.sign |= sign(symbol);
      std::uint32_t at = hash(symbol);
      while (slots_[node.slots + (at & node.mask)].behind != 0) ++at;
      slots_[node.slots + (at & node.mask)] = {symbol, numbers[behind]};
    }
    nodes_.push_back(node);
  }
  growing_ = std::vector<Growing>();  // gives the memory back
}

std::vector<std::uint32_t> PhraseTrie::starts(const std::vector<Symbol>& symbols) const {
  std::vector<std::uint32_t> nodes;
  for (const Symbol symbol : symbols) {
    if (const std::uint32_t node = slots_.empty() ? 0 : next(nodes_[0], symbol))
      nodes.push_back(node);
  }
  return nodes;
}

Sign PhraseTrie::sign_behind(const std::vector<std::uint32_t>& nodes) const {
  Sign sign = 0;
  for (const std::uint32_t node : nodes) sign |= nodes_[node].sign;
  return sign;
}

}  // namespace fineprint
