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

// Mixes the bits of a number: every one in changes every one out, the lowest too, by which tables
// choose. One multiplication alone leaves them as they are where only the last letters differ,
// whatever the seed. After the finalizer of MurmurHash3.
inline std::uint64_t mix_bits(std::uint64_t bits) {
  bits = (bits ^ bits >> 33) * 0xFF51AFD7ED558CCD;
  bits = (bits ^ bits >> 33) * 0xC4CEB9FE1A85EC53;
  return bits ^ bits >> 33;
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
    std::uint64_t hash = mix_bits(mix_bits(seed ^ text.size() ^ head) ^ next);
    for (std::size_t at = kShort; at < text.size(); at += kHead) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, std::min(kHead, text.size() - at));
      hash = mix_bits(hash ^ bytes);
    }
    return static_cast<std::size_t>(hash);
  }

 private:
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
