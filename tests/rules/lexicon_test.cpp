#include "rules/lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fineprint;

namespace {

Lexicon read(const std::vector<std::string>& files) {
  std::vector<JsonSource> sources;
  sources.reserve(files.size());
  std::vector<const JsonSource*> pointers;
  for (const std::string& text : files) {
    sources.emplace_back("lexicon" + std::to_string(sources.size()) + ".json", text);
    pointers.push_back(&sources.back());
  }
  return read_lexicon(pointers);
}

std::string fault(const std::vector<std::string>& files) {
  try {
    read(files);
    return "";
  } catch (const RuleFileError& error) {
    return error.what();
  }
}

std::vector<std::string> phrases(const Lexicon& lexicon, const std::string& name) {
  std::vector<std::string> sources;
  for (const Pattern& phrase : lexicon.concepts.at(name).phrases) sources.push_back(phrase.source);
  return sources;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("settings, numbers and units of a language are read") {
  const Lexicon lexicon = read({R"({
    "language": "en",
    "abbreviations": ["e.g."],
    "clitics": ["'s"],
    "numbers": {"Thirty": 30, "forty-five": 45},
    "units": {"day|days": "D", "quarter": "3M", "hour": "TH"},
    "definable": ["content"], "definable_throughout": ["content"],
    "common_words": ["the", "data"],
    "concepts": {"content": {"title": "what customers put in", "phrases": ["content"]}}
  })"});
  CHECK(lexicon.language == "en");
  CHECK(lexicon.abbreviations == Strings{"e.g."});
  CHECK(lexicon.common_words == Strings{"the", "data"});
  CHECK(lexicon.numbers.at("thirty") == 30);
  CHECK(lexicon.numbers.at("forty five") == 45);  // words as the cutter has them
  REQUIRE(lexicon.units.size() == 3);
  CHECK(lexicon.concepts.at("content").title == "what customers put in");
  const auto quarter = std::find_if(lexicon.units.begin(), lexicon.units.end(),
                                    [](const auto& u) { return u.first.source == "quarter"; });
  REQUIRE(quarter != lexicon.units.end());
  CHECK(quarter->second.count == 3);
  CHECK(quarter->second.designator == "M");
}

TEST_CASE("the same concept in several files adds up, or starts afresh") {
  const std::string base =
      R"({"language": "en", "concepts": {"train": {"title": "T", "phrases": ["train"]}}})";
  CHECK(phrases(read({base, R"({"language": "en", "concepts": {"train": {"phrases": ["tune"]}}})"}),
                "train") == Strings{"train", "tune"});
  const Lexicon replaced = read(
      {base,
       R"({"language": "en", "concepts": {"train": {"replace": true, "phrases": ["tune"]}}})"});
  CHECK(phrases(replaced, "train") == Strings{"tune"});
  CHECK(replaced.concepts.at("train").title == "T");
}

TEST_CASE("elisions in one file hold for the phrases of another") {
  const Lexicon lexicon =
      read({R"({"language": "fr", "concepts": {"x": {"phrases": ["l'utilisateur"]}}})",
            R"({"language": "fr", "elisions": ["l'"], "concepts": {}})"});
  const Pattern& phrase = lexicon.concepts.at("x").phrases[0];
  REQUIRE(phrase.elements.size() == 2);
  CHECK(phrase.elements[1].text == "utilisateur");
}

TEST_CASE("concepts come after those that they refer to") {
  const Lexicon lexicon = read({R"({"language": "en", "concepts": {
    "a": {"phrases": ["{b} x", "{duration} y"]},
    "b": {"phrases": ["{c}"]},
    "c": {"phrases": ["z"]}}})"});
  CHECK(dependency_order(lexicon) == Strings{"c", "b", "a"});
}

TEST_CASE("a reference to a concept that is not there is named with the nearest one") {
  CHECK(fault({"{\"language\": \"en\", \"concepts\": {\n\"train\": {\"phrases\": [\"train\"]},\n"
               "\"use\": {\"phrases\": [\"use\",\n\"use to {trian}\"]}}}"}) ==
        "lexicon0.json:4: at /concepts/use/phrases/1: the concept {trian} is not in the lexicon "
        "for \"en\"; did you mean {train}?");
  CHECK(fault({R"({"language": "en", "concepts": {"x": {"phrases": ["{something-else}"]}}})"})
            .ends_with("add it to a lexicon file"));
}

TEST_CASE("concepts that refer to each other in a circle are a fault") {
  CHECK(fault({R"({"language": "en", "concepts": {
    "a": {"phrases": ["{b}"]}, "b": {"phrases": ["{a} x"]}}})"}) ==
        "lexicon0.json:2: at /concepts/a: the concept {a} refers to itself, directly or through "
        "others; break the circle");
  CHECK(fault({R"({"language": "en", "concepts": {"a": {"phrases": ["x {a}"]}}})"})
            .find("refers to itself") != std::string::npos);
}

TEST_CASE("other faults name their place and the mend") {
  CHECK(fault({R"({"language": "en", "units": {"day": "5X"}, "concepts": {}})"}) ==
        "lexicon0.json:1: at /units/day: a unit is D, W, M, Y, TH, TM or TS, with a number before "
        "it if it is a multiple: \"3M\"");
  CHECK(fault({R"({"language": "en", "concepts": {"duration": {"phrases": ["x"]}}})"})
            .ends_with("\"duration\" is built in; choose another name"));
  CHECK(fault({R"({"language": "en", "numbers": {"--": 2}})"})
            .ends_with("at /numbers/--: \"--\" is no number word"));
  CHECK(fault({R"({"concepts": {}})"}) == "lexicon0.json:1: at /: the key \"language\" is missing");
  CHECK(fault({R"({"language": "en", "concepts": {"a": {"phrase": ["x"]}}})"})
            .ends_with("the key \"phrase\" is not known here; did you mean \"phrases\"?"));
  CHECK(fault({R"({"language": "en", "concepts": {"a": {"phrases": ["(x"]}}})"})
            .find("at /concepts/a/phrases/0: in the pattern \"(x\", at \"\": a group lacks its "
                  "')'") != std::string::npos);
}
