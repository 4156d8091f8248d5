#include "analyzer/known_sentences.h"

#include <utility>

namespace fineprint {

const KnownSentences::Known* KnownSentences::find(const SentenceHash& sentence) const {
  if (slots_.empty()) return nullptr;
  const std::uint64_t first = sentence.first();
  const Slot& slot = slots_[first & (slots_.size() - 1)];
  return slot.first == first && slot.second == sentence.second() ? &slot.known : nullptr;
}

void KnownSentences::add(const SentenceHash& sentence, const Known& known) {
  if (slots_.empty() || (used_ * 2 > slots_.size() && slots_.size() < kMostSlots)) grow();
  Slot& slot = slot_of(sentence.first());
  if (slot.first == 0 && slot.second == 0) ++used_;
  slot = {sentence.first(), sentence.second(), known};
}

void KnownSentences::grow() {
  const std::size_t size = slots_.empty() ? kFirstSlots : slots_.size() * 2;
  const std::vector<Slot> full = std::exchange(slots_, std::vector<Slot>(size));
  used_ = 0;
  for (const Slot& slot : full) {
    if (slot.first == 0 && slot.second == 0) continue;
    ++used_;
    slot_of(slot.first) = slot;
  }
}

}  // namespace fineprint
