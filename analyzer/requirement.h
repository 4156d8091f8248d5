// What every match of a pattern needs, told without running it: by this most texts are done with.
#pragma once

#include <functional>
#include <vector>

#include "analyzer/symbols.h"
#include "rules/pattern.h"

namespace fineprint {

// Lists of symbols of which a match needs at least one each.
using RequiredLists = std::vector<std::vector<Symbol>>;

// How likely a text holds one of the symbols of a list: the less, the more the list tells.
using ListWeight = std::function<double(const std::vector<Symbol>&)>;

// The requirements of a pattern, those that tell most first. Where a group has several choices, the
// text needs what tells most of one of them. Null `weight`: the shortest list tells most.
RequiredLists requirements(const Pattern& pattern, SymbolTable& symbols,
                           const ListWeight& weight = nullptr);

// Puts the lists that tell most first.
void sort_requirements(RequiredLists& lists, const ListWeight& weight);

// Whether an element is one word, word beginning or concept, and the symbol of such.
bool is_symbol(const PatternElement& element);
Symbol symbol_of(const PatternElement& element, SymbolTable& symbols);

}  // namespace fineprint
