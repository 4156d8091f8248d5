#include "analyzer/clause_finder.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "analyzer/announcement.h"

namespace fineprint {
namespace {

constexpr std::size_t kSentencesBefore = 2;
constexpr std::size_t kMostTypes = 100;  // of documents, that are remembered

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool suits_type(const CompiledRule& rule, const std::string& type) {
  const NameCondition& types = rule.rule->documents;
  return (types.any.empty() || contains(types.any, type)) && !contains(types.none, type) &&
         !contains(rule.excluded_documents, type);
}

// A clause is overridden where another of the sentence's findings names it or its rule.
void drop_overridden(std::vector<std::pair<const Rule*, Finding>>& found) {
  std::set<const Rule*> dropped;
  for (const auto& [rule, finding] : found) {
    for (const auto& [other, other_finding] : found) {
      if (other == rule) continue;
      if (contains(rule->overrides, other->clause) || contains(rule->overrides, other->id))
        dropped.insert(other);
    }
  }
  std::erase_if(found, [&](const auto& each) { return dropped.contains(each.first); });
}

// Whether a rule may be used where a sentence stands.
enum class Suits : std::uint8_t { kUnknown, kYes, kNo };

}  // namespace

// What is known while the sentences of one document are worked through. Headings and context are
// annotated only when a rule asks for them.
struct ClauseFinder::State {
  const Document& document;
  const DefinedTerms& terms;
  const std::vector<Sentence>& sentences;
  std::vector<std::vector<std::size_t>> line_starts;  // by part
  std::size_t current = 0;                            // the sentence at hand
  Annotation& text;                                   // the same, annotated
  bool negation_marked = false;
  bool context_loaded = false;
  const std::vector<bool>& suit_type;  // by rule, whether it is for documents of the type
  int suits_section = kNone - 1;
  std::vector<Suits> suits;         // by rule, in that section
  std::vector<std::size_t> alive;   // rules that may match the sentence at hand, wherever it is
  std::size_t neighbour_count = 0;  // of ClauseFinder::neighbours_, in use
  std::vector<Surrounding> context;

