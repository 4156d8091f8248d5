#include "analyzer/matcher.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// How many rules the words and plain phrases of a sentence leave possible.
std::size_t rules_left(const Matcher& matcher, std::string_view sentence,
                       const DefinedTerms* terms = nullptr) {
  MatcherScratch scratch = matcher.scratch();
  Annotation text;
  matcher.cut({sentence}, scratch, text);
  Matcher::Possible possible;
  matcher.possible(terms, scratch, {text.words, text.known}, possible);
  return possible.rules.size();
}

}  // namespace

TEST_CASE("concepts are found by words, beginnings, gaps and by other concepts") {
  const SmallRules rules;
  CHECK(rules.found("train", "We train, and training helps improve our large models.") ==
        "train|training|improve our large models");
  CHECK(rules.found("content", "Your uploaded files and prompts") == "Your uploaded files|prompts");
  CHECK(rules.found("content", "Your very long list of files") == "");
}

TEST_CASE("a length of time is the concept {duration}") {
  const SmallRules rules(
      rule("retention.period.x", "retention.period", "\"match\": [\"{keep} ..3 {duration}\"]"));
  CHECK(rules.found("duration", "kept for thirty (30) days or 2 years") ==
        "thirty (30) days|2 years");
  CHECK(rules_left(rules.matcher(), "We keep it for 30 days") == 1);
  CHECK(rules_left(rules.matcher(), "We keep it for 30 minds") == 0);
  CHECK(rules_left(rules.matcher(), "We keep it for days, if 30 ask") == 0);
  CHECK(rules_left(rules.matcher(), "We keep it for days 30") == 0);
}

TEST_CASE("concepts of the analysis exist even where the lexicon lacks them") {
  const SmallRules rules;
  CHECK(rules.matcher().find_concept("audience-business") != kNoSymbol);
  CHECK(rules.matcher().find_concept("nothing-such") == kNoSymbol);
}

TEST_CASE("a rule whose parts are not all there is not tried") {
  const SmallRules rules(rule("training.allowed.x", "training.allowed",
                              "\"match\": [\"{use} ... {train}\"], \"with\": [\"{content}\"]"));
  const auto may_match = [&](std::string_view sentence) {
    return rules_left(rules.matcher(), sentence) == 1;
  };
  CHECK(may_match("We use your data to train models"));
  CHECK(may_match("We use inputs to improve our models"));
  CHECK_FALSE(may_match("We use it to train models"));  // no content
  CHECK_FALSE(may_match("We hold your data to train models"));
  CHECK_FALSE(may_match(""));
}

TEST_CASE("what only looks like a concept leaves no rule that needs it") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{use} ... {train}\"]"));
  CHECK(rules_left(rules.matcher(), "We use it to improve our large models") == 1);
  CHECK(rules_left(rules.matcher(), "We use it to improve our service") == 0);
}

TEST_CASE("what was told of a text by its words and phrases holds for its annotation") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{vendor} ... {train}\"]"));
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  Matcher::Possible possible;
  Annotation text;
  matcher.cut({"We use your files to improve our models"}, scratch, text);
  matcher.possible(nullptr, scratch, {text.words, text.known}, possible);
  REQUIRE(possible.rules == std::vector<std::size_t>{0});
  matcher.find_plain(nullptr, scratch, text, &possible);
  CHECK(matcher.confirm(matcher.rules()[0].match[0], scratch, text));
  Annotation anew;
  matcher.cut({"We use your files to improve our models"}, scratch, anew);
  matcher.find_plain(nullptr, scratch, anew);
  CHECK(matcher.establish(matcher.rules()[0].match[0], scratch, anew));
  CHECK(anew.present == text.present);
}

TEST_CASE("what was told of an endless sentence holds for what is left of it") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{vendor} ... {train}\"]"));
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  for (std::size_t before = kMaxWords - 4; before <= kMaxWords; ++before) {
    std::string sentence = "We train";
    for (std::size_t i = 2; i < before; ++i) sentence += " hard";
    sentence += " with artificial intelligence of Stuff and more";
    DefinedTerms terms;
    terms.add({{"stuff"}, {matcher.find_concept("content")}});
    WordList words;
    matcher.language().lexicon.cutter.cut(sentence, words);
    KnownWords known;
    matcher.look_up(words, scratch, known);
    Matcher::Possible possible;
    matcher.possible(&terms, scratch, {words, known}, possible);
    Annotation text;
    matcher.cut({sentence}, scratch, text);
    matcher.find_plain(&terms, scratch, text, &possible);
    Annotation anew;
    matcher.cut({sentence}, scratch, anew);
    matcher.find_plain(&terms, scratch, anew);
    CHECK(text.present == anew.present);
    CHECK(text.has(matcher.find_concept("model")) == (before <= kMaxWords - 3));
  }
}

