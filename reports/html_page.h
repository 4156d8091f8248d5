// What all HTML pages have around their contents. Pages are self-contained and run no script.
#pragma once

#include <string>
#include <string_view>

namespace fineprint {

// Up to and with <body>; `title` and `first` (the id of the first section, and its name) are the
// program's own words.
std::string html_page_head(std::string_view title, std::string_view first,
                           std::string_view first_name);

// One of a page's figures: "3 vendors".
std::string html_fact(std::size_t count, std::string_view noun);
std::string html_fact(std::string_view value, std::string_view name);

// From </main> on.
std::string html_page_foot(std::string_view version, std::string_view rules_digest,
                           std::string_view sameness);

}  // namespace fineprint
