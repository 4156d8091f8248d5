// Helpers that the tests of reading share.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"
#include "support/corpora.h"
#include "support/temporary_folder.h"

namespace fineprint {

inline Document read_html_text(std::string_view html) {
  return read_document(std::string(html), "page.html");
}
inline Document read_markdown_text(std::string_view text) {
  return read_document(std::string(text), "page.md");
}
inline Document read_plain_text(std::string_view text) {
  return read_document(std::string(text), "page.txt");
}

// The block whose text begins with `start`; fails the test where there is none.
inline const Block& block_at(const Document& document, std::string_view start) {
  for (const Block& block : document.blocks)
    if (block.text.starts_with(start)) return block;
  FAIL("no block begins with: ", std::string(start), "\n", to_markdown(document));
  return document.blocks.front();
}

inline bool has_text(const Document& document, std::string_view text) {
  for (const Block& block : document.blocks)
    if (block.text.find(text) != std::string::npos) return true;
  return false;
}

inline std::string text_of(const Document& document, int block) {
  return block == kNone ? "(none)" : document.blocks[static_cast<std::size_t>(block)].text;
}

// What the source has for `part` of a block's text.
inline std::string source_of(const Document& document, const Block& block, std::string_view part) {
  const std::size_t at = block.text.find(part);
  REQUIRE(at != std::string::npos);
  const ByteRange range = block.map.to_source({at, at + part.size()});
  const std::string& bytes = document.parts[static_cast<std::size_t>(block.part)].bytes;
  REQUIRE(range.end <= bytes.size());
  return bytes.substr(range.begin, range.end - range.begin);
}

// Why an input is refused; "" where it is read.
inline std::string refusal(std::string bytes, std::string path, const ReadLimits& limits = {}) {
  try {
    read_document(std::move(bytes), std::move(path), limits);
    return "";
  } catch (const UnreadableInput& unreadable) {
    return unreadable.what();
  }
}

}  // namespace fineprint