TEST_CASE("where a wording may begin is told by the words") {
  const SmallRules rules;
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  const auto begins = [&](std::string_view name, std::string_view sentence) {
    Annotation text;
    matcher.cut({sentence}, scratch, text);
    std::vector<std::size_t> words;
    for (std::size_t i = 0; i < text.known.size(); ++i)
      if (matcher.may_begin(matcher.find_concept(name), text.known, i)) words.push_back(i);
    return words;
  };
  using Words = std::vector<std::size_t>;
  CHECK(begins("definition", "Material means files, which together are") == Words{1, 4});
  CHECK(begins("customer", "To the customer and the others of you") == Words{1, 7});
  CHECK(begins("train", "We train them") == Words{0, 1, 2});  // a pattern has a gap
  CHECK_FALSE(matcher.may_begin(kNoSymbol, {}, 0));
}

TEST_CASE("most headings are told to be of no definitions by their words") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  Annotation text;
  rules.matcher().cut({"1. General Definitions"}, scratch, text);
  CHECK(rules.matcher().may_head_definitions(text.known));
  rules.matcher().cut({"2. Your files"}, scratch, text);
  CHECK_FALSE(rules.matcher().may_head_definitions(text.known));
}

TEST_CASE("a term of the document's own may be what a rule needs") {
  const SmallRules rules(rule("training.allowed.x", "training.allowed",
                              "\"match\": [\"{use} ... {train}\"], \"with\": [\"{content}\"]"));
  DefinedTerms terms;
  terms.add({{"stuff"}, {rules.matcher().find_concept("content")}});
  CHECK(rules_left(rules.matcher(), "We use Stuff to train models") == 0);
  CHECK(rules_left(rules.matcher(), "We use Stuff to train models", &terms) == 1);
}

TEST_CASE("a rule that wants negation is not tried where nothing negates") {
  const SmallRules rules(rule("training.barred.x", "training.barred",
                              "\"polarity\": \"negative\", \"match\": [\"{use} ... {train}\"]"));
  CHECK(rules_left(rules.matcher(), "We never use data to train") == 1);
  CHECK(rules_left(rules.matcher(), "We use data to train") == 0);
}

TEST_CASE("only the concepts that are needed are looked for, with all that they need") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{vendor} ... {train}\"]"));
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  Annotation text;
  matcher.cut({"We use your files to improve our models"}, scratch, text);
  matcher.find_plain(nullptr, scratch, text);
  CHECK_FALSE(text.has(matcher.find_concept("train")));
  matcher.complete(&matcher.rules()[0].needs, scratch, text);
  CHECK(text.has(matcher.find_concept("train")));
  CHECK_FALSE(text.has(matcher.find_concept("content")));
}

TEST_CASE("a concept is looked for where a pattern requires it") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{vendor} ... {train}\"]"));
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  Annotation text;
  const auto established = [&](std::string_view sentence) {
    matcher.cut({sentence}, scratch, text);
    matcher.find_plain(nullptr, scratch, text);
    return matcher.establish(matcher.rules()[0].match[0], scratch, text);
  };
  CHECK(established("We use your files to improve our models"));
  CHECK(text.has(matcher.find_concept("train")));
  CHECK_FALSE(text.has(matcher.find_concept("content")));
  CHECK_FALSE(established("We use your files to improve"));
}

TEST_CASE("an annotation is the same however many texts its memory has seen") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  Annotation reused;
  for (const char* text : {"We never train on your data unless you agree; we keep it for 30 days.",
                           "Output", "You own your files, also the free plan's."}) {
    annotate(rules.matcher(), {text}, nullptr, scratch, reused);
    const Annotation fresh = rules.annotate({text});
    REQUIRE(reused.words.size() == fresh.words.size());
    CHECK(reused.present == fresh.present);
    CHECK(reused.negated == fresh.negated);
    for (std::size_t i = 0; i < fresh.words.size(); ++i) {
      CHECK(reused.at[i].size() == fresh.at[i].size());
    }
  }
}
