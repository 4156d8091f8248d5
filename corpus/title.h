// What a document says about itself in its first lines: title and date.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace fineprint {

// The first heading that names the document, else `page_title` without the site's name, else the
// first short block.
std::string find_title(const Document& document, std::string_view page_title);

// The date stated as "effective", "last updated" and the like near the document's start, or the
// first date there that stands by itself; ISO 8601, or "".
std::string find_date(const Document& document);

// The first date in `text` ("January 31, 2024", "31 janvier 2024", "2024-01-31", "31.01.2024"),
// ISO 8601, or "".
std::string parse_date(std::string_view text);

}  // namespace fineprint
