// A table for a terminal: which columns fit into a width, and how wide they get.
#pragma once

#include <string>
#include <vector>

namespace fineprint {

struct TableColumn {
  std::string head;    // clean text; wraps at its spaces
  bool right = false;  // numbers
  int least = 12;      // its cells are clipped to this if need be
  int weight = -1;     // where columns must go, the smallest goes first; negative ones stay
};

struct TableCell {
  std::string text;         // clean text
  const char* colour = "";  // SGR parameters, or ""
};

struct TextTable {
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows;  // as many cells as columns in each
};

inline constexpr int kTableGap = 2;  // blanks between columns

// The width of each column, 0 for those left out, so that the table takes at most `width`; empty
// if fewer than `keep` of the columns that may go would be left.
std::vector<int> fit_table(const TextTable& table, int width, int keep);

}  // namespace fineprint
