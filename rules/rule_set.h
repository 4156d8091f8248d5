// All lexicons, rules, the clause catalogue and the rubric's text, from the shipped files and from
// the user's folders.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/catalogue.h"
#include "rules/lexicon.h"
#include "rules/rule.h"
#include "rules/rule_files.h"

namespace fineprint {

// What reports tell of the rules; no text is analysed with it.
struct RuleMetadata {
  Catalogue catalogue;
  RuleFile rubric;
  std::string digest;  // of all files that were read
};

struct LanguageRules {
  Lexicon lexicon;
  std::vector<Rule> rules;  // in the order in which they are tried: that of the files
};

struct RuleSet : RuleMetadata {
  std::map<std::string, LanguageRules> languages;  // by BCP 47 language

  // The rules for a document's language, or null: "en-GB" falls back to "en".
  const LanguageRules* for_language(std::string_view language) const;
};

// A file with "clauses" extends the catalogue, with "concepts", "numbers", "units" or
// "common_words" a lexicon, with "rules" the rules (a rule with a known id takes that rule's
// place), with "questions" replaces the rubric.
// Throws RuleFileError for the first fault. Immutable and thread-safe after.
RuleSet parse_rules(const RuleFiles& files);
RuleSet load_rules(const std::vector<std::string>& folders, bool shipped = true);

// The metadata of files that parse_rules takes without a fault, at a small part of its price:
// lexicons and rules are not parsed. Of other files it may tell anything, or throw RuleFileError.
RuleMetadata read_rule_metadata(const RuleFiles& files);

}  // namespace fineprint
