#include "analyzer/definition_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace fineprint {
namespace {

constexpr std::size_t kLongestTerm = 60;   // bytes
constexpr std::size_t kMeaningWords = 50;  // of a '"Term" means ...' ...
constexpr std::size_t kHeadWords = 9;      // ... that say what kind of thing it is
constexpr std::size_t kApposition = 6;     // words between a concept and its '("Term")'
constexpr std::size_t kMeansWords = 3;     // behind a term in which its definition begins ...
constexpr std::size_t kNamingWords = 4;    // ... or before it, of what ...
constexpr std::size_t kNamedBefore = 20;   // ... stands in as many words
constexpr std::size_t kBareWords = 4;      // of a term that stands without quotation marks
constexpr std::size_t kPluralFrom = 4;     // letters of a word that also counts with or without "s"

// A quoted term and where its quotation begins and ends.
struct Quoted {
  std::string_view term;
  std::size_t begin;
  std::size_t end;
};

struct Quote {
  std::string_view open;
  std::string_view close;
};

// Straight quotes, and those of English, French and German print.
constexpr Quote kQuotes[] = {{"\"", "\""}, {"“", "”"}, {"”", "”"}, {"«", "»"}, {"„", "“"}};

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == ',' || c == '.' || c == '*'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  // No-break spaces inside French quotation marks.
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    while (text.starts_with(space)) text.remove_prefix(space.size());
    while (text.ends_with(space)) text.remove_suffix(space.size());
  }
  return text;
}

// The quotation mark that opens here, or null.
const Quote* quote_at(std::string_view text, std::size_t at) {
  for (const Quote& each : kQuotes) {
    if (text.substr(at).starts_with(each.open)) return &each;
  }
  return nullptr;
}

// The bytes with which quotation marks begin.
constexpr std::array kQuoteBytes = {'"', '\xE2', '\xC2'};

// Where such bytes stand in a text.
class QuoteBytes {
 public:
  explicit QuoteBytes(std::string_view text) : text_(text) { places_.fill(0); }
  // The place of the first from `at` on, or what is not less than the text's size; `at` grows from
  // call to call.
  std::size_t next(std::size_t at) {
    std::size_t nearest = std::string_view::npos;
    for (std::size_t i = 0; i < kQuoteBytes.size(); ++i) {
      if (places_[i] <= at) places_[i] = text_.find(kQuoteBytes[i], at);
      nearest = std::min(nearest, places_[i]);
    }
    return nearest;
  }

 private:
  std::string_view text_;
  std::array<std::size_t, kQuoteBytes.size()> places_;
};

std::vector<Quoted> find_quoted(std::string_view text) {
  std::vector<Quoted> found;
  QuoteBytes bytes(text);
  for (std::size_t at = 0; (at = bytes.next(at)) < text.size();) {
    const Quote* quote = quote_at(text, at);
    if (!quote) {
      ++at;
      continue;
    }
    const std::size_t inside = at + quote->open.size();
    const std::size_t close = text.find(quote->close, inside);
    if (close == std::string_view::npos || close - inside > kLongestTerm) {
      at = inside;
      continue;
    }
    const std::size_t end = close + quote->close.size();
    const std::string_view term = trim(text.substr(inside, close - inside));
    if (!term.empty()) found.push_back({term, at, end});
    at = end;
  }
  return found;
}

// One sentence at work.
class SentenceReading {
 public:
  SentenceReading(std::string_view sentence, const Matcher& matcher,
                  const DefinitionConcepts& concepts, MatcherScratch& scratch, DefinedTerms& terms,
                  Annotation& text, Annotation& term)
      : sentence_(sentence),
        matcher_(matcher),
        concepts_(concepts),
        scratch_(scratch),
        terms_(terms),
        text_(text),
        term_(term) {}

  void read(const std::vector<Quoted>& quoted) {
    if (!may_define(quoted)) return;
    matcher_.find_plain(&terms_, scratch_, text_);
    matcher_.complete(&matcher_.definition_needs(), scratch_, text_);
    for (std::size_t i = 0; i < quoted.size();) {
      const std::size_t last = group_end(quoted, i);
      if (in_parentheses(quoted[i], quoted[last]))
        read_apposition(quoted, i, last);
      else
        read_meaning(quoted, i, last);
      i = last + 1;
    }
  }

