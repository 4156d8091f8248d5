// Terms that a document defines for itself, and the concepts they stand for.
//
// '"Content" means Inputs and Outputs' makes "Content" stand for {output} too in this document;
// 'Acme Labs, Inc. ("Acme", "we")' makes "Acme" a name of the vendor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation.h"

namespace fineprint {

class Matcher;
struct MatcherScratch;

// A capitalised term and what it stands for.
struct DefinedTerm {
  std::vector<std::string> keys;  // its words, normalised
  std::vector<Symbol> stands_for;
};

class DefinedTerms {
 public:
  void add(DefinedTerm term);
  // Adds the entries of all terms that occur, capitalised, in the text.
  void annotate(Annotation& text) const;
  bool empty() const { return by_first_.empty(); }
  const TextMap<std::vector<DefinedTerm>>& terms() const { return by_first_; }

 private:
  TextMap<std::vector<DefinedTerm>> by_first_;  // by first word
};

// Reads the definitions in one sentence and adds them to `terms`; those that are there already may
// serve to define others. `in_definitions`: below a heading like "Definitions".
void read_definitions(std::string_view sentence, bool in_definitions, const Matcher& matcher,
                      MatcherScratch& scratch, DefinedTerms& terms);

}  // namespace fineprint
