// Finds the document in a web page: takes out what is not part of it and picks the element that
// holds it.
//
// The rule throughout: legal text must not get lost. An element goes only where its role, its
// name or its links say that it is furniture and it holds a small part of the page's text.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace fineprint {

// Removes scripts, hidden elements, navigation, banners, page headers and footers from the tree
// below `root`.
void remove_furniture(pugi::xml_node root);

// Finds the smallest element that holds nearly all of the page's running text and removes what
// stands around it and is not the document's title, date, first or last section.
void isolate_main_content(pugi::xml_node root);

// Whether a style attribute, such as "display: none", sets `property` to `value`.
bool style_is(std::string_view style, std::string_view property, std::string_view value);

}  // namespace fineprint
