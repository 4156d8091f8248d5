#include "analyzer/sentence.h"

#include <doctest/doctest.h>

#include "small_documents.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

using Strings = std::vector<std::string>;

const Strings kAbbreviations = {"e.g.", "inc.", "sec."};

Strings split(std::string_view text) {
  SentenceBreaker breaker("en", kAbbreviations);
  Strings found;
  for (const ByteRange& range : breaker.split(text))
    found.emplace_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

Strings enumerated(const std::string& text) {
  Strings found;
  std::vector<ByteRange> ranges = {{1, 2}, {3, 4}};  // of what was parted before
  split_enumeration(text, {0, text.size()}, ranges);
  for (const ByteRange& range : ranges)
    found.push_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

// Each sentence with what leads in: "[lead-in] sentence".
Strings sentences(const Document& document) {
  SentenceBreaker breaker("en", kAbbreviations);
  Strings found;
  for (const Sentence& sentence : split_document(document, breaker)) {
    std::string row;
    for (const std::string_view lead_in : sentence.lead_in)
      row += "[" + std::string(lead_in) + "] ";
    const Block& block = document.blocks[static_cast<std::size_t>(sentence.block)];
    found.push_back(
        row + block.text.substr(sentence.text.begin, sentence.text.end - sentence.text.begin));
  }
  return found;
}

}  // namespace

TEST_CASE("sentences end at full stops, not at abbreviations and initials") {
  CHECK(split("We keep data. You own it.  ") == Strings{"We keep data.", "You own it."});
  CHECK(split("We keep data, e.g. Prompts, for Halvory Inc. Customers.") ==
        Strings{"We keep data, e.g. Prompts, for Halvory Inc. Customers."});
  CHECK(split("See Sec. 4.2 of these terms. Then go.") ==
        Strings{"See Sec. 4.2 of these terms.", "Then go."});
  CHECK(split("Ask J. Doe. Then go.").size() == 2);
  CHECK(split("We keep to the EU-U.S. Data Privacy Framework. Write to P.O. Box 4.").size() == 2);
  CHECK(split("Non-U.S. Customers and the (“U.S. Users”) see 16 C.F.R. 312. Then go.").size() == 2);
  CHECK(split("You may log-in. Then go.").size() == 2);
  CHECK(split("The term is in Annex I.B. Then data is deleted.").size() == 2);
}

TEST_CASE("numbering belongs to the sentence behind it") {
  CHECK(split("4.2. We keep data. You own it.") == Strings{"4.2. We keep data.", "You own it."});
  CHECK(split("IV. Retention.") == Strings{"IV. Retention."});
}

TEST_CASE("a line of a cell ends its sentence, whatever stands at its end") {
  CHECK(split("Deleted after 30 days\nKept by Halvory Inc.\n1.\n3 years") ==
        Strings{"Deleted after 30 days", "Kept by Halvory Inc.", "1.", "3 years"});
}

TEST_CASE("empty and blank texts have no sentence") {
  CHECK(split("").empty());
  CHECK(split("  \n ").empty());
  CHECK(split("\xff\xff").size() <= 1);
}

TEST_CASE("a breaker is used again and again") {
  SentenceBreaker breaker("en", {});
  CHECK(breaker.split("One. Two.").size() == 2);
  CHECK(breaker.split("Three.").size() == 1);
  SentenceBreaker moved = std::move(breaker);
  CHECK(moved.split("One. Two.").size() == 2);
}

TEST_CASE("a long enumeration is a head and its members, a short one is left whole") {
  const std::string filler(200, 'x');
  CHECK(enumerated("You may not: (a) copy " + filler + "; (b) sell " + filler +
                   "; or (c) train models.") == Strings{"You may not:", "(a) copy " + filler + ";",
                                                        "(b) sell " + filler + "; or",
                                                        "(c) train models."});
  CHECK(enumerated("You may not: (a) copy; (b) sell.").size() == 1);
}

TEST_CASE("parentheses in running text are no enumeration") {
  const std::string filler(300, 'x');
  CHECK(
      enumerated("We (a company) keep it (30 days) " + filler + " (see b) and " + filler).size() ==
      1);
  // One member alone is none either.
  CHECK(enumerated("We keep: (a) " + filler + filler).size() == 1);
}

TEST_CASE("an item has its lead-in, outermost first; a finished sentence leads nothing in") {
  CHECK(sentences(DocumentBuilder()
                      .paragraph("We are Halvory. We use your data to:")
                      .item("train models")
                      .item("keep you safe. This is all.")) ==
        Strings{"We are Halvory.", "We use your data to:", "[We use your data to:] train models",
                "[We use your data to:] keep you safe.", "This is all."});
  CHECK(sentences(DocumentBuilder().paragraph("Here is what we do.").item("train models")) ==
        Strings{"Here is what we do.", "train models"});
}

TEST_CASE("an item's own items have both lead-ins") {
  DocumentBuilder builder;
  builder.paragraph("We use your data:").item("to improve, that is");
  Document document = builder.item("our models");
  document.blocks[2].lead_in = 1;
  CHECK(sentences(document).back() == "[We use your data:] [to improve, that is] our models");
}

TEST_CASE("a table cell has its row's first cell and its column's head") {
  DocumentBuilder builder;
  const int head = builder.cell("Kept for");
  const int row = builder.cell("Prompts");
  builder.cell("30 days. Then deleted.", row, head);
  CHECK(sentences(builder) == Strings{"Kept for", "Prompts", "[Prompts] [Kept for] 30 days.",
                                      "[Prompts] [Kept for] Then deleted."});
}

TEST_CASE("headings are sentences too") {
  CHECK(sentences(DocumentBuilder().heading(1, "Your data").paragraph("We keep it.")) ==
        Strings{"Your data", "We keep it."});
}

TEST_CASE("a member of an enumeration has its head as lead-in") {
  const std::string filler(200, 'x');
  const Strings found = sentences(DocumentBuilder().paragraph("You may not: (a) copy " + filler +
                                                              "; (b) sell " + filler + "."));
  REQUIRE(found.size() == 3);
  CHECK(found[1].starts_with("[You may not:] (a) copy"));
}

TEST_CASE("an endless lead-in is cut to its end") {
  const Strings found = sentences(
      DocumentBuilder().paragraph(std::string(5'000, 'x') + " we use your data to:").item("train"));
  CHECK(found.back().size() < 1'000);
  CHECK(found.back().find("we use your data to:] train") != std::string::npos);
}
