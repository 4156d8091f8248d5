// A verdict in the rubric's words, and what changed between two.
#pragma once

#include <string>
#include <vector>

#include "analyzer/finding.h"
#include "reports/rubric.h"

namespace fineprint {

struct VerdictLine {
  std::string verdict;  // "trains"
  std::string title;    // "Trains on content"
  std::string before;   // "Opt-in"
  std::string after;
  Severity severity = Severity::kMedium;  // of a change of it
  bool changed() const { return before != after; }
};

// One line for each check of the rubric that a verdict answers, in its order.
std::vector<VerdictLine> verdict_lines(const Verdict& before, const Verdict& after,
                                       const Rubric& rubric);

}  // namespace fineprint
