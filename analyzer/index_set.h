// A set of small numbers with the order kept: indexes of programs or rules.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fineprint {

class IndexSet {
 public:
  IndexSet() = default;
  // Room for the numbers below `size`; none of them is in the set.
  explicit IndexSet(std::size_t size) : blocks_((size + 63) / 64, 0) {}

  void insert(std::size_t index) { blocks_[index / 64] |= bit(index); }
  bool contains(std::size_t index) const { return (blocks_[index / 64] & bit(index)) != 0; }

  // Sets or unsets the 64 numbers from 64 * block on at once.
  void assign(std::size_t block, std::uint64_t bits) { blocks_[block] = bits; }
  // Inserts some of the same 64 numbers.
  void insert_all(std::size_t block, std::uint64_t bits) { blocks_[block] |= bits; }
  // Inserts all that are in `other`, which has room for as many.
  void insert_all(const IndexSet& other) {
    for (std::size_t block = 0; block < blocks_.size(); ++block)
      blocks_[block] |= other.blocks_[block];
  }
  // Whether there is room for no number at all.
  bool roomless() const { return blocks_.empty(); }
  void clear() { std::fill(blocks_.begin(), blocks_.end(), 0); }

  // The least number in the set from `from` on, or kEnd. What is inserted behind it while walking
  // is met too.
  static constexpr std::size_t kEnd = SIZE_MAX;
  std::size_t next(std::size_t from) const {
    return first(from, [this](std::size_t block) { return blocks_[block]; });
  }
  // The same of the numbers that are in `other`, too, which has room for as many.
  std::size_t next(std::size_t from, const IndexSet& other) const {
    return first(from, [&](std::size_t block) { return blocks_[block] & other.blocks_[block]; });
  }

 private:
  template <typename Bits>
  std::size_t first(std::size_t from, const Bits& bits_of) const {
    std::size_t block = from / 64;
    if (block >= blocks_.size()) return kEnd;
    std::uint64_t bits = bits_of(block) & (~std::uint64_t{0} << (from % 64));
    while (bits == 0) {
      if (++block == blocks_.size()) return kEnd;
      bits = bits_of(block);
    }
    return block * 64 + static_cast<std::size_t>(std::countr_zero(bits));
  }
  static std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << (index % 64); }

  std::vector<std::uint64_t> blocks_;
};

}  // namespace fineprint
