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

}  // namespace

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
  std::vector<Phrase> phrases;
  compile_concepts(phrases);
  trie_.close();
  compile_rules(catalogue);
  programs_of_.resize(symbols_.size());
  set_needs();
  build_gate(phrases);
}

void Matcher::compile_concepts(std::vector<Phrase>& phrases) {
  for (const std::string& name : dependency_order(rules_.lexicon)) {
    const Symbol symbol = symbols_.concept_symbol(name);
    const auto begin = static_cast<std::uint32_t>(programs_.size());
    for (const Pattern& phrase : rules_.lexicon.concepts.at(name).phrases) {
      phrases.push_back({symbol, &phrase, std::nullopt});
      if (trie_.add(phrase, symbol, symbols_)) continue;
      phrases.back().program = programs_.size();
      std::vector<std::string> names;
      collect_concepts(phrase, names);
      std::vector<Symbol> uses;
      uses.reserve(names.size());
      for (const std::string& each : names) uses.push_back(symbols_.concept_symbol(each));
      programs_.push_back({symbol, compile_pattern(phrase, symbols_), std::move(uses)});
    }
    if (programs_of_.size() <= symbol) programs_of_.resize(symbol + 1);
    programs_of_[symbol] = {begin, static_cast<std::uint32_t>(programs_.size())};
  }
}

CompiledCondition Matcher::compile_condition(const PatternCondition& condition) {
  CompiledCondition compiled{compile_all(condition.any, symbols_),
                             compile_all(condition.none, symbols_), Needs(programs_.size())};
  add_needs(condition.any, compiled.needs);
  add_needs(condition.none, compiled.needs);
  return compiled;
}

void Matcher::compile_rules(const Catalogue& catalogue) {
  for (const Rule& rule : rules_.rules) {
    CompiledRule compiled;
    compiled.rule = &rule;
    const Clause* clause = catalogue.find(rule.clause);
    compiled.period = clause && clause->period;
    compiled.minor_data = clause && clause->minor_data;
    if (clause) compiled.excluded_documents = catalogue.excluded_documents(*clause);
    compiled.match = compile_all(rule.match, symbols_);
    for (const auto& choices : rule.with) compiled.with.push_back(compile_all(choices, symbols_));
    compiled.unless = compile_all(rule.unless, symbols_);
    compiled.unless_between = compile_all(rule.unless_between, symbols_);
    compiled.unless_before = compile_all(rule.unless_before, symbols_);
    compiled.section = compile_condition(rule.section);
    compiled.context = compile_condition(rule.context);
    compiled.needs = Needs(programs_.size());
    for (const auto* patterns :
         {&rule.match, &rule.unless, &rule.unless_between, &rule.unless_before}) {
      add_needs(*patterns, compiled.needs);
    }
    for (const Pattern& pattern : rule.match) {
      compiled.match_needs.emplace_back(programs_.size());
      add_needs({pattern}, compiled.match_needs.back());
    }
    for (const auto& choices : rule.with) add_needs(choices, compiled.needs);
    if (compiled.minor_data) add_needs(symbols_.find_concept("minor-data"), compiled.needs);
    compiled_.push_back(std::move(compiled));
  }
}

