// Any bytes under the name of one format: read as a document, or refused with a reason.
//
// What is read must be sound: blocks with text, references to earlier blocks or none, and ranges
// inside the source. The document is also written as Markdown.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corpus/reader.h"

namespace {

using fineprint::Block;
using fineprint::ByteRange;
using fineprint::Document;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_block(int index, const Document& document) {
  return index == fineprint::kNone ||
         (index >= 0 && static_cast<std::size_t>(index) < document.blocks.size());
}

std::string file_name() {
  const std::string format = FINEPRINT_FUZZ_FORMAT;
  return format == "html" ? "page.html" : format == "markdown" ? "page.md" : "page.txt";
}

void check(const Document& document) {
  require(document.parts.size() == 1);
  for (const Block& block : document.blocks) {
    require(!block.text.empty());
    require(block.part == 0);
    require(is_block(block.section, document) && is_block(block.lead_in, document));
    require(is_block(block.row_header, document) && is_block(block.column_header, document));
    const ByteRange range = block.map.to_source({0, block.text.size()});
    require(range.begin <= range.end && range.end <= document.parts[0].bytes.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Document document = fineprint::read_document(
        std::string(reinterpret_cast<const char*>(data), size), file_name());
    check(document);
    fineprint::to_markdown(document);
  } catch (const fineprint::UnreadableInput&) {  // refused with a reason: as it should be
  }
  return 0;
}
