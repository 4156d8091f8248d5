// What is known of sentences that were met before: which rules may match them, wherever they stand.
//
// Most sentences of a version of a document stand in the version before as well. Whether a rule's
// pattern matches hangs on the words alone, so that it is found out once. What else a rule asks for
// (the terms type, headings, sentences near by) is asked anew each time, and so are sentences that
// were forgotten: what is found is the same with this and without.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analyzer/defined_terms.h"
#include "analyzer/known_word.h"

namespace fineprint {

// Mixes the bits of a number: every one in changes every one out. The finalizer of MurmurHash3.
inline std::uint64_t mix_bits(std::uint64_t bits) {
  bits = (bits ^ bits >> 33) * 0xFF51AFD7ED558CCD;
  bits = (bits ^ bits >> 33) * 0xC4CEB9FE1A85EC53;
  return bits ^ bits >> 33;
}

// A hash of all that matching sees of a sentence. It is made of where the words are kept in memory,
// which no document can choose, and so wide that two sentences do not share one.
class SentenceHash {
 public:
  void add(std::uint64_t item) {
    first_ = (first_ ^ item) * 0xFF51AFD7ED558CCD;
    first_ ^= first_ >> 32;
    second_ = (second_ + std::rotl(item, 32)) * 0xC4CEB9FE1A85EC53;
    second_ ^= second_ >> 29;
  }
  // The words of a sentence behind those, as many as `own_begin`, of what leads into it, and what
  // the document's terms stand for in them.
  void add(const CutText& text, std::size_t own_begin, const DefinedTerms& terms);
  std::uint64_t first() const { return mix_bits(first_); }
  std::uint64_t second() const { return mix_bits(second_); }

 private:
  std::uint64_t first_ = 0;
  std::uint64_t second_ = 0;
};

// Not for use by two threads at once.
class KnownSentences {
 public:
  static constexpr std::size_t kMostRules = 3;
  struct Known {
    std::array<std::uint16_t, kMostRules> rules{};  // that may match it, by index
    std::uint8_t count = 0;                         // of them
    bool business = false;                          // it speaks of business customers ...
    bool consumer = false;                          // ... or of consumers

    std::span<const std::uint16_t> alive() const { return std::span(rules).first(count); }
  };

  // What is known of a sentence; null where nothing is. Holds until the next call of `add`.
  const Known* find(const SentenceHash& sentence) const;
  // Remembers, until another needs its place, a sentence that these rules may match, and who it
  // speaks of: `known` without its rules. Sentences that many rules may match are not kept.
  void add(const SentenceHash& sentence, std::span<const std::size_t> alive, Known known);
  // Needed when words are forgotten.
  void clear() { slots_.clear(); }

 private:
  static constexpr std::size_t kFirstSlots = 1024;
  static constexpr std::size_t kMostSlots = std::size_t{1} << 18;
  struct Slot {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    Known known;
  };
  Slot& slot_of(std::uint64_t first) { return slots_[first & (slots_.size() - 1)]; }
  void grow();

  std::vector<Slot> slots_;  // as many as a power of two, or none
  std::size_t used_ = 0;
};

}  // namespace fineprint
