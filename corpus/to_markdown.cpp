#include <algorithm>
#include <string>

#include "corpus/outline.h"
#include "corpus/reader.h"

namespace fineprint {
namespace {

// Text with the characters escaped that Markdown would read as markup.
void append_escaped(std::string& out, std::string_view text, bool in_table) {
  if (!in_table && !text.empty()) {
    if (std::string_view("#>+-=").find(text[0]) != std::string_view::npos) out += '\\';
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const char after = digits < text.size() ? text[digits] : ' ';
    if (digits > 0 && digits < 10 && (after == '.' || after == ')')) {
      out.append(text.substr(0, digits));
      out += '\\';
      text.remove_prefix(digits);
    }
  }
  for (const char c : text) {
    if (c == '\n') {  // the line end of a cell
      out += "<br>";
      continue;
    }
    if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<' ||
        c == '&' || (in_table && c == '|'))
      out += '\\';
    out += c;
  }
}

class Printer {
 public:
  explicit Printer(const Document& document) : document_(document) {}

  std::string print() {
    const auto& blocks = document_.blocks;
    for (at_ = 0; at_ < blocks.size();) {
      if (blocks[at_].kind == BlockKind::kTableCell) {
        table();
      } else {
        block(blocks[at_]);
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  void block(const Block& block) {
    if (block.kind == BlockKind::kHeading) {
      separate();
      out_.append(static_cast<std::size_t>(block.level), '#');
      out_ += ' ';
    } else if (block.kind == BlockKind::kListItem) {
      item_mark(block);
    } else {
      separate();
    }
    append_escaped(out_, block.text, false);
    out_ += '\n';
    in_list_ = block.kind == BlockKind::kListItem;
  }

  void item_mark(const Block& block) {
    if (!in_list_) separate();
    const auto depth = static_cast<std::size_t>(std::max(block.level - 1, 0));
    if (!in_list_) numbers_.clear();
    numbers_.resize(depth + 1);
    out_.append(depth * 4, ' ');
    const int number = ++numbers_[depth];
    out_ += block.ordered ? std::to_string(number) + ". " : "- ";
  }

  // One table: its cells up to the next cell that does not come after the one before.
  void table() {
    const auto& blocks = document_.blocks;
    std::size_t end = at_;
    int columns = 0;
    for (; end < blocks.size() && blocks[end].kind == BlockKind::kTableCell; ++end) {
      if (end > at_ && position(blocks[end]) <= position(blocks[end - 1])) break;
      columns = std::max(columns, blocks[end].table_column + 1);
    }
    separate();
    int row = 0;
    bool ruled = false;
    if (blocks[at_].table_row > 0) {
      row = blocks[at_].table_row - 1;
      close_row(0, columns, ruled);
      row = blocks[at_].table_row;
    }
    int column = 0;
    for (; at_ < end; ++at_) {
      const Block& cell = blocks[at_];
      if (cell.table_row > row) {
        close_row(column, columns, ruled);
        column = 0;
        row = cell.table_row;
      }
      for (; column < cell.table_column; ++column) out_ += "| ";
      out_ += "| ";
      append_escaped(out_, cell.text, true);
      out_ += ' ';
      ++column;
    }
    close_row(column, columns, ruled);
    in_list_ = false;
  }

  void close_row(int column, int columns, bool& ruled) {
    for (; column < columns; ++column) out_ += "| ";
    out_ += "|\n";
    if (ruled) return;
    ruled = true;
    for (int i = 0; i < columns; ++i) out_ += "| --- ";
    out_ += "|\n";
  }

  static std::pair<int, int> position(const Block& cell) {
    return {cell.table_row, cell.table_column};
  }

  void separate() {
    if (!out_.empty()) out_ += '\n';
  }

  const Document& document_;
  std::string out_;
  std::size_t at_ = 0;
  bool in_list_ = false;
  std::vector<int> numbers_;
};

}  // namespace

std::string to_markdown(const Document& document) {
  return Printer(document).print();
}

}  // namespace fineprint
