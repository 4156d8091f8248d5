#include "corpus/html_table.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kMaxSpan = 1000;   // as browsers limit it; also the most columns
constexpr std::size_t kLongCell = 2500;  // a cell with more text than this holds a document

bool is(pugi::xml_node node, std::string_view name) {
  return name == node.name();
}

struct Row {
  std::vector<pugi::xml_node> cells;
  bool in_head = false;
};

// The rows of this table, not of tables inside its cells, and what stands beside them (captions,
// and whatever flattening has left there).
struct Rows {
  std::vector<Row> rows;
  std::vector<pugi::xml_node> captions;
};

void collect_row(pugi::xml_node element, bool in_head, Rows& out) {
  Row row;
  row.in_head = in_head;
  for (const pugi::xml_node cell : element.children()) {
    if (is(cell, "td") || is(cell, "th"))
      row.cells.push_back(cell);
    else
      out.captions.push_back(cell);
  }
  out.rows.push_back(std::move(row));
}

void collect(pugi::xml_node node, bool in_head, Rows& out) {
  for (const pugi::xml_node child : node.children()) {
    if (is(child, "tr"))
      collect_row(child, in_head, out);
    else if (is(child, "thead") || is(child, "tbody") || is(child, "tfoot"))
      collect(child, is(child, "thead"), out);
    else
      out.captions.push_back(child);
  }
}

struct CellContent {
  std::size_t text = 0;
  bool nested_table = false;
  bool heading = false;

  bool is_document() const { return nested_table || heading || text > kLongCell; }
};

void examine(pugi::xml_node node, CellContent& out) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata) out.text += std::string_view(child.value()).size();
    if (name == "table") out.nested_table = true;
    if (name == "h1" || name == "h2") out.heading = true;
    if (out.is_document()) return;
    examine(child, out);
  }
}

bool is_layout(pugi::xml_node table, const Rows& rows) {
  const std::string_view role = table.attribute("role").value();
  if (role == "presentation" || role == "none") return true;
  std::size_t columns = 0;
  for (const Row& row : rows.rows) {
    columns = std::max(columns, row.cells.size());
    for (const pugi::xml_node cell : row.cells) {
      CellContent content;
      examine(cell, content);
      if (content.is_document()) return true;
    }
  }
  return columns < 2 || rows.rows.size() < 2;
}

bool is_header_row(const Row& row) {
  return row.in_head ||
         (!row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                            [](auto cell) { return is(cell, "th"); }));
}

// A first row of short cells heads its table even where it is not marked to, as the first row of a
// Markdown table does.
bool looks_like_header(const Rows& rows) {
  if (rows.rows.size() < 3) return false;
  const Row& first = rows.rows.front();
  return std::all_of(first.cells.begin(), first.cells.end(), [](pugi::xml_node cell) {
    CellContent content;
    examine(cell, content);
    return content.text < 80;
  });
}

std::size_t span(pugi::xml_node cell, const char* name) {
  return std::clamp<std::size_t>(cell.attribute(name).as_uint(1), 1, kMaxSpan);
}

class DataTable {
 public:
  explicit DataTable(TableContent& content) : content_(content) {}

  void read(const Rows& rows) {
    const bool headed = is_header_row(rows.rows.front()) || looks_like_header(rows);
    row_ = headed ? 0 : 1;
    for (const Row& row : rows.rows) {
      read_row(row);
      ++row_;
    }
  }

 private:
  // What a column holds in the current row: a cell from a row above that spans down to it.
  struct Column {
    int header = kNone;
    int spanning = kNone;
    std::size_t rows_left = 0;
  };

  void read_row(const Row& row) {
    std::size_t column = 0;
    int first = kNone;
    for (const pugi::xml_node cell : row.cells) {
      column = skip_spanned(column, first);
      if (column >= kMaxSpan) {
        content_.read_layout(cell);
        continue;
      }
      const std::size_t width = std::min(span(cell, "colspan"), kMaxSpan - column);
      const std::size_t height = span(cell, "rowspan");
      if (columns_.size() < column + width) columns_.resize(column + width);
      Block block;
      block.kind = BlockKind::kTableCell;
      block.table_row = row_;
      block.table_column = static_cast<int>(column);
      if (row_ > 0) {
        block.row_header = first;
        block.column_header = columns_[column].header;
      }
      const int index = content_.read_cell(cell, std::move(block));
      for (std::size_t i = column; i < column + width; ++i) {
        columns_[i].spanning = index;
        columns_[i].rows_left = height;
        if (row_ == 0) columns_[i].header = index;
      }
      if (column == 0) first = index;
      column += width;
    }
    for (Column& each : columns_)
      if (each.rows_left > 0) --each.rows_left;
  }

  std::size_t skip_spanned(std::size_t column, int& first) const {
    while (column < columns_.size() && columns_[column].rows_left > 0) {
      if (column == 0) first = columns_[0].spanning;
      ++column;
    }
    return column;
  }

  TableContent& content_;
  std::vector<Column> columns_;
  int row_ = 0;
};

}  // namespace

void read_table(pugi::xml_node table, TableContent& content) {
  Rows rows;
  collect(table, false, rows);
  for (const pugi::xml_node caption : rows.captions) content.read_layout(caption);
  if (rows.rows.empty()) return;
  if (!is_layout(table, rows)) return DataTable(content).read(rows);
  for (const Row& row : rows.rows)
    for (const pugi::xml_node cell : row.cells) content.read_layout(cell);
}

}  // namespace fineprint
