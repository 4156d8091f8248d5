#include "corpus/html.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/flow.h"
#include "corpus/html_table.h"
#include "corpus/html_tree.h"
#include "corpus/page_content.h"

namespace fineprint {
namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 30> kBlockElements = {
    "address", "article", "aside",  "blockquote", "body",    "center",   "dd",         "details",
    "dialog",  "dir",     "div",    "dl",         "dt",      "fieldset", "figcaption", "figure",
    "footer",  "form",    "header", "hgroup",     "hr",      "html",     "legend",     "main",
    "menu",    "nav",     "p",      "pre",        "section", "summary"};

bool is_block(pugi::xml_node node) {
  if (one_of(kBlockElements, node.name())) return true;
  return style_is(node.attribute("style").value(), "display", "block");
}

// 1 to 6 for <h1> to <h6> and role="heading", else 0.
int heading_level(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return name[1] - '0';
  if (std::string_view(node.attribute("role").value()) != "heading") return 0;
  return std::clamp(node.attribute("aria-level").as_int(2), 1, 6);
}

bool is_bold(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "b" || name == "strong") return true;
  const std::string_view style = node.attribute("style").value();
  for (const char* value : {"bold", "600", "700", "800", "900"})
    if (style_is(style, "font-weight", value)) return true;
  return false;
}

bool is_plain_weight(pugi::xml_node node) {
  const std::string_view style = node.attribute("style").value();
  return style_is(style, "font-weight", "normal") || style_is(style, "font-weight", "400");
}

bool unfolds_section(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name == "summary" || (name == "button" && node.attribute("aria-expanded"));
}

// A list that is open while the tree is walked.
struct OpenList {
  bool ordered = false;
  int level = 1;
  int lead_in = kNone;
  int item = kNone;        // the block of the current item
  bool item_open = false;  // the current item has no block yet
  bool lifted = false;     // the current item is a section: its heading stands for it
  pugi::xml_node element;  // the current item
};

class Reader : public TableContent {
 public:
  Reader(const HtmlTree& tree, Outline& outline) : tree_(tree), outline_(outline) {}

  void read(pugi::xml_node root) {
    visit(root);
    flush();
  }

  // TableContent:
  int read_cell(pugi::xml_node cell, Block prototype) override;
  void read_layout(pugi::xml_node cell) override {
    flush();
    if (cell.type() == pugi::node_pcdata)
      visit(cell);
    else
      inline_element(cell);
    flush();
  }

 private:
  void visit(pugi::xml_node node);
  void children(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) visit(child);
  }
  void element(pugi::xml_node node);
  void heading(pugi::xml_node node, int level);
  void list(pugi::xml_node node);
  void list_item(pugi::xml_node node);
  void definition(pugi::xml_node node);
  void section_head(pugi::xml_node node);
  void inline_element(pugi::xml_node node);
  void flush();
  // Of two things inside one block.
  void boundary() {
    if (in_cell_)
      flow_.line_break();
    else
      flow_.space();
  }
  bool is_section_item(const OpenList& list) const;

  const HtmlTree& tree_;
  Outline& outline_;
  Flow flow_;
  int bold_ = 0;
  bool one_block_ = false;  // inside a heading or cell: it is one block whatever it holds ...
  bool in_cell_ = false;    // ... but the lines of a cell stay apart
  std::vector<OpenList> lists_;
  int term_ = kNone;  // the last <dt>
};

void Reader::visit(pugi::xml_node node) {
  if (node.type() == pugi::node_pcdata)
    tree_.read_text(node, bold_ > 0, flow_);
  else if (node.type() == pugi::node_element)
    element(node);
}

void Reader::element(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "br") {
    if (one_block_)
      boundary();
    else
      flow_.line_break();
  } else if (name == "head") {
    return;
  } else if (one_block_) {
    const bool block = is_block(node) || name == "li" || name == "td" || name == "tr";
    if (block) boundary();
    inline_element(node);
    if (block) boundary();
  } else if (const int level = heading_level(node); level > 0) {
    heading(node, level);
  } else if (name == "ul" || name == "ol") {
    list(node);
  } else if (name == "li") {
    list_item(node);
  } else if (name == "dt" || name == "dd") {
    definition(node);
  } else if (name == "table") {
    flush();
    read_table(node, *this);
  } else if (unfolds_section(node)) {
    section_head(node);
  } else if (is_block(node)) {
    flush();
    inline_element(node);
    flush();
  } else {
    inline_element(node);
  }
}

void Reader::inline_element(pugi::xml_node node) {
  const int outer = bold_;
  if (is_bold(node))
    ++bold_;
  else if (is_plain_weight(node))
    bold_ = 0;
  children(node);
  bold_ = outer;
}

