// What every match of a pattern needs, told without running it: by this most texts are done with.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "analyzer/symbols.h"
#include "rules/pattern.h"

namespace fineprint {

// Lists of symbols of which a match needs at least one each.
using RequiredLists = std::vector<std::vector<Symbol>>;

// The same in one piece of memory, as running programs ask for them often: list by list, the number
// of its symbols before them.
using PackedLists = std::vector<Symbol>;
PackedLists pack(const RequiredLists& lists);

// A view of packed lists.
class ListsView {
 public:
  ListsView() = default;
  explicit ListsView(std::span<const Symbol> packed) : packed_(packed) {}

  RequiredLists unpack() const;
  // Whether one symbol at least of each list fulfils `is`.
  template <typename Is>
  bool each_has(const Is& is) const {
    return all_of(
        [&](std::span<const Symbol> list) { return std::any_of(list.begin(), list.end(), is); });
  }
  // Whether it is true of each list, told by its symbols.
  template <typename Is>
  bool all_of(const Is& is) const {
    for (std::size_t at = 0; at < packed_.size();) {
      const std::span<const Symbol> list = packed_.subspan(at + 1, packed_[at]);
      if (!is(list)) return false;
      at += 1 + list.size();
    }
    return true;
  }

 private:
  std::span<const Symbol> packed_;
};

// How likely a text holds one of the symbols of a list: the less, the more the list tells.
using ListWeight = std::function<double(const std::vector<Symbol>&)>;

// By which the shortest list tells most.
double by_length(const std::vector<Symbol>& list);

// The requirements of a pattern, those that tell most first. Where a group has several choices, the
// text needs what tells most of one of them.
RequiredLists requirements(const Pattern& pattern, SymbolTable& symbols,
                           const ListWeight& weight = by_length);

// The same in the order in which what is required must follow each other.
RequiredLists requirements_in_order(const Pattern& pattern, SymbolTable& symbols,
                                    const ListWeight& weight);

// Puts the lists that tell most first.
void sort_requirements(RequiredLists& lists, const ListWeight& weight);

// Whether an element is one word, word beginning or concept, and the symbol of such; whether a
// pattern is one such element, which must be there.
bool is_symbol(const PatternElement& element);
bool is_symbol(const Pattern& pattern);
Symbol symbol_of(const PatternElement& element, SymbolTable& symbols);

}  // namespace fineprint
