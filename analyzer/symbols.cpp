#include "analyzer/symbols.h"

namespace fineprint {

Symbol SymbolTable::add(TextMap<Symbol>& map, std::string_view key, SymbolKind kind) {
  if (const auto known = map.find(key); known != map.end()) return known->second;
  const auto added = static_cast<Symbol>(names_.size());
  map.emplace(key, added);
  std::string& name = names_.emplace_back(kind == SymbolKind::kConcept ? "{" : "");
  name.append(key).append(kind == SymbolKind::kConcept  ? "}"
                          : kind == SymbolKind::kPrefix ? "*"
                                                        : "");
  kinds_.push_back(kind);
  return added;
}

Symbol SymbolTable::word(std::string_view key) {
  return add(words_, key, SymbolKind::kWord);
}

Symbol SymbolTable::prefix(std::string_view key) {
  longest_prefix_ = std::max(longest_prefix_, key.size());
  (key.size() < kHead ? short_lengths_ : lengths_[head(key)]) |= length_bit(key.size());
  return add(prefixes_, key, SymbolKind::kPrefix);
}

Symbol SymbolTable::concept_symbol(std::string_view name) {
  return add(concepts_, name, SymbolKind::kConcept);
}

Symbol SymbolTable::find_concept(std::string_view name) const {
  const auto found = concepts_.find(name);
  return found == concepts_.end() ? kNoSymbol : found->second;
}

std::size_t SymbolTable::head(std::string_view key) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(key[at]); };
  return (byte(0) * 131U + byte(1) * 31U + byte(2)) % kHeads;
}

void SymbolTable::lookup(std::string_view key, std::vector<Symbol>& out) const {
  if (const auto found = words_.find(key); found != words_.end()) out.push_back(found->second);
  const std::uint32_t lengths = short_lengths_ | (key.size() < kHead ? 0 : lengths_[head(key)]);
  if (lengths == 0) return;
  for (std::size_t n = std::min(longest_prefix_, key.size()); n > 0; --n) {
    if ((lengths & length_bit(n)) == 0) continue;
    if (const auto found = prefixes_.find(key.substr(0, n)); found != prefixes_.end())
      out.push_back(found->second);
  }
}

}  // namespace fineprint
