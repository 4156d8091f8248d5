#include "analyzer/trigger_index.h"

namespace fineprint {

void TriggerIndex::add(std::size_t program, const std::optional<std::vector<Symbol>>& needed) {
  if (!needed) return always_.insert(program);
  for (const Symbol symbol : *needed) {
    if (by_symbol_.size() <= symbol) by_symbol_.resize(symbol + 1);
    by_symbol_[symbol].push_back(static_cast<std::uint32_t>(program));
  }
}

void TriggerIndex::collect(const std::vector<Symbol>& present, IndexSet& programs) const {
  programs = always_;
  for (const Symbol symbol : present) {
    if (symbol >= by_symbol_.size()) continue;
    for (const std::uint32_t program : by_symbol_[symbol]) programs.insert(program);
  }
}

}  // namespace fineprint
