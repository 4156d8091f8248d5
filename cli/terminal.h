// What the program knows of the terminal it writes to.
#pragma once

#include <string>

namespace fineprint {

// Columns of standard output, 100 where it is no terminal.
int terminal_width();

// Whether a report that goes to `output` ("" is standard output) is to be coloured.
bool wants_colour(const std::string& output);

// A line on standard error. What comes from documents and paths cannot act on the terminal.
void warn(const std::string& message);

}  // namespace fineprint
