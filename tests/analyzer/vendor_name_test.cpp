#include "analyzer/vendor_name.h"

#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// The names, with blanks between.
std::string acting(const Document& document) {
  static const SmallRules rules;
  const Matcher& matcher = rules.matcher();
  MatcherScratch scratch = matcher.scratch();
  SentenceBreaker breaker("en", {});
  DocumentWords words;
  words.cut(document, split_document(document, breaker), matcher, scratch);
  WordList folder;
  matcher.language().lexicon.cutter.cut(document.vendor, folder);
  std::string names;
  for (const std::string& each : acting_names(words, folder, matcher))
    names += (names.empty() ? "" : " ") + each;
  return names;
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
  CHECK(name("At any time Halvory may keep data.", 2) == "");
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

TEST_CASE("the first word of a product's name is the vendor's where it acts") {
  const auto named = [](const char* folder) {
    DocumentBuilder builder(folder);
    for (int i = 0; i < 4; ++i) builder.paragraph("Orbelane will pay.");
    return acting(builder.paragraph("At any time Halvory may keep data."));
  };
  CHECK(named("Halvory Drive") == "orbelane halvory");
  CHECK(named("Halvory") == "orbelane");
  CHECK(named("Wexmoor Drive") == "orbelane");
}