  const Block& block_of(const Sentence& sentence) const {
    return document.blocks[static_cast<std::size_t>(sentence.block)];
  }
  std::string_view text_of(const Sentence& sentence) const {
    return std::string_view(block_of(sentence).text)
        .substr(sentence.text.begin, sentence.text.end - sentence.text.begin);
  }
};

ClauseFinder::ClauseFinder(const Matcher& matcher, bool remember_sentences)
    : matcher_(matcher),
      breaker_(matcher.language().lexicon.language, matcher.language().lexicon.abbreviations),
      scratch_(matcher.scratch()),
      terms_(matcher),
      headings_(matcher),
      business_(matcher.find_concept("audience-business")),
      consumer_(matcher.find_concept("audience-consumer")),
      minor_data_(matcher.find_concept("minor-data")) {
  if (remember_sentences) sentences_.emplace();
}

const std::vector<Surrounding>& ClauseFinder::section(const State& state) {
  return headings_.above(state.block_of(state.sentences[state.current]).section, state.document,
                         state.terms, scratch_);
}

void ClauseFinder::load_context(State& state) {
  if (std::exchange(state.context_loaded, true)) return;
  state.neighbour_count = 0;
  state.context = section(state);
  const auto add = [&](std::string_view text, const auto& load) {
    if (neighbours_.size() == state.neighbour_count) neighbours_.emplace_back();
    Annotation& neighbour = neighbours_[state.neighbour_count++];
    load(neighbour);
    matcher_.find_plain(&state.terms, scratch_, neighbour);
    state.context.push_back({&neighbour, text});
  };
  const Sentence& sentence = state.sentences[state.current];
  for (const std::string_view lead_in : sentence.lead_in)
    add(lead_in, [&](Annotation& out) { matcher_.cut({lead_in}, scratch_, out); });
  const int section = state.block_of(sentence).section;
  for (std::size_t back = 1; back <= kSentencesBefore && back <= state.current; ++back) {
    const Sentence& before = state.sentences[state.current - back];
    if (state.block_of(before).section != section) break;
    add(state.text_of(before),
        [&](Annotation& out) { words_.load(state.current - back, {}, matcher_, scratch_, out); });
  }
}

const std::vector<bool>& ClauseFinder::rules_for(const std::string& type) {
  if (for_types_.size() > kMostTypes) for_types_.clear();
  const auto [known, added] = for_types_.try_emplace(type);
  if (added) {
    for (const CompiledRule& rule : matcher_.rules())
      known->second.push_back(suits_type(rule, type));
  }
  return known->second;
}

template <typename Visit>
void ClauseFinder::each_sentence(const Document& document, const Visit& visit) {
  const std::vector<Sentence> sentences = split_document(document, breaker_);
  if (Matcher::forget_words(scratch_) && sentences_) sentences_->clear();
  words_.cut(document, sentences, matcher_, scratch_);
  const DefinedTerms terms = terms_.find(document, sentences, words_, scratch_);
  headings_.clear();
  State state{.document = document,
              .terms = terms,
              .sentences = sentences,
              .line_starts = {},
              .current = 0,
              .text = text_,
              .negation_marked = false,
              .context_loaded = false,
              .suit_type = rules_for(document.type),
              .suits_section = kNone - 1,
              .suits = {},
              .alive = {},
              .neighbour_count = 0,
              .context = {}};
  for (const Part& part : document.parts) {
    std::vector<std::size_t> starts{0};
    for (std::size_t end = part.bytes.find('\n'); end != std::string::npos;
         end = part.bytes.find('\n', end + 1))
      starts.push_back(end + 1);
    state.line_starts.push_back(std::move(starts));
  }
  for (; state.current < sentences.size(); ++state.current) {
    const Sentence& sentence = sentences[state.current];
    if (state.text_of(sentence).ends_with('?'))
      continue;  // a question carries no clause; its answer may
    state.negation_marked = state.context_loaded = false;
    state.alive.clear();
    visit(sentence, state);
  }
}

void ClauseFinder::examine(const Sentence& sentence, const CutText& words, State& state,
                           KnownSentences::Known& now, Result& result) {
  matcher_.possible(&state.terms, scratch_, words, possible_);
  std::erase_if(possible_.rules, [&](std::size_t rule) {
    if (suits_place(rule, state)) return false;
    state.alive.push_back(rule);
    return true;
  });
  if (!possible_.any()) return;
  if (sentence.lead_in.empty())
    words_.load(state.current, sentence.lead_in, matcher_, scratch_, state.text);
  matcher_.find_plain(&state.terms, scratch_, state.text, &possible_);
  if (possible_.audience) {
    matcher_.complete(&matcher_.audience_needs(), scratch_, state.text);
    now.business = state.text.has(business_);
    now.consumer = state.text.has(consumer_);
    result.business_mentions += now.business;
    result.consumer_mentions += now.consumer;
  }
  evaluate(sentence, possible_.rules, &possible_.programs, state, result.findings, nullptr);
}

ClauseFinder::Result ClauseFinder::find(const Document& document) {
  Result result;
  each_sentence(document, [&](const Sentence& sentence, State& state) {
    CutText words = words_.text(state.current);
    if (!sentence.lead_in.empty()) {
      words_.load(state.current, sentence.lead_in, matcher_, scratch_, state.text);
      words = {state.text.words, state.text.known};
    }
    KnownSentences::Known now;
    if (!sentences_) return examine(sentence, words, state, now, result);
    SentenceHash hash;
    hash.add(words, sentence.lead_in.empty() ? 0 : state.text.own_begin, state.terms);
    const KnownSentences::Known* known = sentences_->find(hash);
    if (known && std::none_of(known->alive().begin(), known->alive().end(),
                              [&](std::size_t rule) { return suits_place(rule, state); })) {
      result.business_mentions += known->business;
      result.consumer_mentions += known->consumer;
      return;
    }
    examine(sentence, words, state, now, result);
    if (!known) sentences_->add(hash, state.alive, now);
  });
  const std::vector<bool> announces = announcements(document, result.findings);
  std::size_t at = 0;
  std::erase_if(result.findings, [&](const Finding&) { return announces[at++]; });
  return result;
}

void ClauseFinder::drop_announcements(const Document& document,
                                      std::vector<SentenceTrace>& traces) const {
  std::vector<Finding> findings;
  for (const SentenceTrace& trace : traces)
    findings.insert(findings.end(), trace.findings.begin(), trace.findings.end());
  const std::vector<bool> announces = announcements(document, findings);
  std::size_t at = 0;
  for (SentenceTrace& trace : traces) {
    std::erase_if(trace.findings, [&](const Finding& finding) {
      if (!announces[at++]) return false;
      const auto rule =
          std::find_if(matcher_.rules().begin(), matcher_.rules().end(),
                       [&](const CompiledRule& each) { return each.rule->id == finding.rule; });
      trace.near_misses.insert(
          trace.near_misses.begin(),
          {&*rule, "gives way to what stands under this heading", NearMiss::kRefused});
      return true;
    });
  }
}

std::vector<SentenceTrace> ClauseFinder::trace(const Document& document, const Rule* about,
                                               std::size_t most) {
  std::vector<SentenceTrace> traces;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < matcher_.rules().size(); ++i) {
    if (!about || matcher_.rules()[i].rule == about) all.push_back(i);
  }
  each_sentence(document, [&](const Sentence& sentence, State& state) {
    SentenceTrace trace{sentence, {}, {}};
    words_.load(state.current, sentence.lead_in, matcher_, scratch_, state.text);
    matcher_.find_plain(&state.terms, scratch_, state.text);
    matcher_.complete(nullptr, scratch_, state.text);
    evaluate(sentence, all, nullptr, state, trace.findings, &trace.near_misses);
    keep_closest(most, trace.near_misses);
    if (!trace.findings.empty() || !trace.near_misses.empty()) traces.push_back(std::move(trace));
  });
  drop_announcements(document, traces);
  std::erase_if(traces, [&](SentenceTrace& trace) {
    keep_closest(most, trace.near_misses);
    return trace.findings.empty() && trace.near_misses.empty();
  });
  return traces;
}

