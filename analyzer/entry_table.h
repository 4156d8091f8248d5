// What begins at each word of a sentence.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/symbols.h"

namespace fineprint {

// Something that begins at a word: a symbol, up to (not including) the word `end`.
struct Entry {
  Symbol symbol;
  std::uint16_t end;
  std::uint16_t rank;  // entries of a word stand in this order, whenever they were found
};

// The entries of all words, in one piece of memory that is kept from sentence to sentence. What is
// added makes views of entries invalid.
class EntryTable {
 public:
  // Forgets all entries; there are as many words then.
  void reset(std::size_t words) {
    ranges_.assign(words, {});
    used_ = 0;
  }
  std::span<const Entry> operator[](std::size_t word) const {
    return {entries_.data() + ranges_[word].begin, ranges_[word].size};
  }

  // Makes room for the first entries of a word, which has none yet, and for some more.
  std::span<Entry> start(std::size_t word, std::size_t size) {
    Range& range = ranges_[word];
    range = take(size + kSpare);
    range.size = static_cast<std::uint32_t>(size);
    return {entries_.data() + range.begin, size};
  }
  // Behind those of the same rank and before those of a higher one.
  void insert(std::size_t word, Entry entry) {
    Range& range = ranges_[word];
    if (range.size == range.room) move(range);
    Entry* place = entries_.data() + range.begin + range.size++;
    for (; place != entries_.data() + range.begin && (place - 1)->rank > entry.rank; --place)
      *place = *(place - 1);
    *place = entry;
  }

 private:
  static constexpr std::size_t kSpare = 4;
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t room = 0;
  };
  Range take(std::size_t room) {
    const std::size_t begin = used_;
    used_ += room;
    if (entries_.size() < used_) entries_.resize(used_ * 2);
    return {static_cast<std::uint32_t>(begin), 0, static_cast<std::uint32_t>(room)};
  }
  void move(Range& range) {
    Range larger = take(std::size_t{range.size} * 2 + kSpare);
    larger.size = range.size;
    std::copy_n(entries_.data() + range.begin, range.size, entries_.data() + larger.begin);
    range = larger;
  }

  std::vector<Range> ranges_;   // by word
  std::vector<Entry> entries_;  // more than are used
  std::size_t used_ = 0;
};

}  // namespace fineprint
