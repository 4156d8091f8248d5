#include "analyzer/word_sequences.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fineprint {

using Kind = PatternElement::Kind;
using Sequences = std::vector<WordSequence>;

std::size_t count_sequences(const Pattern& pattern, std::size_t limit) {
  std::size_t count = 1;
  for (const PatternElement& element : pattern.elements) {
    std::size_t choices = element.optional ? 1 : 0;
    if (element.kind == Kind::kWord || element.kind == Kind::kPrefix) {
      ++choices;
    } else if (element.kind == Kind::kGroup) {
      for (const Pattern& choice : element.choices) {
        const std::size_t inner = count_sequences(choice, limit);
        if (inner == 0) return 0;
        choices += inner;
      }
    } else {
      return 0;
    }
    count *= choices;
    if (count > limit) return 0;
  }
  return count;
}

Sequences expand_words(const Pattern& pattern, std::size_t limit) {
  if (count_sequences(pattern, limit) == 0) return {};
  Sequences sequences(1);
  for (const PatternElement& element : pattern.elements) {
    Sequences choices;
    if (element.kind != Kind::kGroup) choices.push_back({&element});
    for (const Pattern& choice : element.choices) {
      Sequences inner = expand_words(choice, limit);
      std::move(inner.begin(), inner.end(), std::back_inserter(choices));
    }
    if (element.optional) choices.emplace_back();
    Sequences longer;
    for (const WordSequence& head : sequences) {
      for (const WordSequence& tail : choices) {
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    sequences = std::move(longer);
  }
  return sequences;
}

}  // namespace fineprint
