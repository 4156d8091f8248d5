// Changes on a terminal.
#pragma once

#include "reports/change_view.h"
#include "reports/text_page.h"

namespace fineprint {

const char* direction_colour(Direction direction);  // SGR parameters, or ""

// Heading, both quotes with [-what went-] and {+what came+}, and why.
void text_change(TextPage& page, const Change& change, const Catalogue& catalogue);

// One line: direction, title and the quote as far as it fits.
void text_change_line(TextPage& page, const Change& change, const Catalogue& catalogue, int indent);

}  // namespace fineprint
