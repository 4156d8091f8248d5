#include "corpus/block_text.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {
Block finished(BlockText& text) {
  Block block;
  text.move_to(block);
  return block;
}
}  // namespace

TEST_CASE("White space of every kind folds to one space, and none stands at the ends") {
  BlockText text;
  text.append("  30\u00A0\u2009days,\r\n\tor \u3000 less \n", 10);
  const Block block = finished(text);
  CHECK(block.text == "30 days, or less");
  CHECK(block.map.to_source({0, 2}) == ByteRange{12, 14});
  CHECK(block.map.to_source({2, 3}) == ByteRange{14, 19});
  CHECK(block.map.to_source({3, 7}) == ByteRange{19, 23});
}

TEST_CASE("Characters without width are dropped") {
  BlockText text;
  text.append("infor\u00ADmation\u200B we \uFEFFkeep", 0);
  const Block block = finished(text);
  CHECK(block.text == "information we keep");
  CHECK(block.map.to_source({0, 11}) == ByteRange{0, 13});
}

TEST_CASE("Typographic quotes and dashes stay") {
  BlockText text;
  text.append("\u201CContent\u201D \u2013 don\u2019t", 0);
  CHECK(text.text() == "\u201CContent\u201D \u2013 don\u2019t");
}

TEST_CASE("White space folds wherever it stands in a long text") {
  const std::string plain =
      "we keep your personal data for thirty days and not a day longer, unless "
      "the law makes us keep it; then we keep no more of it than we must";
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    for (const std::string_view blank : {"\n", "  ", "\u00A0", "\u2009", "\u3000"}) {
      std::string text = plain;
      text.insert(at, blank);
      BlockText folded;
      folded.append(text, 0);
      std::string expected = plain;
      const bool at_blank =
          at == 0 || at == plain.size() || plain[at] == ' ' || plain[at - 1] == ' ';
      if (!at_blank) expected.insert(at, " ");
      REQUIRE(folded.text() == expected);
    }
  }
}

TEST_CASE("Letters beyond ASCII stay wherever they stand in a long text") {
  const std::string plain =
      "we keep the data of our clients for as long as it takes, and no longer";
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    for (const std::string_view letter : {"\u2019", "\u00E9", "\u00AB", "\u7528"}) {
      std::string text = plain;
      text.insert(at, letter);
      BlockText folded;
      folded.append(text, 5);
      REQUIRE(folded.text() == text);
      const Block block = finished(folded);
      REQUIRE(block.map.to_source({0, text.size()}) == ByteRange{5, 5 + text.size()});
    }
  }
}

TEST_CASE("Converted text folds too") {
  BlockText text;
  text.append("a", 0);
  text.append_converted("\u00A0", {1, 7});
  text.append_converted("   ", {7, 8});
  CHECK(text.text() == "a");
  text.append_converted("&", {8, 13});
  const Block block = finished(text);
  CHECK(block.text == "a &");
  CHECK(block.map.to_source({2, 3}) == ByteRange{8, 13});
}

TEST_CASE("A line that goes on is joined with a space, a cut word without") {
  BlockText first;
  first.append("we keep infor-", 0);
  BlockText second;
  second.append("mation", 20);
  first.remove_suffix(1);
  first.append_directly(second);
  BlockText third;
  third.append("for long", 30);
  first.append(third);
  const Block block = finished(first);
  CHECK(block.text == "we keep information for long");
  CHECK(block.map.to_source({8, 19}) == ByteRange{8, 26});
  CHECK(block.map.to_source({19, 20}) == ByteRange{26, 30});
}
