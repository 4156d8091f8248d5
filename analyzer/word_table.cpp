#include "analyzer/word_table.h"

#include <cstdint>
#include <random>
#include <utility>

namespace fineprint {
namespace {
constexpr std::size_t kFirstSlots = 4096;

std::uint64_t random_seed() {
  std::random_device device;  // gives 32 bits at a time
  return std::uint64_t{device()} << 32 | device();
}
}  // namespace

WordTable::WordTable() : seed_(random_seed()), slots_(kFirstSlots), mask_(kFirstSlots - 1) {}

void WordTable::fetch_word(std::size_t hash) const {
  const KnownWord* const word = slots_[hash & mask_].word;
  if (word == nullptr) return;
  __builtin_prefetch(word);
  __builtin_prefetch(word + 1);  // what lies behind it
}

const KnownWord* WordTable::find(const WordKey& key, std::size_t hash) const {
  for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.word == nullptr) return nullptr;
    if (slot.hash == hash && slot.word->key == key) return slot.word;
  }
}

void WordTable::place(Slot slot) {
  std::size_t at = slot.hash & mask_;
  while (slots_[at].word != nullptr) at = (at + 1) & mask_;
  slots_[at] = slot;
}

void WordTable::add(const KnownWord& word, std::size_t hash) {
  if (++size_ * 2 > slots_.size()) {
    const std::vector<Slot> full = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    mask_ = slots_.size() - 1;
    for (const Slot& slot : full) {
      if (slot.word != nullptr) place(slot);
    }
  }
  place({hash, &word});
}

void WordTable::clear() {
  slots_.assign(kFirstSlots, {});
  mask_ = kFirstSlots - 1;
  size_ = 0;
}

}  // namespace fineprint
