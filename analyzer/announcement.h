// Headings that only announce what the text under them says ("Right to erasure").
#pragma once

#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

// For each finding of the document, whether it is that of a heading, not a whole sentence, under
// which the same clause is found, with the same period if the heading has one: the text speaks for
// itself. The findings are in order of the document.
std::vector<bool> announcements(const Document& document, const std::vector<Finding>& findings);

}  // namespace fineprint
