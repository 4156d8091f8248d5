#include "corpus/html.h"

#include "reading.h"

using namespace fineprint;

TEST_CASE("Headings, paragraphs and lists come in reading order with their sections") {
  const Document document = read_html_text(
      "<body><h1>Terms of Service</h1><p>Welcome.</p><h2>Your <em>content</em></h2>"
      "<p>We use your content to:</p><ul><li>run the service</li><li>train models"
      "<ul><li>only with consent</li></ul></li></ul></body>");
  REQUIRE(document.blocks.size() == 7);
  CHECK(document.blocks[2].text == "Your content");
  CHECK(document.blocks[2].level == 2);
  CHECK(text_of(document, document.blocks[2].section) == "Terms of Service");
  const Block& item = block_at(document, "train models");
  CHECK(item.kind == BlockKind::kListItem);
  CHECK(text_of(document, item.lead_in) == "We use your content to:");
  const Block& nested = block_at(document, "only with consent");
  CHECK(nested.level == 2);
  CHECK(text_of(document, nested.lead_in) == "train models");
}

TEST_CASE("A quote maps to its bytes, markup and entities included") {
  const std::string html =
      "<body><p>We <b>do not</b> sell R&amp;D data,\n  don&rsquo;t&nbsp;we&#63;</p></body>";
  const Document document = read_html_text(html);
  const Block& block = document.blocks.at(0);
  CHECK(block.text == "We do not sell R&D data, don\u2019t we?");
  CHECK(source_of(document, block, "do not sell") == "do not</b> sell");
  CHECK(source_of(document, block, "R&D") == "R&amp;D");
  CHECK(source_of(document, block, "don\u2019t we?") == "don&rsquo;t&nbsp;we&#63;");
  CHECK(source_of(document, block, "data, don") == "data,\n  don");
}

TEST_CASE("An ampersand that begins no entity is only itself") {
  const Document document =
      read_html_text("<body><p>Q & A, &c; AT&T, &copyleft &notit.</p></body>");
  const Block& block = document.blocks.at(0);
  CHECK(block.text == "Q & A, &c; AT&T, \u00A9left \u00ACit.");
  CHECK(source_of(document, block, "AT&T") == "AT&T");
  CHECK(source_of(document, block, "\u00A9left") == "&copyleft");
}

TEST_CASE("Scripts, hidden text, navigation and banners are left out") {
  const Document document = read_html_text(
      "<body><nav><a href='/'>Home</a></nav><div class='cookie-banner'>We use cookies.</div>"
      "<script>var p = '<p>no</p>';</script><style>p{}</style><noscript>Enable it</noscript>"
      "<main><h1>Privacy Policy</h1><p>We keep prompts for 30 days. They are deleted then, unless "
      "the "
      "law requires us to keep them for longer than that period.</p>"
      "<p style='display: none'>hidden words</p><p hidden>more of them</p></main>"
      "<footer><a href='/jobs'>Jobs</a> Imprint</footer></body>");
  CHECK(to_markdown(document) ==
        "# Privacy Policy\n\nWe keep prompts for 30 days. They are deleted then, unless the law "
        "requires us to keep them for longer than that period.\n");
}

TEST_CASE("Sections that a click unfolds are kept") {
  const Document document = read_html_text(
      "<body><main><h1>Enterprise privacy</h1><p>These commitments hold for all business "
      "customers, "
      "whatever plan they are on.</p>"
      "<h3><button aria-expanded='false' aria-controls='c1'>Do you train on my data?</button></h3>"
      "<div id='c1' aria-hidden='true'>No. We do not train on business data by default.</div>"
      "<details><summary>Retention</summary><p>Thirty days.</p></details></main></body>");
  const Block& answer = block_at(document, "No. We do not train");
  CHECK(text_of(document, answer.section) == "Do you train on my data?");
  CHECK(text_of(document, block_at(document, "Thirty days").section) == "Retention");
}

TEST_CASE("A cookie policy keeps its cookie sections") {
  std::string html = "<body><h1>Cookie Policy</h1>";
  for (int i = 0; i < 6; ++i)
    html +=
        "<div class='cookie-section'><p>We set this cookie to remember that you are signed in; "
        "it expires after twelve months.</p></div>";
  const Document document = read_html_text(html + "</body>");
  CHECK(document.blocks.size() == 7);
}

