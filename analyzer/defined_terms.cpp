#include "analyzer/defined_terms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/matcher.h"

namespace fineprint {
namespace {

constexpr std::size_t kLongestTerm = 60;   // bytes
constexpr std::size_t kMeaningWords = 50;  // of a '"Term" means ...' ...
constexpr std::size_t kHeadWords = 9;      // ... that say what kind of thing it is
constexpr std::size_t kApposition = 6;     // words between a concept and its '("Term")'
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
  const char first = text[at];
  if (first != '"' && static_cast<unsigned char>(first) < 0x80) return nullptr;  // most bytes
  for (const Quote& each : kQuotes) {
    if (text.substr(at).starts_with(each.open)) return &each;
  }
  return nullptr;
}

std::vector<Quoted> find_quoted(std::string_view text) {
  std::vector<Quoted> found;
  for (std::size_t at = 0; at < text.size();) {
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

class DefinitionReader {
 public:
  DefinitionReader(std::string_view sentence, const Matcher& matcher, MatcherScratch& scratch,
                   DefinedTerms& terms)
      : sentence_(sentence), matcher_(matcher), scratch_(scratch), terms_(terms) {
    for (const std::string& name : matcher.language().lexicon.definable) {
      const Symbol symbol = matcher.find_concept(name);
      if (symbol == kNoSymbol) continue;
      definable_.push_back(symbol);
      const Symbol meaning = matcher.find_concept(name + "-meaning");
      if (meaning != kNoSymbol) meanings_.emplace_back(meaning, symbol);
    }
    for (const std::string& name : matcher.language().lexicon.definable_throughout) {
      throughout_.push_back(matcher.find_concept(name));
    }
    output_ = matcher.find_concept("output");
    vendor_ = matcher.find_concept("vendor");
    customer_ = matcher.find_concept("customer");
    definition_ = matcher.find_concept("definition");
    opening_ = matcher.find_concept("definition-opening");
    not_ = matcher.find_concept("not");
    bare_ = matcher.find_concept("definition-bare");
    undefinable_ = matcher.find_concept("undefinable");
  }

  void read(const std::vector<Quoted>& quoted) {
    matcher_.annotate({sentence_}, &terms_, &matcher_.definition_needs(), scratch_, text_);
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
    matcher_.annotate({sentence_}, &terms_, &matcher_.definition_needs(), scratch_, text_);
    const std::vector<Word>& words = text_.words.words;
    if (words.empty() || !words[0].capital) return;
    std::size_t length = 1;
    while (length < words.size() && length <= kBareWords && words[length - 1].capital) {
      const std::string_view mark = sentence_.substr(words[length - 1].end);
      std::optional<std::size_t> body;
      if (mark.starts_with(':')) body = length;
      if (begins(bare_, length)) body = length + 1;
      if (body) {
        const std::string_view term =
            sentence_.substr(words[0].begin, words[length - 1].end - words[0].begin);
        add_terms({{term, words[0].begin, words[length - 1].end}}, 0, 0, meaning_from(*body));
        return;
      }
      ++length;
    }
  }

 private:
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
      const bool all = begins_in(definition_, open, quoted[first].begin);  // "(together, ...)"
      const std::size_t before = word_before(open);
      std::size_t begin = before >= kApposition ? before - kApposition : 0;
      if (all) begin = 0;
      stands_for = nearest_concepts(begin, before, all);
    }
    add_terms(quoted, first, last, stands_for);
  }

  void read_meaning(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last) {
    std::size_t word = 0;
    while (word < text_.words.size() && text_.words.words[word].begin < quoted[last].end) ++word;
    std::optional<std::size_t> body;
    for (std::size_t i = word; i < std::min(word + 3, text_.words.size()) && !body; ++i) {
      for (const Entry& entry : text_.at[i]) {
        const bool opening = i == word && first == 0 && word_before(quoted[first].begin) == 0;
        if (entry.symbol == definition_ || (opening && entry.symbol == opening_)) body = entry.end;
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
      if (i > 0 && (begins(not_, i - 1) || (i > 1 && begins(not_, i - 2)))) continue;
      for (const Entry& entry : text_.at[i]) {
        const Symbol symbol = meaning_of(entry.symbol);
        if (symbol == vendor_ || symbol == customer_) continue;
        const bool head = i < body + kHeadWords;
        const bool throughout =
            std::find(throughout_.begin(), throughout_.end(), symbol) != throughout_.end();
        if (symbol != output_ && made_end > 0 && i >= made_end) continue;
        // What only a definition means counts in its head: "text that the API returns".
        if (!head && (!throughout || symbol != entry.symbol)) continue;
        if (symbol == output_ && symbol != entry.symbol) made_end = entry.end;
        take(symbol, stands_for);
      }
    }
    return stands_for;
  }

  // 'Inputs and Outputs are together "Content"': what stands before is the meaning.
  void read_naming(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last,
                   std::size_t word) {
    const std::size_t from = word > 4 ? word - 4 : 0;
    bool named = false;
    for (std::size_t i = from; i < word; ++i) {
      for (const Entry& entry : text_.at[i]) named = named || entry.symbol == definition_;
    }
    // "Collectively, Inputs and Outputs are "Content"."
    if (!named && text_.words.size() > 0 && word <= 20) {
      for (const Entry& entry : text_.at[0]) named = named || entry.symbol == definition_;
    }
    if (named)
      add_terms(quoted, first, last, nearest_concepts(word > 20 ? word - 20 : 0, word, true));
  }

  // Where one of the group is a word for the vendor ("we") or customer, so are the others.
  std::vector<Symbol> names_of_parties(const std::vector<Quoted>& quoted, std::size_t first,
                                       std::size_t last) {
    Annotation term;
    for (std::size_t i = first; i <= last; ++i) {
      matcher_.annotate({quoted[i].term}, nullptr, &matcher_.definition_needs(), scratch_, term);
      for (const Symbol party : {vendor_, customer_}) {
        for (const WordSpan& span : term.spans(party)) {
          if (span.begin == 0 && span.end == term.words.size()) return {party};
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
        if (entry.end > end || symbol == vendor_ || symbol == customer_) continue;
        if (std::find(definable_.begin(), definable_.end(), symbol) == definable_.end()) continue;
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
    for (const auto& [meaning, name] : meanings_) {
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
    if (std::find(definable_.begin(), definable_.end(), symbol) == definable_.end()) return;
    if (std::find(stands_for.begin(), stands_for.end(), symbol) != stands_for.end()) return;
    stands_for.push_back(symbol);
  }

  void add_terms(const std::vector<Quoted>& quoted, std::size_t first, std::size_t last,
                 const std::vector<Symbol>& stands_for) {
    if (stands_for.empty()) return;
    for (std::size_t i = first; i <= last; ++i) {
      Annotation term;
      matcher_.annotate({quoted[i].term}, nullptr, &matcher_.definition_needs(), scratch_, term);
      if (term.words.size() == 0 || !term.words.words[0].capital) continue;
      if (undefinable_ != kNoSymbol && term.has(undefinable_)) continue;
      if (names_one_side(term)) continue;
      DefinedTerm defined;
      for (std::size_t w = 0; w < term.words.size(); ++w)
        defined.keys.emplace_back(term.words.key(w));
      defined.stands_for = stands_for;
      add_other_number(defined);
      terms_.add(std::move(defined));
    }
  }

  // What holds of "Images" holds of an "Image". Names of parties have no plural.
  void add_other_number(DefinedTerm term) {
    std::string& key = term.keys.back();
    if (key.size() < kPluralFrom || key.ends_with("ss")) return;
    for (const Symbol party : {vendor_, customer_}) {
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
  bool names_one_side(const Annotation& term) const {
    std::size_t sides = 0;
    for (const Symbol side : throughout_) {
      for (const WordSpan& span : term.spans(side)) {
        if (span.begin == 0 && span.end == term.words.size()) {
          sides += side == output_ ? 1 : 2;
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
  MatcherScratch& scratch_;
  DefinedTerms& terms_;
  Annotation text_;
  std::vector<Symbol> definable_;
  std::vector<Symbol> throughout_;
  std::vector<std::pair<Symbol, Symbol>> meanings_;
  Symbol output_, vendor_, customer_, definition_, opening_, bare_, not_, undefinable_;
};

}  // namespace

void DefinedTerms::add(DefinedTerm term) {
  if (term.keys.empty()) return;
  std::vector<DefinedTerm>& list = by_first_[term.keys.front()];
  for (DefinedTerm& known : list) {
    if (known.keys != term.keys) continue;
    for (const Symbol symbol : term.stands_for) {
      if (std::find(known.stands_for.begin(), known.stands_for.end(), symbol) ==
          known.stands_for.end()) {
        known.stands_for.push_back(symbol);
      }
    }
    return;
  }
  list.push_back(std::move(term));
}

void DefinedTerms::annotate(Annotation& text) const {
  if (by_first_.empty()) return;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (!text.words.words[i].capital) continue;
    const auto found = by_first_.find(text.words.key(i));
    if (found == by_first_.end()) continue;
    for (const DefinedTerm& term : found->second) {
      if (i + term.keys.size() > text.words.size()) continue;
      bool equal = true;
      for (std::size_t k = 1; k < term.keys.size() && equal; ++k)
        equal = text.words.key(i + k) == term.keys[k];
      if (!equal) continue;
      for (const Symbol symbol : term.stands_for) text.add(i, i + term.keys.size(), symbol);
    }
  }
}

void read_definitions(std::string_view sentence, bool in_definitions, const Matcher& matcher,
                      MatcherScratch& scratch, DefinedTerms& terms) {
  const std::vector<Quoted> quoted = find_quoted(sentence);
  if (quoted.empty() && !in_definitions) return;
  DefinitionReader reader(sentence, matcher, scratch, terms);
  if (quoted.empty())
    reader.read_bare();
  else
    reader.read(quoted);
}

}  // namespace fineprint
