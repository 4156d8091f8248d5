#include "analyzer/program.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <type_traits>
#include <utility>

namespace fineprint {
namespace {

using Kind = PatternElement::Kind;
using Op = Program::Op;

Sign sign_of_all(const std::vector<Symbol>& symbols) {
  Sign sign = 0;
  for (const Symbol symbol : symbols) sign |= sign_of(symbol);
  return sign;
}

// A program while it grows.
struct Draft {
  std::vector<Program::Step> steps;
  std::vector<Symbol> sets;
  std::vector<std::vector<Program>> barred;

  std::span<const Symbol> set(const Program::Step& step) const {
    return std::span(sets).subspan(static_cast<std::size_t>(step.a),
                                   static_cast<std::size_t>(step.b - step.a));
  }
};

class Compiler {
 public:
  Compiler(SymbolTable& symbols, const ListWeight& weight, Draft& program)
      : symbols_(symbols), weight_(weight), program_(program) {}

  void sequence(const std::vector<PatternElement>& elements) {
    for (const PatternElement& element : elements) {
      if (!element.optional) {
        single(element);
        continue;
      }
      const std::size_t split = emit(Op::kSplit);
      single(element);
      program_.steps[split].a = static_cast<std::int32_t>(split + 1);
      program_.steps[split].b = static_cast<std::int32_t>(program_.steps.size());
    }
  }

  std::size_t emit(Op op, std::int32_t a = 0, std::int32_t b = 0) {
    program_.steps.push_back({op, a, b, 0});
    return program_.steps.size() - 1;
  }

 private:
  void single(const PatternElement& element) {
    switch (element.kind) {
      case Kind::kWord:
      case Kind::kPrefix:
      case Kind::kConcept:
        emit(Op::kSymbol, static_cast<std::int32_t>(symbol_of(element, symbols_)));
        break;
      case Kind::kGroup:
        group(element);
        break;
      case Kind::kGap:
        emit(Op::kGap, element.gap, barred(element));
        break;
      case Kind::kNot:
        emit(Op::kNot, 0, barred(element));
        break;
      case Kind::kMark:
        emit(Op::kMark, element.mark);
        break;
      case Kind::kStart:
        emit(Op::kStart);
        break;
      case Kind::kEnd:
        emit(Op::kEnd);
        break;
    }
  }

  // The index of the compiled choices of a gap or kNot, or -1 where it has none.
  std::int32_t barred(const PatternElement& element) {
    if (element.choices.empty()) return -1;
    std::vector<Program> programs;
    for (const Pattern& choice : element.choices)
      programs.push_back(compile_pattern(choice, symbols_, weight_));
    program_.barred.push_back(std::move(programs));
    return static_cast<std::int32_t>(program_.barred.size()) - 1;
  }

  void group(const PatternElement& element) {
    const bool simple = std::all_of(element.choices.begin(), element.choices.end(),
                                    [](const Pattern& choice) { return is_symbol(choice); });
    if (simple) {
      std::vector<Symbol> set;
      for (const Pattern& choice : element.choices)
        set.push_back(symbol_of(choice.elements[0], symbols_));
      std::sort(set.begin(), set.end());
      set.erase(std::unique(set.begin(), set.end()), set.end());
      const auto begin = static_cast<std::int32_t>(program_.sets.size());
      emit(Op::kSet, begin, begin + static_cast<std::int32_t>(set.size()));
      program_.sets.insert(program_.sets.end(), set.begin(), set.end());
      return;
    }
    branches(element);
  }

  void branches(const PatternElement& element) {
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < element.choices.size(); ++i) {
      const bool last = i + 1 == element.choices.size();
      const std::size_t split = last ? 0 : emit(Op::kSplit);
      sequence(element.choices[i].elements);
      if (!last) {
        jumps.push_back(emit(Op::kJump));
        program_.steps[split].a = static_cast<std::int32_t>(split + 1);
        program_.steps[split].b = static_cast<std::int32_t>(program_.steps.size());
      }
    }
    for (const std::size_t jump : jumps) {
      program_.steps[jump].a = static_cast<std::int32_t>(program_.steps.size());
    }
  }

