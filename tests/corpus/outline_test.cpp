#include "corpus/outline.h"

#include "corpus/flow.h"
#include "reading.h"

using namespace fineprint;

TEST_CASE("The depth of a heading's number is told") {
  CHECK(numbering_depth("Privacy") == 0);
  CHECK(numbering_depth("1. Privacy") == 1);
  CHECK(numbering_depth("2.1 Privacy") == 2);
  CHECK(numbering_depth("2.1.3. Privacy") == 3);
  CHECK(numbering_depth("IV. Privacy") == 1);
  CHECK(numbering_depth("Article 3 - Privacy") == 1);
  CHECK(numbering_depth("Section 4.2 Training") == 2);
  CHECK(numbering_depth("(a) privacy") == 1);
  CHECK(numbering_depth("2024 in review") == 0);
}

TEST_CASE("A heading is short and no sentence") {
  CHECK(reads_like_heading("4. Who owns the output?"));
  CHECK(reads_like_heading("Definitions."));
  CHECK_FALSE(reads_like_heading("You agree that we may use your content in this way."));
  CHECK_FALSE(reads_like_heading("to provide the service;"));
  CHECK_FALSE(reads_like_heading("***"));
}

TEST_CASE("A paragraph introduces a list unless it is finished") {
  CHECK(introduces_list("We use your data to:"));
  CHECK(introduces_list("You may not"));
  CHECK(introduces_list("We keep logs. We use them for the following purposes."));
  CHECK_FALSE(introduces_list("We never sell your data."));
}

TEST_CASE("A heading with a colon introduces the list under it") {
  const Document document =
      read_markdown_text("Intro text.\n\n**You may not:**\n\n- train models;\n- resell.\n");
  CHECK(text_of(document, block_at(document, "resell").lead_in) == "You may not:");
}

TEST_CASE("Bullets in paragraphs of their own share what introduces them") {
  const Document document =
      read_html_text("<p>You may not:</p><p>• train models;</p><p>• resell the service.</p>");
  CHECK(text_of(document, block_at(document, "train").lead_in) == "You may not:");
  CHECK(text_of(document, block_at(document, "resell").lead_in) == "You may not:");
}

TEST_CASE("A list inside an item is introduced by the paragraph right above it") {
  for (const Document& document :
       {read_markdown_text("- Use of data.\n\n  We use your data to:\n\n  - train models.\n"),
        read_html_text("<ul><li><p>Use of data.</p><p>We use your data to:</p>"
                       "<ul><li>train models.</li></ul></li></ul>")}) {
    CHECK(text_of(document, block_at(document, "train").lead_in) == "We use your data to:");
  }
}

TEST_CASE("Numbered headings nest by their numbers below the marked ones") {
  const Document document = read_markdown_text(
      "# Terms\n\n**1. Use**\n\nText.\n\n**1.1 Licence**\n\nText.\n\n**2. "
      "Term**\n\n**Notice**\n\nEnd.\n");
  CHECK(block_at(document, "1. Use").level == 2);
  CHECK(block_at(document, "1.1 Licence").level == 3);
  CHECK(text_of(document, block_at(document, "1.1").section) == "1. Use");
  CHECK(text_of(document, block_at(document, "Notice").section) == "2. Term");
}

TEST_CASE("A compound keeps its hyphen at a line's end") {
  BlockText text;
  text.append("in case of non-", 0);
  BlockText next;
  next.append("renewal", 20);
  join_cut_line(text, next);
  CHECK(text.text() == "in case of non-renewal");
}
