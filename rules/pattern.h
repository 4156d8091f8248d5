// The pattern language of lexicons and rules: parsing. rules/README.md is its manual.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rules/words.h"

namespace fineprint {

struct Pattern;

struct PatternElement {
  enum class Kind { kWord, kPrefix, kConcept, kGroup, kGap, kMark, kNot, kStart, kEnd };
  Kind kind = Kind::kWord;
  std::string text;  // word, prefix (without *) or concept name
  bool optional = false;
  int gap = 0;                   // kGap: most words, or -1 for any number
  Mark mark = kNoMark;           // kMark
  std::vector<Pattern> choices;  // kGroup: alternatives; kNot, kGap: what no word may begin
};

struct Pattern {
  std::string source;  // as written
  std::vector<PatternElement> elements;
};

// What is wrong with a pattern and what to write instead; `position` is a byte offset in it.
class PatternError : public std::runtime_error {
 public:
  PatternError(const std::string& what, std::size_t at) : std::runtime_error(what), position(at) {}
  std::size_t position;
};

// Throws PatternError. Thread-safe.
Pattern parse_pattern(std::string_view source, const WordCutter& cutter);

// The names of all concepts that a pattern refers to, with repetitions.
void collect_concepts(const Pattern& pattern, std::vector<std::string>& names);

}  // namespace fineprint
