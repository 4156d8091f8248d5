// What the analysis of one version of a document comes to.
#pragma once

#include <cstddef>
#include <string>

#include "analyzer/finding.h"
#include "reports/rubric.h"

namespace fineprint {

struct VersionSummary {
  std::string language;
  Verdict verdict;  // the answers' values; no evidence
  int score = 0;    // tenths, of this document alone
  int score_low = 0;
  int score_high = 0;
  char grade = 'F';
  int findings = 0;
  std::size_t length = 0;  // of the text, in bytes
};

VersionSummary summarise(const DocumentAnalysis& analysis, const Rubric& rubric,
                         const Profile& profile);

}  // namespace fineprint
