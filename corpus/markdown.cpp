#include "corpus/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>
#include <string>
#include <vector>

#include "corpus/arena.h"
#include "corpus/flow.h"
#include "corpus/html.h"
#include "corpus/markdown_align.h"
#include "corpus/outline.h"
#include "corpus/page_lines.h"

namespace fineprint {
namespace {

// cmark's memory. Freeing node by node costs as much as parsing; the arena goes as a whole. cmark
// passes no context to its allocator, so each thread has its own.
class ParseMemory {
 public:
  static cmark_mem* functions() {
    static cmark_mem table{&ParseMemory::calloc, &ParseMemory::realloc, [](void*) {}};
    return &table;
  }
  static void clear() { arena().clear(); }

 private:
  // Each piece stands behind its size, which realloc needs.
  static constexpr std::size_t kHeader = 16;

  static Arena& arena() {
    thread_local Arena arena(std::numeric_limits<std::size_t>::max());
    return arena;
  }
  static void* allocate(std::size_t size) {
    auto* memory = static_cast<char*>(arena().allocate(size + kHeader));
    if (memory == nullptr) std::abort();  // as cmark's own allocator does
    std::memcpy(memory, &size, sizeof size);
    return memory + kHeader;
  }
  static void* calloc(std::size_t count, std::size_t size) {
    void* memory = allocate(count * size);
    std::memset(memory, 0, count * size);
    return memory;
  }
  static void* realloc(void* old, std::size_t size) {
    void* memory = allocate(size);
    if (old == nullptr) return memory;
    std::size_t old_size = 0;
    std::memcpy(&old_size, static_cast<char*>(old) - kHeader, sizeof old_size);
    std::memcpy(memory, old, std::min(size, old_size));
    return memory;
  }
};

// A parsed document; its nodes live until the tree goes.
class Tree {
 public:
  explicit Tree(std::string_view utf8) {
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, ParseMemory::functions());
    if (cmark_syntax_extension* table = cmark_find_syntax_extension("table"))
      cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, utf8.data(), utf8.size());
    root_ = cmark_parser_finish(parser);
  }
  ~Tree() { ParseMemory::clear(); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  cmark_node* root() const { return root_; }

 private:
  cmark_node* root_ = nullptr;
};

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

bool is_inline(cmark_node_type type) {
  return (static_cast<int>(type) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

// The types of extensions are known by their names only.
enum class TablePart { kNone, kTable, kRow, kCell };
TablePart table_part(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return TablePart::kTable;
  if (name == "table_row" || name == "table_header") return TablePart::kRow;
  return name == "table_cell" ? TablePart::kCell : TablePart::kNone;
}

// A list that is open while the tree is walked.
struct OpenList {
  bool ordered = false;
  int level = 0;
  int lead_in = kNone;
  int item = kNone;        // the block of the current item
  bool item_open = false;  // the current item has no block yet
  bool lifted = false;     // the current item is a section: its heading stands for it
};

struct OpenTable {
  int row = -1;
  int column = -1;
  int first_cell = kNone;
  std::vector<int> header;  // the header row's blocks by column

  bool has_empty_header() const {
    return std::all_of(header.begin(), header.end(), [](int block) { return block == kNone; });
  }
};

// Converters of HTML leave the header that Markdown demands empty where the page marked none. Then
// a first row of short cells heads the table, as in HTML, where it has two rows more.
bool looks_like_header(cmark_node* row) {
  cmark_node* next = cmark_node_next(row);
  if (next == nullptr || cmark_node_next(next) == nullptr) return false;
  constexpr int kLongest = 80;  // bytes of Markdown
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
       cell = cmark_node_next(cell))
    if (cmark_node_get_end_column(cell) - cmark_node_get_start_column(cell) >= kLongest)
      return false;
  return true;
}

class Reader {
 public:
  Reader(std::string_view source, const ReadLimits& limits, Document& document)
      : source_(source),
        page_width_(find_page_width(source)),
        limits_(limits),
        outline_(document, limits),
        aligner_(source) {
    line_starts_.push_back(0);
    for (const char *at = source.data(), *end = at + source.size();
         (at =
              static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))));)
      line_starts_.push_back(static_cast<std::size_t>(++at - source.data()));
  }

  void read(cmark_node* root) {
    cmark_iter* iterator = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
      cmark_node* node = cmark_iter_get_node(iterator);
      const bool entering = event == CMARK_EVENT_ENTER;
      if (is_inline(cmark_node_get_type(node)))
        inline_node(node, entering);
      else
        block_node(node, entering);
    }
    end_page_text();
  }

 private:
  std::size_t line_start(int line) const {
    const auto index = static_cast<std::size_t>(line < 1 ? 0 : line - 1);
    return index < line_starts_.size() ? line_starts_[index] : source_.size();
  }

  void enter_source(cmark_node* node) {
    const std::size_t begin = line_start(cmark_node_get_start_line(node));
    const int column = cmark_node_get_start_column(node);
    if (cmark_node_get_start_line(node) < 1 || begin < aligner_.position())
      return enter_above_table(node);
    aligner_.enter(begin + static_cast<std::size_t>(column > 0 ? column - 1 : 0),
                   line_start(cmark_node_get_end_line(node) + 1));
  }

  // Where a paragraph ends in a table, cmark gives both the place of the paragraph's start, or
  // none.
  void enter_above_table(cmark_node* node) {
    cmark_node* next = cmark_node_next(node);
    cmark_node* table = next != nullptr ? next : cmark_node_parent(node);
    const int first = cmark_node_get_start_line(node) < 1 ? cmark_node_get_start_line(table) : 1;
    aligner_.enter(std::max(aligner_.position(), line_start(first)),
                   line_start(cmark_node_get_end_line(table) + 1));
  }

  void block_node(cmark_node* node, bool entering);
  void inline_node(cmark_node* node, bool entering);
  void literal_inline(cmark_node* node, cmark_node_type type);
  void enter_list(cmark_node* node);
  void end_paragraph(cmark_node* node);
  void end_page_line(cmark_node* node);
  void code_block(cmark_node* node);
  void html_block(cmark_node* node);
  void table_node(cmark_node* node, TablePart part, bool entering);
  void end_cell();
  bool is_section_item(cmark_node* paragraph) const;
  Block item_block();

  void end_page_text();

  std::string_view source_;
  std::size_t page_width_;  // of a document that once was a PDF, else 0
  const ReadLimits& limits_;
  Outline outline_;
  MarkdownAligner aligner_;
  std::vector<std::size_t> line_starts_;
  Flow flow_;
  int strong_ = 0;
  int muted_ = 0;  // inside an image
  bool in_cell_ = false;
  std::vector<OpenList> lists_;
  OpenTable table_;
};

