#include "reports/word_weights.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fineprint {
namespace {

// Calls `each` once for every word of a sentence.
template <typename Each>
void for_each_word(const Statement& statement, Each each) {
  const WordHashes& words = statement.shingles.words;  // sorted
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || words[i] != words[i - 1]) each(words[i]);
  }
}

}  // namespace

WordWeights::WordWeights(const Snapshot& old_version, const Snapshot& new_version) {
  count(old_version);
  count(new_version);
}

void WordWeights::count(const Snapshot& version) {
  for (const Statement& statement : version.statements)
    for_each_word(statement, [&](std::uint64_t word) { ++sentences_[word]; });
  total_ += static_cast<int>(version.statements.size());
}

double WordWeights::weight(std::uint64_t word) const {
  const auto found = sentences_.find(word);
  return std::log((1.0 + total_) / (found == sentences_.end() ? 1 : found->second));
}

double WordWeights::share(const Statement& part, const Statement& whole) const {
  double all = 0;
  double common = 0;
  const WordHashes& words = whole.shingles.words;
  for_each_word(part, [&](std::uint64_t word) {
    const double weighs = weight(word);
    all += weighs;
    if (std::binary_search(words.begin(), words.end(), word)) common += weighs;
  });
  return all > 0 ? common / all : 0;
}

double WordWeights::likeness(const Statement& a, const Statement& b) const {
  return std::max(share(a, b), share(b, a));
}

}  // namespace fineprint
