#include "corpus/encoding.h"

#include "reading.h"

using namespace fineprint;

namespace {
std::string utf16le(std::u16string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t c : text) {
    bytes += static_cast<char>(c & 0xFF);
    bytes += static_cast<char>(c >> 8);
  }
  return bytes;
}
}  // namespace

TEST_CASE("Valid UTF-8 is taken as it is") {
  const DecodedText text = decode("We don\u2019t sell \u201CContent\u201D.");
  CHECK(text.charset == "UTF-8");
  CHECK(text.map.empty());
}

TEST_CASE("A byte order mark is not part of the text, and offsets count it") {
  const Document document = read_plain_text("\xEF\xBB\xBFWe keep logs for 30 days.");
  CHECK(document.blocks[0].text == "We keep logs for 30 days.");
  CHECK(document.blocks[0].map.to_source({0, 2}) == ByteRange{3, 5});
}

TEST_CASE("UTF-16 with a mark is read, with offsets in its own bytes") {
  const Document document = read_plain_text(utf16le(u"Nous conservons vos donn\u00e9es 30 jours."));
  const Block& block = document.blocks[0];
  CHECK(block.text == "Nous conservons vos donn\u00e9es 30 jours.");
  CHECK(source_of(document, block, "donn\u00e9es") == utf16le(u"donn\u00e9es").substr(2));
}

TEST_CASE("A declared charset is followed") {
  const std::string html =
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head>"
      "<body><p>Vos donn\xE9"
      "es sont conserv\xE9"
      "es \x80 12 mois.</p></body></html>";
  const Document document = read_html_text(html);
  const Block& block = block_at(document, "Vos");
  CHECK(block.text == "Vos donn\u00e9es sont conserv\u00e9es \u20ac 12 mois.");
  CHECK(source_of(document, block, "conserv\u00e9es") ==
        "conserv\xE9"
        "es");
}

TEST_CASE("Undeclared windows-1252 is told by its words and punctuation") {
  const std::string text =
      "We won\x92t use your \x93"
      "Content\x94 to train our models unless you agree to that in "
      "writing \x96 and you may withdraw your consent at any time by writing to us.";
  const Document document = read_plain_text(text);
  CHECK(has_text(document, "won\u2019t use your \u201CContent\u201D"));
}

TEST_CASE("Stray bytes are refused, not guessed at") {
  const std::string terms =
      "We keep your personal data for thirty days after you close your account. ";
  CHECK(refusal("\xFF\xFE\x80\x81\xC3\x28", "a.md").find("not valid text") == 0);
  CHECK(refusal(terms + "\xFF\xFE\x80 garbage", "a.md").find("not valid text") == 0);
  CHECK(refusal(terms + "caf\xC3\xA9 na\xC3\xAF"
                        "ve \xC3\x28 end",
                "a.txt")
            .find("not valid text") == 0);
  CHECK(refusal("<html><meta charset=utf-8><p>" + terms + "\xF0\x28\x8C\x28</p></html>", "a.html")
            .find("not valid text") == 0);
}

TEST_CASE("What begins like UTF-16 by chance is refused") {
  CHECK(refusal("\xFF\xFE"
                "We may change these terms at any time, with notice to you!",
                "a.txt")
            .find("not valid text") == 0);
}

TEST_CASE("A long page that declares UTF-8 keeps a rare broken sequence") {
  std::string html = "<html><head><meta charset=\"utf-8\"></head><body>";
  while (html.size() < 50'000)
    html += "<p>You own the output that the service generates for you.</p>";
  html += "<p>broken \xF0\x9F here</p></body></html>";
  const Document document = read_html_text(html);
  CHECK(has_text(document, "broken \uFFFD here"));
}

TEST_CASE("Binary files are named") {
  CHECK(refusal(std::string("\x89PNG\r\n\x1A\n\0\0\0", 11), "terms.html") == "binary (PNG image)");
  CHECK(refusal("%PDF-1.7 ...", "terms.html") == "binary (PDF document)");
  CHECK(refusal(std::string("abc\0def", 7), "terms.md") == "binary (NUL bytes)");
}
