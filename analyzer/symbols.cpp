#include "analyzer/symbols.h"

#include <algorithm>

namespace fineprint {

Symbol SymbolTable::add(TextMap<Symbol>& map, std::string_view key, std::string name) {
  const auto [at, added] = map.try_emplace(std::string(key), static_cast<Symbol>(names_.size()));
  if (added) names_.push_back(std::move(name));
  return at->second;
}

Symbol SymbolTable::word(std::string_view key) {
  return add(words_, key, std::string(key));
}

Symbol SymbolTable::prefix(std::string_view key) {
  longest_prefix_ = std::max(longest_prefix_, key.size());
  shortest_prefix_ = shortest_prefix_ ? std::min(shortest_prefix_, key.size()) : key.size();
  return add(prefixes_, key, std::string(key) + "*");
}

Symbol SymbolTable::concept_symbol(std::string_view name) {
  std::string shown = "{";
  shown.append(name).append("}");
  return add(concepts_, name, std::move(shown));
}

Symbol SymbolTable::find_concept(std::string_view name) const {
  const auto found = concepts_.find(name);
  return found == concepts_.end() ? kNoSymbol : found->second;
}

void SymbolTable::lookup(std::string_view key, std::vector<Symbol>& out) const {
  if (const auto found = words_.find(key); found != words_.end()) out.push_back(found->second);
  if (prefixes_.empty()) return;
  for (std::size_t n = std::min(longest_prefix_, key.size()); n >= shortest_prefix_ && n > 0; --n) {
    if (const auto found = prefixes_.find(key.substr(0, n)); found != prefixes_.end()) {
      out.push_back(found->second);
    }
  }
}

}  // namespace fineprint