void Matcher::set_needs() {
  negation_needs_ = audience_needs_ = Needs(programs_.size());
  for (const char* name : {"filler", "not", "prohibited", "pseudo-not", "scope-break"})
    add_needs(symbols_.find_concept(name), negation_needs_);
  for (const char* name : {"audience-business", "audience-consumer"})
    add_needs(symbols_.find_concept(name), audience_needs_);
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

// About how often words and plain phrases of one word occur: as often as their rank among the
// common words tells (the nth word of a language is found about 1/n times as often as the first;
// Zipf's law).
std::vector<std::uint32_t> Matcher::symbol_frequency() const {
  constexpr std::uint32_t kOfFirst = 10'000;
  std::vector<std::uint32_t> frequency(symbols_.size(), 1);
  MatcherScratch scratch = this->scratch();
  Annotation text;
  std::uint32_t rank = 0;
  for (const std::string& word : rules_.lexicon.common_words) {
    const std::uint32_t often = kOfFirst / ++rank;
    cut({word}, scratch, text);
    for (std::size_t i = 0; i < text.known.size(); ++i) {
      for (const Symbol symbol : text.known[i]->symbols) frequency[symbol] += often;
      trie_.each(text.known, i, [&](std::size_t, Symbol symbol) { frequency[symbol] += often; });
    }
  }
  return frequency;
}

// What a match of the rule needs beside its pattern.
RequiredLists Matcher::required_besides(const CompiledRule& rule, const ListWeight& weight) {
  RequiredLists lists;
  for (const std::vector<Pattern>& choices : rule.rule->with) {
    PatternElement group;
    group.kind = PatternElement::Kind::kGroup;
    group.choices = choices;
    for (std::vector<Symbol>& list : requirements({{}, {group}}, symbols_, weight))
      lists.push_back(std::move(list));
  }
  if (rule.rule->polarity == Polarity::kNegative)
    lists.push_back({negation_.negator, negation_.prohibited});
  return lists;
}

// Plain phrases are found before anything else: what is told by them is told by their concept.
void Matcher::build_triggers(const std::vector<std::uint32_t>& frequency) {
  WordAnchors anchors(frequency);
  triggers_ = TriggerIndex(programs_.size());
  for (std::size_t i = 0; i < programs_.size(); ++i)
    triggers_.add(i, anchors.add_phrase(programs_[i].symbol, programs_[i].program.required));
}

// Concepts stand before those that refer to them, so that what they need is known.
WordAnchors Matcher::anchor_phrases(const std::vector<Phrase>& phrases,
                                    const std::vector<std::uint32_t>& frequency) {
  WordAnchors anchors(frequency);
  const auto weight = [&](const std::vector<Symbol>& list) { return anchors.rough_weight(list); };
  for (const Phrase& phrase : phrases) {
    RequiredLists required = requirements(*phrase.pattern, symbols_, weight);
    anchors.add_phrase(phrase.symbol, required);
    if (phrase.program) programs_[*phrase.program].program.required = std::move(required);
  }
  return anchors;
}

void Matcher::build_gate(const std::vector<Phrase>& phrases) {
  const std::vector<std::uint32_t> frequency = symbol_frequency();
  const WordAnchors anchors = anchor_phrases(phrases, frequency);
  build_triggers(frequency);
  const auto rough = [&](const std::vector<Symbol>& list) { return anchors.rough_weight(list); };
  const auto add = [&](RequiredLists lists, Gated gated) {
    sort_requirements(lists, rough);
    std::vector<SymbolSet> sets;
    for (const std::vector<Symbol>& list : lists) {
      if (sets.size() == WordGate::kSets) break;
      std::optional<SymbolSet> set = anchors.of(list);
      if (set && (sets.empty() || sets.back() != *set)) sets.push_back(std::move(*set));
    }
    gated_.push_back(gated);
    return gate_.add(sets);
  };
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const RequiredLists besides = required_besides(compiled_[i], rough);
    compiled_[i].gate = gated_.size();
    for (std::size_t each = 0; each < compiled_[i].match.size(); ++each) {
      Program& program = compiled_[i].match[each];
      program.required = requirements(compiled_[i].rule->match[each], symbols_, rough);
      RequiredLists lists = program.required;
      lists.insert(lists.end(), besides.begin(), besides.end());
      add(std::move(lists), {static_cast<std::uint32_t>(i), false});
    }
  }
  for (const char* name : {"audience-business", "audience-consumer"})
    add({{symbols_.find_concept(name)}}, {0, true});
  gate_.close();
}

void Matcher::add_needs(const std::vector<Pattern>& patterns, Needs& needs) const {
  std::vector<std::string> names;
  for (const Pattern& pattern : patterns) collect_concepts(pattern, names);
  for (const std::string& name : names) add_needs(symbols_.find_concept(name), needs);
}

void Matcher::add_needs(Symbol symbol, Needs& needs) const {
  if (symbol >= programs_of_.size()) return;
  for (std::size_t i = programs_of_[symbol].begin; i < programs_of_[symbol].end; ++i) {
    if (needs.contains(i)) continue;
    needs.insert(i);
    for (const Symbol each : programs_[i].uses) add_needs(each, needs);
  }
}

MatcherScratch Matcher::scratch() const {
  MatcherScratch scratch;
  scratch.machine = Machine(filler_);
  scratch.memory = std::make_unique<std::pmr::monotonic_buffer_resource>();
  return scratch;
}

const KnownWord& Matcher::look_up(std::string_view key, MatcherScratch& scratch) const {
  if (const auto at = scratch.known.find(key); at != scratch.known.end()) return *at->second;
  std::pmr::polymorphic_allocator<> memory(scratch.memory.get());
  KnownWord& word = *memory.new_object<KnownWord>();
  const auto keep = [&memory]<typename Item>(const std::vector<Item>& items) {
    Item* const kept = memory.allocate_object<Item>(items.size());
    std::copy(items.begin(), items.end(), kept);
    return std::span<const Item>(kept, items.size());
  };
  std::vector<Symbol> symbols;
  symbols_.lookup(key, symbols);
  word.unit = durations_.may_be_unit(key);
  WordGate::Mark mark;
  for (const Symbol symbol : symbols) {
    gate_.add_mark(symbol, mark);
    word.sign |= sign_of(symbol);
  }
  if (word.unit) gate_.add_mark(duration_, mark);
  word.mark = keep(mark);
  word.symbols = keep(symbols);
  word.starts = keep(trie_.starts(symbols));
  char* const kept_key = memory.allocate_object<char>(key.size());
  key.copy(kept_key, key.size());
  scratch.known.emplace(std::string_view(kept_key, key.size()), &word);
  return word;
}

void Matcher::cut(const std::vector<std::string_view>& pieces, MatcherScratch& scratch,
                  Annotation& out) const {
  out.words.clear();
  out.own_begin = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t begin = out.words.size();
    if (i + 1 == pieces.size()) out.own_begin = begin;
    rules_.lexicon.cutter.cut(pieces[i], out.words);
    if (i > 0 && out.words.size() > begin) out.words.words[begin].marks |= kColon;
  }
  if (out.words.size() > kMaxWords) out.words.words.resize(kMaxWords);
  out.known.clear();
  for (std::size_t i = 0; i < out.words.size(); ++i)
    out.known.push_back(&look_up(out.words.key(i), scratch));
}

