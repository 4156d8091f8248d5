#include "analyzer/definition_reader.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

DefinitionReader::Cut cut(const Matcher& matcher, MatcherScratch& scratch, std::string_view text) {
  return [&matcher, &scratch, text](Annotation& out) { matcher.cut({text}, scratch, out); };
}

// The wordings of a concept in `text`, once the definitions are read.
std::string defined(std::string_view definition, std::string_view name, std::string_view text,
                    bool in_definitions = false) {
  static const SmallRules rules;
  DefinedTerms terms;
  MatcherScratch scratch = rules.matcher().scratch();
  DefinitionReader(rules.matcher())
      .read(definition, in_definitions, cut(rules.matcher(), scratch, definition), scratch, terms);
  return rules.found(name, rules.annotate({text}, &terms), text);
}

// Whether `term`, as `definition` has it, stands for the concept of the shipped lexicon.
bool stands_for(std::string_view definition, const std::string& term, std::string_view name) {
  static const RuleSet rules = load_rules({std::string(FINEPRINT_SOURCE_DIR) + "/rules"}, false);
  static const Matcher matcher(rules.languages.at("en"), rules.catalogue);
  DefinedTerms terms;
  MatcherScratch scratch = matcher.scratch();
  DefinitionReader(matcher).read(definition, false, cut(matcher, scratch, definition), scratch,
                                 terms);
  const auto found = terms.terms().find(term);
  if (found == terms.terms().end()) return false;
  for (const Symbol symbol : found->second.front().stands_for) {
    if (symbol == matcher.find_concept(name)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a term stands for what its definition names") {
  CHECK(defined("\"Material\" means inputs and outputs.", "output", "You own your Material.") ==
        "Material");
  CHECK(defined("“Material” means inputs and outputs.", "input", "You own your Material.") ==
        "Material");
  CHECK(defined("« Material » means inputs.", "input", "You own your Material.") == "Material");
}

TEST_CASE("what is defined is the capitalised term only") {
  const char* definition = "\"Material\" means inputs and outputs.";
  CHECK(defined(definition, "output", "the material you print on") == "");
  CHECK(defined(definition, "output", "the Materialist who prints") == "");
}

TEST_CASE("a term counts in singular and plural") {
  CHECK(defined("\"Pictures\" means outputs.", "output", "You own each Picture.") == "Picture");
  CHECK(defined("\"Picture\" means an output.", "output", "You own the Pictures.") == "Pictures");
  CHECK(defined("\"Glass\" means an output.", "output", "You own the Glas.") == "");
}

TEST_CASE("a term defined before may define another") {
  static const SmallRules rules;
  DefinedTerms terms;
  MatcherScratch scratch = rules.matcher().scratch();
  DefinitionReader reader(rules.matcher());
  for (const char* definition : {"\"Drafts\" means inputs.", "\"Pictures\" means outputs.",
                                 "Drafts and Pictures together are your \"Material\"."}) {
    reader.read(definition, false, cut(rules.matcher(), scratch, definition), scratch, terms);
  }
  const std::string_view text = "You own your Material.";
  CHECK(rules.found("output", rules.annotate({text}, &terms), text) == "Material");
  CHECK(rules.found("input", rules.annotate({text}, &terms), text) == "Material");
}

TEST_CASE("a sentence that opens with a term and \"are\" defines it") {
  CHECK(defined("\"Pictures\" are outputs.", "output", "your Pictures") == "Pictures");
  CHECK(defined("All \"Pictures\" are outputs.", "output", "your Pictures") == "");
}

TEST_CASE("wording that is a meaning in definitions only") {
  CHECK(defined("\"Picture\" means what it returns.", "output", "your Picture") == "Picture");
  CHECK(defined("\"Picture\" means an output.", "output", "what it returns") == "");
}

TEST_CASE("what the thing is made from or does not cover is no part of its meaning") {
  const char* made = "\"Picture\" means what it returns from inputs.";
  CHECK(defined(made, "output", "your Picture") == "Picture");
  CHECK(defined(made, "input", "your Picture") == "");
  const char* without = "\"Material\" means inputs, but not outputs.";
  CHECK(defined(without, "input", "your Material") == "Material");
  CHECK(defined(without, "output", "your Material") == "");
}

TEST_CASE("a list of definitions needs no quotation marks") {
  CHECK(defined("Session Notes: outputs of ours.", "output", "your Session Notes", true) ==
        "Session Notes");
  CHECK(defined("Session Notes means outputs.", "output", "your Session Notes", true) ==
        "Session Notes");
  CHECK(defined("Session Notes: outputs of ours.", "output", "your Session Notes") == "");
  CHECK(defined("You own: outputs.", "output", "You print", true) == "");
}

TEST_CASE("a term may have several words") {
  CHECK(defined("\"Session Records\" means your inputs.", "input",
                "We keep Session Records and Session notes.") == "Session Records");
}

TEST_CASE("only the head of a definition says what kind of thing it is") {
  CHECK(defined("\"Material\" means a b c d e f g h i j k l m inputs.", "input", "your Material") ==
        "");
  // ... except for concepts that count throughout.
  CHECK(defined("\"Material\" means a b c d e f g h i j k l m outputs.", "output",
                "your Material") == "Material");
}

TEST_CASE("what stands before a term in parentheses is its meaning") {
  CHECK(defined("You send inputs to the one and only great service (\"Material\").", "input",
                "your Material") == "");
  CHECK(defined("You send us inputs (\"Material\").", "input", "your Material") == "Material");
  CHECK(defined("You get outputs for your inputs (together, \"Material\").", "output",
                "your Material") == "Material");
}

TEST_CASE("a term may be named behind its meaning") {
  CHECK(defined("Inputs and outputs are together \"Material\".", "output", "your Material") ==
        "Material");
  CHECK(defined("Collectively, inputs and outputs are \"Material\".", "input", "your Material") ==
        "Material");
  CHECK(defined("Inputs are what we call \"Material\".", "input", "your Material") == "");
}

TEST_CASE("names beside 'we' or 'you' are names of that party") {
  CHECK(defined("Halvory Labs, Inc. (\"Halvory\", \"we\" or \"us\") runs it.", "vendor",
                "Halvory may train") == "Halvory");
  CHECK(defined("The person who signs (\"Subscriber\" or \"you\").", "customer",
                "Subscriber may print") == "Subscriber");
}

TEST_CASE("a word that must not be defined stays what it is") {
  CHECK(defined("\"Services\" means our models and outputs.", "output", "the Services") == "");
}

TEST_CASE("quotations that define nothing, broken and endless ones") {
  CHECK(defined("We call it \"fun\" and \"Material\".", "output", "Material") == "");
  CHECK(defined("\"Material means outputs", "output", "Material") == "");
  CHECK(defined("\"\" means outputs \"", "output", "Material") == "");
  CHECK(defined("\"" + std::string(200, 'M') + "\" means outputs", "output", "Material") == "");
  CHECK(defined(std::string(20'000, '"') + "(\"", "output", "Material") == "");
}

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
