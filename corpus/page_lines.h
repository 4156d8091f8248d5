// Documents that once were a PDF: each line of the page became a paragraph of its own.
#pragma once

#include <cstddef>
#include <string_view>

namespace fineprint {

// The usual width in bytes of the lines of a text in which nearly each line is a paragraph and
// many break in mid-sentence; 0 for any other text.
std::size_t find_page_width(std::string_view utf8);

// Whether a text ends with a full stop, a colon, a semicolon or the like.
bool ends_sentence(std::string_view text);

}  // namespace fineprint
