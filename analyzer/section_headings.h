// The headings above a sentence, annotated.
#pragma once

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/defined_terms.h"
#include "analyzer/matcher.h"
#include "corpus/document.h"

namespace fineprint {

// A heading, lead-in or neighbour of a sentence, and its text as the document has it.
struct Surrounding {
  Annotation* text;
  std::string_view source;
};

// Keeps memory from document to document: one a thread. Keeps a reference to the matcher.
class SectionHeadings {
 public:
  explicit SectionHeadings(const Matcher& matcher) : matcher_(matcher) {}

  // Goes on with another document.
  void clear();

  // The heading `section`, a block of the document or kNone, and those above it, innermost first;
  // until those above another are asked for. What of them was asked for last is not annotated anew,
  // as sections lie in each other.
  const std::vector<Surrounding>& above(int section, const Document& document,
                                        const DefinedTerms& terms, MatcherScratch& scratch);

 private:
  struct Heading {
    int block;
    std::size_t at;  // among annotations_
  };
  // The number of an annotation that no heading has.
  std::size_t free(const std::vector<Heading>& before) const;

  const Matcher& matcher_;
  int section_ = kNone;
  std::vector<Heading> headings_;
  std::vector<Surrounding> texts_;  // the same
  std::deque<Annotation> annotations_;
};

}  // namespace fineprint
