// A rule: which concepts make a clause, what unmakes it, and examples of both.
#pragma once

#include <string>
#include <vector>

#include "rules/json_source.h"
#include "rules/lexicon.h"
#include "rules/pattern.h"

namespace fineprint {

enum class Polarity { kAffirmative, kNegative, kEither };

// At least one of `any` (if there are any) and none of `none` must match.
struct PatternCondition {
  std::vector<Pattern> any;
  std::vector<Pattern> none;
};

struct NameCondition {
  std::vector<std::string> any;
  std::vector<std::string> none;
};

struct RuleExample {
  std::string text;
  std::string language;
  std::string lead_in;
  std::string before;  // the sentence before it
  std::vector<std::string> section;
  std::string vendor;
  std::string type;    // terms type
  std::string period;  // that the finding must carry; "" where it does not matter
};

struct Rule {
  std::string id;
  std::string clause;
  std::string title;
  std::string explanation;
  std::string language;  // "" for a rule of every language
  Polarity polarity = Polarity::kAffirmative;
  std::vector<Pattern> match;
  std::vector<std::vector<Pattern>> with;  // all of; each one of several
  std::vector<Pattern> unless;
  std::vector<Pattern> unless_between;
  std::vector<Pattern> unless_before;
  PatternCondition section;
  PatternCondition context;
  NameCondition documents;
  std::vector<std::string> overrides;
  std::vector<RuleExample> examples_match;
  std::vector<RuleExample> examples_no_match;
  std::string place;  // "FILE:LINE", for messages
};

// Reads a rule file. Rules without a language are read with the cutter of each language they are
// compiled for, so their patterns are parsed with `lexicon` as given: call once a language. Throws
// RuleFileError; for a rule of every language, concepts that `lexicon` lacks are no fault: such a
// rule is left out.
std::vector<Rule> read_rules(const JsonSource& source, const Lexicon& lexicon);

}  // namespace fineprint
