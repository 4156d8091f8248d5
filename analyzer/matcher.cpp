#include "analyzer/matcher.h"

#include <algorithm>
#include <array>

namespace fineprint {
namespace {

constexpr std::size_t kMaxCachedWords = 50'000;
constexpr std::size_t kAtOnce = 32;           // words, fetched before the first of them is needed
constexpr double kDurationLikelihood = 0.05;  // of a length of time in a sentence

std::vector<Program> compile_all(const std::vector<Pattern>& patterns, SymbolTable& symbols,
                                 const ListWeight& weight) {
  std::vector<Program> programs;
  programs.reserve(patterns.size());
  for (const Pattern& pattern : patterns)
    programs.push_back(compile_pattern(pattern, symbols, weight));
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
  may_ = symbols_.concept_symbol("may");
  negation_ = {symbols_.find_concept("not"), symbols_.find_concept("prohibited"),
               symbols_.find_concept("pseudo-not"), symbols_.find_concept("scope-break")};
  const std::vector<std::string> common = common_keys();
  Likelihood likelihood(symbols_, common);
  likelihood.set(duration_, kDurationLikelihood);
  const ListWeight weight = [&](const std::vector<Symbol>& list) { return likelihood.of(list); };
  compile_concepts(likelihood, weight);
  set_needs_of_concepts();
  trie_.close(symbols_of(common));
  compile_rules(catalogue, weight);
  programs_of_.resize(symbols_.size());
  set_needs();
  set_heading_clues();
  build_gate(weight);
}

std::vector<std::string> Matcher::common_keys() const {
  std::vector<std::string> keys;
  WordList words;
  for (const std::string& word : rules_.lexicon.common_words) {
    words.clear();
    rules_.lexicon.cutter.cut(word, words);
    for (std::size_t i = 0; i < words.size(); ++i) keys.emplace_back(words.key(i));
  }
  return keys;
}

std::vector<Symbol> Matcher::symbols_of(const std::vector<std::string>& keys) const {
  std::vector<Symbol> found;
  std::vector<Symbol> symbols;
  for (const std::string& key : keys) {
    symbols.clear();
    symbols_.lookup(key, symbols);
    if (!symbols.empty() && symbols_.kind(symbols[0]) == SymbolKind::kWord)
      found.push_back(symbols[0]);
  }
  return found;
}

void Matcher::compile_concepts(Likelihood& likelihood, const ListWeight& weight) {
  for (const std::string& name : dependency_order(rules_.lexicon)) {
    const Symbol symbol = symbols_.concept_symbol(name);
    const auto begin = static_cast<std::uint32_t>(programs_.size());
    for (const Pattern& phrase : rules_.lexicon.concepts.at(name).phrases) {
      if (trie_.add(phrase, symbol, symbols_)) {
        likelihood.add_phrase(symbol, requirements(phrase, symbols_, weight));
        continue;
      }
      programs_.push_back({symbol, compile_pattern(phrase, symbols_, weight), {}});
      std::vector<Symbol>& uses = programs_.back().uses;
      each_symbol(programs_.back().program, true, [&](Symbol each) {
        if (symbols_.kind(each) == SymbolKind::kConcept) uses.push_back(each);
      });
      likelihood.add_phrase(symbol, programs_.back().program.required.unpack());
    }
    if (programs_of_.size() <= symbol) programs_of_.resize(symbol + 1);
    programs_of_[symbol] = {begin, static_cast<std::uint32_t>(programs_.size())};
  }
}

CompiledCondition Matcher::compile_condition(const PatternCondition& condition,
                                             const ListWeight& weight) {
  CompiledCondition compiled{compile_all(condition.any, symbols_, weight),
                             compile_all(condition.none, symbols_, weight),
                             Needs(programs_.size())};
  add_needs(compiled.any, compiled.needs);
  add_needs(compiled.none, compiled.needs);
  return compiled;
}

void Matcher::compile_rules(const Catalogue& catalogue, const ListWeight& weight) {
  for (const Rule& rule : rules_.rules) {
    CompiledRule compiled;
    compiled.rule = &rule;
    const Clause* clause = catalogue.find(rule.clause);
    compiled.period = clause && clause->period;
    compiled.minor_data = clause && clause->minor_data;
    if (clause) compiled.excluded_documents = catalogue.excluded_documents(*clause);
    compiled.match = compile_all(rule.match, symbols_, weight);
    for (const auto& choices : rule.with)
      compiled.with.push_back(compile_all(choices, symbols_, weight));
    compiled.unless = compile_all(rule.unless, symbols_, weight);
    compiled.unless_between = compile_all(rule.unless_between, symbols_, weight);
    compiled.unless_before = compile_all(rule.unless_before, symbols_, weight);
    compiled.section = compile_condition(rule.section, weight);
    compiled.context = compile_condition(rule.context, weight);
    compiled.needs = Needs(programs_.size());
    for (const auto* programs :
         {&compiled.match, &compiled.unless, &compiled.unless_between, &compiled.unless_before}) {
      add_needs(*programs, compiled.needs);
    }
    for (const Program& program : compiled.match) {
      add_needs(program, compiled.match_needs.emplace_back(programs_.size()));
      add_needs(program, compiled.outline_needs.emplace_back(programs_.size()), false);
      add_needs(filler_, compiled.outline_needs.back());
    }
    for (const auto& choices : compiled.with) add_needs(choices, compiled.needs);
    if (compiled.minor_data) add_needs(symbols_.find_concept("minor-data"), compiled.needs);
    compiled_.push_back(std::move(compiled));
  }
}

// Of a concept: its programs, and what those need; they come behind what they refer to.
void Matcher::set_needs_of_concepts() {
  needs_of_.resize(programs_of_.size());
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    Needs& needs = needs_of_[programs_[i].symbol];
    if (needs.roomless()) needs = Needs(programs_.size());
    needs.insert(i);
    for (const Symbol use : programs_[i].uses) add_needs(use, needs);
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

void Matcher::set_heading_clues() {
  std::vector<bool> clues(symbols_.size(), false);
  const auto heading = rules_.lexicon.concepts.find("definition-heading");
  if (heading != rules_.lexicon.concepts.end()) {
    for (const Pattern& phrase : heading->second.phrases) {
      const RequiredLists lists = requirements(phrase, symbols_);
      if (lists.empty()) return;
      for (const Symbol symbol : lists[0]) {
        if (symbols_.kind(symbol) == SymbolKind::kConcept) return;
        clues[symbol] = true;
      }
    }
  }
  heading_clues_ = std::move(clues);
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

void Matcher::build_gate(const ListWeight& weight) {
  for (const ConceptProgram& each : programs_)
    gate_.add(each.program.required.unpack(), each.symbol);
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const RequiredLists besides = required_besides(compiled_[i], weight);
    compiled_[i].gate = programs_.size() + rule_of_.size();
    for (std::size_t each = 0; each < compiled_[i].match.size(); ++each) {
      RequiredLists lists = compiled_[i].match[each].required.unpack();
      lists.insert(lists.end(), besides.begin(), besides.end());
      sort_requirements(lists, weight);
      gate_.add(lists);
      rule_of_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  gate_.add(
      {{symbols_.find_concept("audience-business"), symbols_.find_concept("audience-consumer")}});
  gate_.close();
}

void Matcher::add_needs(const std::vector<Program>& programs, Needs& needs) const {
  for (const Program& program : programs) add_needs(program, needs);
}

void Matcher::add_needs(const Program& program, Needs& needs, bool also_barred) const {
  each_symbol(program, also_barred, [&](Symbol symbol) { add_needs(symbol, needs); });
}

void Matcher::add_needs(Symbol symbol, Needs& needs) const {
  if (symbol < needs_of_.size() && !needs_of_[symbol].roomless())
    needs.insert_all(needs_of_[symbol]);
}

MatcherScratch Matcher::scratch() const {
  MatcherScratch scratch;
  scratch.machine = Machine(filler_);
  scratch.memory = std::make_unique<MatcherScratch::Memory>();
  return scratch;
}

void Matcher::look_up(const WordList& words, MatcherScratch& scratch, KnownWords& out) const {
  WordTable& known = scratch.known;
  out.resize(words.size());
  const char* const end = words.keys.data() + words.keys.size();
  std::array<WordKey, kAtOnce> keys;
  std::array<std::size_t, kAtOnce> hashes{};
  for (std::size_t begin = 0; begin < words.size(); begin += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, words.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      keys[i] = WordKey(words.key(begin + i), end);
      hashes[i] = known.hash(keys[i]);
      known.fetch_slot(hashes[i]);
    }
    for (std::size_t i = 0; i < count; ++i) known.fetch_word(hashes[i]);
    for (std::size_t i = 0; i < count; ++i) {
      const KnownWord* word = known.find(keys[i], hashes[i]);
      if (word == nullptr) known.add(*(word = &learn(keys[i].text, scratch)), hashes[i]);
      out[begin + i] = word;
    }
  }
}

const KnownWord& Matcher::learn(std::string_view key, MatcherScratch& scratch) const {
  MatcherScratch::Memory& memory = *scratch.memory;
  KnownWord& word = *std::pmr::polymorphic_allocator<>(&memory.words).new_object<KnownWord>();
  char* const kept = std::pmr::polymorphic_allocator<char>(&memory.keys).allocate(key.size());
  key.copy(kept, key.size());
  word.key = WordKey({kept, key.size()});
  const DurationReader::Roles roles = durations_.roles(key);
  word.unit = roles.unit;
  word.number = roles.number;
  word.ends_number = roles.ends_number;
  std::vector<Symbol> symbols;
  symbols_.lookup(key, symbols);
  if (symbols.empty()) {
    word.items = SymbolGate::kNoTraces.data();
    word.mark_size = SymbolGate::kNoTraces.size();
  } else {
    add_symbols(std::move(symbols), memory.words, word);
  }
  return word;
}

// Makes known what follows from the symbols of a word.
void Matcher::add_symbols(std::vector<Symbol> symbols, std::pmr::memory_resource& memory,
                          KnownWord& word) const {
  for (const Symbol symbol : symbols) word.sign |= trie_.sign(symbol);
  std::vector<std::uint32_t> starts = trie_.starts(symbols);
  word.follows = trie_.sign_behind(starts);
  word.symbol_count = static_cast<std::uint16_t>(symbols.size());
  trie_.each_alone(starts, [&](Symbol symbol) {
    if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end())
      symbols.push_back(symbol);
  });
  word.may = std::find(symbols.begin() + word.symbol_count, symbols.end(), may_) != symbols.end();
  std::erase_if(starts, [&](std::uint32_t node) { return !trie_.goes_on(node); });
  SymbolGate::Mark mark;
  for (const Symbol symbol : symbols) gate_.add_mark(symbol, mark);
  std::vector<std::uint32_t> items;
  SymbolGate::pack(mark, items);
  SymbolGate::fill_up(items);
  word.mark_size = static_cast<std::uint16_t>(items.size());
  word.start_count = static_cast<std::uint16_t>(starts.size());
  word.alone_count = static_cast<std::uint16_t>(symbols.size());
  items.insert(items.end(), starts.begin(), starts.end());
  items.insert(items.end(), symbols.begin(), symbols.end());
  std::uint32_t* const kept =
      std::pmr::polymorphic_allocator<std::uint32_t>(&memory).allocate(items.size());
  std::copy(items.begin(), items.end(), kept);
  word.items = kept;
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
  look_up(out.words, scratch, out.known);
}

bool Matcher::forget_words(MatcherScratch& scratch) {
  if (scratch.known.size() <= kMaxCachedWords) return false;
  scratch.known.clear();
  scratch.memory->words.release();
  scratch.memory->keys.release();
  return true;
}

void Matcher::find_phrases(const DefinedTerms* terms, const CutText& text, Phrases& out) const {
  out.plain.clear();
  out.terms.clear();
  DurationSeen time;
  for (std::size_t i = 0; i < text.known.size(); ++i) {
    time.see(*text.known[i]);
    trie_.each_longer(text.known, i, [&](std::size_t end, Symbol symbol) {
      out.plain.push_back({i, end, symbol});
    });
  }
  out.duration = time.seen();
  if (!terms) return;
  terms->each_in(text, [&](std::size_t begin, std::size_t end, Symbol symbol) {
    out.terms.push_back({begin, end, symbol});
  });
}

void Matcher::possible(const DefinedTerms* terms, MatcherScratch& scratch, const CutText& text,
                       Possible& out) const {
  find_phrases(terms, text, out.phrases);
  gate_.clear(scratch.seen);
  for (const KnownWord* word : text.known) SymbolGate::see_filled(word->mark(), scratch.seen);
  for (const Phrases::Phrase& each : out.phrases.plain) gate_.see(each.symbol, scratch.seen);
  for (const Phrases::Phrase& each : out.phrases.terms) gate_.see(each.symbol, scratch.seen);
  if (out.phrases.duration) gate_.see(duration_, scratch.seen);
  if (out.programs.roomless()) out.programs = IndexSet(gate_.size());
  gate_.pass(scratch.seen, gate_.size(), out.programs);
  out.rules.clear();
  const std::size_t audience = programs_.size() + rule_of_.size();
  std::size_t i = out.programs.next(programs_.size());
  for (; i < audience; i = out.programs.next(i + 1)) {
    const std::uint32_t rule = rule_of_[i - programs_.size()];
    if (out.rules.empty() || out.rules.back() != rule) out.rules.push_back(rule);
  }
  out.audience = i == audience;
}

void Matcher::find_plain(const DefinedTerms* terms, MatcherScratch& scratch, Annotation& out,
                         const Possible* possible) const {
  out.reset(symbols_.size());
  if (out.searched.roomless()) out.searched = IndexSet(programs_.size());
  if (!possible) find_phrases(terms, {out.words, out.known}, scratch.phrases);
  const Phrases& phrases = possible ? possible->phrases : scratch.phrases;
  const auto add = [&](const Phrases::Phrase& each) {
    // `possible` may have seen more of a sentence that is cut.
    if (each.end <= out.words.size()) out.add(each.begin, each.end, each.symbol);
  };
  for (std::size_t i = 0; i < out.words.size(); ++i) out.add_word(i, out.known[i]->alone());
  std::for_each(phrases.plain.begin(), phrases.plain.end(), add);
  if (phrases.duration) durations_.read(out);
  for (const Duration& duration : out.durations)
    out.add(duration.words.begin, duration.words.end, duration_);
  std::for_each(phrases.terms.begin(), phrases.terms.end(), add);
  if (possible) {
    out.passed = possible->programs;
    return;
  }
  gate_.clear(scratch.seen);
  for (const Annotation::Present& each : out.symbols()) gate_.see(each.symbol, scratch.seen);
  if (out.passed.roomless()) out.passed = IndexSet(gate_.size());
  gate_.pass(scratch.seen, programs_.size(), out.passed);
}

bool Matcher::may_begin(Symbol symbol, std::span<const KnownWord* const> words,
                        std::size_t at) const {
  if (symbol == kNoSymbol) return false;
  const ProgramRange range = programs_of_[symbol];
  if (range.begin < range.end) return true;  // what a pattern matches is not told that easily
  const std::span<const Symbol> alone = words[at]->concepts();
  if (std::find(alone.begin(), alone.end(), symbol) != alone.end()) return true;
  bool found = false;
  trie_.each_longer(words, at, [&](std::size_t, Symbol each) { found = found || each == symbol; });
  return found;
}

bool Matcher::may_head_definitions(std::span<const KnownWord* const> words) const {
  if (heading_clues_.empty()) return true;
  return std::any_of(words.begin(), words.end(), [&](const KnownWord* word) {
    const std::span<const Symbol> symbols = word->symbols();
    return std::any_of(symbols.begin(), symbols.end(),
                       [&](Symbol symbol) { return heading_clues_[symbol]; });
  });
}

// Runs a concept program unless that was done.
void Matcher::search(std::size_t index, MatcherScratch& scratch, Annotation& out) const {
  if (!out.passed.contains(index) || out.searched.contains(index)) return;
  out.searched.insert(index);
  const ConceptProgram& each = programs_[index];
  if (!confirm(each.program, scratch, out)) return;
  for (const Symbol use : each.uses) {
    const ProgramRange range = programs_of_[use];
    for (std::size_t i = out.passed.next(range.begin); i < range.end; i = out.passed.next(i + 1))
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
  if (out.present[symbol] != 0) return true;
  const ProgramRange range = programs_of_[symbol];
  for (std::size_t i = out.passed.next(range.begin); i < range.end; i = out.passed.next(i + 1)) {
    search(i, scratch, out);
    if (out.present[symbol] != 0) return true;
  }
  return false;
}

bool Matcher::thinkable(Symbol symbol, const Annotation& text) const {
  if (text.present[symbol] != 0) return true;
  const ProgramRange range = programs_of_[symbol];
  return range.begin < range.end && text.passed.next(range.begin) < range.end;
}

bool Matcher::establish(const Program& program, MatcherScratch& scratch, Annotation& out) const {
  return program.required.each_has([&](Symbol symbol) { return thinkable(symbol, out); }) &&
         confirm(program, scratch, out);
}

bool Matcher::confirm(const Program& program, MatcherScratch& scratch, Annotation& out) const {
  return program.required.all_of([&](std::span<const Symbol> list) {
    // What has been found already, before anything is looked for.
    const auto there = [&](Symbol symbol) { return out.present[symbol] != 0; };
    return std::any_of(list.begin(), list.end(), there) ||
           std::any_of(list.begin(), list.end(),
                       [&](Symbol symbol) { return establish(symbol, scratch, out); });
  });
}

void Matcher::complete(const Needs* needs, MatcherScratch& scratch, Annotation& out) const {
  if (!needs) {
    for (std::size_t i = out.passed.next(0); i < programs_.size(); i = out.passed.next(i + 1))
      search(i, scratch, out);
    return;
  }
  for (std::size_t i = needs->next(0, out.passed); i != IndexSet::kEnd;
       i = needs->next(i + 1, out.passed))
    search(i, scratch, out);
}

void Matcher::negate(MatcherScratch& scratch, Annotation& out) const {
  complete(&negation_needs_, scratch, out);
  mark_negation(negation_, out);
}

}  // namespace fineprint
