// How alike two sentences are in what they are about, so that "stated elsewhere too" means the same
// thing, not only the same clause.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "reports/change_snapshot.h"

namespace fineprint {

// How much each word of two versions tells of what a sentence is about: the fewer sentences have
// it, the more. So articles, "we" and the vendor's name count for little in any language.
class WordWeights {
 public:
  WordWeights(const Snapshot& old_version, const Snapshot& new_version);

  // The share of the weight of one sentence's words that the other has too, from 0 to 1: the higher
  // of the two shares, since either may say it among other things.
  double likeness(const Statement& a, const Statement& b) const;

 private:
  void count(const Snapshot& version);
  double weight(std::uint64_t word) const;
  double share(const Statement& part, const Statement& whole) const;

  std::unordered_map<std::uint64_t, int> sentences_;  // that have the word
  int total_ = 0;
};

}  // namespace fineprint
