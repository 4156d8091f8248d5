// From documents to vendors: the answers of each audience, and where documents contradict.
#pragma once

#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

// Groups analysed documents by vendor and answers for each audience. Takes the documents in any
// order; the result is sorted.
std::vector<VendorAnalysis> group_vendors(std::vector<DocumentAnalysis> documents);

}  // namespace fineprint
