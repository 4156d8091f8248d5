#include "rules/pattern.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace fineprint {
namespace {

using Kind = PatternElement::Kind;

constexpr int kDeepest = 8;  // nesting of groups and of what is barred

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

// By byte: whether it ends what is written of a word.
constexpr std::array<bool, 256> kEndsWord = [] {
  std::array<bool, 256> ends{};
  for (const char c : std::string_view("{}()|?*^$,;:! \t\n"))
    ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

class Parser {
 public:
  Parser(std::string_view source, const WordCutter& cutter) : source_(source), cutter_(cutter) {}

  Pattern parse() {
    Pattern pattern = sequence(0);
    if (at_ < source_.size()) fail("there is a ')' without its '('");
    if (pattern.elements.empty()) fail("the pattern is empty; write at least one word");
    if (all_optional(pattern)) {
      at_ = 0;
      fail("the pattern may match nothing, since all in it is optional; drop a '?'");
    }
    if (pattern.elements.front().kind == Kind::kGap || pattern.elements.back().kind == Kind::kGap) {
      at_ = 0;
      fail("a pattern cannot begin or end with a gap; leave it out");
    }
    pattern.source = std::string(source_);
    return pattern;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw PatternError(what, at_); }

  bool done() const { return at_ >= source_.size(); }
  char peek() const { return done() ? '\0' : source_[at_]; }
  void skip_blanks() {
    while (!done() && is_blank(source_[at_])) ++at_;
  }

  Pattern sequence(int depth) {
    if (depth > kDeepest) fail("groups are nested too deeply");
    Pattern pattern;
    bool last_was_word = false;
    bool last_was_bare = false;
    for (skip_blanks(); !done() && peek() != ')' && !(depth > 0 && peek() == '|'); skip_blanks()) {
      const std::size_t begin = at_;
      std::vector<PatternElement>& elements = pattern.elements;
      const std::size_t first = elements.size();
      term(depth, elements);
      const bool bare = peek() == '|' && depth == 0;
      if (bare) elements.push_back(alternatives(take_from(elements, first)));
      // "opt in|opts in": would read as opt (in|opts) in, which nobody means.
      if ((bare && (last_was_word || last_was_bare)) ||
          (last_was_bare && is_word(elements[first]))) {
        at_ = begin;
        fail("it is unclear which words '|' parts; put ( ) around the alternatives");
      }
      last_was_bare = bare;
      last_was_word = is_word(elements.back());
      if (peek() == '?') {
        ++at_;
        if (elements.size() - first > 1) elements.push_back(group_of(take_from(elements, first)));
        elements.back().optional = true;
      }
    }
    return pattern;
  }

  static bool all_optional(const Pattern& pattern) {
    return std::all_of(pattern.elements.begin(), pattern.elements.end(),
                       [](const PatternElement& element) { return element.optional; });
  }

  static bool is_word(const PatternElement& element) {
    return element.kind == Kind::kWord || element.kind == Kind::kPrefix;
  }

  static std::vector<PatternElement> take_from(std::vector<PatternElement>& elements,
                                               std::size_t first) {
    const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<PatternElement> taken(std::make_move_iterator(begin),
                                      std::make_move_iterator(elements.end()));
    elements.erase(begin, elements.end());
    return taken;
  }

  static PatternElement group_of(std::vector<PatternElement> elements) {
    PatternElement group;
    group.kind = Kind::kGroup;
    group.choices.emplace_back().elements = std::move(elements);
    return group;
  }

  // `first` and what follows it behind bars, one term each: "may|will|{can}".
  PatternElement alternatives(std::vector<PatternElement> first) {
    PatternElement group = group_of(std::move(first));
    while (peek() == '|') {
      ++at_;
      if (done() || is_blank(peek()))
        fail("write alternatives without blanks around '|', or put ( ) around phrases");
      term(0, group.choices.emplace_back().elements);
    }
    return group;
  }

  // Appends what stands here up to the next blank or sign: one element, or several words.
  void term(int depth, std::vector<PatternElement>& elements) {
    switch (peek()) {
      case '{':
        elements.push_back(concept_reference());
        return;
      case '(':
        elements.push_back(group(depth));
        return;
      case '!':
      case '^':
      case '$':
      case ',':
      case ';':
      case ':':
        elements.push_back(sign(depth));
        return;
      case '.':
        if (source_.substr(at_, 2) != "..") break;
        elements.push_back(gap(depth));
        return;
      default:
        break;
    }
    words(elements);
  }

  PatternElement sign(int depth) {
    PatternElement element;
    const char c = source_[at_++];
    if (c == '!') {
      element.kind = Kind::kNot;
      element.choices = barred(depth);
    } else if (c == '^' || c == '$') {
      element.kind = c == '^' ? Kind::kStart : Kind::kEnd;
    } else {
      element.kind = Kind::kMark;
      element.mark = c == ',' ? kComma : c == ';' ? kSemicolon : kColon;
    }
    return element;
  }

  PatternElement concept_reference() {
    const std::size_t close = source_.find('}', at_);
    if (close == std::string_view::npos) fail("a concept lacks its '}'");
    PatternElement element;
    element.kind = Kind::kConcept;
    element.text = std::string(source_.substr(at_ + 1, close - at_ - 1));
    const bool valid =
        !element.text.empty() && std::all_of(element.text.begin(), element.text.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    if (!valid)
      fail("a concept's name has lower-case letters, digits and hyphens only: {content-noun}");
    at_ = close + 1;
    return element;
  }

  PatternElement group(int depth) {
    PatternElement element;
    element.kind = Kind::kGroup;
    ++at_;
    while (true) {
      Pattern choice = sequence(depth + 1);
      if (choice.elements.empty()) fail("an alternative is empty; use '?' for what may be absent");
      if (all_optional(choice))
        fail("an alternative may match nothing, since all in it is optional; drop a '?'");
      element.choices.push_back(std::move(choice));
      if (peek() == '|') {
        ++at_;
        continue;
      }
      if (peek() == ')') {
        ++at_;
        return element;
      }
      fail("a group lacks its ')'");
    }
  }

  PatternElement gap(int depth) {
    PatternElement element;
    element.kind = Kind::kGap;
    at_ += 2;
    if (peek() == '.') {
      ++at_;
      element.gap = -1;
    } else {
      if (peek() < '0' || peek() > '9')
        fail("write '...' for any gap, or '..4' for at most four words");
      while (peek() >= '0' && peek() <= '9' && element.gap < 1000) {
        element.gap = element.gap * 10 + (peek() - '0');
        ++at_;
      }
    }
    if (peek() == '!') {
      ++at_;
      element.choices = barred(depth);
    }
    return element;
  }

  // What stands behind a '!'.
  std::vector<Pattern> barred(int depth) {
    if (depth > kDeepest) fail("what is barred is nested too deeply");
    if (peek() == '(') return group(depth).choices;
    if (done() || is_blank(peek()))
      fail("write what is barred right behind '!': !{customer} or !(data|{content})");
    std::vector<Pattern> choices(1);
    term(depth + 1, choices[0].elements);
    return choices;
  }

  void words(std::vector<PatternElement>& elements) {
    const std::size_t begin = at_;
    while (!done() && !kEndsWord[static_cast<unsigned char>(peek())]) ++at_;
    const std::string_view raw = source_.substr(begin, at_ - begin);
    const bool prefix = peek() == '*';
    if (prefix) ++at_;
    // Most words are written as the cutter would have them.
    if (!raw.empty() &&
        std::all_of(raw.begin(), raw.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      PatternElement& element = elements.emplace_back();
      element.kind = prefix ? Kind::kPrefix : Kind::kWord;
      element.text = raw;
      return;
    }
    cut_.clear();
    cutter_.cut(raw, cut_);
    if (cut_.size() == 0) {
      at_ = begin;
      fail("'" + std::string(source_.substr(begin, std::max<std::size_t>(raw.size(), 1))) +
           "' is no word");
    }
    for (std::size_t i = 0; i < cut_.size(); ++i) {
      PatternElement& element = elements.emplace_back();
      element.kind = prefix && i + 1 == cut_.size() ? Kind::kPrefix : Kind::kWord;
      element.text = cut_.key(i);
    }
  }

  std::string_view source_;
  const WordCutter& cutter_;
  std::size_t at_ = 0;
  WordList cut_;
};

}  // namespace

Pattern parse_pattern(std::string_view source, const WordCutter& cutter) {
  return Parser(source, cutter).parse();
}

void collect_concepts(const Pattern& pattern, std::vector<std::string>& names) {
  for (const PatternElement& element : pattern.elements) {
    if (element.kind == Kind::kConcept) names.push_back(element.text);
    for (const Pattern& choice : element.choices) collect_concepts(choice, names);
  }
}

}  // namespace fineprint
