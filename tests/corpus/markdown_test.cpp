#include "corpus/markdown.h"

#include "reading.h"

using namespace fineprint;

TEST_CASE("Markdown keeps headings, list structure and lead-ins") {
  const Document document = read_markdown_text(
      "Terms\n=====\n\n## Use of data\n\nWe may use Content to:\n\n*   provide the service;\n"
      "*   improve it:\n    1.  with consent\n    2.  or in aggregate\n");
  CHECK(document.blocks.at(0).level == 1);
  const Block& nested = block_at(document, "or in aggregate");
  CHECK(nested.level == 2);
  CHECK(nested.ordered);
  CHECK(text_of(document, nested.lead_in) == "improve it:");
  CHECK(text_of(document, block_at(document, "provide").lead_in) == "We may use Content to:");
  CHECK(text_of(document, nested.section) == "Use of data");
}

TEST_CASE("A quote from Markdown maps to its source with the markup inside it") {
  const std::string text =
      "See our [Privacy *Policy*](https://a.example/privacy_policy \"read (it)\") and\n"
      "> not a quote \\* R&amp;D **are ![x](y.png) kept** `as is`.\n";
  const Document document = read_markdown_text("Intro: " + text);
  std::string all;
  for (const Block& block : document.blocks) all += block.text + "|";
  CHECK(all == "Intro: See our Privacy Policy and|not a quote * R&D are kept as is.|");
  CHECK(source_of(document, document.blocks[0], "Privacy Policy and") ==
        "Privacy *Policy*](https://a.example/privacy_policy \"read (it)\") and");
  CHECK(source_of(document, document.blocks[1], "* R&D are kept") ==
        "* R&amp;D **are ![x](y.png) kept");
  CHECK(source_of(document, document.blocks[1], "as is") == "as is");
}

TEST_CASE("A paragraph over several lines maps across its line ends") {
  const Document document = read_markdown_text("> We keep your data\n> for 30 days\n> or less.\n");
  CHECK(document.blocks.at(0).text == "We keep your data for 30 days or less.");
  CHECK(source_of(document, document.blocks[0], "data for 30 days or") ==
        "data\n> for 30 days\n> or");
}

TEST_CASE("Link targets that contain the text after them do not mislead") {
  const Document document =
      read_markdown_text("Read [terms](/a/to/b) to (the) end, <br>then go.\n");
  const Block& block = document.blocks.at(0);
  CHECK(source_of(document, block, "to (the) end,") == "to (the) end,");
}

TEST_CASE("Table cells know their row and column headers") {
  const Document document = read_markdown_text(
      "| Data | Retention |\n| --- | --- |\n| Prompts | 30&nbsp;days<br>or less |\n| Logs | |\n");
  const Block& cell = block_at(document, "30 days");
  CHECK(cell.text == "30 days or less");
  CHECK(text_of(document, cell.row_header) == "Prompts");
  CHECK(text_of(document, cell.column_header) == "Retention");
  CHECK(source_of(document, cell, "30 days or") == "30&nbsp;days<br>or");
}

TEST_CASE("A list in an item without words of its own has the lead-in of the list around it") {
  const Document document = read_markdown_text(
      "1.  We use personal data:\n\n    *   *   to provide the services;\n"
      "        *   to improve them.\n");
  const Block& item = block_at(document, "to improve");
  CHECK(item.kind == BlockKind::kListItem);
  CHECK(text_of(document, item.lead_in) == "We use personal data:");
}

TEST_CASE("The lines of a cell are read as it was printed") {
  const Document document = read_markdown_text(
      "| Data | Kept for |\n|---|---|\n| Accounts | We keep it for 12 months<br>Until<br>deletion "
      "|\n");
  const Block& cell = block_at(document, "We keep");
  CHECK(cell.text == "We keep it for 12 months\nUntil deletion");
  CHECK(block_at(read_markdown_text(to_markdown(document)), "We keep").text == cell.text);
}

TEST_CASE("The first row heads a table whose own header is empty") {
  const Document document = read_markdown_text(
      "|  |  |\n| --- | --- |\n| Finalité | Durée de conservation |\n| Commandes | 10 ans |\n"
      "| Prospection | 3 ans |\n");
  const Block& cell = block_at(document, "3 ans");
  CHECK(text_of(document, cell.row_header) == "Prospection");
  CHECK(text_of(document, cell.column_header) == "Durée de conservation");
  CHECK(block_at(document, "Finalité").table_row == 0);
  CHECK(cell.table_row == 2);
}

