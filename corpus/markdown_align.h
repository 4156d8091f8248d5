// Finds the source of text that a Markdown parser hands out without its place.
//
// cmark keeps the lines of blocks but not the place of every run of text inside them. The text
// comes in source order, so walking the source beside it and stepping over what is not text
// (emphasis, link targets, escapes, entities, quote marks at line starts) finds each piece in one
// pass over the bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/flow.h"

namespace fineprint {

class MarkdownAligner {
 public:
  explicit MarkdownAligner(std::string_view source) : source_(source) {}

  // Goes to the start of a block; `end` is where its source ends at the latest.
  void enter(std::size_t begin, std::size_t end);

  // Where the last step led; blocks come in source order.
  std::size_t position() const { return at_; }

  // Hands `literal`, which comes next, to `flow` with its source. `raw` text has no escapes and
  // entities (code). With no flow it is only stepped over.
  void text(std::string_view literal, bool raw, bool bold, Flow* flow);

  // Steps over `literal`, which stands in the source as it is (inline HTML); where it stood.
  ByteRange skip_exact(std::string_view literal);

  // Steps over a line end and the marks that begin the next line; where they stood.
  ByteRange skip_line_end();

  // Steps over what follows a link's text: "](target "title")", "][reference]".
  void skip_link_tail();

 private:
  bool at_entity(std::size_t& end) const;
  void skip_target();
  char at(std::size_t offset) const { return offset < end_ ? source_[offset] : '\0'; }

  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace fineprint
