// The rules of one language, compiled: annotates sentences with concepts and runs rule programs.
#pragma once

#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/defined_terms.h"
#include "analyzer/duration.h"
#include "analyzer/index_set.h"
#include "analyzer/known_word.h"
#include "analyzer/likelihood.h"
#include "analyzer/negation.h"
#include "analyzer/phrase_trie.h"
#include "analyzer/program.h"
#include "analyzer/symbol_gate.h"
#include "analyzer/symbols.h"
#include "analyzer/word_table.h"
#include "rules/rule_set.h"

namespace fineprint {

// Which concept programs something needs, by index.
using Needs = IndexSet;

struct CompiledCondition {
  std::vector<Program> any;
  std::vector<Program> none;
  Needs needs;
  bool asks() const { return !any.empty() || !none.empty(); }
};

struct CompiledRule {
  const Rule* rule = nullptr;
  std::size_t gate = 0;  // number at the gate of its first match pattern; the others follow
  Needs needs;           // of its match, with and unless patterns
  std::vector<Needs> match_needs;               // of each match pattern alone ...
  std::vector<Needs> outline_needs;             // ... and of what it may not do without
  bool period = false;                          // the clause carries a period
  bool minor_data = false;                      // findings say whether they speak of such only
  std::vector<std::string> excluded_documents;  // terms types in which it is not looked for
  std::vector<Program> match;
  std::vector<std::vector<Program>> with;
  std::vector<Program> unless;
  std::vector<Program> unless_between;
  std::vector<Program> unless_before;
  CompiledCondition section;
  CompiledCondition context;
};

// What stands in a text beside its words alone.
struct Phrases {
  struct Phrase {
    std::size_t begin;  // words, not including `end`
    std::size_t end;
    Symbol symbol;
  };
  std::vector<Phrase> plain;  // of more words than one
  std::vector<Phrase> terms;  // that the document defines
  bool duration = false;      // there may be a length of time
};

// Memory that annotating needs between sentences; one a thread.
struct MatcherScratch {
  // Of what was looked up. Keys are apart: most are told by what a word keeps of them itself.
  struct Memory {
    std::pmr::monotonic_buffer_resource words;
    std::pmr::monotonic_buffer_resource keys;
  };
  std::unique_ptr<Memory> memory;
  WordTable known;
  SymbolGate::Seen seen;
  Machine machine;
  Phrases phrases;
  std::vector<std::uint16_t> begins;
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

  // Cuts the pieces (what leads in, then the sentence itself) into out.words and looks them up.
  void cut(const std::vector<std::string_view>& pieces, MatcherScratch& scratch,
           Annotation& out) const;
  // Looks up all words of a list.
  void look_up(const WordList& words, MatcherScratch& scratch, KnownWords& out) const;
  // Forgets the words that were looked up if they have become many, and tells whether it did: call
  // it between documents, when nothing that was cut is needed any more.
  static bool forget_words(MatcherScratch& scratch);

  // What the words and plain phrases of a text leave possible. `terms` may be null.
  struct Possible {
    std::vector<std::size_t> rules;  // indexes, in order
    IndexSet programs;               // numbers at the gate
    bool audience = false;           // it may speak of business customers or consumers
    Phrases phrases;
    bool any() const { return audience || !rules.empty(); }
  };
  void possible(const DefinedTerms* terms, MatcherScratch& scratch, const CutText& text,
                Possible& out) const;

  // Finds the plain phrases, lengths of time and defined terms in words that were `cut`. The other
  // concepts are found when asked for, by what follows. With `possible`, that of the same text and
  // terms, neither the phrases nor what may match is told anew.
  void find_plain(const DefinedTerms* terms, MatcherScratch& scratch, Annotation& out,
                  const Possible* possible = nullptr) const;

  // Whether a concept is in the text.
  bool establish(Symbol symbol, MatcherScratch& scratch, Annotation& out) const;
  // Whether a program may match, for which it looks for concepts that it requires.
  bool establish(const Program& program, MatcherScratch& scratch, Annotation& out) const;
  // The same of one that passed the gate.
  bool confirm(const Program& program, MatcherScratch& scratch, Annotation& out) const;
  // Finds the concepts that are needed (all of them: null).
  void complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const;
  // Finds negation and marks the words in its scope; once a text.
  void negate(MatcherScratch& scratch, Annotation& out) const;

  // Whether a concept's wording may begin at one of some words, told by the words alone.
  bool may_begin(Symbol symbol, std::span<const KnownWord* const> words, std::size_t at) const;
  // Whether words may make a heading of definitions, told by each word by itself.
  bool may_head_definitions(std::span<const KnownWord* const> words) const;
  // Of the audience that a sentence speaks of.
  const Needs& audience_needs() const { return audience_needs_; }
  // Of sentences that define terms.
  const Needs& definition_needs() const { return definition_needs_; }

 private:
  struct ConceptProgram {
    Symbol symbol;
    Program program;
    std::vector<Symbol> uses;  // the concepts in it
  };
  // Concept programs side by side, by index.
  struct ProgramRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  // The language's common words as the cutter has them.
  std::vector<std::string> common_keys() const;
  // Of those of some words that patterns ask for.
  std::vector<Symbol> symbols_of(const std::vector<std::string>& keys) const;
  void compile_concepts(Likelihood& likelihood, const ListWeight& weight);
  void compile_rules(const Catalogue& catalogue, const ListWeight& weight);
  void set_needs_of_concepts();
  void set_needs();
  void set_heading_clues();
  void build_gate(const ListWeight& weight);
  RequiredLists required_besides(const CompiledRule& rule, const ListWeight& weight);
  void find_phrases(const DefinedTerms* terms, const CutText& text, Phrases& out) const;
  void search(std::size_t index, MatcherScratch& scratch, Annotation& out) const;
  // Whether a concept was found or may still be.
  bool thinkable(Symbol symbol, const Annotation& text) const;
  // Finds out about a word that has not been looked up before.
  const KnownWord& learn(std::string_view key, MatcherScratch& scratch) const;
  void add_symbols(std::vector<Symbol> symbols, std::pmr::memory_resource& memory,
                   KnownWord& word) const;
  CompiledCondition compile_condition(const PatternCondition& condition, const ListWeight& weight);
  void add_needs(const std::vector<Program>& programs, Needs& needs) const;
  void add_needs(const Program& program, Needs& needs, bool also_barred = true) const;
  void add_needs(Symbol symbol, Needs& needs) const;

  const LanguageRules& rules_;
  SymbolTable symbols_;
  PhraseTrie trie_;
  DurationReader durations_;
  NegationConcepts negation_;
  Symbol duration_ = kNoSymbol;
  Symbol filler_ = kNoSymbol;
  Symbol may_ = kNoSymbol;
  std::vector<ConceptProgram> programs_;   // concepts after those that they refer to
  std::vector<ProgramRange> programs_of_;  // by symbol
  std::vector<Needs> needs_of_;            // by symbol; no room where it needs none
  std::vector<CompiledRule> compiled_;
  // Knows the concept programs by their index, behind them the match patterns rule by rule, at last
  // what tells an audience.
  SymbolGate gate_;
  std::vector<std::uint32_t> rule_of_;  // by number at the gate, less that of the first pattern
  Needs negation_needs_;
  Needs audience_needs_;
  Needs definition_needs_;
  // By symbol: whether a heading of definitions may be told by it. Empty where it needs none.
  std::vector<bool> heading_clues_;
};

}  // namespace fineprint