TEST_CASE("A table of two rows and an empty header has no header") {
  const Document document =
      read_markdown_text("|  |  |\n| --- | --- |\n| Logs | 30 days |\n| Prompts | 7 days |\n");
  CHECK(block_at(document, "7 days").column_header == kNone);
}

TEST_CASE("Bold paragraphs are headings") {
  const Document document = read_markdown_text(
      "**Ownership**\n\nYou own the output.\n\n**Not this, since it "
      "is one whole bold sentence that goes on and on and on.**\n");
  CHECK(text_of(document, block_at(document, "You own").section) == "Ownership");
  CHECK(block_at(document, "Not this").kind == BlockKind::kParagraph);
}

TEST_CASE("HTML inside Markdown is read, with its offsets") {
  const std::string text = "Intro.\n\n<div><p>We &amp; you agree.</p></div>\n\nEnd.\n";
  const Document document = read_markdown_text(text);
  const Block& block = block_at(document, "We & you");
  CHECK(source_of(document, block, "We & you") == "We &amp; you");
}

TEST_CASE("Enumerated paragraphs after a colon are items of a list") {
  const Document document = read_markdown_text(
      "You may not:\n\n(a) resell the service;\n\n(b) train competing models.\n\nWe may.\n");
  CHECK(block_at(document, "(b)").kind == BlockKind::kListItem);
  CHECK(text_of(document, block_at(document, "(b)").lead_in) == "You may not:");
  CHECK(block_at(document, "We may").kind == BlockKind::kParagraph);
}

namespace {
std::string page_lines() {
  std::string text = "# Data Processing Agreement\n\n";
  for (int i = 1; i <= 6; ++i)
    text +=
        std::to_string(i) +
        "\\. Retention of data\n\nThe Processor keeps the personal data that "
        "it processes on behalf of the\n\nController for the term of the Agreement, and deletes it "
        "within a period of\n\nthirty days after the Agreement ends, unless the law requires "
        "reten-\n\n"
        "tion for longer.\n\n\n\nThe Controller may ask for a copy of it in a common format\n\nat "
        "any "
        "time.\n\n";
  return text;
}
}  // namespace

TEST_CASE("Lines of a document that once was a PDF are joined to sentences") {
  const Document document = read_markdown_text(page_lines());
  const Block& block = block_at(document, "The Processor keeps");
  CHECK(
      block.text ==
      "The Processor keeps the personal data that it processes on behalf of the Controller for the "
      "term of the Agreement, and deletes it within a period of thirty days after the Agreement "
      "ends, unless the law requires retention for longer.");
  CHECK(text_of(document, block.section) == "1. Retention of data");
  CHECK(source_of(document, block, "requires retention") == "requires reten-\n\ntion");
  CHECK(block_at(document, "The Controller may").text ==
        "The Controller may ask for a copy of it in a common format at any time.");
}

TEST_CASE("The agreement of OVHcloud, once a PDF, has whole sentences") {
  const std::string corpora = corpora_folder();
  if (corpora.empty()) return;
  const Document document =
      read_markdown_text(file_bytes(corpora + "/contrib/OVHcloud/Data Processor Agreement.md"));
  CHECK(has_text(
      document, "forms part of the agreement, hereafter referred to as the \u201CAgreement\u201D"));
  const Block& block = block_at(document, "Upon expiry of a Service");
  CHECK(block.text.ends_with("requires otherwise."));
  CHECK(text_of(document, block.section) == "10. Deletion and return of Personal Data");
}

TEST_CASE("Hostile nesting in Markdown costs bounded time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "> ";
  for (int i = 0; i < 200'000; ++i) text += "*a_ ";
  CHECK(has_text(read_markdown_text(text + "We may change these terms."),
                 "We may change these terms."));
}

TEST_CASE("Lines above a table's header belong to a paragraph with a place of its own") {
  const std::string text =
      "|  |  |\n| --- | --- |Targeting *by* profile\n| Data | Kept |\n"
      "| --- | --- |\n| Logs | 30 days |\n\nThe end.\n";
  const Document document = read_markdown_text(text);
  CHECK(source_of(document, document.blocks.at(0), "Targeting by profile") ==
        "Targeting *by* profile");
  CHECK(source_of(document, block_at(document, "30 days"), "30 days") == "30 days");
}
