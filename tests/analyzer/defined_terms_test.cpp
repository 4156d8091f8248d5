#include "analyzer/defined_terms.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/matcher.h"
#include "rules/rule_set.h"

using namespace fineprint;

namespace {

// Whether `term`, as `definition` has it, stands for the concept.
bool stands_for(std::string_view definition, const std::string& term, std::string_view name) {
  static const RuleSet rules = load_rules({std::string(FINEPRINT_SOURCE_DIR) + "/rules"}, false);
  static const Matcher matcher(rules.languages.at("en"), rules.catalogue);
  DefinedTerms terms;
  read_definitions(definition, matcher, terms);
  const auto found = terms.terms().find(term);
  if (found == terms.terms().end()) return false;
  for (const Symbol symbol : found->second.front().stands_for) {
    if (symbol == matcher.find_concept(name)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("output stays output, though it is defined as what comes of an input") {
  const char* definition = "“Output” means the content that we generate from your Input.";
  CHECK_FALSE(stands_for(definition, "output", "input"));
  CHECK_FALSE(stands_for(definition, "output", "customer-content"));
}

TEST_CASE("another name for input and output stands for both") {
  const char* definition = "“Material” means your Input and the Output that you receive.";
  CHECK(stands_for(definition, "material", "input"));
  CHECK(stands_for(definition, "material", "output"));
}
