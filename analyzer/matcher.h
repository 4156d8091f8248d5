// The rules of one language, compiled: annotates sentences with concepts and runs rule programs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/defined_terms.h"
#include "analyzer/duration.h"
#include "analyzer/negation.h"
#include "analyzer/phrase_trie.h"
#include "analyzer/program.h"
#include "analyzer/symbols.h"
#include "rules/rule_set.h"

namespace fineprint {

struct CompiledCondition {
  std::vector<Program> any;
  std::vector<Program> none;
};

// Which concept programs something needs, by index.
using Needs = std::vector<bool>;

struct CompiledRule {
  const Rule* rule = nullptr;
  Needs needs;          // of its match, with and unless patterns
  bool period = false;  // the clause carries a period
  std::vector<Program> match;
  std::vector<std::vector<Program>> with;
  std::vector<Program> unless;
  std::vector<Program> unless_between;
  std::vector<Program> unless_before;
  CompiledCondition section;
  CompiledCondition context;
};

// Memory that annotating needs between sentences; one a thread.
struct MatcherScratch {
  std::unordered_map<std::string, std::vector<Symbol>> symbols_of;  // by word, bounded
  std::vector<const std::vector<Symbol>*> word_symbols;
  std::string key;
  Machine machine;
  std::vector<std::size_t> ends;
};

// Immutable after construction; shared by all threads.
class Matcher {
 public:
  // Keeps a reference to `rules`, which must outlive it.
  Matcher(const LanguageRules& rules, const Catalogue& catalogue);

  const LanguageRules& language() const { return rules_; }
  const SymbolTable& symbols() const { return symbols_; }
  const std::vector<CompiledRule>& rules() const { return compiled_; }
  Symbol find_concept(std::string_view name) const { return symbols_.find_concept(name); }

  MatcherScratch scratch() const;

  // Cuts the pieces (what leads in, then the sentence itself) and finds the plain phrases in them;
  // what else there may be is in out.possible. `terms` may be null.
  void begin(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
             MatcherScratch& scratch, Annotation& out) const;

  // Finds the concepts that are needed (all of them: null) and marks negation. Call it once.
  void complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const;

  // Both at once.
  void annotate(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
                MatcherScratch& scratch, Annotation& out) const;

  // Needs of the analysis itself: negation and audience.
  const Needs& basic_needs() const { return basic_needs_; }

  // Whether a rule can match a text that `begin` has seen.
  static bool may_match_rule(const CompiledRule& rule, const Annotation& text);

 private:
  struct ConceptProgram {
    Symbol symbol;
    Program program;
    std::vector<Symbol> uses;  // the concepts in it
  };
  void compile_concepts();
  void compile_rules(const Catalogue& catalogue);
  void add_symbols(MatcherScratch& scratch, Annotation& out) const;
  void add_needs(const std::vector<Pattern>& patterns, Needs& needs) const;
  void add_needs(Symbol symbol, Needs& needs) const;

  const LanguageRules& rules_;
  SymbolTable symbols_;
  PhraseTrie trie_;
  DurationReader durations_;
  NegationConcepts negation_;
  Symbol duration_ = kNoSymbol;
  Symbol filler_ = kNoSymbol;
  std::vector<ConceptProgram> programs_;  // concepts after those that they refer to
  std::vector<CompiledRule> compiled_;
  Needs basic_needs_;
};

}  // namespace fineprint
