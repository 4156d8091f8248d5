// Documents built by hand for the tests of the analysis.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace fineprint::test {

// Builds a document block by block. The source is the texts, one a line.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string vendor = "Halvory", std::string type = "Terms of Service",
                           std::string language = "en") {
    document_.vendor = std::move(vendor);
    document_.type = std::move(type);
    document_.language = std::move(language);
    document_.parts.push_back({document_.vendor + "/" + document_.type + ".md", "", ""});
  }

  DocumentBuilder& heading(int level, const std::string& text) {
    while (!headings_.empty() && headings_.back().first >= level) headings_.pop_back();
    const int section = headings_.empty() ? kNone : headings_.back().second;
    const int block = add(BlockKind::kHeading, text, section);
    document_.blocks.back().level = level;
    headings_.emplace_back(level, block);
    return *this;
  }

  DocumentBuilder& paragraph(const std::string& text) {
    last_ = add(BlockKind::kParagraph, text, section());
    return *this;
  }

  // An item of a list that the last paragraph introduces.
  DocumentBuilder& item(const std::string& text) {
    add(BlockKind::kListItem, text, section());
    document_.blocks.back().lead_in = last_;
    document_.blocks.back().level = 1;
    return *this;
  }

  // A cell with its row's first cell and its column's head, by block (kNone: without).
  int cell(const std::string& text, int row_header = kNone, int column_header = kNone) {
    const int block = add(BlockKind::kTableCell, text, section());
    document_.blocks.back().row_header = row_header;
    document_.blocks.back().column_header = column_header;
    return block;
  }

  const Document& document() const { return document_; }
  operator Document() const { return document_; }

 private:
  int section() const { return headings_.empty() ? kNone : headings_.back().second; }

  int add(BlockKind kind, const std::string& text, int section) {
    Block block;
    block.kind = kind;
    block.text = text;
    block.section = section;
    std::string& bytes = document_.parts[0].bytes;
    block.map.append(text.size(), {bytes.size(), bytes.size() + text.size()});
    bytes += text + "\n";
    document_.blocks.push_back(std::move(block));
    return static_cast<int>(document_.blocks.size()) - 1;
  }

  Document document_;
  std::vector<std::pair<int, int>> headings_;  // level and block
  int last_ = kNone;
};

}  // namespace fineprint::test
