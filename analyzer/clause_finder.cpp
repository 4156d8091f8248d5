#include "analyzer/clause_finder.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "analyzer/vendor_name.h"

namespace fineprint {
namespace {

constexpr std::size_t kSentencesBefore = 2;
constexpr std::size_t kMaxNearMisses = 5;

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
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

}  // namespace

// What is known while the sentences of one document are worked through. Headings and context are
// annotated only when a rule asks for them.
struct ClauseFinder::State {
  const Document& document;
  const DefinedTerms& terms;
  const std::vector<Sentence>& sentences;
  std::vector<std::vector<std::size_t>> line_starts;  // by part
  std::size_t current = 0;                            // the sentence at hand
  Annotation text;                                    // the same, annotated
  bool section_loaded = false;
  bool context_loaded = false;
  std::map<int, Annotation> headings;      // by block, kept for the whole document
  std::vector<const Annotation*> section;  // above the sentence at hand
  std::deque<Annotation> neighbours;       // its lead-ins and the sentences before it
  std::vector<const Annotation*> context;

  const Block& block_of(const Sentence& sentence) const {
    return document.blocks[static_cast<std::size_t>(sentence.block)];
  }
  std::string_view text_of(const Sentence& sentence) const {
    return std::string_view(block_of(sentence).text)
        .substr(sentence.text.begin, sentence.text.end - sentence.text.begin);
  }
};

ClauseFinder::ClauseFinder(const Matcher& matcher)
    : matcher_(matcher),
      breaker_(matcher.language().lexicon.language, matcher.language().lexicon.abbreviations),
      scratch_(matcher.scratch()),
      business_(matcher.find_concept("audience-business")),
      consumer_(matcher.find_concept("audience-consumer")),
      minor_data_(matcher.find_concept("minor-data")),
      definition_heading_(matcher.find_concept("definition-heading")) {}

bool ClauseFinder::is_definitions(const Block& heading) {
  Annotation text;
  matcher_.annotate({heading.text}, nullptr, &matcher_.definition_needs(), scratch_, text);
  return text.has(definition_heading_);
}

DefinedTerms ClauseFinder::document_terms(const Document& document,
                                          const std::vector<Sentence>& sentences) {
  DefinedTerms terms;
  WordList name;
  matcher_.language().lexicon.cutter.cut(document.vendor, name);
  DefinedTerm vendor;
  for (std::size_t i = 0; i < name.size(); ++i) vendor.keys.emplace_back(name.key(i));
  vendor.stands_for = {matcher_.find_concept("vendor")};
  terms.add(vendor);
  vendor.keys = {acting_name(document, matcher_, scratch_)};
  if (!vendor.keys.front().empty()) terms.add(std::move(vendor));
  int section = kNone;
  bool in_definitions = false;
  for (const Sentence& sentence : sentences) {
    const Block& block = document.blocks[static_cast<std::size_t>(sentence.block)];
    if (block.section != section) {
      section = block.section;
      in_definitions =
          section != kNone && is_definitions(document.blocks[static_cast<std::size_t>(section)]);
    }
    read_definitions(std::string_view(block.text)
                         .substr(sentence.text.begin, sentence.text.end - sentence.text.begin),
                     in_definitions, matcher_, scratch_, terms);
  }
  return terms;
}

void ClauseFinder::load_section(State& state) {
  if (std::exchange(state.section_loaded, true)) return;
  state.section.clear();
  const std::vector<Block>& blocks = state.document.blocks;
  for (int at = state.block_of(state.sentences[state.current]).section; at != kNone;
       at = blocks[static_cast<std::size_t>(at)].section) {
    auto [entry, added] = state.headings.try_emplace(at);
    if (added)
      matcher_.annotate({blocks[static_cast<std::size_t>(at)].text}, &state.terms,
                        &matcher_.scope_needs(), scratch_, entry->second);
    state.section.push_back(&entry->second);
  }
}

void ClauseFinder::load_context(State& state) {
  if (std::exchange(state.context_loaded, true)) return;
  load_section(state);
  state.neighbours.clear();
  const Sentence& sentence = state.sentences[state.current];
  for (const std::string_view lead_in : sentence.lead_in) {
    matcher_.annotate({lead_in}, &state.terms, &matcher_.scope_needs(), scratch_,
                      state.neighbours.emplace_back());
  }
  const int section = state.block_of(sentence).section;
  for (std::size_t back = 1; back <= kSentencesBefore && back <= state.current; ++back) {
    const Sentence& before = state.sentences[state.current - back];
    if (state.block_of(before).section != section) break;
    matcher_.annotate({state.text_of(before)}, &state.terms, &matcher_.scope_needs(), scratch_,
                      state.neighbours.emplace_back());
  }
  state.context = state.section;
  for (const Annotation& each : state.neighbours) state.context.push_back(&each);
}

template <typename Visit>
void ClauseFinder::each_sentence(const Document& document, const Visit& visit) {
  const std::vector<Sentence> sentences = split_document(document, breaker_);
  const DefinedTerms terms = document_terms(document, sentences);
  State state{.document = document,
              .terms = terms,
              .sentences = sentences,
              .line_starts = {},
              .current = 0,
              .text = {},
              .section_loaded = false,
              .context_loaded = false,
              .headings = {},
              .section = {},
              .neighbours = {},
              .context = {}};
  for (const Part& part : document.parts) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < part.bytes.size(); ++i) {
      if (part.bytes[i] == '\n') starts.push_back(i + 1);
    }
    state.line_starts.push_back(std::move(starts));
  }
  std::vector<std::string_view> pieces;
  for (; state.current < sentences.size(); ++state.current) {
    const Sentence& sentence = sentences[state.current];
    const std::string_view text = state.text_of(sentence);
    if (text.ends_with('?')) continue;  // a question carries no clause; its answer may
    state.section_loaded = state.context_loaded = false;
    pieces = sentence.lead_in;
    pieces.push_back(text);
    matcher_.begin(pieces, &terms, scratch_, state.text);
    visit(sentence, state);
  }
}

