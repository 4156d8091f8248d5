// Finds in a document's sentences the terms that it defines: '"Content" means ...',
// 'Acme Labs, Inc. ("Acme")', 'Inputs and Outputs are together "Content"'.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/defined_terms.h"
#include "analyzer/matcher.h"

namespace fineprint {

// The concepts that tell definitions, and those that a term may stand for.
struct DefinitionConcepts {
  explicit DefinitionConcepts(const Matcher& matcher);

  std::vector<Symbol> definable;
  std::vector<Symbol> throughout;                   // definable; count anywhere in a definition
  std::vector<std::pair<Symbol, Symbol>> meanings;  // wordings in definitions only, and of what
  Symbol output, vendor, customer, definition, opening, bare, negator, undefinable;
};

// Keeps memory between sentences: one a thread.
class DefinitionReader {
 public:
  explicit DefinitionReader(const Matcher& matcher) : matcher_(matcher), concepts_(matcher) {}

  // Whether there may be quotation marks in a text; most have none, and define nothing unless they
  // stand below a heading like "Definitions".
  static bool may_quote(std::string_view text);

  // Cuts the sentence at hand into words, without what leads into it.
  using Cut = std::function<void(Annotation& text)>;

  // Adds what a sentence defines to `terms`; those that are there already may serve to define
  // others. `in_definitions`: below a heading like "Definitions". Most sentences need not be cut.
  void read(std::string_view sentence, bool in_definitions, const Cut& cut, MatcherScratch& scratch,
            DefinedTerms& terms);

 private:
  const Matcher& matcher_;
  DefinitionConcepts concepts_;
  Annotation text_;
  Annotation term_;
};

}  // namespace fineprint
