// A pattern compiled for matching: a small backtracking program over the entries of an annotation.
//
// Every state (instruction, word, negation seen) is visited at most once a run, so that a run takes
// at most instructions x words steps, whatever the text is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analyzer/annotation.h"
#include "analyzer/requirement.h"
#include "analyzer/symbols.h"
#include "rules/pattern.h"
#include "rules/rule.h"

namespace fineprint {

struct Program {
  enum class Op : std::uint8_t {
    kSymbol,
    kSet,
    kGap,
    kNot,
    kSplit,
    kJump,
    kMark,
    kStart,
    kEnd,
    kMatch
  };
  struct Step {
    Op op;
    std::int32_t a = 0;  // kSymbol: symbol; kSet: where its symbols begin among `sets`; kGap: most
                         // words; kSplit, kJump: target
    std::int32_t b = 0;  // kSet: where they end; kSplit: second target; kGap, kNot: index into
                         // barred, or -1
    Sign sign = 0;       // of what a match may go on with from here; kAnything: told by nothing
  };
  static constexpr Sign kAnything = ~Sign{0};

  // Every match needs a symbol out of each of these; those that tell most first.
  ListsView required;
  ListsView backwards;  // the same in the order of the text, what comes last first
  // A match begins with one of these, sorted, unless it may begin with any word.
  std::span<const Symbol> first;
  Sign first_sign = 0;  // kAnything: with any word, or with so many that the sign tells nothing
  std::span<const Step> steps;
  std::span<const Symbol> sets;              // one behind the other, each sorted
  std::vector<std::vector<Program>> barred;  // what a gap must not hold
  std::string source;
  // What the views above see, side by side: programs are run in no order, so that each place in
  // memory must be waited for.
  std::unique_ptr<std::byte[]> memory;

  // The symbols of a kSet.
  std::span<const Symbol> set(const Step& step) const {
    return sets.subspan(static_cast<std::size_t>(step.a),
                        static_cast<std::size_t>(step.b - step.a));
  }
  // Whether a step, a kSymbol or kSet, takes a symbol.
  bool takes(const Step& step, Symbol symbol) const {
    if (step.op == Op::kSymbol) return symbol == static_cast<Symbol>(step.a);
    const std::span<const Symbol> symbols = set(step);
    return std::binary_search(symbols.begin(), symbols.end(), symbol);
  }
  // Whether there is nothing in it but one such step.
  bool is_one_step() const {
    return steps.size() == 2 && (steps[0].op == Op::kSymbol || steps[0].op == Op::kSet);
  }
  bool begins_anywhere() const { return first_sign == kAnything; }
};

// Calls visit(symbol) for all that a program asks for; with `also_barred`, for what must not stand
// in its gaps, too.
template <typename Visit>
void each_symbol(const Program& program, bool also_barred, const Visit& visit) {
  for (const Program::Step& step : program.steps) {
    if (step.op == Program::Op::kSymbol) visit(static_cast<Symbol>(step.a));
  }
  for (const Symbol symbol : program.sets) visit(symbol);
  if (!also_barred) return;
  for (const std::vector<Program>& programs : program.barred)
    for (const Program& each : programs) each_symbol(each, also_barred, visit);
}

Program compile_pattern(const Pattern& pattern, SymbolTable& symbols,
                        const ListWeight& weight = by_length);

// False where something is lacking without which the program cannot match.
bool may_match(const Program& program, const Annotation& text);

// Puts the words at which a match may begin into `words`, in order: none where what it needs is not
// there or, as far as Annotation::where tells, not in its order.
void possible_begins(const Program& program, const Annotation& text,
                     std::vector<std::uint16_t>& words);

struct MatchedEntry {
  Symbol symbol;
  WordSpan words;
};

struct Match {
  std::vector<MatchedEntry> entries;
  WordSpan words() const {
    return entries.empty() ? WordSpan{}
                           : WordSpan{entries.front().words.begin, entries.back().words.end};
  }
};

// Runs programs. Keeps its memory between runs; one a thread.
class Machine {
 public:
  // `filler` is the symbol whose entries are skipped between words (or kNoSymbol).
  explicit Machine(Symbol filler = kNoSymbol)
      : filler_(filler), filler_sign_(filler == kNoSymbol ? 0 : sign_of(filler)) {}

  // The leftmost match that ends after the first `own_begin` words and has the polarity.
  bool find(const Program& program, const Annotation& text, Polarity polarity, Match* match);

  // Whether the program would match if no gap were barred, whatever is negated: where it would not,
  // what bars gaps and negates need not be looked for.
  bool find_outline(const Program& program, const Annotation& text);

  // All ends of matches that begin at a word; some may be told twice.
  void ends_from(const Program& program, const Annotation& text, std::size_t begin,
                 std::vector<std::size_t>& ends);

 private:
  bool run(std::size_t step, std::size_t word, bool negation);
  bool consume(const Program::Step& step, std::size_t at, std::size_t word, bool negation);
  bool gap(const Program::Step& step, std::size_t at, std::size_t word, bool negation);
  bool barred(const std::vector<Program>& programs, std::size_t word);
  void prepare(const Program& program, const Annotation& text);

  // False where a match cannot go on from an instruction at a word.
  bool may_go_on(const Program::Step& step, std::size_t word) const {
    return step.sign == Program::kAnything ||
           (text_->signs[word] & (step.sign | filler_sign_)) != 0;
  }

  Symbol filler_;
  Sign filler_sign_;
  const Program* program_ = nullptr;
  const Annotation* text_ = nullptr;
  Polarity polarity_ = Polarity::kEither;
  bool outline_ = false;
  std::size_t own_begin_ = 0;
  std::vector<std::size_t>* ends_ = nullptr;
  std::vector<MatchedEntry> stack_;
  std::vector<std::uint16_t> begins_;
  std::vector<Machine> inner_;  // runs what gaps must not hold; made when first needed
  std::vector<std::size_t> inner_ends_;
  std::vector<std::uint16_t> visited_;  // by state: the number of the run; small, to stay near
  std::uint16_t visit_ = 0;
};

}  // namespace fineprint
