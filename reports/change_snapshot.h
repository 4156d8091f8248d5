// One version of a document as the comparison of versions needs it: every sentence with the words
// that it says and the clauses that were found in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/finding.h"
#include "reports/change_text.h"
#include "rules/rule_set.h"

namespace fineprint {

struct Statement {
  std::string text;
  WordHashes words;
  std::uint64_t key = 0;      // of the words
  std::uint64_t lead_in = 0;  // key of what introduces it; that of no words where nothing does
  int section = 0;            // index into Snapshot::sections
  std::vector<int> findings;  // indexes into Snapshot::findings
};

struct Snapshot {
  std::vector<Statement> statements;               // in reading order, those without words left out
  std::vector<std::vector<std::string>> sections;  // headings, outermost first
  std::vector<Finding> findings;
  std::vector<std::string> paths;  // of the document's parts
  bool whole = true;               // false: only sentences in which a clause was found are known
};

// Takes a document apart. `rules` are those of its language, or null where there are none.
Snapshot make_snapshot(const DocumentAnalysis& analysis, const LanguageRules* rules);

// The same from findings alone: what a saved report holds of a document.
Snapshot make_snapshot(std::vector<Finding> findings, std::vector<std::string> paths);

}  // namespace fineprint