// The lines of a page that wait to be joined.
void Reader::end_page_text() {
  if (page_width_ == 0 || flow_.empty()) return;
  flow_.join_wrapped(page_width_);
  flow_.flush_paragraphs(outline_);
}

void Reader::block_node(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (entering && type != CMARK_NODE_PARAGRAPH) end_page_text();
  if (type == CMARK_NODE_LIST) {
    if (entering)
      enter_list(node);
    else
      lists_.pop_back();
  } else if (type == CMARK_NODE_ITEM && entering) {
    OpenList& list = lists_.back();
    list.item = kNone;
    list.item_open = true;
    list.lifted = false;
  } else if (type == CMARK_NODE_PARAGRAPH) {
    if (entering)
      enter_source(node);
    else
      end_paragraph(node);
  } else if (type == CMARK_NODE_HEADING) {
    if (entering) {
      enter_source(node);
      return;
    }
    Block block;
    block.kind = BlockKind::kHeading;
    block.level = cmark_node_get_heading_level(node);
    const int index = flow_.flush_as(outline_, std::move(block));
    if (!lists_.empty() && lists_.back().item_open && index != kNone) {
      lists_.back().item_open = false;
      lists_.back().lifted = true;
    }
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    code_block(node);
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    html_block(node);
  } else if (const TablePart part = table_part(node); part != TablePart::kNone) {
    table_node(node, part, entering);
  }
}

void Reader::enter_list(cmark_node* node) {
  OpenList list;
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.level = 1;
  if (!lists_.empty() && !lists_.back().lifted) {
    list.level = lists_.back().level + 1;
    const OpenList& outer = lists_.back();
    list.lead_in = outer.item_open ? outer.lead_in : outline_.lead_in_under(outer.item);
  }
  if (list.lead_in == kNone) list.lead_in = outline_.lead_in_candidate();
  lists_.push_back(list);
}

Block Reader::item_block() {
  const OpenList& list = lists_.back();
  Block block;
  block.kind = BlockKind::kListItem;
  block.level = list.level;
  block.lead_in = list.lead_in;
  block.ordered = list.ordered;
  return block;
}

// A paragraph that is one line of a page; more blank lines than one end a paragraph of the page.
void Reader::end_page_line(cmark_node* node) {
  const std::size_t end = line_start(cmark_node_get_end_line(node) + 1);
  const std::size_t next = source_.find_first_not_of("\r\n", end);
  const std::string_view gap = source_.substr(end, next == std::string_view::npos ? 0 : next - end);
  const bool wide = std::count(gap.begin(), gap.end(), '\n') > 2;
  if (wide)
    flow_.paragraph_break({end, end});
  else
    flow_.line_break({end, end});
}

// A bold item with more under it is the heading of a section, its number the list's.
bool Reader::is_section_item(cmark_node* paragraph) const {
  return cmark_node_next(paragraph) != nullptr && flow_.is_bold_heading();
}

