// Vendors side by side: their scores, best first; those without a document to score come last.
#pragma once

#include <stdexcept>
#include <string_view>
#include <vector>

#include "analyzer/finding.h"
#include "reports/scorecard.h"

namespace fineprint {

// A vendor's scores for both audiences. The one that the chosen profile is for is its headline.
struct VendorScore {
  const VendorAnalysis* vendor = nullptr;
  int rank = 0;   // from 1; vendors with equal scores share a rank
  int index = 0;  // of the vendor in Analysis::vendors
  Scorecard business;
  Scorecard consumer;
  Audience audience = Audience::kBusiness;  // of the headline

  const Scorecard& headline() const;
  const Scorecard& other() const;
};

struct Comparison {
  const Profile* profile = nullptr;         // of the headline scores
  std::vector<const RubricCheck*> columns;  // the checks that have a column
  std::vector<VendorScore> ranked;          // by score, best first, then by name
};

// Scores every vendor. The audience of the profile is scored by it, the other audience by the
// rubric's first profile for it. Throws std::invalid_argument, which names the known profiles, if
// the rubric has no such profile. The result points into both arguments.
Comparison compare(const Analysis& analysis, const Rubric& rubric, std::string_view profile);

// The finding that a ref of this vendor means.
const Finding& finding_of(const VendorAnalysis& vendor, const FindingRef& ref);
const DocumentAnalysis& document_of(const VendorAnalysis& vendor, const FindingRef& ref);

}  // namespace fineprint
