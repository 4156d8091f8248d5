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

namespace fineprint {

// One rule file by its role: what its path and content say it is.
struct RuleFile {
  std::string name;  // as errors show it
  std::string text;
};

struct LanguageRules {
  Lexicon lexicon;
  std::vector<Rule> rules;  // in order of precedence: the user's first, then by file name
};

struct RuleSet {
  Catalogue catalogue;
  std::map<std::string, LanguageRules> languages;  // by BCP 47 language
  RuleFile rubric;
  std::string digest;  // "sha256:<hex>" over all files that were read

  // The rules for a document's language, or null: "en-GB" falls back to "en".
  const LanguageRules* for_language(std::string_view language) const;
};

// Reads the shipped rules (unless `shipped` is false), then every *.json below each folder, in
// order of path. A file with "clauses" extends the catalogue, with "concepts" or "numbers" a
// lexicon, with "rules" the rules (a rule with a known id replaces that rule), with "questions"
// replaces the rubric. Throws RuleFileError for the first fault. Immutable and thread-safe after.
RuleSet load_rules(const std::vector<std::string>& folders, bool shipped = true);

}  // namespace fineprint
