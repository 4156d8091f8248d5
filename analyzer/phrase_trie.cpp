#include "analyzer/phrase_trie.h"

#include <algorithm>

namespace fineprint {

using Kind = PatternElement::Kind;
using Sequences = std::vector<std::vector<PatternElement>>;

bool expand_words(const Pattern& pattern, std::size_t limit, Sequences& sequences) {
  sequences.assign(1, {});
  for (const PatternElement& element : pattern.elements) {
    Sequences choices;
    if (element.kind == Kind::kWord || element.kind == Kind::kPrefix) {
      choices.push_back({element});
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
    for (const PatternElement& element : sequence) {
      node = child(node, element.kind == Kind::kWord ? symbols.word(element.text)
                                                     : symbols.prefix(element.text));
    }
    auto& found = nodes_[node].found;
    if (std::find(found.begin(), found.end(), symbol) == found.end()) found.push_back(symbol);
  }
  return true;
}

std::uint32_t PhraseTrie::child(std::uint32_t node, Symbol symbol) {
  auto& next = nodes_[node].next;
  const auto at = std::lower_bound(next.begin(), next.end(), std::pair{symbol, std::uint32_t{0}});
  if (at != next.end() && at->first == symbol) return at->second;
  const auto added = static_cast<std::uint32_t>(nodes_.size());
  next.insert(at, {symbol, added});
  if (node == 0) {
    if (starts_.size() <= symbol) starts_.resize(symbol + 1, 0);
    starts_[symbol] = added;
  }
  nodes_.emplace_back();
  return added;
}

std::uint32_t PhraseTrie::next(std::uint32_t node, Symbol symbol) const {
  const auto& next = nodes_[node].next;
  const auto at = std::lower_bound(next.begin(), next.end(), std::pair{symbol, std::uint32_t{0}});
  return at != next.end() && at->first == symbol ? at->second : 0;
}

}  // namespace fineprint
