// The analysis as a whole: documents and rules in, findings and verdicts out, on several threads.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/clause_finder.h"
#include "analyzer/finding.h"
#include "analyzer/matcher.h"
#include "corpus/collection.h"
#include "rules/rule_set.h"

namespace fineprint {

struct AnalyzeOptions {
  int threads = 0;  // 0: as many as the machine has cores
  CollectionOptions collection;
  // Whether documents keep their bytes and blocks once they are analysed. Findings have their
  // quotes without.
  bool keep_text = true;
  // Called with the number of documents done, from any thread but never from two at once.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

// The compiled rules of all languages. Immutable after construction; shared by all threads.
class Analyzer {
 public:
  explicit Analyzer(RuleSet rules);

  const RuleSet& rules() const { return *rules_; }

  // The matcher for a language, or null where no lexicon knows it.
  const Matcher* matcher(std::string_view language) const;

  // One document: findings and verdict. A document in a language without rules has no findings.
  DocumentAnalysis analyze_document(Document document) const;

  // The finders that a thread has used, kept from document to document: they remember words and, if
  // told so, sentences (see ClauseFinder).
  struct Finders {
    bool remember_sentences = false;
    std::map<const Matcher*, ClauseFinder> by_matcher;
  };
  DocumentAnalysis analyze_document(Document document, Finders& finders) const;

  // Reads and analyses a whole collection. The result does not depend on threads or order.
  Analysis analyze(const Collection& collection, const AnalyzeOptions& options) const;

 private:
  std::unique_ptr<RuleSet> rules_;
  std::map<std::string, Matcher, std::less<>> matchers_;
};

}  // namespace fineprint
