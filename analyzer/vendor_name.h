// The name under which a document speaks of its vendor, where it is not the name of its folder.
#pragma once

#include <string>
#include <vector>

#include "analyzer/document_words.h"
#include "analyzer/matcher.h"

namespace fineprint {

// Capitalised words, none of the lexicon's, that do something a vendor does ("Acme may", "Acme
// will"), normalised: the one that does so most often, if it is often enough, and the first of the
// folder's name, if it does so at all ("Acme" of "Acme Drive").
std::vector<std::string> acting_names(const DocumentWords& words, const WordList& folder,
                                      const Matcher& matcher);

}  // namespace fineprint