// Whether the terms type and the headings above the sentence are such as the rule asks for.
bool ClauseFinder::suits_place(std::size_t rule, State& state) {
  if (!state.suit_type[rule]) return false;
  const int section = state.block_of(state.sentences[state.current]).section;
  if (std::exchange(state.suits_section, section) != section || state.suits.empty())
    state.suits.assign(matcher_.rules().size(), Suits::kUnknown);
  Suits& suits = state.suits[rule];
  if (suits == Suits::kUnknown) {
    const CompiledRule& compiled = matcher_.rules()[rule];
    bool yes = true;
    if (compiled.section.asks())
      yes = scope_holds(compiled.section, this->section(state), "headings", nullptr);
    suits = yes ? Suits::kYes : Suits::kNo;
  }
  return suits == Suits::kYes;
}

void ClauseFinder::evaluate(const Sentence& sentence, const std::vector<std::size_t>& candidates,
                            const IndexSet* patterns, State& state, std::vector<Finding>& findings,
                            std::vector<NearMiss>* near_misses) {
  std::vector<std::pair<const Rule*, Finding>> found;
  std::set<std::string_view> clauses;
  for (const std::size_t candidate : candidates) {
    const CompiledRule& rule = matcher_.rules()[candidate];
    if (clauses.contains(rule.rule->clause)) {
      state.alive.push_back(candidate);
      continue;
    }
    Match match;
    std::string reason;
    bool matched = false;
    bool held = false;
    // Another of the patterns may match elsewhere, where nothing unmakes it.
    for (std::size_t i = 0; i < rule.match.size(); ++i) {
      const Program& program = rule.match[i];
      if (patterns && !patterns->contains(rule.gate + i)) continue;
      // What passed the gate may match as far as can be told beforehand.
      const bool there = patterns ? matcher_.confirm(program, scratch_, state.text)
                                  : matcher_.establish(program, scratch_, state.text);
      if (!there) continue;
      matcher_.complete(&rule.outline_needs[i], scratch_, state.text);
      if (!scratch_.machine.find_outline(program, state.text)) continue;
      matcher_.complete(&rule.match_needs[i], scratch_, state.text);
      mark_negation(state);
      if (!scratch_.machine.find(program, state.text, rule.rule->polarity, &match)) continue;
      matched = true;
      matcher_.complete(&rule.needs, scratch_, state.text);
      held = holds(rule, match, state, near_misses ? &reason : nullptr);
      if (held) break;
    }
    if (matched) state.alive.push_back(candidate);
    if (held) {
      clauses.insert(rule.rule->clause);
      found.emplace_back(rule.rule, make_finding(rule, match, sentence, state));
    } else if (near_misses) {
      if (matched)
        near_misses->push_back({&rule, reason, NearMiss::kRefused});
      else if (auto miss = explain_miss(rule, state.text, matcher_.symbols(), scratch_.machine))
        near_misses->push_back(std::move(*miss));
    }
  }
  drop_overridden(found);
  if (near_misses)
    std::erase_if(*near_misses,
                  [&](const NearMiss& miss) { return clauses.contains(miss.rule->rule->clause); });
  for (auto& [rule, finding] : found) findings.push_back(std::move(finding));
}

