// Changes in HTML.
#pragma once

#include <string>

#include "reports/change_view.h"

namespace fineprint {

std::string html_direction(Direction direction);

// An <article> with both quotes side by side: what went in <del>, what came in <ins>.
std::string html_change(const Change& change, const Catalogue& catalogue);

// All of a document's changes; from the first neutral one on they fold away if there are others.
std::string html_changes(const std::vector<Change>& changes, const Catalogue& catalogue);

}  // namespace fineprint
