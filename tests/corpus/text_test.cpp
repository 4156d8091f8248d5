#include "corpus/text.h"

#include "reading.h"

using namespace fineprint;

namespace {
constexpr std::string_view kTerms =
    "TERMS OF SERVICE\n"
    "\n"
    "1. Definitions\n"
    "\n"
    "In these terms \"Content\" means all data that you upload to the service or\n"
    "that the service generates for you. We do not claim any ownership of your\n"
    "Content.\n"
    "\n"
    "2. Your obligations\n"
    "You agree that you will not do any of the following while you are using the\n"
    "service:\n"
    "  (a) use the output to train a model that competes with the models of the\n"
    "      provider;\n"
    "  (b) resell it.\n"
    "\n"
    "We may end this agreement at any time, with notice of at least thirty (30)\n"
    "days.\n";
}

TEST_CASE("Hard-wrapped lines are joined to paragraphs") {
  const Document document = read_plain_text(kTerms);
  const Block& block = block_at(document, "In these terms");
  CHECK(block.text.find("or that the service generates") != std::string::npos);
  CHECK(block.text.ends_with("any ownership of your Content."));
  CHECK(source_of(document, block, "your Content.") == "your\nContent.");
}

TEST_CASE("Numbered and upper-case lines are headings") {
  const Document document = read_plain_text(kTerms);
  CHECK(block_at(document, "TERMS OF SERVICE").kind == BlockKind::kHeading);
  CHECK(text_of(document, block_at(document, "In these terms").section) == "1. Definitions");
  const Block& heading = block_at(document, "2. Your obligations");
  CHECK(heading.kind == BlockKind::kHeading);
  CHECK(text_of(document, heading.section) == "TERMS OF SERVICE");
}

TEST_CASE("Enumerations are lists with their lead-in") {
  const Document document = read_plain_text(kTerms);
  const Block& item = block_at(document, "(a)");
  CHECK(item.kind == BlockKind::kListItem);
  CHECK(item.text.ends_with("of the provider;"));
  CHECK(text_of(document, item.lead_in).starts_with("You agree that you will not"));
  CHECK(block_at(document, "We may end").kind == BlockKind::kParagraph);
}

TEST_CASE("A number at a line's start inside a paragraph begins no item") {
  const Document document = read_plain_text(
      "The provider keeps the logs of the service for a period that does not exceed\n"
      "30. That period begins when the logs are written to the disks of the provider.\n");
  CHECK(document.blocks.size() == 1);
}

TEST_CASE("Bullets lose their mark") {
  const Document document =
      read_plain_text("We use data to:\n\n- run the service\n* bill you\n\u2022 train models\n");
  CHECK(document.blocks.at(1).text == "run the service");
  CHECK(document.blocks.at(2).text == "bill you");
  CHECK(document.blocks.at(3).text == "train models");
  CHECK(text_of(document, document.blocks.at(3).lead_in) == "We use data to:");
}
