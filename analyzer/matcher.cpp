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

Matcher::Matcher(const LanguageRules& rules, const Catalogue& catalogue)
    : rules_(rules), durations_(rules.lexicon) {
  for (const char* name : {"vendor", "customer", "filler", "not", "prohibited", "pseudo-not",
                           "scope-break", "definition", "audience-business", "audience-consumer"}) {
    symbols_.concept_symbol(name);
  }
  duration_ = symbols_.concept_symbol("duration");
  filler_ = symbols_.find_concept("filler");
  negation_ = {symbols_.find_concept("not"), symbols_.find_concept("prohibited"),
               symbols_.find_concept("pseudo-not"), symbols_.find_concept("scope-break")};
  compile_concepts();
  compile_rules(catalogue);
  basic_needs_.assign(programs_.size(), false);
  for (const char* name : {"filler", "not", "prohibited", "pseudo-not", "scope-break",
                           "audience-business", "audience-consumer"}) {
    add_needs(symbols_.find_concept(name), basic_needs_);
  }
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
    compiled.needs.assign(programs_.size(), false);
    for (const auto* patterns :
         {&rule.match, &rule.unless, &rule.unless_between, &rule.unless_before}) {
      add_needs(*patterns, compiled.needs);
    }
    for (const auto& choices : rule.with) add_needs(choices, compiled.needs);
    compiled_.push_back(std::move(compiled));
  }
}

void Matcher::add_needs(const std::vector<Pattern>& patterns, Needs& needs) const {
  std::vector<std::string> names;
  for (const Pattern& pattern : patterns) collect_concepts(pattern, names);
  for (const std::string& name : names) add_needs(symbols_.find_concept(name), needs);
}

void Matcher::add_needs(Symbol symbol, Needs& needs) const {
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    if (programs_[i].symbol != symbol || needs[i]) continue;
    needs[i] = true;
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
  out.reset(symbols_.size());
  add_symbols(scratch, out);
  trie_.annotate(scratch.word_symbols, out);
  durations_.read(out);
  for (const Duration& duration : out.durations) {
    out.add(duration.words.begin, duration.words.end, duration_);
  }
  if (terms) terms->annotate(out);
  for (const ConceptProgram& each : programs_) {
    if (!out.possible[each.symbol] && may_match(each.program, out.possible)) out.allow(each.symbol);
  }
}

void Matcher::complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    if (needs && !(*needs)[i]) continue;
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
                       MatcherScratch& scratch, Annotation& out) const {
  begin(pieces, terms, scratch, out);
  complete(nullptr, scratch, out);
}

void Matcher::add_symbols(MatcherScratch& scratch, Annotation& out) const {
  if (scratch.word_symbols.size() < out.words.size()) scratch.word_symbols.resize(out.words.size());
  if (scratch.symbols_of.size() > kMaxCachedWords) scratch.symbols_of.clear();
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    scratch.key = out.words.key(i);
    const auto [at, added] = scratch.symbols_of.try_emplace(scratch.key);
    if (added) symbols_.lookup(scratch.key, at->second);
    scratch.word_symbols[i] = &at->second;
    for (const Symbol symbol : at->second) out.add(i, i + 1, symbol);
  }
}

}  // namespace fineprint
