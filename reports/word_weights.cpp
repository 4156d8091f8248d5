#include "reports/word_weights.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fineprint {
namespace {

// The words of a sentence, each once, sorted.
WordHashes word_set(const Statement& statement) {
  WordHashes words = statement.words;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

WordWeights::WordWeights(const Snapshot& old_version, const Snapshot& new_version) {
  count(old_version);
  count(new_version);
}

void WordWeights::count(const Snapshot& version) {
  for (const Statement& statement : version.statements) {
    for (const std::uint64_t word : word_set(statement)) ++sentences_[word];
  }
  total_ += static_cast<int>(version.statements.size());
}

double WordWeights::weight(std::uint64_t word) const {
  const auto found = sentences_.find(word);
  return std::log((1.0 + total_) / (found == sentences_.end() ? 1 : found->second));
}

double WordWeights::share(const Statement& part, const Statement& whole) const {
  double all = 0;
  double common = 0;
  const WordHashes words = word_set(whole);
  for (const std::uint64_t word : word_set(part)) {
    const double weighs = weight(word);
    all += weighs;
    if (std::binary_search(words.begin(), words.end(), word)) common += weighs;
  }
  return all > 0 ? common / all : 0;
}

double WordWeights::likeness(const Statement& a, const Statement& b) const {
  return std::max(share(a, b), share(b, a));
}

}  // namespace fineprint
