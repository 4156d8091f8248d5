#include "analyzer/announcement.h"

#include <algorithm>
#include <string_view>

namespace fineprint {
namespace {

constexpr int kLongestTitle = 12;  // words, also of one that ends in a full stop

bool is_sentence(std::string_view text) {
  return text.ends_with('.') && std::count(text.begin(), text.end(), ' ') >= kLongestTitle;
}

bool stands_under(const Document& document, int block, int heading) {
  while (block > heading) block = document.blocks[static_cast<std::size_t>(block)].section;
  return block == heading;
}

}  // namespace

std::vector<bool> announcements(const Document& document, const std::vector<Finding>& findings) {
  std::vector<bool> announces(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& title = findings[i];
    const Block& block = document.blocks[static_cast<std::size_t>(title.block)];
    if (block.kind != BlockKind::kHeading || is_sentence(block.text)) continue;
    for (std::size_t next = i + 1; next < findings.size() && !announces[i]; ++next) {
      const Finding& below = findings[next];
      if (below.block == title.block) continue;
      if (!stands_under(document, below.block, title.block)) break;
      announces[i] =
          below.clause == title.clause && (title.period.empty() || below.period == title.period);
    }
  }
  return announces;
}

}  // namespace fineprint
