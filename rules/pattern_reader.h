// Reads patterns out of located JSON, so that a fault in a pattern names its place in the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/json_reader.h"
#include "rules/pattern.h"

namespace fineprint {

struct Lexicon;

// The pattern in a JSON text. Throws RuleFileError.
Pattern read_pattern(const JsonReader& reader, const WordCutter& cutter);

// The same for a pattern that stands elsewhere (in a key) and belongs to `reader`'s place.
Pattern read_pattern_text(const JsonReader& reader, std::string_view text,
                          const WordCutter& cutter);

// A list of patterns.
std::vector<Pattern> read_patterns(const JsonReader& reader, const WordCutter& cutter);

// Throws RuleFileError where one of the concepts that a pattern refers to is not in the lexicon.
void check_concepts_known(const JsonReader& reader, const std::vector<std::string>& names,
                          const Lexicon& lexicon);

}  // namespace fineprint
