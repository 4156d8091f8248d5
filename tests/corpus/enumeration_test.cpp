#include "corpus/enumeration.h"

#include "reading.h"

using namespace fineprint;

namespace {

// The text of the block that leads in the block that begins so, or "" for no list item.
std::string lead_in_of(const Document& document, const char* begins) {
  return text_of(document, block_at(document, begins).lead_in);
}

}  // namespace

TEST_CASE("A number is read in each way that it can be") {
  using Form = Enumerator::Form;
  using Kind = Enumerator::Kind;
  const auto roman = read_enumerator("i. to run the service;");
  REQUIRE(roman.size() == 2);
  CHECK(roman[0].kind == Kind::kLowerRoman);
  CHECK(roman[0].value == 1);
  CHECK(roman[0].form == Form::kPoint);
  CHECK(roman[1].kind == Kind::kLowerLetter);
  CHECK(roman[1].value == 9);
  CHECK(read_enumerator("xviii. to bill you;")[0].value == 18);
  CHECK(read_enumerator("(B) models")[0].kind == Kind::kUpperLetter);
  CHECK(read_enumerator("12) models")[0].value == 12);
  CHECK(read_enumerator("e.g. models").empty());
  CHECK(read_enumerator("to) models").empty());
  CHECK(read_enumerator("(a)").empty());
}

TEST_CASE("Lettered paragraphs are items of what leads into them") {
  const Document document = read_markdown_text(
      "We use your data to:\n\ni. run the Services;\n\nii. bill you. We use a processor.\n\n"
      "iii. train our models.\n\nWe also keep logs.\n");
  for (const char* item : {"i. run", "ii. bill", "iii. train"}) {
    CAPTURE(item);
    CHECK(block_at(document, item).kind == BlockKind::kListItem);
    CHECK(lead_in_of(document, item) == "We use your data to:");
  }
  CHECK(block_at(document, "We also").kind == BlockKind::kParagraph);
}

TEST_CASE("An enumeration inside another has the outer item for its lead-in") {
  const Document document = read_markdown_text(
      "You may not\n\na. use the Services to:\n\n(i) train a model;\n\n(ii) build a rival;\n\n"
      "b. resell the Services.\n");
  CHECK(lead_in_of(document, "a.") == "You may not");
  CHECK(lead_in_of(document, "(i)") == "a. use the Services to:");
  CHECK(lead_in_of(document, "(ii)") == "a. use the Services to:");
  CHECK(block_at(document, "(ii)").level == 2);
  CHECK(lead_in_of(document, "b.") == "You may not");
  CHECK(block_at(document, "b.").level == 1);
}

TEST_CASE("Numbered sections are no list, whatever stands above them") {
  const Document document = read_html_text(
      "<p>Last updated in May</p><p>1. You keep your Content. We claim nothing.</p>"
      "<p>These terms are binding.</p><p>2. We may change these terms at any time.</p>");
  CHECK(block_at(document, "1.").kind == BlockKind::kParagraph);
  CHECK(block_at(document, "2.").kind == BlockKind::kParagraph);
}

TEST_CASE("A short item with a capital is no heading") {
  const Document document = read_markdown_text(
      "You may not post:\n\na. Hate speech\n\nb. Machine-made reviews\n\nThe end of it.\n");
  CHECK(lead_in_of(document, "b. Machine") == "You may not post:");
}

TEST_CASE("An item without what leads into it introduces no other") {
  const Document document =
      read_markdown_text("Text that ends.\n\n(i) to run it;\n\n(ii) to train models.\n");
  CHECK(block_at(document, "(ii)").kind == BlockKind::kParagraph);
}
