// The conditions of a policy that need no baseline, each held against one vendor and audience.
#pragma once

#include <vector>

#include "reports/check.h"
#include "reports/check_view.h"

namespace fineprint {

// What violates the rule's condition, in order of the documents; without rule, vendor, waiver and
// fingerprint. Nothing
// for conditions on changes. Throws std::invalid_argument where the rubric has no profile for the
// audience of a score.
std::vector<Violation> condition_violations(const Condition& condition, const VendorView& view,
                                            Audience audience, const Rubric& rubric);

}  // namespace fineprint
