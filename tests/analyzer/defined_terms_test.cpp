#include "analyzer/defined_terms.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

TEST_CASE("definitions of one term add up") {
  const SmallRules rules;
  DefinedTerms terms;
  CHECK(terms.empty());
  terms.add({{"material"}, {1}});
  terms.add({{"material"}, {1, 2}});
  terms.add({{}, {3}});
  REQUIRE(terms.terms().size() == 1);
  CHECK(terms.terms().at("material")[0].stands_for == std::vector<Symbol>{1, 2});
}

TEST_CASE("a term is met where all its words stand side by side, the first in upper case") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  DefinedTerms terms;
  terms.add({{"user", "material"}, {7, 8}});
  const auto met = [&](std::string_view text) {
    Annotation cut;
    rules.matcher().cut({text}, scratch, cut);
    std::string found;
    terms.each_in({cut.words, cut.known}, [&](std::size_t begin, std::size_t end, Symbol symbol) {
      found +=
          std::to_string(begin) + "-" + std::to_string(end) + ":" + std::to_string(symbol) + " ";
    });
    return found;
  };
  CHECK(met("You own your User Material.") == "3-5:7 3-5:8 ");
  CHECK(met("You own your user Material.") == "");
  CHECK(met("A User") == "");
  CHECK(met("User content") == "");
}