void Reader::heading(pugi::xml_node node, int level) {
  flush();
  one_block_ = true;
  children(node);
  one_block_ = false;
  Block block;
  block.kind = BlockKind::kHeading;
  block.level = level;
  const int index = flow_.flush_as(outline_, std::move(block));
  if (index != kNone && !lists_.empty() && lists_.back().item_open) {
    lists_.back().item_open = false;
    lists_.back().lifted = true;
  }
}

void Reader::section_head(pugi::xml_node node) {
  flush();
  one_block_ = true;
  children(node);
  one_block_ = false;
  Block block;
  flow_.take(block);
  if (reads_like_heading(block.text))
    outline_.add_unmarked_heading(std::move(block));
  else
    outline_.add(std::move(block));
}

void Reader::list(pugi::xml_node node) {
  flush();
  OpenList list;
  list.ordered = node.name() == std::string_view("ol");
  if (!lists_.empty() && !lists_.back().lifted) {
    list.level = lists_.back().level + 1;
    list.lead_in = outline_.lead_in_under(lists_.back().item);
  }
  if (list.lead_in == kNone) list.lead_in = outline_.lead_in_candidate();
  lists_.push_back(list);
  children(node);
  flush();
  lists_.pop_back();
}

void Reader::list_item(pugi::xml_node node) {
  flush();
  const bool stray = lists_.empty();
  if (stray) lists_.emplace_back();
  OpenList& list = lists_.back();
  list.item = kNone;
  list.item_open = true;
  list.lifted = false;
  list.element = node;
  inline_element(node);
  flush();
  lists_.back().item_open = false;
  if (stray) lists_.pop_back();
}

void Reader::definition(pugi::xml_node node) {
  flush();
  if (node.name() == std::string_view("dt")) {
    inline_element(node);
    if (flow_.empty()) return;
    term_ = flow_.flush_as(outline_, {});
    return;
  }
  OpenList list;
  list.lead_in = term_;
  list.item_open = true;
  list.element = node;
  lists_.push_back(list);
  inline_element(node);
  flush();
  lists_.pop_back();
}

std::size_t text_length(pugi::xml_node node, std::size_t enough) {
  std::size_t length = 0;
  for (const pugi::xml_node child : node.children()) {
    length += child.type() == pugi::node_pcdata ? std::string_view(child.value()).size()
                                                : text_length(child, enough);
    if (length > enough) break;
  }
  return length;
}

// A bold item with more under it is the heading of a section.
bool Reader::is_section_item(const OpenList& list) const {
  if (!flow_.is_bold_heading()) return false;
  const std::size_t head = flow_.length();
  return text_length(list.element, 3 * head + 100) > 2 * head + 60;
}

void Reader::flush() {
  if (flow_.empty()) {
    flow_ = {};
    return;
  }
  if (lists_.empty() || !lists_.back().item_open) {
    flow_.flush_paragraphs(outline_);
    return;
  }
  OpenList& list = lists_.back();
  list.item_open = false;
  if (is_section_item(list)) {
    list.lifted = true;
    flow_.flush_paragraphs(outline_);
    return;
  }
  Block block;
  block.kind = BlockKind::kListItem;
  block.level = list.level;
  block.lead_in = list.lead_in;
  block.ordered = list.ordered;
  list.item = flow_.flush_as(outline_, std::move(block));
}

int Reader::read_cell(pugi::xml_node cell, Block prototype) {
  one_block_ = in_cell_ = true;
  inline_element(cell);
  one_block_ = in_cell_ = false;
  return flow_.flush_cell(outline_, std::move(prototype));
}

std::string page_title(pugi::xml_node root) {
  BlockText text;
  text.append(root.child("head").child("title").text().get(), 0);
  return text.text();
}

}  // namespace

HtmlPage read_html(std::string_view utf8, const ReadLimits& limits, Document& document) {
  HtmlTree tree(utf8, limits.max_depth);
  HtmlPage page{page_title(tree.root()), tree.root().attribute("lang").value()};
  remove_furniture(tree.root());
  isolate_main_content(tree.root());
  Outline outline(document, limits);
  Reader(tree, outline).read(tree.root());
  return page;
}

void read_html_fragment(std::string_view utf8, std::size_t offset, const ReadLimits& limits,
                        Outline& outline) {
  const HtmlTree tree(utf8, limits.max_depth);
  const int before = outline.size();
  Reader(tree, outline).read(tree.root());
  for (int i = before; i < outline.size(); ++i) outline[i].map.shift_source(offset);
}

}  // namespace fineprint
