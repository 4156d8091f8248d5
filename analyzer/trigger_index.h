// Tells which of many programs may match a text at all by one thing that each of them needs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyzer/index_set.h"
#include "analyzer/symbols.h"

namespace fineprint {

// Filled once, then immutable and thread-safe.
class TriggerIndex {
 public:
  TriggerIndex() = default;
  explicit TriggerIndex(std::size_t programs) : always_(programs) {}

  // The program matches no text that holds none of `needed`; null: it may match any text.
  void add(std::size_t program, const std::optional<std::vector<Symbol>>& needed);

  // The programs that may match a text in which the symbols `present` were found.
  void collect(const std::vector<Symbol>& present, IndexSet& programs) const;

 private:
  IndexSet always_;
  // Some of 64 programs side by side, as bits.
  struct Block {
    std::uint32_t block;
    std::uint64_t bits;
  };
  std::vector<std::vector<Block>> by_symbol_;
};

}  // namespace fineprint
