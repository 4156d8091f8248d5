#include "corpus/reader.h"

#include <random>
#include <set>

#include "reading.h"

using namespace fineprint;

TEST_CASE("What cannot be a document is refused with a reason") {
  CHECK(refusal("", "a.md") == "empty");
  CHECK(refusal(" \n\n ", "a.md").find("empty") == 0);
  CHECK(refusal("<html><body><script>x()</script></body></html>", "a.html").find("empty") == 0);
  ReadLimits limits;
  limits.max_bytes = 10;
  CHECK(refusal("eleven bytes", "a.md", limits) == "too long: 12 bytes, the limit is 10");
  limits = {};
  limits.max_blocks = 2;
  CHECK(refusal("a\n\nb\n\nc\n", "a.md", limits).find("too long: more than 2 blocks") == 0);
}

TEST_CASE("HTML is told by its content, whatever its name") {
  const Document document =
      read_document("<!DOCTYPE html><html><body><p>You own it.</p></body></html>", "terms.txt");
  CHECK(document.blocks.at(0).text == "You own it.");
}

TEST_CASE("A document states its title, date and language") {
  const Document document = read_document(
      "<html lang='en'><head><title>Privacy Policy | Acme</title></head><body><p>Last updated: "
      "March "
      "5, 2024</p><p>We collect information that you give to us when you use our services, and we "
      "use it to run and improve them for everybody.</p></body></html>",
      "p.html");
  CHECK(document.title == "Privacy Policy | Acme");
  CHECK(document.date == "2024-03-05");
  CHECK(document.language == "en");
  CHECK(document.parts.at(0).sha256.size() == 64);
}

TEST_CASE("Parts of a document keep their own blocks and sources") {
  Document document = read_document("# Terms\n\nOne part.\n", "Terms #a.md");
  append_part(document, read_document("# More\n\nUse it to:\n\n- train\n", "Terms #b.md"));
  const Block& item = block_at(document, "train");
  CHECK(item.part == 1);
  CHECK(text_of(document, item.lead_in) == "Use it to:");
  CHECK(text_of(document, item.section) == "More");
  CHECK(source_of(document, item, "train") == "train");
}

TEST_CASE("A document printed as Markdown reads back as the same blocks") {
  const Document document = read_html_text(
      "<body><h1>Terms *of* use</h1><p>1. We_may <i>use</i> &lt;it&gt; to:</p><ol><li>run [it]<ul>"
      "<li>- well</li></ul></li><li>train</li></ol><table><tr><th>Data</th><th>Kept</th></tr><tr>"
      "<td>Logs | files</td><td>30 days</td></tr><tr><td></td><td>never</td></tr></table>"
      "<p># not a heading</p></body>");
  const Document again = read_markdown_text(to_markdown(document));
  REQUIRE(again.blocks.size() == document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    CHECK(again.blocks[i].text == document.blocks[i].text);
    CHECK(again.blocks[i].kind == document.blocks[i].kind);
    CHECK(again.blocks[i].level == document.blocks[i].level);
    CHECK(again.blocks[i].lead_in == document.blocks[i].lead_in);
    CHECK(again.blocks[i].column_header == document.blocks[i].column_header);
  }
}

namespace {

// Letters and digits of ASCII, which no markup adds to a text outside tags and targets.
std::string letters(std::string_view text) {
  std::string result;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) result += c;
  return result;
}

// Whether the letters of `text` stand in `source` in their order.
bool stands_in(std::string_view text, std::string_view source) {
  std::size_t at = 0;
  for (const char c : letters(text)) {
    at = source.find(c, at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return true;
}

// Random pieces of all blocks: the source range of a piece begins and ends with its characters.
void check_ranges(const Document& document, std::mt19937& random) {
  const std::string& bytes = document.parts[0].bytes;
  for (const Block& block : document.blocks) {
    REQUIRE(block.map.text_length() == block.text.size());
    const std::size_t begin = random() % block.text.size();
    const std::size_t end = begin + 1 + random() % (block.text.size() - begin);
    const ByteRange range = block.map.to_source({begin, end});
    REQUIRE(range.begin <= range.end);
    REQUIRE(range.end <= bytes.size());
    const std::string text = block.text.substr(begin, end - begin);
    const std::string source = bytes.substr(range.begin, range.end - range.begin);
    CHECK_MESSAGE(stands_in(text, source), document.path(), "\n", text, "\n", source);
    const bool plain =
        letters(text.substr(0, 1)).size() == 1 && letters(text.substr(text.size() - 1)).size() == 1;
    if (plain)
      CHECK_MESSAGE((source.front() == text.front() || source.front() == '&'), document.path(),
                    "\n", text, "\n", source);
    if (plain)
      CHECK_MESSAGE((source.back() == text.back() || source.back() == ';'), document.path(), "\n",
                    text, "\n", source);
  }
}

}  // namespace

TEST_CASE("Every piece of every real document leads back to its source") {
  const std::string corpora = corpora_folder();
  if (corpora.empty()) return;
  std::mt19937 random(20240517);
  int read = 0;
  const std::set<std::string> bulk = {"contrib", "pga", "history"};
  for (const auto& folder : std::filesystem::directory_iterator(corpora)) {
    if (!folder.is_directory() || bulk.contains(folder.path().filename().string())) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      if (!entry.is_regular_file()) continue;
      try {
        check_ranges(read_document(file_bytes(entry.path()), entry.path().string()), random);
        ++read;
      } catch (const UnreadableInput& unreadable) {
        MESSAGE(entry.path().string(), ": ", std::string(unreadable.what()));
      }
    }
  }
  CHECK(read > 300);
}
