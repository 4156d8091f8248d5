// What a pattern made of words, groups and options stands for, spelled out: "use (of|access)?" is
// "use of", "use access" and "use".
#pragma once

#include <cstddef>
#include <vector>

#include "rules/pattern.h"

namespace fineprint {

// How many word sequences a pattern stands for; 0 where it has more than `limit` of them or is not
// made of words only.
std::size_t count_sequences(const Pattern& pattern, std::size_t limit);

// All of them, pointing into the pattern; none where `count_sequences` tells 0.
using WordSequence = std::vector<const PatternElement*>;
std::vector<WordSequence> expand_words(const Pattern& pattern, std::size_t limit);

}  // namespace fineprint