  SymbolTable& symbols_;
  const ListWeight& weight_;
  Draft& program_;
};

// Collects what the steps from `step` on may begin with; false where that may be any word.
bool collect_first(const Draft& program, std::size_t step, std::vector<Symbol>& first) {
  const Program::Step& now = program.steps[step];
  switch (now.op) {
    case Op::kSymbol:
      first.push_back(static_cast<Symbol>(now.a));
      return true;
    case Op::kSet: {
      const std::span<const Symbol> set = program.set(now);
      first.insert(first.end(), set.begin(), set.end());
      return true;
    }
    case Op::kSplit:
      return collect_first(program, static_cast<std::size_t>(now.a), first) &&
             collect_first(program, static_cast<std::size_t>(now.b), first);
    case Op::kJump:
      return collect_first(program, static_cast<std::size_t>(now.a), first);
    case Op::kNot:
    case Op::kMark:
    case Op::kStart:
      return collect_first(program, step + 1, first);
    case Op::kGap:
    case Op::kEnd:
    case Op::kMatch:
      return false;
  }
  return false;
}

// Copies what a program is made of into one piece of memory, what is asked first in front: the
// required lists as they are sorted and backwards, the first symbols; the steps; the sets.
void lay_out(const std::array<std::vector<Symbol>, 4>& lists,
             const std::vector<Program::Step>& steps, Program& program) {
  static_assert(alignof(Program::Step) <= 2 * sizeof(Symbol));
  const auto& [required, backwards, first, sets] = lists;
  const std::size_t before = required.size() + backwards.size() + first.size();
  const std::size_t steps_at = (before + before % 2) * sizeof(Symbol);
  const std::size_t sets_at = steps_at + steps.size() * sizeof(Program::Step);
  program.memory = std::make_unique<std::byte[]>(sets_at + sets.size() * sizeof(Symbol));
  std::byte* at = program.memory.get();
  const auto copy = [&](const auto& from) {
    using Value = typename std::remove_cvref_t<decltype(from)>::value_type;
    const auto begin = reinterpret_cast<Value*>(at);
    std::uninitialized_copy(from.begin(), from.end(), begin);
    at += from.size() * sizeof(Value);
    return std::span<const Value>(begin, from.size());
  };
  program.required = ListsView(copy(required));
  program.backwards = ListsView(copy(backwards));
  program.first = copy(first);
  at = program.memory.get() + steps_at;
  program.steps = copy(steps);
  program.sets = copy(sets);
}

// Whether a word is one at which a match of the program may begin.
bool begins_at(const Program& program, const Annotation& text, std::size_t word) {
  if (program.begins_anywhere()) return true;
  if ((text.signs[word] & program.first_sign) == 0) return false;
  const std::span<const Entry> entries = text.at[word];
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return (sign_of(entry.symbol) & program.first_sign) != 0 &&
           std::binary_search(program.first.begin(), program.first.end(), entry.symbol);
  });
}

// The words at which a match may begin as far as what it needs tells, and in which order that
// stands in the text: up to the last word that one needs, the last before it that another needs,
// and so on. Bits as Annotation::where has them; of words that share one the order is not told.
std::uint64_t may_begin(const Program& program, const Annotation& text) {
  std::uint64_t before = ~std::uint64_t{0};
  std::uint64_t upto = before;
  const bool in_order = text.shift() == 0;
  program.backwards.all_of([&](std::span<const Symbol> list) {
    std::uint64_t where = 0;
    for (const Symbol symbol : list) where |= text.where(symbol);
    where &= before;
    if (where == 0) {
      upto = 0;
      return false;
    }
    const std::uint64_t last = std::bit_floor(where);
    upto = last | (last - 1);
    before = in_order ? last - 1 : upto;
    return true;
  });
  return upto;
}

}  // namespace

Program compile_pattern(const Pattern& pattern, SymbolTable& symbols, const ListWeight& weight) {
  Draft draft;
  Compiler compiler(symbols, weight, draft);
  compiler.sequence(pattern.elements);
  compiler.emit(Op::kMatch);
  std::vector<Symbol> first;
  for (std::size_t step = 0; step < draft.steps.size(); ++step) {
    first.clear();
    draft.steps[step].sign =
        collect_first(draft, step, first) ? sign_of_all(first) : Program::kAnything;
  }
  first.clear();
  const bool told = collect_first(draft, 0, first);
  if (!told) first.clear();
  std::sort(first.begin(), first.end());
  first.erase(std::unique(first.begin(), first.end()), first.end());
  RequiredLists required = requirements_in_order(pattern, symbols, weight);
  const PackedLists backwards = pack({required.rbegin(), required.rend()});
  sort_requirements(required, weight);

  Program program;
  lay_out({pack(required), backwards, first, draft.sets}, draft.steps, program);
  program.first_sign = told ? sign_of_all(first) : Program::kAnything;
  program.barred = std::move(draft.barred);
  program.source = pattern.source;
  return program;
}

bool may_match(const Program& program, const Annotation& text) {
  return program.required.each_has([&](Symbol symbol) { return text.present[symbol] != 0; });
}

void possible_begins(const Program& program, const Annotation& text,
                     std::vector<std::uint16_t>& words) {
  words.clear();
  std::uint64_t where = may_begin(program, text);
  if (where != 0 && !program.begins_anywhere()) {
    std::uint64_t first = 0;
    for (const Symbol symbol : program.first) first |= text.where(symbol);
    where &= first;
  }
  const std::size_t size = text.words.size();
  const unsigned shift = text.shift();
  for (; where != 0; where &= where - 1) {
    const std::size_t first = static_cast<std::size_t>(std::countr_zero(where)) << shift;
    const std::size_t end = std::min(size, first + (std::size_t{1} << shift));
    for (std::size_t word = first; word < end; ++word) {
      if (shift == 0 || begins_at(program, text, word))
        words.push_back(static_cast<std::uint16_t>(word));
    }
  }
}

