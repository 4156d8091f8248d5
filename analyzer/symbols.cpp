#include "analyzer/symbols.h"

#include <algorithm>

namespace fineprint {

Symbol SymbolTable::add(TextMap<Symbol>& map, std::string_view key, std::string_view before,
                        std::string_view after) {
  if (const auto known = map.find(key); known != map.end()) return known->second;
  const auto added = static_cast<Symbol>(names_.size());
  map.emplace(key, added);
  names_.emplace_back(before).append(key).append(after);
  return added;
}

Symbol SymbolTable::word(std::string_view key) {
  return add(words_, key, "", "");
}

Symbol SymbolTable::prefix(std::string_view key) {
  longest_prefix_ = std::max(longest_prefix_, key.size());
  shortest_prefix_ = shortest_prefix_ ? std::min(shortest_prefix_, key.size()) : key.size();
  return add(prefixes_, key, "", "*");
}

Symbol SymbolTable::concept_symbol(std::string_view name) {
  return add(concepts_, name, "{", "}");
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
