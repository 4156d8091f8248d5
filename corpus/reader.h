// Turns the bytes of one file into a document: format and encoding detection, parsing, language.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace fineprint {

enum class Format { kHtml, kMarkdown, kText };

struct ReadLimits {
  std::size_t max_bytes = 16u << 20;  // a longer file is refused
  std::size_t max_blocks = 200'000;   // a document with more blocks is refused
  std::size_t max_depth = 256;        // deeper element nesting is flattened
};

// An input that cannot be read as a document; what() says why, in words for the report, without
// the path.
class UnreadableInput : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads one file's bytes. `path` decides the format together with the content and is stored in the
// document's only part; it is not opened. vendor and type are left empty. Throws UnreadableInput
// for empty, binary, undecodable or over-long input. Thread-safe.
Document read_document(std::string bytes, std::string path, const ReadLimits& limits = {});

// Appends the parts and blocks of `next` (another part of the same document).
void append_part(Document& document, Document next);

// The document as Markdown, as the analysis sees it.
std::string to_markdown(const Document& document);

}  // namespace fineprint