  // 'Content means ...' and 'Content: ...', as lists of definitions have it.
  void read_bare() {
    const auto may_mean = [&](std::size_t word) { return may_begin(concepts_.bare, word, 1); };
    if (bare_length(may_mean) == 0) return;
    matcher_.find_plain(&terms_, scratch_, text_);
    matcher_.complete(&matcher_.definition_needs(), scratch_, text_);
    const auto means = [&](std::size_t word) { return begins(concepts_.bare, word); };
    const std::size_t length = bare_length(means);
    if (length == 0) return;
    const std::vector<Word>& words = text_.words.words;
    const Quoted term{sentence_.substr(words[0].begin, words[length - 1].end - words[0].begin),
                      words[0].begin, words[length - 1].end};
    add_terms({term}, 0, 0, meaning_from(means(length) ? length + 1 : length));
  }

 private:
  // Whether a concept's wording may begin at one of `count` words, told by the words alone.
  bool may_begin(Symbol symbol, std::size_t begin, std::size_t count) const {
    const std::size_t end = std::min(begin + count, text_.known.size());
    for (std::size_t word = begin; word < end; ++word)
      if (matcher_.may_begin(symbol, text_.known, word)) return true;
    return false;
  }

  // A term begins in upper case: that "we" stands for the vendor is known.
  static bool may_be_term(const Quoted& quoted) {
    return quoted.term.front() < 'a' || quoted.term.front() > 'z';
  }

  // Most quotation marks stand around no term.
  bool may_define(const std::vector<Quoted>& quoted) const {
    for (std::size_t i = 0; i < quoted.size();) {
      const std::size_t last = group_end(quoted, i);
      const auto group = std::span(quoted).subspan(i, last - i + 1);
      if (std::any_of(group.begin(), group.end(), may_be_term) &&
          (in_parentheses(quoted[i], quoted[last]) || may_have_meaning(quoted[i], quoted[last])))
        return true;
      i = last + 1;
    }
    return false;
  }

  // What read_meaning looks for.
  bool may_have_meaning(const Quoted& first, const Quoted& last) const {
    const std::size_t before = word_before(first.begin);
    const std::size_t named = std::min(before, kNamingWords);
    const std::size_t behind = word_behind(last.end);
    return may_begin(concepts_.definition, behind, kMeansWords) ||
           may_begin(concepts_.definition, before - named, named) ||
           (before <= kNamedBefore && may_begin(concepts_.definition, 0, 1)) ||
           (before == 0 && may_begin(concepts_.opening, behind, 1));
  }

  // How many words a term without quotation marks has, 0 where there is none; `means` tells whether
  // what says so begins at a word.
  template <typename Means>
  std::size_t bare_length(const Means& means) const {
    const std::vector<Word>& words = text_.words.words;
    for (std::size_t length = 1;
         length < words.size() && length <= kBareWords && words[length - 1].capital; ++length) {
      if (sentence_.substr(words[length - 1].end).starts_with(':') || means(length)) return length;
    }
    return 0;
  }

