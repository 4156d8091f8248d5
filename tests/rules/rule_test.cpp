#include "rules/rule.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

Lexicon lexicon(std::string language = "en") {
  const std::string text =
      "{\"language\": \"" + language +
      "\", \"concepts\": {\"vendor\": {\"phrases\": [\"we\"]}, \"train\": {\"phrases\": "
      "[\"train\"]}}}";
  const JsonSource source("lexicon.json", text);
  return read_lexicon({&source});
}

std::vector<Rule> read(const std::string& text, const Lexicon& words = lexicon()) {
  return read_rules(JsonSource("pack.json", text), words);
}

// A pack of one rule: the required members and `members` more.
std::string pack(const std::string& members,
                 const std::string& language = "\"language\": \"en\",") {
  return "{" + language +
         " \"rules\": [\n{\"id\": \"training.allowed.x\", \"clause\": \"training.allowed\", "
         "\"title\": \"T\", \"explanation\": \"E\",\n" +
         members + "}]}";
}

std::string fault(const std::string& text) {
  try {
    read(text);
    return "";
  } catch (const RuleFileError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("all members of a rule are read") {
  const std::vector<Rule> rules = read(pack(R"(
    "match": ["{vendor} ... {train}", "{train} {vendor}"],
    "polarity": "negative",
    "with": ["data", ["content", "files"]],
    "unless": ["feedback"], "unless_between": ["not"], "unless_before": ["if"],
    "section": {"any": ["training"], "none": ["cookies"]},
    "context": {"none": ["children"]},
    "documents": {"any": ["Terms of Service"], "none": ["Cookies Policy"]},
    "overrides": ["training.improvement"],
    "examples": {
      "match": ["We train.", {"text": "train models", "lead_in": "We:", "before": "B.",
                "section": ["S"], "vendor": "Acme", "type": "Privacy Policy", "period": "P1D"}],
      "no_match": ["We rest."]})"));
  REQUIRE(rules.size() == 1);
  const Rule& rule = rules[0];
  CHECK(rule.id == "training.allowed.x");
  CHECK(rule.clause == "training.allowed");
  CHECK(rule.language == "en");
  CHECK(rule.place == "pack.json:2");
  CHECK(rule.polarity == Polarity::kNegative);
  CHECK(rule.match.size() == 2);
  REQUIRE(rule.with.size() == 2);
  CHECK(rule.with[0].size() == 1);
  CHECK(rule.with[1].size() == 2);
  CHECK(rule.unless.size() == 1);
  CHECK(rule.unless_between.size() == 1);
  CHECK(rule.unless_before.size() == 1);
  CHECK(rule.section.any.size() == 1);
  CHECK(rule.section.none.size() == 1);
  CHECK(rule.context.any.empty());
  CHECK(rule.documents.none == std::vector<std::string>{"Cookies Policy"});
  CHECK(rule.overrides == std::vector<std::string>{"training.improvement"});
  REQUIRE(rule.examples_match.size() == 2);
  CHECK(rule.examples_match[1].lead_in == "We:");
  CHECK(rule.examples_match[1].period == "P1D");
  CHECK(rule.examples_match[1].section == std::vector<std::string>{"S"});
  CHECK(rule.examples_no_match[0].text == "We rest.");
}

TEST_CASE("a rule is affirmative unless it says otherwise") {
  CHECK(read(pack("\"match\": [\"{train}\"]"))[0].polarity == Polarity::kAffirmative);
  CHECK(read(pack("\"match\": [\"{train}\"], \"polarity\": \"either\""))[0].polarity ==
        Polarity::kEither);
}

TEST_CASE("rules of another language are left out") {
  CHECK(read(pack("\"match\": [\"{train}\"]"), lexicon("fr")).empty());
}

TEST_CASE("a rule for every language holds where the language has its concepts") {
  const std::string both = pack(
      R"("match": ["{vendor} {train}"],
         "examples": {"match": [{"language": "en", "text": "We train."},
                                {"language": "fr", "text": "Nous."}]})",
      "");
  const std::vector<Rule> rules = read(both);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].language == "");
  REQUIRE(rules[0].examples_match.size() == 1);
  CHECK(rules[0].examples_match[0].text == "We train.");
  CHECK(read(pack("\"match\": [\"{other-concept}\"]", "")).empty());
}

TEST_CASE("a fault in a rule names file, line, path and mend") {
  CHECK(fault(pack("\"match\": []")) ==
        "pack.json:3: at /rules/0/match: a rule needs at least one pattern to match");
  CHECK(fault(pack("\"match\": [\"{train}\"], \"polarity\": \"positive\"")) ==
        "pack.json:3: at /rules/0/polarity: the polarity must be affirmative, negative or either");
  CHECK(fault(pack("\"match\": [\"{train}\"],\n\"with\": [[]]")) ==
        "pack.json:4: at /rules/0/with/0: this list of alternatives is empty");
  CHECK(fault(pack("\"match\": [\"{trains}\"]")) ==
        "pack.json:3: at /rules/0/match/0: the concept {trains} is not in the lexicon for \"en\"; "
        "did you mean {train}?");
  CHECK(
      fault(pack("\"match\": [\"{train}\"], \"section\": {\"all\": []}"))
          .starts_with("pack.json:3: at /rules/0/section/all: the key \"all\" is not known here"));
  CHECK(
      fault(pack("\"match\": [\"{train}\"], \"unles\": []")).ends_with("did you mean \"unless\"?"));
  CHECK(fault(pack("\"match\": \"{train}\"")) ==
        "pack.json:3: at /rules/0/match: this must be a list: [ ... ]");
  CHECK(fault(pack("\"match\": [\"{train}\"], \"examples\": {\"match\": [\"We train.\"]}", "")) ==
        "pack.json:3: at /rules/0/examples/match/0: a rule for every language has examples with a "
        "language: {\"language\": \"en\", \"text\": \"...\"}");
  CHECK(fault(R"({"language": "en"})") == "pack.json:1: at /: the key \"rules\" is missing");
  CHECK(fault(R"({"language": "en", "rules": [{"id": "a"}]})") ==
        "pack.json:1: at /rules/0: the key \"clause\" is missing");
}
