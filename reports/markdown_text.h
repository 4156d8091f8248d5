// Text from documents inside Markdown.
#pragma once

#include <string>
#include <string_view>

namespace fineprint {

// Clean text (display_text.h) that Markdown shows as it is, inside a line or a table cell: no
// markup, link, mention, cell or HTML comes of it.
std::string markdown_escape(std::string_view text);

}  // namespace fineprint