  // Terms quoted side by side: ("Acme", "we" or "us").
  std::size_t group_end(const std::vector<Quoted>& quoted, std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < quoted.size() && quoted[last + 1].begin - quoted[last].end <= 12 &&
           sentence_.substr(quoted[last].end, quoted[last + 1].begin - quoted[last].end)
                   .find_first_of("()") == std::string_view::npos) {
      ++last;
    }
    return last;
  }

  bool in_parentheses(const Quoted& first, const Quoted& last) const {
    const std::size_t open = sentence_.rfind('(', first.begin);
    const std::size_t close = sentence_.find(')', last.end);
    return open != std::string_view::npos && close != std::string_view::npos &&
           sentence_.substr(open, first.begin - open).find(')') == std::string_view::npos;
  }

  void read_apposition(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last) {
    const std::size_t open = sentence_.rfind('(', quoted[first].begin);
    std::vector<Symbol> stands_for = names_of_parties(quoted, first, last);
    if (stands_for.empty()) {
      const bool all =
          begins_in(concepts_.definition, open, quoted[first].begin);  // "(together, ...)"
      const std::size_t before = word_before(open);
      std::size_t begin = before >= kApposition ? before - kApposition : 0;
      if (all) begin = 0;
      stands_for = nearest_concepts(begin, before, all);
    }
    add_terms(quoted, first, last, stands_for);
  }

  void read_meaning(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last) {
    const std::size_t word = word_behind(quoted[last].end);
    std::optional<std::size_t> body;
    for (std::size_t i = word; i < std::min(word + kMeansWords, text_.words.size()) && !body; ++i) {
      for (const Entry& entry : text_.at[i]) {
        const bool opening = i == word && first == 0 && word_before(quoted[first].begin) == 0;
        if (entry.symbol == concepts_.definition || (opening && entry.symbol == concepts_.opening))
          body = entry.end;
      }
    }
    if (!body) return read_naming(quoted, first, last, word_before(quoted[first].begin));
    add_terms(quoted, first, last, meaning_from(*body));
  }

  std::vector<Symbol> meaning_from(std::size_t body) const {
    const std::size_t end = std::min(text_.words.size(), body + kMeaningWords);
    std::vector<Symbol> stands_for;
    std::size_t made_end = 0;  // of what is made: "pictures that the Service makes" (from inputs)
    for (std::size_t i = body; i < end; ++i) {
      if (i > 0 &&
          (begins(concepts_.negator, i - 1) || (i > 1 && begins(concepts_.negator, i - 2))))
        continue;
      for (const Entry& entry : text_.at[i]) {
        const Symbol symbol = meaning_of(entry.symbol);
        if (symbol == concepts_.vendor || symbol == concepts_.customer) continue;
        const bool head = i < body + kHeadWords;
        const bool throughout = std::find(concepts_.throughout.begin(), concepts_.throughout.end(),
                                          symbol) != concepts_.throughout.end();
        if (symbol != concepts_.output && made_end > 0 && i >= made_end) continue;
        // What only a definition means counts in its head: "text that the API returns".
        if (!head && (!throughout || symbol != entry.symbol)) continue;
        if (symbol == concepts_.output && symbol != entry.symbol) made_end = entry.end;
        take(symbol, stands_for);
      }
    }
    return stands_for;
  }

  // 'Inputs and Outputs are together "Content"': what stands before is the meaning.
  void read_naming(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last,
                   std::size_t word) {
    const std::size_t from = word - std::min(word, kNamingWords);
    bool named = false;
    for (std::size_t i = from; i < word; ++i) {
      for (const Entry& entry : text_.at[i]) named = named || entry.symbol == concepts_.definition;
    }
    // "Collectively, Inputs and Outputs are "Content"."
    if (!named && text_.words.size() > 0 && word <= kNamedBefore) {
      for (const Entry& entry : text_.at[0]) named = named || entry.symbol == concepts_.definition;
    }
    if (named)
      add_terms(quoted, first, last,
                nearest_concepts(word - std::min(word, kNamedBefore), word, true));
  }

  // Makes `term_` what a quoted term says.
  void look_at(std::string_view term) {
    if (std::exchange(looked_at_, term.data()) == term.data()) return;
    matcher_.cut({term}, scratch_, term_);
    matcher_.find_plain(nullptr, scratch_, term_);
    matcher_.complete(&matcher_.definition_needs(), scratch_, term_);
  }

  // Where one of the group is a word for the vendor ("we") or customer, so are the others.
  std::vector<Symbol> names_of_parties(const std::vector<Quoted>& quoted, std::size_t first,
                                       std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      look_at(quoted[i].term);
      for (const Symbol party : {concepts_.vendor, concepts_.customer}) {
        for (const WordSpan& span : term_.spans(party)) {
          if (span.begin == 0 && span.end == term_.words.size()) return {party};
        }
      }
    }
    return {};
  }

  // The concepts whose wording ends last before the word `end`, or all of them.
  std::vector<Symbol> nearest_concepts(std::size_t begin, std::size_t end, bool all) const {
    std::vector<Symbol> stands_for;
    std::size_t nearest_end = 0;
    for (std::size_t i = begin; i < end; ++i) {
      for (const Entry& entry : text_.at[i]) {
        const Symbol symbol = meaning_of(entry.symbol);
        if (entry.end > end || symbol == concepts_.vendor || symbol == concepts_.customer) continue;
        if (std::find(concepts_.definable.begin(), concepts_.definable.end(), symbol) ==
            concepts_.definable.end())
          continue;
        if (!all && entry.end < nearest_end) continue;
        if (!all && entry.end > nearest_end) stands_for.clear();
        nearest_end = entry.end;
        take(symbol, stands_for);
      }
    }
    return stands_for;
  }

  // The concept that a wording stands for in definitions only ("output" for "output-meaning").
  Symbol meaning_of(Symbol symbol) const {
    for (const auto& [meaning, name] : concepts_.meanings) {
      if (meaning == symbol) return name;
    }
    return symbol;
  }

  bool begins(Symbol symbol, std::size_t word) const {
    if (word >= text_.words.size()) return false;
    for (const Entry& entry : text_.at[word]) {
      if (entry.symbol == symbol) return true;
    }
    return false;
  }

  void take(Symbol symbol, std::vector<Symbol>& stands_for) const {
    if (std::find(concepts_.definable.begin(), concepts_.definable.end(), symbol) ==
        concepts_.definable.end())
      return;
    if (std::find(stands_for.begin(), stands_for.end(), symbol) != stands_for.end()) return;
    stands_for.push_back(symbol);
  }

  void add_terms(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last,
                 const std::vector<Symbol>& stands_for) {
    if (stands_for.empty()) return;
    for (std::size_t i = first; i <= last; ++i) {
      look_at(quoted[i].term);
      if (term_.words.size() == 0 || !term_.words.words[0].capital) continue;
      if (term_.has(concepts_.undefinable)) continue;
      if (names_one_side()) continue;
      DefinedTerm defined;
      for (std::size_t w = 0; w < term_.words.size(); ++w)
        defined.keys.emplace_back(term_.words.key(w));
      defined.stands_for = stands_for;
      add_other_number(defined);
      terms_.add(std::move(defined));
    }
  }

  // What holds of "Images" holds of an "Image". Names of parties have no plural.
  void add_other_number(DefinedTerm term) {
    std::string& key = term.keys.back();
    if (key.size() < kPluralFrom || key.ends_with("ss")) return;
    for (const Symbol party : {concepts_.vendor, concepts_.customer}) {
      if (std::find(term.stands_for.begin(), term.stands_for.end(), party) != term.stands_for.end())
        return;
    }
    if (key.ends_with('s'))
      key.pop_back();
    else
      key += 's';
    terms_.add(std::move(term));
  }

  // "Output" stays output, though it is defined as what comes of "your Input".
  bool names_one_side() const {
    std::size_t sides = 0;
    for (const Symbol side : concepts_.throughout) {
      for (const WordSpan& span : term_.spans(side)) {
        if (span.begin == 0 && span.end == term_.words.size()) {
          sides += side == concepts_.output ? 1 : 2;
          break;
        }
      }
    }
    return sides == 1;
  }

  std::size_t word_before(std::size_t offset) const {
    std::size_t word = 0;
    while (word < text_.words.size() && text_.words.words[word].end <= offset) ++word;
    return word;
  }

  std::size_t word_behind(std::size_t offset) const {
    std::size_t word = 0;
    while (word < text_.words.size() && text_.words.words[word].begin < offset) ++word;
    return word;
  }

  bool begins_in(Symbol symbol, std::size_t begin, std::size_t end) const {
    for (std::size_t i = 0; i < text_.words.size(); ++i) {
      if (text_.words.words[i].begin < begin || text_.words.words[i].begin >= end) continue;
      for (const Entry& entry : text_.at[i]) {
        if (entry.symbol == symbol) return true;
      }
    }
    return false;
  }

  std::string_view sentence_;
  const Matcher& matcher_;
  const DefinitionConcepts& concepts_;
  MatcherScratch& scratch_;
  DefinedTerms& terms_;
  Annotation& text_;                 // the sentence
  Annotation& term_;                 // a term in it ...
  const char* looked_at_ = nullptr;  // ... and where that stands
};

}  // namespace

