// Sentences of a document with what introduces them: the unit in which clauses are found.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyzer/sentence_boundaries.h"
#include "analyzer/symbols.h"
#include "corpus/document.h"

namespace fineprint {

struct Sentence {
  int block = 0;   // index into Document::blocks
  ByteRange text;  // in the block's text, without surrounding blanks
  // What introduces it, outermost first: lead-ins of its list, the head of its enumeration, the
  // row's first cell and the column's head. Views into the document's blocks.
  std::vector<std::string_view> lead_in;
};

// A lead-in as one line: a cell may have several.
std::string one_line(std::string_view lead_in);

// Finds the ends of sentences as ICU does, mended for the abbreviations and numbering of legal
// text. Not for use by two threads at once.
class SentenceBreaker {
 public:
  SentenceBreaker(const std::string& language, const std::vector<std::string>& abbreviations);

  // The sentences of a text in order, without surrounding blanks. A long sentence that enumerates
  // ("... to: (a) ...; (b) ...") is one range here; see split_enumeration.
  std::vector<ByteRange> split(std::string_view text);

 private:
  bool ends_with_abbreviation(std::string_view sentence) const;

  SentenceBoundaries boundaries_;
  std::unordered_set<std::string, TextHash, std::equal_to<>> abbreviations_;  // in lower case
  std::size_t longest_abbreviation_ = 0;                                      // bytes
};

// Parts a long enumerating sentence into its head ("You may not:") and its members; the sentence
// itself where it is short or does not enumerate. With more than one range the first is the head.
// Makes `ranges` hold these and nothing else.
void split_enumeration(std::string_view text, ByteRange sentence, std::vector<ByteRange>& ranges);

// All sentences of a document in reading order, headings included.
std::vector<Sentence> split_document(const Document& document, SentenceBreaker& breaker);

}  // namespace fineprint
