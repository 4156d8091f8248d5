// Numbers for the words, word beginnings and concepts that a language's patterns are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fineprint {

using Symbol = std::uint32_t;
inline constexpr Symbol kNoSymbol = 0xFFFFFFFF;

class SymbolTable {
 public:
  Symbol word(std::string_view key);
  Symbol prefix(std::string_view key);
  Symbol concept_symbol(std::string_view name);

  // The symbol of a concept, or kNoSymbol. Thread-safe once no symbol is added any more.
  Symbol find_concept(std::string_view name) const;

  // Appends the symbols that a word of a text stands for: itself and its known beginnings.
  void lookup(std::string_view key, std::vector<Symbol>& out) const;

  std::size_t size() const { return names_.size(); }
  // "{train}" for a concept, "use" for a word, "anonymi*" for a beginning.
  const std::string& name(Symbol symbol) const { return names_[symbol]; }

 private:
  Symbol add(std::unordered_map<std::string, Symbol>& map, std::string_view key, std::string name);

  std::unordered_map<std::string, Symbol> words_;
  std::unordered_map<std::string, Symbol> prefixes_;
  std::unordered_map<std::string, Symbol> concepts_;
  std::vector<std::string> names_;
  std::size_t longest_prefix_ = 0;
  std::size_t shortest_prefix_ = 0;
};

}  // namespace fineprint
