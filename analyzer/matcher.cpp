#include "analyzer/matcher.h"

#include <algorithm>

namespace fineprint {
namespace {

constexpr std::size_t kMaxCachedWords = 50'000;

std::vector<Program> compile_all(const std::vector<Pattern>& patterns, SymbolTable& symbols) {
  std::vector<Program> programs;
  programs.reserve(patterns.size());
  for (const Pattern& pattern : patterns) programs.push_back(compile_pattern(pattern, symbols));
  return programs;
}

CompiledCondition compile_condition(const PatternCondition& condition, SymbolTable& symbols) {
  return {compile_all(condition.any, symbols), compile_all(condition.none, symbols)};
}

// Whether a match of the program can begin at the word, judged by its first step.
bool can_begin(const Program& program, const Annotation& text, std::size_t word) {
  const Program::Step& first = program.steps.front();
  if (first.op == Program::Op::kSymbol) {
    for (const Entry& entry : text.at[word]) {
      if (entry.symbol == static_cast<Symbol>(first.a)) return true;
    }
    return false;
  }
  if (first.op == Program::Op::kSet) {
    const std::vector<Symbol>& set = program.sets[static_cast<std::size_t>(first.a)];
    for (const Entry& entry : text.at[word]) {
      if (std::binary_search(set.begin(), set.end(), entry.symbol)) return true;
    }
    return false;
  }
  return true;
}

}  // namespace

Triggers::Triggers(std::size_t count, std::vector<Symbol> common)
    : common_(std::move(common)), always_(count) {}

void Triggers::add(const Program& program, std::size_t number) {
  const std::vector<Symbol>* rarest =
      nullptr;  // the shortest list, but for those of common symbols
  const auto is_common = [&](Symbol symbol) {
    return std::find(common_.begin(), common_.end(), symbol) != common_.end();
  };
  for (const std::vector<Symbol>& list : program.required) {
    if (!rarest) rarest = &list;
    if (std::none_of(list.begin(), list.end(), is_common)) {
      rarest = &list;
      break;
    }
  }
  if (!rarest) return always_.insert(number);
  for (const Symbol symbol : *rarest) {
    if (by_symbol_.size() <= symbol) by_symbol_.resize(symbol + 1);
    std::vector<std::uint32_t>& numbers = by_symbol_[symbol];
    const auto called = static_cast<std::uint32_t>(number);
    if (numbers.empty() || numbers.back() != called) numbers.push_back(called);
  }
}

Matcher::Matcher(const LanguageRules& rules, const Catalogue& catalogue)
    : rules_(rules), durations_(rules.lexicon) {
  for (const char* name :
       {"vendor", "customer", "filler", "not", "prohibited", "pseudo-not", "scope-break",
        "definition", "audience-business", "audience-consumer", "minor-data"}) {
    symbols_.concept_symbol(name);
  }
  duration_ = symbols_.concept_symbol("duration");
  filler_ = symbols_.find_concept("filler");
  negation_ = {symbols_.find_concept("not"), symbols_.find_concept("prohibited"),
               symbols_.find_concept("pseudo-not"), symbols_.find_concept("scope-break")};
  compile_concepts();
  compile_rules(catalogue);
  set_needs();
  set_triggers();
}

void Matcher::compile_concepts() {
  for (const std::string& name : dependency_order(rules_.lexicon)) {
    const Symbol symbol = symbols_.concept_symbol(name);
    for (const Pattern& phrase : rules_.lexicon.concepts.at(name).phrases) {
      if (!trie_.add(phrase, symbol, symbols_)) {
        std::vector<std::string> names;
        collect_concepts(phrase, names);
        std::vector<Symbol> uses;
        for (const std::string& each : names) uses.push_back(symbols_.concept_symbol(each));
        programs_.push_back({symbol, compile_pattern(phrase, symbols_), std::move(uses)});
      }
    }
  }
}

void Matcher::compile_rules(const Catalogue& catalogue) {
  for (const Rule& rule : rules_.rules) {
    CompiledRule compiled;
    compiled.rule = &rule;
    const Clause* clause = catalogue.find(rule.clause);
    compiled.period = clause && clause->period;
    compiled.match = compile_all(rule.match, symbols_);
    for (const auto& choices : rule.with) compiled.with.push_back(compile_all(choices, symbols_));
    compiled.unless = compile_all(rule.unless, symbols_);
    compiled.unless_between = compile_all(rule.unless_between, symbols_);
    compiled.unless_before = compile_all(rule.unless_before, symbols_);
    compiled.section = compile_condition(rule.section, symbols_);
    compiled.context = compile_condition(rule.context, symbols_);
    compiled.needs = Needs(programs_.size());
    for (const auto* patterns :
         {&rule.match, &rule.unless, &rule.unless_between, &rule.unless_before}) {
      add_needs(*patterns, compiled.needs);
    }
    for (const auto& choices : rule.with) add_needs(choices, compiled.needs);
    if (compiled.period) add_needs(symbols_.find_concept("minor-data"), compiled.needs);
    compiled_.push_back(std::move(compiled));
  }
}

void Matcher::set_needs() {
  basic_needs_ = Needs(programs_.size());
  for (const char* name : {"filler", "not", "prohibited", "pseudo-not", "scope-break",
                           "audience-business", "audience-consumer"}) {
    add_needs(symbols_.find_concept(name), basic_needs_);
  }
  scope_needs_ = basic_needs_;
  add_needs(symbols_.find_concept("minor-data"), scope_needs_);
  for (const Rule& rule : rules_.rules) {
    for (const PatternCondition* condition : {&rule.section, &rule.context}) {
      add_needs(condition->any, scope_needs_);
      add_needs(condition->none, scope_needs_);
    }
  }
  definition_needs_ = Needs(programs_.size());
  for (const char* name :
       {"filler", "vendor", "customer", "output", "not", "definition", "undefinable",
        "definition-opening", "definition-bare", "definition-heading"}) {
    add_needs(symbols_.find_concept(name), definition_needs_);
  }
  for (const auto* names : {&rules_.lexicon.definable, &rules_.lexicon.definable_throughout}) {
    for (const std::string& name : *names) {
      add_needs(symbols_.find_concept(name), definition_needs_);
      add_needs(symbols_.find_concept(name + "-meaning"), definition_needs_);
    }
  }
}

void Matcher::set_triggers() {
  std::vector<Symbol> common;
  for (const char* name : {"vendor", "customer", "filler", "not", "may"})
    common.push_back(symbols_.find_concept(name));
  program_triggers_ = Triggers(programs_.size(), common);
  for (std::size_t i = 0; i < programs_.size(); ++i) program_triggers_.add(programs_[i].program, i);
  rule_triggers_ = Triggers(compiled_.size(), std::move(common));
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    for (const Program& program : compiled_[i].match) rule_triggers_.add(program, i);
  }
}

