// Puts blocks into a document in reading order and works out how they hang together: the section
// each stands in, the level of headings that are not marked as such, what leads in a list.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/document.h"
#include "corpus/enumeration.h"
#include "corpus/reader.h"

namespace fineprint {

class Outline {
 public:
  // Appends to `document`, which must outlive the outline.
  Outline(Document& document, const ReadLimits& limits) : document_(document), limits_(limits) {}

  // Adds a block and sets its section; kNone where the text is empty. Throws UnreadableInput past
  // the limit. `lead_in`, `row_header` and `column_header` are the caller's to set.
  int add(Block block);

  // Adds a heading that the source marks only by its looks; its level follows from the marked
  // headings above it and from its numbering.
  int add_unmarked_heading(Block block);

  // Adds a paragraph; as a list item where it is enumerated ("(a) ...", "iv. ...") and follows text
  // that introduces it, or another such item.
  int add_paragraph(Block block);

  // Whether add_paragraph would take a text that begins with a small letter or small Roman number
  // for a list item.
  bool is_lettered_item(std::string_view text) const;

  // Appends to the last block, if that is a paragraph or list item, what turned out to continue it.
  bool extend_last(const Block& more);

  // The block just added, if it may introduce a list that follows it, or kNone.
  int lead_in_candidate() const;

  // The block that introduces a bullet in a paragraph of its own: that of the bullet before it, or
  // what may introduce a list here.
  int bullet_lead_in() const;

  // The block that introduces a list inside an item: a later paragraph of the item that may, or
  // the item. kNone for kNone.
  int lead_in_under(int item) const;

  Block& operator[](int block) { return document_.blocks[static_cast<std::size_t>(block)]; }
  int size() const { return static_cast<int>(document_.blocks.size()); }

 private:
  int enumeration_lead_in(std::string_view text) const;

  Document& document_;
  const ReadLimits& limits_;
  OpenEnumerations enumerations_;
  int section_ = kNone;
  int marked_level_ = 0;        // level of the last heading that was marked as one
  bool numbered_seen_ = false;  // an unmarked, numbered heading stands under it
};

// How deep the number at the start of a heading goes: 0 for "Privacy", 1 for "1. Privacy",
// "IV. Privacy", "Article 3" or "(a) Privacy", 2 for "2.1 Privacy".
int numbering_depth(std::string_view text);

// Whether text set apart by its looks alone (bold, upper case, a line of its own) reads like a
// heading: short, not a sentence, not the first half of one.
bool reads_like_heading(std::string_view text);

// Whether a paragraph can introduce the list that follows it: it is not a finished sentence, or
// it says that something follows.
bool introduces_list(std::string_view text);

// Whether a text breaks off before a list: it ends in a colon, or in a word that cannot end it.
bool breaks_off(std::string_view text);

}  // namespace fineprint
