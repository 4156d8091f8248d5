// Finds the terms that a document defines and the names under which its vendor acts.
#pragma once

#include <string>
#include <vector>

#include "analyzer/defined_terms.h"
#include "analyzer/definition_reader.h"
#include "analyzer/document_words.h"
#include "analyzer/matcher.h"
#include "analyzer/sentence.h"
#include "corpus/document.h"

namespace fineprint {

// Keeps memory from document to document: one a thread. Keeps a reference to the matcher.
class TermFinder {
 public:
  explicit TermFinder(const Matcher& matcher);

  // `words` are those of the sentences.
  DefinedTerms find(const Document& document, const std::vector<Sentence>& sentences,
                    DocumentWords& words, MatcherScratch& scratch);

 private:
  // Whether terms are defined under a heading.
  bool is_definitions(const std::string& heading, MatcherScratch& scratch);
  void add_names(const std::string& vendor, const DocumentWords& words, DefinedTerms& terms) const;

  const Matcher& matcher_;
  DefinitionReader reader_;
  Symbol definition_heading_;
  Annotation heading_;  // the one at hand
};

}  // namespace fineprint