void ClauseFinder::mark_negation(State& state) {
  if (!std::exchange(state.negation_marked, true)) matcher_.negate(scratch_, state.text);
}

const Program* ClauseFinder::first_match(const std::vector<Program>& programs,
                                         const Annotation& text) {
  for (const Program& program : programs) {
    if (scratch_.machine.find(program, text, Polarity::kEither, nullptr)) return &program;
  }
  return nullptr;
}

const Program* ClauseFinder::first_match(const std::vector<Program>& programs, const Needs& needs,
                                         Annotation& text) {
  for (const Program& program : programs) {
    if (!matcher_.establish(program, scratch_, text)) continue;
    matcher_.complete(&needs, scratch_, text);
    if (scratch_.machine.find(program, text, Polarity::kEither, nullptr)) return &program;
  }
  return nullptr;
}

bool ClauseFinder::scope_holds(const CompiledCondition& condition,
                               const std::vector<Surrounding>& texts, const char* name,
                               std::string* reason) {
  if (!condition.any.empty()) {
    const bool any = std::any_of(texts.begin(), texts.end(), [&](const Surrounding& each) {
      return first_match(condition.any, condition.needs, *each.text) != nullptr;
    });
    if (!any) {
      if (reason)
        *reason = std::string("lacks in its ") + name + ": " + condition.any.front().source;
      return false;
    }
  }
  for (const Surrounding& each : texts) {
    if (const Program* program = first_match(condition.none, condition.needs, *each.text)) {
      if (reason)
        *reason = std::string("unmade by its ") + name + ": " + program->source + ", in \"" +
                  std::string(each.source) + '"';
      return false;
    }
  }
  return true;
}

