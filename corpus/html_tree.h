// HTML5 parsing: gumbo's tree turned into a pugixml one, which later steps prune and query.
//
// Hostile markup costs bounded time and memory: before gumbo sees the text, tags nested deeper
// than the limit and attributes past the 500th of a tag are blanked out (offsets stay), and gumbo
// works in an arena of limited size that goes away as a whole.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/document.h"
#include "corpus/flow.h"

namespace fineprint {

class HtmlTree {
 public:
  // Throws UnreadableInput where the markup would take too much memory. `source` must outlive the
  // tree.
  HtmlTree(std::string_view source, std::size_t max_depth);

  // The <html> element.
  pugi::xml_node root() const { return document_.document_element(); }

  // Hands a text node to `flow`, with its source.
  void read_text(pugi::xml_node text, bool bold, Flow& flow) const;

 private:
  friend class HtmlTreeBuilder;

  std::string_view source_;
  pugi::xml_document document_;
  std::unordered_map<const void*, ByteRange> texts_;  // where each text node stands
};

// Replaces tags nested deeper than `max_depth`, and attributes past the 500th of a tag, by spaces.
void flatten_deep_markup(std::string& html, std::size_t max_depth);

}  // namespace fineprint
