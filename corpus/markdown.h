// Markdown (CommonMark with GitHub's tables) to blocks.
#pragma once

#include <string_view>

#include "corpus/document.h"
#include "corpus/reader.h"

namespace fineprint {

// Appends the blocks of `utf8` to `document`; their maps lead to offsets in `utf8`. Links keep
// their text, images go, raw HTML is read as HTML.
void read_markdown(std::string_view utf8, const ReadLimits& limits, Document& document);

}  // namespace fineprint
