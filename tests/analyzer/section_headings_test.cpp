#include "analyzer/section_headings.h"

#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// "Training: train < Terms": the headings above a section, innermost first, with the wordings of
// {train} in them.
std::string shown(const SmallRules& rules, const std::vector<Surrounding>& headings) {
  std::string all;
  for (const Surrounding& heading : headings) {
    if (!all.empty()) all += " < ";
    all += heading.source;
    const std::string train = rules.found("train", *heading.text, heading.source);
    if (!train.empty()) all += ": " + train;
  }
  return all;
}

}  // namespace

TEST_CASE("the headings above are told innermost first, whatever was asked before") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  const Document document = DocumentBuilder()
                                .heading(1, "Terms")              // 0
                                .heading(2, "We train")           // 1
                                .heading(3, "Training partners")  // 2
                                .heading(2, "Payment")            // 3
                                .heading(1, "Trained people");    // 4
  SectionHeadings headings(rules.matcher());
  const auto above = [&](int section) {
    return shown(rules, headings.above(section, document, {}, scratch));
  };
  for (const int round : {1, 2}) {
    CAPTURE(round);
    CHECK(above(kNone).empty());
    CHECK(above(1) == "We train: train < Terms");
    CHECK(above(2) == "Training partners: Training < We train: train < Terms");
    CHECK(above(2) == "Training partners: Training < We train: train < Terms");
    CHECK(above(3) == "Payment < Terms");
    CHECK(above(4) == "Trained people: Trained");
    CHECK(above(2) == "Training partners: Training < We train: train < Terms");
    CHECK(above(0) == "Terms");
  }
}

TEST_CASE("what stays above from section to section is not annotated anew") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  const Document document =
      DocumentBuilder().heading(1, "Terms").heading(2, "Your files").heading(2, "Your prompts");
  SectionHeadings headings(rules.matcher());
  const Annotation* const outer = headings.above(1, document, {}, scratch).back().text;
  const Annotation* const inner = headings.above(1, document, {}, scratch).front().text;
  CHECK(headings.above(2, document, {}, scratch).back().text == outer);
  CHECK(headings.above(2, document, {}, scratch).front().text != inner);
}

TEST_CASE("another document has other headings at the same place") {
  const SmallRules rules;
  MatcherScratch scratch = rules.matcher().scratch();
  SectionHeadings headings(rules.matcher());
  for (const char* heading : {"We train", "Payment", "Training"}) {
    const Document document = DocumentBuilder().heading(1, heading);
    headings.clear();
    CHECK(headings.above(0, document, {}, scratch).front().source == heading);
    CHECK(shown(rules, headings.above(0, document, {}, scratch)).starts_with(heading));
  }
}
