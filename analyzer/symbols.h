// Numbers for the words, word beginnings and concepts that a language's patterns are made of.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzer/word_key.h"

namespace fineprint {

using Symbol = std::uint32_t;
inline constexpr Symbol kNoSymbol = 0xFFFFFFFF;

// A sign by which a set of symbols may be told, one bit of 64 a symbol: where the signs of two sets
// have no bit in common, neither have the sets.
using Sign = std::uint64_t;
inline Sign sign_of(Symbol symbol) {
  return Sign{1} << (symbol % 64);
}

// Lets maps with texts as keys be asked for a view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return WordKey(text).hash(0); }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

enum class SymbolKind : std::uint8_t { kWord, kPrefix, kConcept };

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
  SymbolKind kind(Symbol symbol) const { return kinds_[symbol]; }

 private:
  Symbol add(TextMap<Symbol>& map, std::string_view key, SymbolKind kind);

  static constexpr std::size_t kHead = 3;  // bytes
  static constexpr std::size_t kHeads = 4096;
  // A number below kHeads for how a key of kHead bytes or more begins.
  static std::size_t head(std::string_view key);
  // The bit of a length in bytes; long ones share the highest.
  static std::uint32_t length_bit(std::size_t length) {
    return std::uint32_t{1} << std::min<std::size_t>(length, 31);
  }

  TextMap<Symbol> words_;
  TextMap<Symbol> prefixes_;
  TextMap<Symbol> concepts_;
  std::vector<std::string> names_;
  std::vector<SymbolKind> kinds_;
  std::size_t longest_prefix_ = 0;
  // The lengths of beginnings, a bit each: of those shorter than a head, and of the others by head.
  // Most words begin with none.
  std::uint32_t short_lengths_ = 0;
  std::vector<std::uint32_t> lengths_ = std::vector<std::uint32_t>(kHeads, 0);
};

}  // namespace fineprint
