#include "analyzer/known_sentences.h"

#include <limits>
#include <utility>

namespace fineprint {

void SentenceHash::add(const CutText& text, std::size_t own_begin, const DefinedTerms& terms) {
  add(own_begin);
  for (std::size_t i = 0; i < text.known.size(); ++i) {
    // Addresses leave the highest bits free.
    add(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(text.known[i])) ^
        std::uint64_t{text.words.words[i].marks} << 56);
  }
  terms.each_in(text, [this](std::size_t begin, std::size_t end, Symbol symbol) {
    add(begin << 16 ^ end);
    add(symbol);
  });
}

const KnownSentences::Known* KnownSentences::find(const SentenceHash& sentence) const {
  if (slots_.empty()) return nullptr;
  const std::uint64_t first = sentence.first();
  const Slot& slot = slots_[first & (slots_.size() - 1)];
  return slot.first == first && slot.second == sentence.second() ? &slot.known : nullptr;
}

void KnownSentences::add(const SentenceHash& sentence, std::span<const std::size_t> alive,
                         Known known) {
  if (alive.size() > kMostRules) return;
  known.count = 0;
  for (const std::size_t rule : alive) {
    if (rule > std::numeric_limits<std::uint16_t>::max()) return;
    known.rules[known.count++] = static_cast<std::uint16_t>(rule);
  }
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
