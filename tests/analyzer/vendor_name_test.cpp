#include "analyzer/vendor_name.h"

#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string acting(const Document& document) {
  static const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  return acting_name(document, rules.matcher(), scratch);
}

std::string name(const std::string& sentence, int times) {
  DocumentBuilder builder("some-folder");
  for (int i = 0; i < times; ++i) builder.paragraph(sentence);
  return acting(builder);
}

}  // namespace

TEST_CASE("a proper name that often acts is the vendor's") {
  CHECK(name("At any time Halvory may keep data.", 5) == "halvory");
}

TEST_CASE("acting once or twice makes no vendor") {
  CHECK(name("At any time Halvory may keep data.", 3) == "");
}

TEST_CASE("a word of the lexicon is no proper name, nor is one in lower case") {
  CHECK(name("You may keep data.", 9) == "");
  CHECK(name("at any time halvory may keep data", 9) == "");
}

TEST_CASE("of several the one that acts most often is taken") {
  DocumentBuilder builder;
  for (int i = 0; i < 4; ++i) builder.paragraph("Orbelane will pay.");
  for (int i = 0; i < 6; ++i) builder.paragraph("Halvory may keep data.");
  CHECK(acting(builder) == "halvory");
}
