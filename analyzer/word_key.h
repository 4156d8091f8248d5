// A word's key, made for comparing and hashing: the length of words cannot be foreseen, so that a
// jump that hangs on it costs more than the work itself. Most keys are told without any.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace fineprint {

// Lays the halves of a product over each other. Once, words that differ in few letters crowd for
// some seeds; twice, they are spread. After wyhash.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

struct WordKey {
  static constexpr std::size_t kHead = 8;  // bytes
  static constexpr std::size_t kShort = 16;

  std::string_view text;
  std::uint64_t head = 0;  // its first bytes ...
  std::uint64_t next = 0;  // ... and as many behind them, 0 where there are none

  WordKey() = default;
  explicit WordKey(std::string_view key) : WordKey(key, key.data() + key.size()) {}
  // What lies behind the key may be read up to `end`.
  WordKey(std::string_view key, const char* end) : text(key) {
    std::array<char, kShort> copy{};
    const char* from = key.data();
    if (static_cast<std::size_t>(end - from) < kShort) {  // seldom
      if (!key.empty()) std::memcpy(copy.data(), from, std::min(key.size(), kShort));
      from = copy.data();
    }
    std::memcpy(&head, from, kHead);
    std::memcpy(&next, from + kHead, kHead);
    head &= kBytes[std::min(key.size(), kHead)];
    next &= kBytes[std::min(std::max(key.size(), kHead), kShort) - kHead];
  }

  bool operator==(const WordKey& other) const {
    const auto differs = (head ^ other.head) | (next ^ other.next) |
                         static_cast<std::uint64_t>(text.size() ^ other.text.size());
    return differs == 0 &&
           (text.size() <= kShort || text.substr(kShort) == other.text.substr(kShort));
  }

  std::size_t hash(std::uint64_t seed) const {
    const std::uint64_t other = kOdd ^ std::rotl(seed, 32);
    std::uint64_t hash = fold_product(head ^ seed ^ text.size(), next ^ other);
    for (std::size_t at = kShort; at < text.size(); at += kHead) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, std::min(kHead, text.size() - at));
      hash = fold_product(hash ^ bytes, other);
    }
    return static_cast<std::size_t>(fold_product(hash ^ seed, kOdd));
  }

 private:
  static constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  // By number of bytes: a mask of those that come first in memory.
  static constexpr std::array<std::uint64_t, kHead + 1> kBytes = [] {
    std::array<std::uint64_t, kHead + 1> masks{};
    for (std::size_t count = 1; count <= kHead; ++count) {
      const std::size_t shift = 8 * (kHead - count);
      const std::uint64_t all = ~std::uint64_t{0};
      masks[count] = std::endian::native == std::endian::little ? all >> shift : all << shift;
    }
    return masks;
  }();
};

}  // namespace fineprint
