// Numbers for the words, word beginnings and concepts that a language's patterns are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fineprint {

using Symbol = std::uint32_t;
inline constexpr Symbol kNoSymbol = 0xFFFFFFFF;

// Lets maps with texts as keys be asked for a view. The hash is FNV-1a, quick for short words.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
  }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// For each symbol whether it holds of a text; not bits, for speed.
using SymbolFlags = std::vector<std::uint8_t>;

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
  // A new symbol is shown as its key between `before` and `after`.
  Symbol add(TextMap<Symbol>& map, std::string_view key, std::string_view before,
             std::string_view after);

  TextMap<Symbol> words_;
  TextMap<Symbol> prefixes_;
  TextMap<Symbol> concepts_;
  std::vector<std::string> names_;
  std::size_t longest_prefix_ = 0;
  std::size_t shortest_prefix_ = 0;
};

}  // namespace fineprint
