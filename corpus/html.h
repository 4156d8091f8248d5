// HTML as the web has it to blocks.
//
// The page is parsed as browsers do (gumbo), pruned to its document (page_content.h) and walked
// in reading order. Hidden elements, scripts, navigation, cookie banners, page headers and footers
// are left out; sections that a click unfolds are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/outline.h"
#include "corpus/reader.h"

namespace fineprint {

// What a page says about itself.
struct HtmlPage {
  std::string title;     // <title>, or ""
  std::string language;  // <html lang>, or ""
};

// Appends the blocks of the page `utf8` to `document`; their maps lead to offsets in `utf8`.
// Throws UnreadableInput where the markup is so broken that it cannot be read within bounds.
HtmlPage read_html(std::string_view utf8, const ReadLimits& limits, Document& document);

// Reads HTML that stands inside another document, all of it; `offset` is added to all source
// offsets.
void read_html_fragment(std::string_view utf8, std::size_t offset, const ReadLimits& limits,
                        Outline& outline);

}  // namespace fineprint
