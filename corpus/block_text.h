// Collects the text of one block while a document is being parsed.
//
// White space of every kind (line ends, no-break and typographic spaces) folds to one space, none
// stands at either end, and characters without width (zero-width space, soft hyphen, byte order
// mark) are dropped; the source map keeps up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace fineprint {

class BlockText {
 public:
  // Text that stands in the source as it is, from offset `source` on.
  void append(std::string_view text, std::size_t source);

  // Text that another spelling in the source stands for (an entity, an escape).
  void append_converted(std::string_view text, ByteRange source);

  // White space that the source has at `source` (a line end, a <br>; the range may be empty).
  void space(ByteRange source);
  // White space that a boundary stands for, after the text so far.
  void space();

  // The text of `next` after a space.
  void append(const BlockText& next);

  // The text of `next` on a line of its own: after a line end.
  void append_line(const BlockText& next);

  // The text of `next` without a space between.
  void append_directly(const BlockText& next);

  // Removes the last `length` bytes; their source stays with the byte before.
  void remove_suffix(std::size_t length);

  // Removes the first `length` bytes (a bullet) and the space after them.
  void remove_prefix(std::size_t length);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

  // Moves what was collected into `block` and starts afresh.
  void move_to(Block& block);

 private:
  void flush_space(char space = ' ');
  void append_behind(char mark, const BlockText& next);

  std::string text_;
  SourceMap map_;
  bool space_pending_ = false;
  ByteRange space_source_;
};

// The number of bytes of the white space character, or of the character without width, that
// `text` begins with; 0 if it begins with another. `folds` tells the two apart.
std::size_t blank_length(std::string_view text, bool& folds);

}  // namespace fineprint