void Matcher::add_needs(const std::vector<Pattern>& patterns, Needs& needs) const {
  std::vector<std::string> names;
  for (const Pattern& pattern : patterns) collect_concepts(pattern, names);
  for (const std::string& name : names) add_needs(symbols_.find_concept(name), needs);
}

void Matcher::add_needs(Symbol symbol, Needs& needs) const {
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    if (programs_[i].symbol != symbol || needs.contains(i)) continue;
    needs.insert(i);
    for (const Symbol each : programs_[i].uses) add_needs(each, needs);
  }
}

bool Matcher::may_match_rule(const CompiledRule& rule, const Annotation& text) {
  const auto any = [&](const std::vector<Program>& programs) {
    for (const Program& program : programs) {
      if (may_match(program, text.possible)) return true;
    }
    return false;
  };
  return any(rule.match) && std::all_of(rule.with.begin(), rule.with.end(), any);
}

void Matcher::rules_that_may_match(const Annotation& text,
                                   std::vector<std::size_t>& candidates) const {
  candidates.clear();
  IndexSet called = rule_triggers_.always();
  for (const Symbol symbol : text.possible_symbols()) rule_triggers_.call(symbol, called);
  for (std::size_t i = called.next(0); i != IndexSet::kEnd; i = called.next(i + 1)) {
    if (may_match_rule(compiled_[i], text)) candidates.push_back(i);
  }
}

