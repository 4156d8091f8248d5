// Finds clauses in a document: runs the compiled rules of its language over each sentence.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/document_words.h"
#include "analyzer/finding.h"
#include "analyzer/known_sentences.h"
#include "analyzer/matcher.h"
#include "analyzer/near_miss.h"
#include "analyzer/section_headings.h"
#include "analyzer/sentence.h"
#include "analyzer/term_finder.h"
#include "corpus/document.h"

namespace fineprint {

// One sentence as the rules saw it, for `explain`.
struct SentenceTrace {
  Sentence sentence;
  std::vector<Finding> findings;
  std::vector<NearMiss> near_misses;
};

// Finds the clauses of documents in one language. Keeps memory between sentences: one a thread.
class ClauseFinder {
 public:
  // With `remember_sentences`, what was found out about a sentence is kept for when it comes again:
  // of use where most do, as in versions of a document. The findings are the same.
  explicit ClauseFinder(const Matcher& matcher, bool remember_sentences = false);

  struct Result {
    std::vector<Finding> findings;  // in order of the document
    int business_mentions = 0;      // sentences that speak of business customers ...
    int consumer_mentions = 0;      // ... and of consumers
  };
  // Headings that only announce what the text under them says have no finding.
  Result find(const Document& document);

  // The same, sentence by sentence, with the rules that came close. Sentences where no rule found
  // anything or came close are left out.
  // With `about`, near misses are those of that rule only; a sentence has `most` at most, the
  // closest first.
  std::vector<SentenceTrace> trace(const Document& document, const Rule* about = nullptr,
                                   std::size_t most = kNearMisses);

 private:
  struct State;
  // Evaluates the rules at these indexes on the sentence in state.text; of their patterns those
  // that `patterns` holds (null: all).
  void evaluate(const Sentence& sentence, const std::vector<std::size_t>& candidates,
                const IndexSet* patterns, State& state, std::vector<Finding>& findings,
                std::vector<NearMiss>* near_misses);
  // Finds what is in a sentence, and who it speaks of.
  void examine(const Sentence& sentence, const CutText& words, State& state,
               KnownSentences::Known& now, Result& result);
  bool suits_place(std::size_t rule, State& state);
  void mark_negation(State& state);
  // By rule, whether it is for documents of a terms type.
  const std::vector<bool>& rules_for(const std::string& type);
  // The headings above the sentence at hand.
  const std::vector<Surrounding>& section(const State& state);
  void load_context(State& state);
  bool holds(const CompiledRule& rule, const Match& match, State& state, std::string* reason);
  bool scope_holds(const CompiledCondition& condition, const std::vector<Surrounding>& texts,
                   const char* name, std::string* reason);
  const Program* first_match(const std::vector<Program>& programs, const Annotation& text);
  const Program* first_match(const std::vector<Program>& programs, const Needs& needs,
                             Annotation& text);
  // Whether a heading above the sentence holds the concept.
  bool in_headings(Symbol symbol, State& state);
  Finding make_finding(const CompiledRule& rule, const Match& match, const Sentence& sentence,
                       State& state);
  void drop_announcements(const Document& document, std::vector<SentenceTrace>& traces) const;
  template <typename Visit>
  void each_sentence(const Document& document, const Visit& visit);

  const Matcher& matcher_;
  SentenceBreaker breaker_;
  MatcherScratch scratch_;
  TermFinder terms_;
  DocumentWords words_;  // of the document at hand
  std::optional<KnownSentences> sentences_;
  // Kept from document to document for their memory.
  Matcher::Possible possible_;                          // of the sentence at hand
  Annotation text_;                                     // the sentence at hand
  std::map<std::string, std::vector<bool>> for_types_;  // by terms type: rules_for
  SectionHeadings headings_;                            // of the document at hand
  std::deque<Annotation> neighbours_;  // lead-ins of the sentence at hand and sentences before it
  Symbol business_;
  Symbol consumer_;
  Symbol minor_data_;
};

}  // namespace fineprint
