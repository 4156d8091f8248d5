// A range of a source file in the terms of editors and viewers: lines, columns, characters.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace fineprint {

struct SourceRegion {
  ByteRange bytes;
  int line = 0;      // 1-based, of the first byte; 0: unknown
  int end_line = 0;  // of the last byte
  // What follows is known for UTF-8 only; columns are then above 0.
  int column = 0;        // 1-based, in code points
  int end_column = 0;    // of the character after the last one
  ByteRange characters;  // code points from the start of the file, a byte order mark not counted
};

// Keeps a view of the bytes, and what it takes to look a place up fast in a file of any shape.
class SourceIndex {
 public:
  explicit SourceIndex(std::string_view bytes);

  // Lines end with \n, which includes \r\n. A range beyond the bytes is cut to them; without bytes
  // only `bytes` is filled in.
  SourceRegion region(ByteRange range) const;

 private:
  std::size_t line_of(std::size_t offset) const;        // index into line_starts_
  std::size_t characters_to(std::size_t offset) const;  // code points before it
  int column_of(std::size_t offset) const;

  std::string_view bytes_;
  std::size_t mark_ = 0;  // bytes of the byte order mark
  bool utf8_ = false;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> counts_;  // code points before each multiple of kStep
};

}  // namespace fineprint
