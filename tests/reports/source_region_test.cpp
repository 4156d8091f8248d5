#include "reports/source_region.h"

#include <doctest/doctest.h>

#include <string>

using namespace fineprint;

namespace {

SourceRegion region_of(const std::string& bytes, const std::string& piece) {
  const std::size_t begin = bytes.find(piece);
  REQUIRE(begin != std::string::npos);
  return SourceIndex(bytes).region({begin, begin + piece.size()});
}

}  // namespace

TEST_CASE("a place is told by line and column in characters, not bytes") {
  const std::string bytes = "# Données\n\nVoilà : nous gardons tout.\nFin.\n";
  const SourceRegion region = region_of(bytes, "nous gardons");
  CHECK(region.line == 3);
  CHECK(region.column == 9);
  CHECK(region.end_line == 3);
  CHECK(region.end_column == 21);
  CHECK(region.characters == ByteRange{19, 31});
  CHECK(region.bytes == ByteRange{21, 33});
}

TEST_CASE("a sentence over several lines ends on the last one") {
  const SourceRegion region =
      region_of("We keep\r\nyour data\r\nfor ever.\r\n", "your data\r\nfor");
  CHECK(region.line == 2);
  CHECK(region.column == 1);
  CHECK(region.end_line == 3);
  CHECK(region.end_column == 4);
}

TEST_CASE("a range that takes in a line end stays on its line") {
  const SourceRegion region = region_of("one\ntwo\n", "one\n");
  CHECK(region.end_line == 1);
  CHECK(region.end_column == 5);
}

TEST_CASE("a byte order mark is no character") {
  const SourceRegion region = region_of("\xEF\xBB\xBFWe train.", "train");
  CHECK(region.column == 4);
  CHECK(region.characters == ByteRange{3, 8});
  CHECK(region.bytes == ByteRange{6, 11});
}

TEST_CASE("of bytes that are not UTF-8 only the lines are known") {
  const SourceRegion region = region_of(
      "Donn\xE9"
      "es\nWe train.",
      "train");
  CHECK(region.line == 2);
  CHECK(region.column == 0);
}

TEST_CASE("places far into one long line are found") {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += "é ";
  const std::size_t at = bytes.size();
  bytes += "train";
  const SourceRegion region = SourceIndex(bytes).region({at, at + 5});
  CHECK(region.line == 1);
  CHECK(region.column == 6001);
  CHECK(region.end_column == 6006);
}

TEST_CASE("a range beyond the file is cut to it") {
  CHECK(SourceIndex("abc").region({2, 90}).bytes == ByteRange{2, 3});
  CHECK(SourceIndex("abc").region({7, 90}).bytes == ByteRange{3, 3});
  CHECK(SourceIndex("").region({7, 90}).line == 0);
}
