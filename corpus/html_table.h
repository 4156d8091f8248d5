// Tables of HTML: data tables become cells with their headers, layout tables running text.
#pragma once

#include <pugixml.hpp>

#include "corpus/document.h"

namespace fineprint {

// How the content of cells is read.
class TableContent {
 public:
  // Adds the cell as one block like `prototype`; its index, or kNone where it has no text.
  virtual int read_cell(pugi::xml_node cell, Block prototype) = 0;
  // Reads the cell as part of the running text.
  virtual void read_layout(pugi::xml_node cell) = 0;

 protected:
  ~TableContent() = default;
};

void read_table(pugi::xml_node table, TableContent& content);

}  // namespace fineprint