MatcherScratch Matcher::scratch() const {
  MatcherScratch scratch;
  scratch.machine = Machine(filler_);
  return scratch;
}

void Matcher::begin(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
                    MatcherScratch& scratch, Annotation& out) const {
  out.words.clear();
  out.own_begin = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t begin = out.words.size();
    if (i + 1 == pieces.size()) out.own_begin = begin;
    rules_.lexicon.cutter.cut(pieces[i], out.words);
    if (i > 0 && out.words.size() > begin) out.words.words[begin].marks |= kColon;
  }
  find_plain(scratch, out);
  durations_.read(out);
  for (const Duration& duration : out.durations) {
    out.add(duration.words.begin, duration.words.end, duration_);
  }
  if (terms) terms->annotate(out);
  // A concept that becomes possible calls up only programs behind it, which need it.
  scratch.called = program_triggers_.always();
  for (const Symbol symbol : out.possible_symbols()) program_triggers_.call(symbol, scratch.called);
  for (std::size_t i = scratch.called.next(0); i != IndexSet::kEnd;
       i = scratch.called.next(i + 1)) {
    const ConceptProgram& each = programs_[i];
    if (out.possible[each.symbol] || !may_match(each.program, out.possible)) continue;
    out.allow(each.symbol);
    program_triggers_.call(each.symbol, scratch.called);
  }
}

void Matcher::complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  for (std::size_t i = scratch.called.next(0); i != IndexSet::kEnd;
       i = scratch.called.next(i + 1)) {
    if (needs && !needs->contains(i)) continue;
    const ConceptProgram& each = programs_[i];
    if (!may_match(each.program, out.present)) continue;
    for (std::size_t word = 0; word < out.words.size(); ++word) {
      if (!can_begin(each.program, out, word)) continue;
      scratch.ends.clear();
      scratch.machine.ends_from(each.program, out, word, scratch.ends);
      for (const std::size_t end : scratch.ends) {
        if (end > word) out.add(word, end, each.symbol);
      }
    }
  }
  mark_negation(negation_, out);
}

void Matcher::annotate(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
                       const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  begin(pieces, terms, scratch, out);
  complete(needs, scratch, out);
}

void Matcher::annotate_plain(std::string_view text, MatcherScratch& scratch,
                             Annotation& out) const {
  out.words.clear();
  out.own_begin = 0;
  rules_.lexicon.cutter.cut(text, out.words);
  find_plain(scratch, out);
}

void Matcher::find_plain(MatcherScratch& scratch, Annotation& out) const {
  out.reset(symbols_.size());
  add_symbols(scratch, out);
  trie_.annotate(scratch.word_symbols, out);
}

void Matcher::add_symbols(MatcherScratch& scratch, Annotation& out) const {
  if (scratch.word_symbols.size() < out.words.size()) scratch.word_symbols.resize(out.words.size());
  if (scratch.symbols_of.size() > kMaxCachedWords) scratch.symbols_of.clear();
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    const std::string_view key = out.words.key(i);
    auto at = scratch.symbols_of.find(key);
    if (at == scratch.symbols_of.end()) {
      at = scratch.symbols_of.try_emplace(std::string(key)).first;
      symbols_.lookup(key, at->second);
    }
    scratch.word_symbols[i] = &at->second;
    for (const Symbol symbol : at->second) out.add(i, i + 1, symbol);
  }
}

}  // namespace fineprint
