#include "analyzer/phrase_trie.h"

#include <algorithm>
#include <bit>

namespace fineprint {

using Kind = PatternElement::Kind;
using Sequences = std::vector<WordSequence>;

bool expand_words(const Pattern& pattern, std::size_t limit, Sequences& sequences) {
  sequences.assign(1, {});
  for (const PatternElement& element : pattern.elements) {
    Sequences choices;
    if (element.kind == Kind::kWord || element.kind == Kind::kPrefix) {
      choices.push_back({&element});
    } else if (element.kind == Kind::kGroup) {
      for (const Pattern& choice : element.choices) {
        Sequences inner;
        if (!expand_words(choice, limit, inner)) return false;
        std::move(inner.begin(), inner.end(), std::back_inserter(choices));
      }
    } else {
      return false;
    }
    if (element.optional) choices.emplace_back();
    if (sequences.size() * choices.size() > limit) return false;
    Sequences longer;
    for (const auto& head : sequences) {
      for (const auto& tail : choices) {
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    sequences = std::move(longer);
  }
  return true;
}

bool PhraseTrie::add(const Pattern& pattern, Symbol symbol, SymbolTable& symbols) {
  Sequences sequences;
  if (!expand_words(pattern, 1000, sequences)) return false;
  for (const auto& sequence : sequences) {
    if (sequence.empty()) continue;
    std::uint32_t node = 0;
    for (const PatternElement* element : sequence) {
      node = child(node, element->kind == Kind::kWord ? symbols.word(element->text)
                                                      : symbols.prefix(element->text));
    }
    auto& found = growing_[node].found;
    if (std::find(found.begin(), found.end(), symbol) == found.end()) found.push_back(symbol);
  }
  return true;
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
  for (const Growing& growing : growing_) {
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
      slots_[node.slots + (at & node.mask)] = {symbol, behind};
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
