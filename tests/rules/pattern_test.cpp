#include "rules/pattern.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

using Kind = PatternElement::Kind;

const WordCutter kCutter({}, {"'s"});

Pattern parse(std::string_view source) {
  return parse_pattern(source, kCutter);
}

// What is wrong with a pattern and where; "" where it is fine.
std::string fault(std::string_view source) {
  try {
    parse(source);
    return "";
  } catch (const PatternError& error) {
    return std::to_string(error.position) + ": " + error.what();
  }
}

std::vector<Kind> kinds(const Pattern& pattern) {
  std::vector<Kind> found;
  for (const PatternElement& element : pattern.elements) found.push_back(element.kind);
  return found;
}

}  // namespace

TEST_CASE("words, beginnings and concepts") {
  const Pattern pattern = parse("We anonymi* {customer-content}");
  REQUIRE(kinds(pattern) == std::vector{Kind::kWord, Kind::kPrefix, Kind::kConcept});
  CHECK(pattern.elements[0].text == "we");
  CHECK(pattern.elements[1].text == "anonymi");
  CHECK(pattern.elements[2].text == "customer-content");
  CHECK(pattern.source == "We anonymi* {customer-content}");
}

TEST_CASE("a pattern is cut like the text: opt-out is two words") {
  const Pattern pattern = parse("opt-out customer's");
  REQUIRE(pattern.elements.size() == 4);
  CHECK(pattern.elements[1].text == "out");
  CHECK(pattern.elements[3].text == "'s");
}

TEST_CASE("alternatives with and without parentheses") {
  const Pattern bare = parse("use|uses|{store} {data}");
  REQUIRE(kinds(bare) == std::vector{Kind::kGroup, Kind::kConcept});
  CHECK(bare.elements[0].choices.size() == 3);
  const Pattern group = parse("(use of|access to (our)? data)");
  REQUIRE(kinds(group) == std::vector{Kind::kGroup});
  REQUIRE(group.elements[0].choices.size() == 2);
  CHECK(group.elements[0].choices[0].elements.size() == 2);
  CHECK(group.elements[0].choices[1].elements[2].optional);
}

TEST_CASE("options") {
  const Pattern pattern = parse("{may}? (for the)? opt-in? train");
  REQUIRE(pattern.elements.size() == 4);
  CHECK(pattern.elements[0].optional);
  CHECK(pattern.elements[1].optional);
  CHECK(pattern.elements[2].optional);  // both words of opt-in
  CHECK(pattern.elements[2].kind == Kind::kGroup);
  CHECK_FALSE(pattern.elements[3].optional);
}

TEST_CASE("gaps, with and without a limit, with and without what they must not hold") {
  const Pattern pattern = parse("a ... b ..4 c ..9!{not} d ...!(x|{y}) e");
  CHECK(pattern.elements[1].gap == -1);
  CHECK(pattern.elements[3].gap == 4);
  CHECK(pattern.elements[5].gap == 9);
  CHECK(pattern.elements[5].choices.size() == 1);
  CHECK(pattern.elements[7].gap == -1);
  CHECK(pattern.elements[7].choices.size() == 2);
}

TEST_CASE("marks, anchors and what must not follow") {
  CHECK(kinds(parse("^ a , b ; c : d !{e} f $")) ==
        std::vector{Kind::kStart, Kind::kWord, Kind::kMark, Kind::kWord, Kind::kMark, Kind::kWord,
                    Kind::kMark, Kind::kWord, Kind::kNot, Kind::kWord, Kind::kEnd});
  CHECK(parse("a , b").elements[1].mark == kComma);
  CHECK(parse("a ; b").elements[1].mark == kSemicolon);
  CHECK(parse("a : b").elements[1].mark == kColon);
}

TEST_CASE("all concepts of a pattern are named, also those in groups and gaps") {
  std::vector<std::string> names;
  collect_concepts(parse("{a} ..3!{b} ({c}|d {e}?) !{f} {a}"), names);
  CHECK(names == std::vector<std::string>{"a", "b", "c", "e", "f", "a"});
}

TEST_CASE("a mistake is named with its place and its mend") {
  CHECK(fault("") == "0: the pattern is empty; write at least one word");
  CHECK(fault("use data)") == "8: there is a ')' without its '('");
  CHECK(fault("(use data") == "9: a group lacks its ')'");
  CHECK(fault("use {content") == "4: a concept lacks its '}'");
  CHECK(fault("use {Content}") ==
        "4: a concept's name has lower-case letters, digits and hyphens only: {content-noun}");
  CHECK(fault("use {}").starts_with("4: a concept's name"));
  CHECK(fault("... train").find("cannot begin or end with a gap; leave it out") !=
        std::string::npos);
  CHECK(fault("train ..4").find("cannot begin or end with a gap") != std::string::npos);
  CHECK(fault("use .. data") == "6: write '...' for any gap, or '..4' for at most four words");
  CHECK(fault("(use|) data") == "5: an alternative is empty; use '?' for what may be absent");
  CHECK(fault("use (your? own?|data)") ==
        "15: an alternative may match nothing, since all in it is optional; drop a '?'");
  CHECK(fault("we? (use)?") ==
        "0: the pattern may match nothing, since all in it is optional; drop a '?'");
  CHECK(fault("use| store").find("without blanks around '|'") != std::string::npos);
  CHECK(fault("opt in|opts in").find("put ( ) around the alternatives") != std::string::npos);
  CHECK(fault("use ! data").find("right behind '!'") != std::string::npos);
  CHECK(fault("use \"\" data") == "4: '\"\"' is no word");
}

TEST_CASE("hostile nesting is refused, not followed") {
  CHECK(fault(std::string(10'000, '(') + "a" + std::string(10'000, ')')).find("too deeply") !=
        std::string::npos);
  CHECK(fault("a " + std::string(10'000, '!') + "b").find("too deeply") != std::string::npos);
  std::string gaps = "a";
  for (int i = 0; i < 10'000; ++i) gaps += i == 0 ? " ..4!" : "..4!";
  CHECK(fault(gaps + "b").find("too deeply") != std::string::npos);
  CHECK(parse("a ..999999999 b").elements[1].gap >= 1000);
}
