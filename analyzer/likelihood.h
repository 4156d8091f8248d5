// About how likely a sentence holds what a pattern asks for. What is least likely is looked for
// first: most sentences are done with by that. Only how fast clauses are found depends on it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/requirement.h"
#include "analyzer/symbols.h"

namespace fineprint {

class Likelihood {
 public:
  // The keys of a language's most common words, the most common first. Keeps a reference to
  // `symbols`.
  Likelihood(const SymbolTable& symbols, const std::vector<std::string>& common_words);

  // Of a concept that is told otherwise than by phrases.
  void set(Symbol concept_symbol, double likelihood);
  // Makes known how a concept may be worded; add the concepts that the phrase refers to before.
  void add_phrase(Symbol concept_symbol, const RequiredLists& required);

  // That a sentence holds one of the symbols, from 0 to 1. Their occurrences are taken for
  // independent of each other.
  double of(const std::vector<Symbol>& list);

 private:
  double of_symbol(Symbol symbol);
  double of_new(Symbol symbol) const;

  const SymbolTable& symbols_;
  double rare_;  // of a word that is not among the common ones
  std::map<std::string, double, std::less<>> words_;
  std::vector<std::optional<double>> known_;  // by symbol
};

}  // namespace fineprint
