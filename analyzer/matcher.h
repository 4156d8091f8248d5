// The rules of one language, compiled: annotates sentences with concepts and runs rule programs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/defined_terms.h"
#include "analyzer/duration.h"
#include "analyzer/index_set.h"
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
using Needs = IndexSet;

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

// For each symbol the programs (by number) that cannot match without it or one beside it, so that
// those worth a look are found from a text's words, however many programs there are.
class Triggers {
 public:
  Triggers() = default;
  // For numbers below `count`, and symbols that are as `common` as "we" and so tell little.
  Triggers(std::size_t count, std::vector<Symbol> common);
  void add(const Program& program, std::size_t number);

  const IndexSet& always() const { return always_; }  // those that need no symbol
  // Adds the numbers that a symbol calls up.
  void call(Symbol symbol, IndexSet& numbers) const {
    if (symbol >= by_symbol_.size()) return;
    for (const std::uint32_t number : by_symbol_[symbol]) numbers.insert(number);
  }

 private:
  std::vector<Symbol> common_;
  IndexSet always_;
  std::vector<std::vector<std::uint32_t>> by_symbol_;
};

// Memory that annotating needs between sentences; one a thread.
struct MatcherScratch {
  TextMap<std::vector<Symbol>> symbols_of;  // by word, bounded
  std::vector<const std::vector<Symbol>*> word_symbols;
  IndexSet called;  // the concept programs that the text at hand calls up
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

  // Finds the concepts that are needed (all of them: null) and marks negation. Call it once, with
  // the scratch that `begin` had last.
  void complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const;

  // Both at once; `needs` may be null.
  void annotate(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
                const Needs* needs, MatcherScratch& scratch, Annotation& out) const;

  // Finds words and plain phrases alone, no other concepts, lengths of time or defined terms.
  void annotate_plain(std::string_view text, MatcherScratch& scratch, Annotation& out) const;

  // Needs of the analysis itself: negation and audience.
  const Needs& basic_needs() const { return basic_needs_; }
  // Of the texts around a sentence: those of the rules' section and context conditions.
  const Needs& scope_needs() const { return scope_needs_; }
  // Of sentences that define terms.
  const Needs& definition_needs() const { return definition_needs_; }

  // Whether a rule can match a text that `begin` has seen.
  static bool may_match_rule(const CompiledRule& rule, const Annotation& text);
  // Puts the indexes of all rules that can into `candidates`, in order.
  void rules_that_may_match(const Annotation& text, std::vector<std::size_t>& candidates) const;

 private:
  struct ConceptProgram {
    Symbol symbol;
    Program program;
    std::vector<Symbol> uses;  // the concepts in it
  };
  void compile_concepts();
  void compile_rules(const Catalogue& catalogue);
  void set_needs();
  void set_triggers();
  // Adds the words' symbols and the plain phrases to `out`, whose words are cut.
  void find_plain(MatcherScratch& scratch, Annotation& out) const;
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
  Triggers program_triggers_;
  std::vector<CompiledRule> compiled_;
  Triggers rule_triggers_;
  Needs basic_needs_;
  Needs scope_needs_;
  Needs definition_needs_;
};

}  // namespace fineprint