DefinitionConcepts::DefinitionConcepts(const Matcher& matcher)
    : output(matcher.find_concept("output")),
      vendor(matcher.find_concept("vendor")),
      customer(matcher.find_concept("customer")),
      definition(matcher.find_concept("definition")),
      opening(matcher.find_concept("definition-opening")),
      bare(matcher.find_concept("definition-bare")),
      negator(matcher.find_concept("not")),
      undefinable(matcher.find_concept("undefinable")) {
  for (const std::string& name : matcher.language().lexicon.definable) {
    const Symbol symbol = matcher.find_concept(name);
    if (symbol == kNoSymbol) continue;
    definable.push_back(symbol);
    const Symbol meaning = matcher.find_concept(name + "-meaning");
    if (meaning != kNoSymbol) meanings.emplace_back(meaning, symbol);
  }
  for (const std::string& name : matcher.language().lexicon.definable_throughout)
    throughout.push_back(matcher.find_concept(name));
}

bool DefinitionReader::may_quote(std::string_view text) {
  return std::any_of(kQuoteBytes.begin(), kQuoteBytes.end(),
                     [&](char byte) { return text.find(byte) != std::string_view::npos; });
}

void DefinitionReader::read(std::string_view sentence, bool in_definitions, const Cut& cut,
                            MatcherScratch& scratch, DefinedTerms& terms) {
  const std::vector<Quoted> quoted = find_quoted(sentence);
  if (quoted.empty() && !in_definitions) return;
  cut(text_);
  SentenceReading reading(sentence, matcher_, concepts_, scratch, terms, text_, term_);
  if (quoted.empty())
    reading.read_bare();
  else
    reading.read(quoted);
}

}  // namespace fineprint