ClauseFinder::Result ClauseFinder::find(const Document& document) {
  Result result;
  std::vector<std::size_t> candidates;
  each_sentence(document, [&](const Sentence& sentence, State& state) {
    const std::vector<CompiledRule>& rules = matcher_.rules();
    matcher_.rules_that_may_match(state.text, candidates);
    const auto possible = [&](Symbol symbol) {
      return static_cast<bool>(state.text.possible[symbol]);
    };
    if (candidates.empty() && !possible(business_) && !possible(consumer_)) return;
    Needs needs = matcher_.basic_needs();
    for (const std::size_t i : candidates) needs.merge(rules[i].needs);
    matcher_.complete(&needs, scratch_, state.text);
    result.business_mentions += state.text.has(business_);
    result.consumer_mentions += state.text.has(consumer_);
    evaluate(sentence, candidates, state, result.findings, nullptr);
  });
  return result;
}

std::vector<SentenceTrace> ClauseFinder::trace(const Document& document) {
  std::vector<SentenceTrace> traces;
  std::vector<std::size_t> all(matcher_.rules().size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  each_sentence(document, [&](const Sentence& sentence, State& state) {
    SentenceTrace trace{sentence, {}, {}};
    matcher_.complete(nullptr, scratch_, state.text);
    evaluate(sentence, all, state, trace.findings, &trace.near_misses);
    if (!trace.findings.empty() || !trace.near_misses.empty()) traces.push_back(std::move(trace));
  });
  return traces;
}

void ClauseFinder::evaluate(const Sentence& sentence, const std::vector<std::size_t>& candidates,
                            State& state, std::vector<Finding>& findings,
                            std::vector<NearMiss>* near_misses) {
  std::vector<std::pair<const Rule*, Finding>> found;
  std::set<std::string_view> clauses;
  for (const std::size_t candidate : candidates) {
    const CompiledRule& rule = matcher_.rules()[candidate];
    if (clauses.contains(rule.rule->clause)) continue;
    Match match;
    std::string reason;
    bool matched = false;
    bool held = false;
    // Another of the patterns may match elsewhere, where nothing unmakes it.
    for (const Program& program : rule.match) {
      if (!scratch_.machine.find(program, state.text, rule.rule->polarity, &match)) continue;
      matched = true;
      held = holds(rule, match, state, near_misses ? &reason : nullptr);
      if (held) break;
    }
    if (held) {
      clauses.insert(rule.rule->clause);
      found.emplace_back(rule.rule, make_finding(rule, match, sentence, state));
    } else if (near_misses) {
      if (matched)
        near_misses->push_back({&rule, reason});
      else
        explain_miss(rule, state, *near_misses);
    }
  }
  drop_overridden(found);
  if (near_misses) {
    std::erase_if(*near_misses,
                  [&](const NearMiss& miss) { return clauses.contains(miss.rule->rule->clause); });
    if (near_misses->size() > kMaxNearMisses) near_misses->resize(kMaxNearMisses);
  }
  for (auto& [rule, finding] : found) findings.push_back(std::move(finding));
}

const Program* ClauseFinder::first_match(const std::vector<Program>& programs,
                                         const Annotation& text) {
  for (const Program& program : programs) {
    if (scratch_.machine.find(program, text, Polarity::kEither, nullptr)) return &program;
  }
  return nullptr;
}

bool ClauseFinder::scope_holds(const CompiledCondition& condition,
                               const std::vector<const Annotation*>& texts, const char* name,
                               std::string* reason) {
  if (!condition.any.empty()) {
    const bool any = std::any_of(texts.begin(), texts.end(), [&](const Annotation* text) {
      return first_match(condition.any, *text) != nullptr;
    });
    if (!any) {
      if (reason)
        *reason = std::string("lacks in its ") + name + ": " + condition.any.front().source;
      return false;
    }
  }
  for (const Annotation* text : texts) {
    if (const Program* program = first_match(condition.none, *text)) {
      if (reason) *reason = std::string("unmade by its ") + name + ": " + program->source;
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
  const NameCondition& types = rule.rule->documents;
  if ((!types.any.empty() && !contains(types.any, state.document.type)) ||
      contains(types.none, state.document.type)) {
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
    for (std::size_t word = span.begin; word < span.end; ++word) {
      ends.clear();
      if (may_match(program, state.text.present))
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
  const auto asks = [](const CompiledCondition& condition) {
    return !condition.any.empty() || !condition.none.empty();
  };
  if (asks(rule.section)) {
    load_section(state);
    if (!scope_holds(rule.section, state.section, "headings", reason)) return false;
  }
  if (!asks(rule.context)) return true;
  load_context(state);
  return scope_holds(rule.context, state.context, "context", reason);
}

void ClauseFinder::explain_miss(const CompiledRule& rule, State& state,
                                std::vector<NearMiss>& near_misses) {
  for (const Program& program : rule.match) {
    if (may_match(program, state.text.present)) {
      const bool other_polarity =
          rule.rule->polarity != Polarity::kEither &&
          scratch_.machine.find(program, state.text, Polarity::kEither, nullptr);
      near_misses.push_back(
          {&rule, other_polarity ? "is there, but the negation is not as the rule wants it"
                                 : "its parts are there, but not in the order or nearness of " +
                                       program.source});
      return;
    }
    // Came close: all but one of at least three parts.
    if (program.required.size() < 3) continue;
    const std::vector<Symbol>* missing = nullptr;
    std::size_t absent = 0;
    for (const auto& list : program.required) {
      if (std::none_of(list.begin(), list.end(),
                       [&](Symbol each) { return state.text.present[each]; })) {
        missing = &list;
        ++absent;
      }
    }
    if (absent != 1) continue;
    near_misses.push_back(
        {&rule, "lacks " + matcher_.symbols().name(missing->front()) + " for " + program.source});
    return;
  }
}

Finding ClauseFinder::make_finding(const CompiledRule& rule, const Match& match,
                                   const Sentence& sentence, State& state) {
  load_section(state);
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
    finding.lead_in += lead_in;
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
    finding.minor_data = text.has(minor_data_);
    for (const Annotation* heading : state.section)
      finding.minor_data = finding.minor_data || heading->has(minor_data_);
  }
  bool business = text.has(business_);
  bool consumer = text.has(consumer_);
  for (const Annotation* heading : state.section) {
    if (business || consumer) break;
    business = heading->has(business_);
    consumer = heading->has(consumer_);
  }
  if (business != consumer) finding.audience = business ? Audience::kBusiness : Audience::kConsumer;
  return finding;
}

}  // namespace fineprint
