// Changes in Markdown.
#pragma once

#include <string>

#include "reports/change_view.h"

namespace fineprint {

// "✖ worse", "✔ better", "◐ mixed", "· neutral", "none".
std::string markdown_direction(Direction direction);

// A list item with both quotes under it: what went is struck out, what came is bold.
void markdown_change(const Change& change, const Catalogue& catalogue, std::string& out);

}  // namespace fineprint