bool ClauseFinder::holds(const CompiledRule& rule, const Match& match, State& state,
                         std::string* reason) {
  const auto refuse = [&](const char* what, const Program& program) {
    if (reason) *reason = std::string(what) + ": " + program.source;
    return false;
  };
  const auto index = static_cast<std::size_t>(&rule - matcher_.rules().data());
  if (!state.suit_type[index]) {
    if (reason) *reason = "does not apply to this terms type: " + state.document.type;
    return false;
  }
  // Conditions look at the whole sentence, lead-in included.
  const std::size_t own_begin = std::exchange(state.text.own_begin, 0);
  const auto restore = [&](bool result) {
    state.text.own_begin = own_begin;
    return result;
  };
  for (const auto& choices : rule.with) {
    if (!first_match(choices, state.text)) return restore(refuse("lacks", choices.front()));
  }
  if (const Program* program = first_match(rule.unless, state.text)) {
    return restore(refuse("unmade by", *program));
  }
  const WordSpan span = match.words();
  Match other;
  for (const Program& program : rule.unless_between) {
    // A match that lies between may hide behind one that does not: look at every beginning.
    std::vector<std::size_t> ends;
    std::vector<std::uint16_t> begins;
    possible_begins(program, state.text, begins);
    for (const std::size_t word : begins) {
      if (word < span.begin || word >= span.end) continue;
      ends.clear();
      scratch_.machine.ends_from(program, state.text, word, ends);
      if (std::any_of(ends.begin(), ends.end(), [&](std::size_t end) { return end <= span.end; })) {
        return restore(refuse("unmade between its words by", program));
      }
    }
  }
  for (const Program& program : rule.unless_before) {
    if (scratch_.machine.find(program, state.text, Polarity::kEither, &other) &&
        other.words().end <= span.begin) {
      return restore(refuse("unmade before its words by", program));
    }
  }
  restore(true);
  if (rule.section.asks() && !scope_holds(rule.section, section(state), "headings", reason))
    return false;
  if (!rule.context.asks()) return true;
  load_context(state);
  return scope_holds(rule.context, state.context, "context", reason);
}

bool ClauseFinder::in_headings(Symbol symbol, State& state) {
  const std::vector<Surrounding>& headings = section(state);
  return std::any_of(headings.begin(), headings.end(), [&](const Surrounding& heading) {
    return matcher_.establish(symbol, scratch_, *heading.text);
  });
}

Finding ClauseFinder::make_finding(const CompiledRule& rule, const Match& match,
                                   const Sentence& sentence, State& state) {
  const Block& block = state.document.blocks[static_cast<std::size_t>(sentence.block)];
  Finding finding;
  finding.clause = rule.rule->clause;
  finding.rule = rule.rule->id;
  finding.quote = block.text.substr(sentence.text.begin, sentence.text.end - sentence.text.begin);
  for (const std::string_view heading : section_path(state.document, block))
    finding.section.emplace_back(heading);
  finding.part = block.part;
  finding.block = sentence.block;
  finding.text = sentence.text;
  finding.source = block.map.to_source(sentence.text);
  const std::vector<std::size_t>& starts = state.line_starts[static_cast<std::size_t>(block.part)];
  finding.line = static_cast<int>(
      std::upper_bound(starts.begin(), starts.end(), finding.source.begin) - starts.begin());
  for (const std::string_view lead_in : sentence.lead_in) {
    if (!finding.lead_in.empty()) finding.lead_in += ' ';
    finding.lead_in += one_line(lead_in);
  }
  const Annotation& text = state.text;
  for (const MatchedEntry& entry : match.entries) {
    MatchedPart part{matcher_.symbols().name(entry.symbol), {}};
    if (entry.words.begin >= text.own_begin) {
      part.text = {sentence.text.begin + text.words.words[entry.words.begin].begin,
                   sentence.text.begin + text.words.words[entry.words.end - 1u].end};
    }
    finding.parts.push_back(std::move(part));
  }
  if (rule.period) {
    const auto longest = std::max_element(
        text.durations.begin(), text.durations.end(),
        [](const Duration& a, const Duration& b) { return a.seconds < b.seconds; });
    if (longest != text.durations.end()) finding.period = longest->iso;
  }
  if (rule.minor_data)
    finding.minor_data = text.has(minor_data_) || in_headings(minor_data_, state);
  matcher_.complete(&matcher_.audience_needs(), scratch_, state.text);
  bool business = text.has(business_);
  bool consumer = text.has(consumer_);
  if (!business && !consumer) {
    for (const Surrounding& heading : section(state)) {
      business = matcher_.establish(business_, scratch_, *heading.text);
      consumer = matcher_.establish(consumer_, scratch_, *heading.text);
      if (business || consumer) break;
    }
  }
  if (business != consumer) finding.audience = business ? Audience::kBusiness : Audience::kConsumer;
  return finding;
}

}  // namespace fineprint
