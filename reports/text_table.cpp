#include "reports/text_table.h"

#include <algorithm>

#include "reports/display_text.h"

namespace fineprint {
namespace {

int longest_word(const std::string& text) {
  int longest = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

int total(const std::vector<int>& widths) {
  int sum = 0;
  for (const int width : widths) sum += width > 0 ? width + kTableGap : 0;
  return std::max(sum - kTableGap, 0);
}

// Takes from the columns that are wider than they must be, the first ones first.
void shrink(std::vector<int>& widths, const std::vector<int>& least, int width) {
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const int over = total(widths) - width;
    if (over <= 0) return;
    if (widths[i] > least[i]) widths[i] -= std::min(over, widths[i] - least[i]);
  }
}

}  // namespace

std::vector<int> fit_table(const TextTable& table, int width, int keep) {
  std::vector<int> full;
  std::vector<int> least;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const int word = longest_word(table.columns[i].head);
    int wide = word;
    for (const auto& row : table.rows) wide = std::max(wide, display_width(row[i].text));
    full.push_back(wide);
    least.push_back(std::min(wide, std::max(word, table.columns[i].least)));
  }
  auto left = std::count_if(table.columns.begin(), table.columns.end(),
                            [](const TableColumn& column) { return column.weight >= 0; });
  for (;; --left) {
    std::vector<int> widths = full;
    shrink(widths, least, width);
    if (total(widths) <= width) return widths;
    if (left <= keep) return {};
    std::size_t lightest = table.columns.size();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].weight < 0 || full[i] == 0) continue;
      if (lightest == table.columns.size() ||
          table.columns[i].weight <= table.columns[lightest].weight) {
        lightest = i;
      }
    }
    full[lightest] = least[lightest] = 0;
  }
}

}  // namespace fineprint
