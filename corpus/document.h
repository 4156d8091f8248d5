// A policy document as blocks of text in reading order, each traceable to its source bytes.
//
// Everything later in the pipeline works on these types and knows nothing of HTML or Markdown.
// All text is UTF-8 in Unicode normalisation as found; all offsets and lengths are bytes; ranges
// are half-open. Documents are plain values: they own what they hold and may be read from any
// number of threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;  // exclusive
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Maps offsets in a block's text back to offsets in the source bytes. Text and source run side by
// side in segments; a segment of equal lengths maps byte for byte, another (an entity, a folded
// space, a converted character) maps as a whole.
class SourceMap {
 public:
  // Adds the next `text_length` bytes of the text, which came from `source`. Merges with the
  // segment before it where both map byte for byte and are adjacent.
  void append(std::size_t text_length, ByteRange source);

  // The smallest source range that covers the non-empty text range. Text past the last segment
  // maps to the end of the last segment.
  ByteRange to_source(ByteRange text) const;

  // Adds the segments of `next`, whose text follows this map's.
  void append(const SourceMap& next);

  // Forgets the first `length` bytes of the text.
  void remove_prefix(std::size_t length);

  // This map with its source offsets taken as offsets in the text of `outer`: what a map into
  // decoded text becomes when `outer` leads from there to the bytes of the file.
  SourceMap through(const SourceMap& outer) const;

  // Forgets the text from `length` bytes on.
  void truncate(std::size_t length);

  // Adds `offset` to all source offsets.
  void shift_source(std::size_t offset);

  std::size_t text_length() const;
  bool empty() const { return segments_.empty(); }

 private:
  struct Segment {
    std::size_t text_begin;
    std::size_t text_length;
    ByteRange source;

    std::size_t text_end() const { return text_begin + text_length; }
    bool byte_for_byte() const { return source.end - source.begin == text_length; }
  };
  // The last segment that begins at or before `text`; segments_ must not be empty.
  std::size_t find(std::size_t text) const;

  std::vector<Segment> segments_;
};

enum class BlockKind { kHeading, kParagraph, kListItem, kTableCell };

inline constexpr int kNone = -1;  // "no such block"

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;     // headings: 1 (outermost) to 6; list items: nesting depth from 1; else 0
  std::string text;  // no markup, white space folded to single spaces (in cells: and line ends),
                     // not empty
  SourceMap map;
  int part = 0;  // which of the document's parts it stands in

  // Indexes into Document::blocks, or kNone.
  int section = kNone;        // the heading this block stands under; for a heading, its parent
  int lead_in = kNone;        // list items: the paragraph or parent item that introduces the list
  int row_header = kNone;     // table cells: the first cell of its row (none for that cell itself)
  int column_header = kNone;  // table cells: the cell that heads its column

  bool ordered = false;  // list items: the list is numbered
  int table_row = 0;     // table cells: row (0 is the header row, if there is one) ...
  int table_column = 0;  // ... and column
};

// One source file of a document. Most documents have one; `Terms #a.html`, `Terms #b.html` are two
// parts of one document.
struct Part {
  std::string path;    // relative to the scanned folder, with / between its parts
  std::string sha256;  // of `bytes`, in hex
  std::string bytes;   // the source as read, before any decoding
};

struct Document {
  std::string vendor;
  std::string type;      // normalised terms type: "Terms of Service", "Privacy Policy", ...
  std::string language;  // BCP 47: "en", "fr", ...; "und" where unknown
  std::string title;
  std::string date;  // ISO 8601 date stated as effective or last updated, or ""
  std::vector<Part> parts;
  std::vector<Block> blocks;

  const std::string& path() const { return parts.front().path; }
  const std::string& sha256() const { return parts.front().sha256; }
};

// The headings above `block`, outermost first (without the block itself).
std::vector<std::string_view> section_path(const Document& document, const Block& block);

}  // namespace fineprint
