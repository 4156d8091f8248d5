// Text from documents made fit to show: clean, measured, wrapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

// Valid UTF-8 on one line that cannot act on its surroundings: broken bytes become U+FFFD, control
// characters and line ends become spaces, directional overrides and isolates are written out
// ("[U+202E]"), other invisible characters are dropped.
std::string clean_text(std::string_view text);

// Columns that clean text takes on a terminal: 2 for wide (CJK, emoji) characters, 0 for combining
// marks, else 1.
int display_width(std::string_view text);

// Clean text cut to at most `width` columns; what is cut ends in "…".
std::string clip_to_width(std::string_view text, int width);

// Clean text followed (or preceded) by spaces up to `width` columns.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

// Clean text in lines of at most `width` columns, broken at spaces where possible, and inside
// words that are longer than a line. At least one line; `width` below 1 counts as 1.
std::vector<std::string> wrap_text(std::string_view text, int width);

// The first `limit` characters of clean text, cut at a word where possible; what is cut ends in
// "…".
std::string excerpt(std::string_view text, std::size_t limit);

}  // namespace fineprint