TEST_CASE("A bold line is a heading, on its own or before a line break") {
  const Document document = read_html_text(
      "<body><h2>Terms</h2><p><b>1. Definitions</b></p><p>In these terms words have meanings.</p>"
      "<p><strong>2. Licence</strong><br>We grant you a licence.<br>It ends with these terms.</p>"
      "<p><b>You must not resell the service, and you agree that we may suspend it for any "
      "reason.</b></p>"
      "</body>");
  CHECK(block_at(document, "1. Definitions").kind == BlockKind::kHeading);
  CHECK(block_at(document, "1. Definitions").level == 3);
  CHECK(text_of(document, block_at(document, "We grant").section) == "2. Licence");
  CHECK(block_at(document, "It ends").kind == BlockKind::kParagraph);
  CHECK(block_at(document, "You must not").kind == BlockKind::kParagraph);
}

TEST_CASE("A line break inside a sentence does not cut it") {
  const Document document =
      read_html_text("<body><p>We may share it with<br>our partners.</p></body>");
  CHECK(document.blocks.at(0).text == "We may share it with our partners.");
}

TEST_CASE("Cells of a data table know their headers, also across spans") {
  const Document document = read_html_text(
      "<body><table><tr><th>Data</th><th>Kept for</th><th>Basis</th></tr>"
      "<tr><td rowspan=2>Prompts</td><td>30 days</td><td>Contract</td></tr>"
      "<tr><td>2 years if flagged</td><td>Legal</td></tr></table></body>");
  const Block& cell = block_at(document, "2 years");
  CHECK(text_of(document, cell.row_header) == "Prompts");
  CHECK(text_of(document, cell.column_header) == "Kept for");
  CHECK(cell.table_row == 2);
  CHECK(cell.table_column == 1);
  CHECK(text_of(document, block_at(document, "Legal").column_header) == "Basis");
}

TEST_CASE("The lines of a cell stay apart, but for those cut in mid-sentence") {
  const Document document = read_html_text(
      "<body><table><tr><th>Data</th><th>Kept for</th></tr><tr><td>Accounts<br>Logs</td>"
      "<td><p>Deleted 30 days after closure</p><ul><li>12 months<br>from collection</li>"
      "<li>3 years for claims</li></ul></td></tr></table></body>");
  const Block& cell = block_at(document, "Deleted");
  CHECK(cell.text ==
        "Deleted 30 days after closure\n12 months from collection\n3 years for claims");
  CHECK(source_of(document, cell, "months from") == "months<br>from");
  CHECK(source_of(document, cell, "closure\n12") == "closure</p><ul><li>12");
  CHECK(to_markdown(document).find("| Accounts<br>Logs |") != std::string::npos);
  CHECK(text_of(document, block_at(document, "Accounts").section) == "(none)");
}

TEST_CASE("A table that only lays out a page is running text") {
  const Document document = read_html_text(
      "<body><table><tr><td><h1>Terms</h1><p>You own your input.</p></td></tr></table></body>");
  CHECK(block_at(document, "You own").kind == BlockKind::kParagraph);
  CHECK(text_of(document, block_at(document, "You own").section) == "Terms");
}

TEST_CASE("A definition is led in by its term") {
  const Document document =
      read_html_text("<body><dl><dt>Content</dt><dd>what you upload</dd></dl></body>");
  const Block& definition = block_at(document, "what you upload");
  CHECK(definition.kind == BlockKind::kListItem);
  CHECK(text_of(document, definition.lead_in) == "Content");
}

TEST_CASE("A list of sections, each with a bold title, is read as sections") {
  const Document document = read_html_text(
      "<body><ol><li><b>Licence</b><p>We grant you a personal licence to use the service for your "
      "own "
      "business. You may not pass it on to anybody.</p></li>"
      "<li><b>Term</b><p>These terms go on until one of us ends them with thirty days of notice in "
      "writing to the other.</p></li></ol></body>");
  CHECK(block_at(document, "Licence").kind == BlockKind::kHeading);
  CHECK(text_of(document, block_at(document, "These terms").section) == "Term");
}

TEST_CASE("Hostile nesting and attributes cost bounded time and memory") {
  std::string deep = "<body>";
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  deep += "<p>We may change these terms at any time.</p>";
  CHECK(has_text(read_html_text(deep), "We may change"));

  std::string formatting = "<body>";
  for (int i = 0; i < 100'000; ++i) formatting += "<p><b c=" + std::to_string(i) + ">x";
  (void)refusal(formatting, "a.html");

  std::string attributes = "<body><p ";
  for (int i = 0; i < 200'000; ++i) attributes += "a" + std::to_string(i) + " ";
  CHECK(has_text(read_html_text(attributes + ">still here</p>"), "still here"));

  std::string spans = "<body><table>";
  for (int i = 0; i < 20'000; ++i) spans += "<tr><td rowspan=1000 colspan=1000>a<td>b";
  CHECK(has_text(read_html_text(spans), "b"));

  std::string tables = "<body>";
  for (int i = 0; i < 2'000; ++i) tables += "<table><tr><td>";
  CHECK(has_text(read_html_text(tables + "innermost"), "innermost"));
}
