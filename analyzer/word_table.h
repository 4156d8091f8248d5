// What the rules know of words, by the words' keys.
//
// The words of a text are looked up one after the other in a table that no near cache of the
// processor holds. So that it need not be waited for at each word, what will be asked for can be
// fetched ahead; this is why it is no map of a library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/known_word.h"
#include "analyzer/symbols.h"

namespace fineprint {

class WordTable {
 public:
  WordTable();

  // Differs from table to table, so that no document can be made of words that all collide.
  std::size_t hash(const WordKey& key) const { return key.hash(seed_); }
  // Have the processor bring where a word may stand; then the word itself.
  void fetch_slot(std::size_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  void fetch_word(std::size_t hash) const;

  // Null where the word was not added.
  const KnownWord* find(const WordKey& key, std::size_t hash) const;
  // Adds a word that is not there yet. Keeps its address.
  void add(const KnownWord& word, std::size_t hash);
  std::size_t size() const { return size_; }
  void clear();

 private:
  // Words stand at the slot that their hash tells or, where that is taken, behind it.
  struct Slot {
    std::size_t hash = 0;
    const KnownWord* word = nullptr;
  };
  void place(Slot slot);

  std::uint64_t seed_;
  std::vector<Slot> slots_;  // as many as a power of two; half of them empty at least
  std::size_t mask_;
  std::size_t size_ = 0;
};

}  // namespace fineprint
