#include "analyzer/trigger_index.h"

namespace fineprint {

void TriggerIndex::add(std::size_t program, const std::optional<std::vector<Symbol>>& needed) {
  if (!needed) return always_.insert(program);
  for (const Symbol symbol : *needed) {
    if (by_symbol_.size() <= symbol) by_symbol_.resize(symbol + 1);
    std::vector<Block>& blocks = by_symbol_[symbol];
    const auto block = static_cast<std::uint32_t>(program / 64);
    if (blocks.empty() || blocks.back().block != block) blocks.push_back({block, 0});
    blocks.back().bits |= std::uint64_t{1} << (program % 64);
  }
}

void TriggerIndex::collect(const std::vector<Symbol>& present, IndexSet& programs) const {
  programs = always_;
  for (const Symbol symbol : present) {
    if (symbol >= by_symbol_.size()) continue;
    for (const Block& block : by_symbol_[symbol]) programs.insert_all(block.block, block.bits);
  }
}

}  // namespace fineprint
