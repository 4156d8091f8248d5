#include "analyzer/term_finder.h"

#include <algorithm>
#include <set>

#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// Finds the terms of one document after the other, as a scan does.
class Finder {
 public:
  // The first words of the terms that stand for the concept, in order, with blanks between.
  std::string of(std::string_view name, const Document& document) {
    const std::vector<Sentence> sentences = split_document(document, breaker_);
    words_.cut(document, sentences, matcher_, scratch_);
    const DefinedTerms terms = finder_.find(document, sentences, words_, scratch_);
    const Symbol wanted = matcher_.find_concept(name);
    std::set<std::string> found;
    for (const auto& [first, list] : terms.terms()) {
      for (const DefinedTerm& term : list)
        if (std::count(term.stands_for.begin(), term.stands_for.end(), wanted) > 0)
          found.insert(first);
    }
    std::string shown;
    for (const std::string& each : found) shown += (shown.empty() ? "" : " ") + each;
    return shown;
  }

 private:
  SmallRules rules_;
  const Matcher& matcher_ = rules_.matcher();
  MatcherScratch scratch_ = matcher_.scratch();
  SentenceBreaker breaker_{"en", {}};
  DocumentWords words_;
  TermFinder finder_{matcher_};
};

Document under(const std::string& heading, const std::string& text) {
  return DocumentBuilder("Halvory").heading(1, heading).paragraph(text);
}

}  // namespace

TEST_CASE("terms without quotation marks are read under headings of definitions only") {
  Finder finder;
  const std::string text = "Material: your files and prompts.";
  CHECK(finder.of("content", under("Definitions", text)) == "material materials");
  CHECK(finder.of("content", under("Payment", text)) == "");
  // Headings that were met before are remembered.
  CHECK(finder.of("content", under("Definitions", text)) == "material materials");
  CHECK(finder.of("content", under("Payment", text)) == "");
}

TEST_CASE("terms in quotation marks are read anywhere") {
  CHECK(Finder().of("content", under("Payment", "\"Material\" means your files and prompts.")) ==
        "material materials");
}

TEST_CASE("the folder's name and the name that acts are the vendor's") {
  DocumentBuilder builder("Halvory");
  for (int i = 0; i < 5; ++i) builder.paragraph("At any time Orvane may keep data.");
  CHECK(Finder().of("vendor", builder) == "halvory orvane");
}
