#include "corpus/document.h"

#include <doctest/doctest.h>

using namespace fineprint;

TEST_CASE("A source map leads through text that stands in the source as it is") {
  SourceMap map;
  map.append(5, {10, 15});
  map.append(3, {15, 18});
  CHECK(map.to_source({1, 7}) == ByteRange{11, 17});
  CHECK(map.text_length() == 8);
}

TEST_CASE("A source map takes an entity as a whole") {
  SourceMap map;  // "R&D" from "R&amp;D"
  map.append(1, {0, 1});
  map.append(1, {1, 6});
  map.append(1, {6, 7});
  CHECK(map.to_source({1, 2}) == ByteRange{1, 6});
  CHECK(map.to_source({0, 3}) == ByteRange{0, 7});
  CHECK(map.to_source({2, 3}) == ByteRange{6, 7});
}

TEST_CASE("A source map covers a gap that a text range spans") {
  SourceMap map;  // "we keep" from "we <b>keep</b>"
  map.append(3, {0, 3});
  map.append(4, {6, 10});
  CHECK(map.to_source({0, 7}) == ByteRange{0, 10});
  CHECK(map.to_source({3, 7}) == ByteRange{6, 10});
  CHECK(map.to_source({2, 4}) == ByteRange{2, 7});
}

TEST_CASE("Text past the end of a source map maps to its end") {
  SourceMap map;
  map.append(4, {2, 6});
  CHECK(map.to_source({9, 12}) == ByteRange{6, 6});
  CHECK(map.to_source({3, 12}) == ByteRange{5, 6});
}

TEST_CASE("A source map goes through the map of the decoding") {
  SourceMap decoding;  // windows-1252 "h\xE9 a" to UTF-8 "h\xC3\xA9 a"
  decoding.append(1, {0, 1});
  decoding.append(2, {1, 2});
  decoding.append(2, {2, 4});
  SourceMap inner;
  inner.append(5, {0, 5});
  const SourceMap map = inner.through(decoding);
  CHECK(map.to_source({0, 3}) == ByteRange{0, 2});
  CHECK(map.to_source({1, 3}) == ByteRange{1, 2});
  CHECK(map.to_source({4, 5}) == ByteRange{3, 4});
}

TEST_CASE("A source map loses its ends and keeps the rest in place") {
  SourceMap map;
  map.append(4, {0, 4});
  map.append(1, {4, 9});
  map.append(4, {9, 13});
  SourceMap front = map;
  front.remove_prefix(2);
  CHECK(front.to_source({0, 2}) == ByteRange{2, 4});
  CHECK(front.to_source({2, 3}) == ByteRange{4, 9});
  SourceMap back = map;
  back.truncate(6);
  CHECK(back.text_length() == 6);
  CHECK(back.to_source({5, 6}) == ByteRange{9, 10});
}

TEST_CASE("A section path names the headings above a block, outermost first") {
  Document document;
  document.blocks.resize(3);
  document.blocks[0].text = "4. Your content";
  document.blocks[1].text = "4.2 Training";
  document.blocks[1].section = 0;
  document.blocks[2].section = 1;
  const auto path = section_path(document, document.blocks[2]);
  REQUIRE(path.size() == 2);
  CHECK(path[0] == "4. Your content");
  CHECK(path[1] == "4.2 Training");
  CHECK(section_path(document, document.blocks[0]).empty());
}
