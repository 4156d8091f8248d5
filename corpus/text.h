// Plain text to blocks: hard-wrapped lines are joined to paragraphs, numbered and upper-case lines
// become headings, bullets and enumerations lists with their lead-ins.
#pragma once

#include <string_view>

#include "corpus/document.h"
#include "corpus/reader.h"

namespace fineprint {

// Appends the blocks of `utf8` to `document`; their maps lead to offsets in `utf8`.
void read_text(std::string_view utf8, const ReadLimits& limits, Document& document);

}  // namespace fineprint