void Machine::prepare(const Program& program, const Annotation& text) {
  program_ = &program;
  text_ = &text;
  stack_.clear();
  const std::size_t states = program.steps.size() * (text.words.size() + 1) * 2;
  if (visited_.size() < states) visited_.resize(states, 0);
  if (++visit_ == 0) {
    std::fill(visited_.begin(), visited_.end(), 0);
    visit_ = 1;
  }
}

bool Machine::find(const Program& program, const Annotation& text, Polarity polarity,
                   Match* match) {
  possible_begins(program, text, begins_);
  if (begins_.empty()) return false;
  prepare(program, text);
  polarity_ = polarity;
  own_begin_ = text.own_begin;
  ends_ = nullptr;
  for (const std::size_t word : begins_) {
    if (!run(0, word, false)) continue;
    if (match) match->entries = stack_;
    return true;
  }
  return false;
}

bool Machine::find_outline(const Program& program, const Annotation& text) {
  outline_ = true;
  const bool found = find(program, text, Polarity::kEither, nullptr);
  outline_ = false;
  return found;
}

void Machine::ends_from(const Program& program, const Annotation& text, std::size_t begin,
                        std::vector<std::size_t>& ends) {
  if (program.is_one_step()) {
    for (const Entry& entry : text.at[begin])
      if (program.takes(program.steps[0], entry.symbol)) ends.push_back(entry.end);
    return;
  }
  prepare(program, text);
  polarity_ = Polarity::kEither;
  own_begin_ = 0;
  ends_ = &ends;
  run(0, begin, false);
  ends_ = nullptr;
}

bool Machine::run(std::size_t step, std::size_t word, bool negation) {
  const Program::Step& now = program_->steps[step];
  if (!may_go_on(now, word)) return false;
  const std::size_t state = (step * (text_->words.size() + 1) + word) * 2 + (negation ? 1 : 0);
  if (visited_[state] == visit_) return false;
  visited_[state] = visit_;
  switch (now.op) {
    case Op::kSymbol:
    case Op::kSet:
      return consume(now, step, word, negation);
    case Op::kGap:
      return gap(now, step, word, negation);
    case Op::kSplit:
      return run(static_cast<std::size_t>(now.a), word, negation) ||
             run(static_cast<std::size_t>(now.b), word, negation);
    case Op::kJump:
      return run(static_cast<std::size_t>(now.a), word, negation);
    case Op::kNot:
      if (word < text_->words.size() &&
          barred(program_->barred[static_cast<std::size_t>(now.b)], word))
        return false;
      return run(step + 1, word, negation);
    case Op::kMark:
      if (word >= text_->words.size() || !(text_->words.words[word].marks & now.a)) return false;
      return run(step + 1, word, negation);
    case Op::kStart:
      return (word == 0 || word == text_->own_begin) && run(step + 1, word, negation);
    case Op::kEnd:
      return word == text_->words.size() && run(step + 1, word, negation);
    case Op::kMatch:
      if (ends_) {
        ends_->push_back(word);
        return false;  // go on: all ends are wanted
      }
      return word > own_begin_ && (polarity_ != Polarity::kNegative || negation);
  }
  return false;
}

bool Machine::consume(const Program::Step& step, std::size_t at, std::size_t word, bool negation) {
  if (word >= text_->words.size()) return false;
  const bool negated = text_->negated[word];
  const bool allowed = polarity_ != Polarity::kAffirmative || !negated;
  for (const Entry& entry : text_->at[word]) {
    if (allowed) {
      if (program_->takes(step, entry.symbol)) {
        stack_.push_back({entry.symbol, {static_cast<std::uint16_t>(word), entry.end}});
        if (run(at + 1, entry.end, negation || negated)) return true;
        stack_.pop_back();
      }
    }
    if (entry.symbol == filler_ && !stack_.empty() && run(at, entry.end, negation)) return true;
  }
  return false;
}

bool Machine::gap(const Program::Step& step, std::size_t at, std::size_t word, bool negation) {
  const std::size_t rest = text_->words.size() - word;
  const std::size_t most =
      step.a < 0 ? rest : std::min<std::size_t>(rest, static_cast<std::size_t>(step.a));
  const Program::Step& next = program_->steps[at + 1];
  for (std::size_t skipped = 0;; ++skipped) {
    if (may_go_on(next, word + skipped) && run(at + 1, word + skipped, negation)) return true;
    if (skipped == most) return false;
    if (step.b >= 0 && barred(program_->barred[static_cast<std::size_t>(step.b)], word + skipped))
      return false;
  }
}

bool Machine::barred(const std::vector<Program>& programs, std::size_t word) {
  if (outline_) return false;
  for (const Program& program : programs) {
    if (!begins_at(program, *text_, word)) continue;
    if (program.steps.size() == 2 && program.steps[0].op == Op::kSymbol) return true;
    if (!may_match(program, *text_)) continue;
    if (inner_.empty()) inner_.emplace_back(filler_);
    inner_ends_.clear();
    inner_.front().ends_from(program, *text_, word, inner_ends_);
    if (!inner_ends_.empty()) return true;
  }
  return false;
}

}  // namespace fineprint
