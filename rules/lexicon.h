// The vocabulary of one language: concepts and how they are worded, numbers, units, settings.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_source.h"
#include "rules/pattern.h"
#include "rules/words.h"

namespace fineprint {

struct Concept {
  std::string title;
  std::vector<Pattern> phrases;
};

// A unit of time: so many of an ISO 8601 designator. Time units (hours and less) carry a "T".
struct TimeUnit {
  int count = 1;
  std::string designator;  // "D", "W", "M", "Y", "TH", "TM", "TS"
};

struct Lexicon {
  std::string language;                    // BCP 47
  std::vector<std::string> abbreviations;  // lower case, with their points: "e.g."
  std::map<std::string, int> numbers;      // "thirty" -> 30; words joined by single blanks
  std::vector<std::pair<Pattern, TimeUnit>> units;
  std::vector<std::string> definable;             // concepts that a document may define terms for
  std::vector<std::string> definable_throughout;  // those that count anywhere in a definition
  // The language's most common words, the most common first: what a text is asked for before all
  // else is chosen by them. They change how fast clauses are found, not which.
  std::vector<std::string> common_words;
  std::map<std::string, Concept> concepts;
  WordCutter cutter{{}, {}};
};

// Reads lexicon files of one language. The file that holds the settings ("elisions", ...) must be
// read before any phrase is parsed, hence all of a language's files at once. Throws RuleFileError
// for a fault in a file and for references to unknown concepts or in a circle.
Lexicon read_lexicon(const std::vector<const JsonSource*>& files);

// The concepts in an order in which each comes after those that it refers to.
std::vector<std::string> dependency_order(const Lexicon& lexicon);

}  // namespace fineprint
