// The words in which two texts differ, as a reader would mark them with a pen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

enum class WordChange { kSame, kRemoved, kAdded };

// A run of words with the blanks that follow them. The runs that are not added make up the old
// text, those that are not removed the new one.
struct WordRun {
  WordChange change = WordChange::kSame;
  std::string text;
  friend bool operator==(const WordRun&, const WordRun&) = default;
};

const char* word_change_name(WordChange change);  // "same", "removed", "added"

// A shortest edit script between the words of the texts (Myers, 1986). Words end at white space;
// ideographs are words of their own. Removed words stand before those that replace them. Texts
// that differ in more than a few thousand words come out as one replacement of all that lies
// between their common beginning and end.
std::vector<WordRun> word_diff(std::string_view old_text, std::string_view new_text);

}  // namespace fineprint
