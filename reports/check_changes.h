// The conditions of a policy on what happened since a baseline.
#pragma once

#include <vector>

#include "reports/check.h"
#include "reports/check_view.h"

namespace fineprint {

// As condition_violations (check_conditions.h), for conditions on changes; nothing for others.
// `types` are the rule's terms types.
std::vector<Violation> change_violations(const Condition& condition, const VendorView& view,
                                         const std::vector<std::string>& types, Audience audience,
                                         const Rubric& rubric, const CheckBaseline& baseline);

// The same for a vendor of the baseline that is gone: its documents are missing.
std::vector<Violation> missing_vendor_violations(const Condition& condition, const VendorDiff& gone,
                                                 const std::vector<std::string>& types);

}  // namespace fineprint