void Matcher::forget_words(MatcherScratch& scratch) {
  if (scratch.known.size() <= kMaxCachedWords) return;
  scratch.known.clear();
  scratch.memory->release();
}

void Matcher::possible(const DefinedTerms* terms, MatcherScratch& scratch,
                       std::span<const CutText> pieces, Possible& out) const {
  out.rules.clear();
  out.audience = false;
  scratch.seen.assign(gate_.seen_size(), 0);
  for (const CutText& piece : pieces) {
    for (const KnownWord* word : piece.known) WordGate::see(word->mark, scratch.seen);
    if (!terms) continue;
    terms->each_in(piece.words, [&](std::size_t, std::size_t, Symbol symbol) {
      gate_.see(symbol, scratch.seen);
    });
  }
  if (out.patterns.roomless()) out.patterns = IndexSet(gated_.size());
  if (!gate_.passed(scratch.seen, out.patterns)) return;
  for (std::size_t i = out.patterns.next(0); i != IndexSet::kEnd; i = out.patterns.next(i + 1)) {
    if (gated_[i].audience)
      out.audience = true;
    else if (out.rules.empty() || out.rules.back() != gated_[i].rule)
      out.rules.push_back(gated_[i].rule);
  }
}

void Matcher::find_plain(const DefinedTerms* terms, Annotation& out) const {
  out.reset(symbols_.size());
  if (out.searched.roomless()) out.searched = IndexSet(programs_.size());
  bool unit = false;
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    out.add_word(i, out.known[i]->symbols);
    unit = unit || out.known[i]->unit;
  }
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    trie_.each(out.known, i, [&](std::size_t end, Symbol symbol) { out.add(i, end, symbol); });
  }
  if (unit) durations_.read(out);
  for (const Duration& duration : out.durations)
    out.add(duration.words.begin, duration.words.end, duration_);
  if (terms) {
    terms->each_in(out.words, [&](std::size_t begin, std::size_t end, Symbol symbol) {
      out.add(begin, end, symbol);
    });
  }
  triggers_.collect(out.symbols(), out.triggered);
}

// Runs a concept program unless that was done.
void Matcher::search(std::size_t index, MatcherScratch& scratch, Annotation& out) const {
  if (!out.triggered.contains(index) || out.searched.contains(index)) return;
  out.searched.insert(index);
  const ConceptProgram& each = programs_[index];
  if (!establish(each.program, scratch, out)) return;
  for (const Symbol use : each.uses) {
    const ProgramRange range = programs_of_[use];
    for (std::size_t i = out.triggered.next(range.begin); i < range.end;
         i = out.triggered.next(i + 1))
      search(i, scratch, out);
  }
  possible_begins(each.program, out, scratch.begins);
  const auto rank = static_cast<std::uint16_t>(index + 1);
  for (const std::uint16_t word : scratch.begins) {
    scratch.ends.clear();
    scratch.machine.ends_from(each.program, out, word, scratch.ends);
    for (const std::size_t end : scratch.ends) {
      if (end > word) out.add(word, end, each.symbol, rank);
    }
  }
}

bool Matcher::establish(Symbol symbol, MatcherScratch& scratch, Annotation& out) const {
  if (out.present[symbol]) return true;
  const ProgramRange range = programs_of_[symbol];
  for (std::size_t i = out.triggered.next(range.begin); i < range.end;
       i = out.triggered.next(i + 1)) {
    search(i, scratch, out);
    if (out.present[symbol]) return true;
  }
  return false;
}

bool Matcher::thinkable(Symbol symbol, const Annotation& text) const {
  if (text.present[symbol]) return true;
  const ProgramRange range = programs_of_[symbol];
  return range.begin < range.end && text.triggered.next(range.begin) < range.end;
}

bool Matcher::establish(const Program& program, MatcherScratch& scratch, Annotation& out) const {
  return requirements_hold(program, [&](Symbol symbol) { return thinkable(symbol, out); }) &&
         requirements_hold(program, [&](Symbol symbol) { return establish(symbol, scratch, out); });
}

void Matcher::complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  if (!needs) {
    for (std::size_t i = out.triggered.next(0); i != IndexSet::kEnd; i = out.triggered.next(i + 1))
      search(i, scratch, out);
    return;
  }
  for (std::size_t i = needs->next(0, out.triggered); i != IndexSet::kEnd;
       i = needs->next(i + 1, out.triggered))
    search(i, scratch, out);
}

void Matcher::negate(MatcherScratch& scratch, Annotation& out) const {
  complete(&negation_needs_, scratch, out);
  mark_negation(negation_, out);
}

void Matcher::annotate(const std::vector<std::string_view>& pieces, const DefinedTerms* terms,
                       const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  cut(pieces, scratch, out);
  find_plain(terms, out);
  complete(needs, scratch, out);
  negate(scratch, out);
}

}  // namespace fineprint
