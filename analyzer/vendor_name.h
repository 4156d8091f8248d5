// The name under which a document speaks of its vendor, where it is not the name of its folder.
#pragma once

#include <string>

#include "analyzer/matcher.h"
#include "corpus/document.h"

namespace fineprint {

// The capitalised word, none of the lexicon's, that most often does something a vendor does ("Acme
// may", "Acme will"), normalised; "" where no word does so often enough.
std::string acting_name(const Document& document, const Matcher& matcher, MatcherScratch& scratch);

}  // namespace fineprint
