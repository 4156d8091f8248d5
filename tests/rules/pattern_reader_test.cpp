#include "rules/pattern_reader.h"

#include <doctest/doctest.h>

#include "rules/lexicon.h"

using namespace fineprint;

namespace {

const WordCutter kCutter({}, {});

}  // namespace

TEST_CASE("a fault in a pattern shows the pattern and the piece that is wrong") {
  const JsonSource source("p.json", "[\n\"use data\",\n\"use data) now\"]");
  const JsonReader root(source);
  CHECK_THROWS_WITH_AS(read_patterns(root, kCutter),
                       "p.json:3: at /1: in the pattern \"use data) now\", at \") now\": there is "
                       "a ')' without its '('",
                       RuleFileError);
}

TEST_CASE("concepts of a pattern must be in the lexicon; duration is built in") {
  const JsonSource source("p.json", "[\"{keep} for {duration}\", \"{kept}\"]");
  const JsonReader root(source);
  Lexicon lexicon;
  lexicon.language = "en";
  lexicon.concepts["keep"] = {};
  std::vector<std::vector<std::string>> names;
  for (const Pattern& each : read_patterns(root, kCutter))
    collect_concepts(each, names.emplace_back());
  REQUIRE(names.size() == 2);
  CHECK_NOTHROW(check_concepts_known(root.elements()[0], names[0], lexicon));
  CHECK_THROWS_WITH_AS(check_concepts_known(root.elements()[1], names[1], lexicon),
                       "p.json:1: at /1: the concept {kept} is not in the lexicon for \"en\"; did "
                       "you mean {keep}?",
                       RuleFileError);
}
