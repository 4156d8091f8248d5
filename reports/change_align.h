// Which sentence of a document's new version was which of the old one.
//
// Sentences with the same words (change_text.h) are the same wherever they stand, and so is text
// that was only cut into sentences elsewhere. Of the others, those that carry a clause in either
// version are paired by likeness: each with at most one, the most alike first; what is left may
// still be a piece of a sentence that was split, or the whole of some that were joined.
#pragma once

#include <vector>

#include "reports/change_snapshot.h"

namespace fineprint {

struct AlignedPair {
  int old_statement = 0;
  int new_statement = 0;
  double likeness = 0;
  bool piece = false;  // one is a piece of the other, which has another partner
};

struct Alignment {
  // By statement: one of the other version that says the same, or -1. Where text was cut
  // otherwise, several may name the same one.
  std::vector<int> same_in_new;
  std::vector<int> same_in_old;
  std::vector<AlignedPair> pairs;  // changed sentences, in order of the new version
};

Alignment align(const Snapshot& old_version, const Snapshot& new_version);

}  // namespace fineprint