void Reader::end_paragraph(cmark_node* node) {
  OpenList* const list = lists_.empty() ? nullptr : &lists_.back();
  if (page_width_ > 0 && list == nullptr) return end_page_line(node);
  if (list == nullptr || !list->item_open) {
    flow_.flush_paragraphs(outline_);
    return;
  }
  if (is_section_item(node)) {
    list->item_open = false;
    list->lifted = true;
    flow_.flush_paragraphs(outline_);
    return;
  }
  list->item = flow_.flush_as(outline_, item_block());
  if (list->item != kNone) list->item_open = false;
}

void Reader::code_block(cmark_node* node) {
  enter_source(node);
  aligner_.text(view(cmark_node_get_literal(node)), true, false, &flow_);
  if (!lists_.empty() && lists_.back().item_open) {
    lists_.back().item = flow_.flush_as(outline_, item_block());
    lists_.back().item_open = false;
  } else {
    flow_.flush_as(outline_, {});
  }
}

void Reader::html_block(cmark_node* node) {
  const std::size_t begin = line_start(cmark_node_get_start_line(node));
  const std::size_t end = line_start(cmark_node_get_end_line(node) + 1);
  read_html_fragment(source_.substr(begin, end - begin), begin, limits_, outline_);
}

void Reader::table_node(cmark_node* node, TablePart part, bool entering) {
  if (part == TablePart::kTable) {
    table_ = {};
  } else if (part == TablePart::kRow) {
    if (!entering) return;
    enter_source(node);
    if (table_.row == 0 && table_.has_empty_header() && looks_like_header(node)) {
      table_.header.clear();
    } else {
      ++table_.row;
    }
    table_.column = -1;
    table_.first_cell = kNone;
  } else {
    in_cell_ = entering;
    if (entering)
      ++table_.column;
    else
      end_cell();
  }
}

void Reader::end_cell() {
  Block block;
  block.kind = BlockKind::kTableCell;
  block.table_row = table_.row;
  block.table_column = table_.column;
  const auto column = static_cast<std::size_t>(table_.column);
  if (table_.row > 0) {
    block.row_header = table_.first_cell;
    if (column < table_.header.size()) block.column_header = table_.header[column];
  }
  const int index = flow_.flush_cell(outline_, std::move(block));
  if (table_.row == 0) table_.header.push_back(index);
  if (table_.column == 0) table_.first_cell = index;
}

void Reader::literal_inline(cmark_node* node, cmark_node_type type) {
  const std::string_view literal = view(cmark_node_get_literal(node));
  if (type == CMARK_NODE_HTML_INLINE) {
    const ByteRange where = aligner_.skip_exact(literal);
    const bool line_break = literal.starts_with("<br") || literal.starts_with("<BR");
    if (line_break) flow_.line_break(where);
    return;
  }
  aligner_.text(literal, type == CMARK_NODE_CODE, strong_ > 0, muted_ > 0 ? nullptr : &flow_);
}

void Reader::inline_node(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  const int step = entering ? 1 : -1;
  if (type == CMARK_NODE_STRONG) {
    strong_ += step;
  } else if (type == CMARK_NODE_IMAGE) {
    muted_ += step;
    if (!entering) aligner_.skip_link_tail();
  } else if (type == CMARK_NODE_LINK) {
    if (!entering) aligner_.skip_link_tail();
  } else if (type == CMARK_NODE_SOFTBREAK) {
    flow_.space(aligner_.skip_line_end());
  } else if (type == CMARK_NODE_LINEBREAK) {
    const ByteRange where = aligner_.skip_line_end();
    if (in_cell_)
      flow_.space(where);
    else
      flow_.line_break(where);
  } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE) {
    literal_inline(node, type);
  }
}

// Blanks quote marks and bullets nested deeper than `max_depth`: cmark takes time in the square of
// the depth. Offsets stay. "" where there are none, as in any real text.
std::string flatten_deep_containers(std::string_view utf8, std::size_t max_depth) {
  std::string flat;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    std::size_t depth = 0;
    for (std::size_t at = begin; at < end; ++at) {
      const char c = utf8[at];
      if (c == ' ' || c == '\t') continue;
      if (c != '>' && c != '-' && c != '*' && c != '+') break;
      if (++depth <= max_depth) continue;
      if (flat.empty()) flat = utf8;
      flat[at] = ' ';
    }
    begin = end + 1;
  }
  return flat;
}

}  // namespace

void read_markdown(std::string_view utf8, const ReadLimits& limits, Document& document) {
  const std::string flat = flatten_deep_containers(utf8, limits.max_depth);
  const Tree tree(flat.empty() ? utf8 : flat);
  Reader(utf8, limits, document).read(tree.root());
}

}  // namespace fineprint
