#include "analyzer/requirement.h"

#include <algorithm>
#include <utility>

namespace fineprint {
namespace {

using Kind = PatternElement::Kind;

class RequirementReader {
 public:
  RequirementReader(SymbolTable& symbols, const ListWeight& weight)
      : symbols_(symbols), weight_(weight) {}

  RequiredLists sequence(const std::vector<PatternElement>& elements) const {
    RequiredLists lists;
    for (const PatternElement& element : elements) {
      if (element.optional) continue;
      if (is_symbol(element))
        lists.push_back({symbol_of(element, symbols_)});
      else if (element.kind == Kind::kGroup)
        add_group(element, lists);
    }
    return lists;
  }

 private:
  // Nothing is added where one of the choices needs nothing.
  void add_group(const PatternElement& element, RequiredLists& lists) const {
    std::vector<Symbol> any;
    for (const Pattern& choice : element.choices) {
      if (is_symbol(choice)) {
        any.push_back(symbol_of(choice.elements[0], symbols_));  // as most are
        continue;
      }
      const RequiredLists inner = sequence(choice.elements);
      if (inner.empty()) return;
      const std::vector<Symbol>& best = most_telling(inner);
      any.insert(any.end(), best.begin(), best.end());
    }
    std::sort(any.begin(), any.end());
    any.erase(std::unique(any.begin(), any.end()), any.end());
    lists.push_back(std::move(any));
  }

  const std::vector<Symbol>& most_telling(const RequiredLists& lists) const {
    std::size_t best = 0;
    double least = weight_(lists[0]);
    for (std::size_t i = 1; i < lists.size(); ++i) {
      const double weight = weight_(lists[i]);
      if (weight >= least) continue;
      least = weight;
      best = i;
    }
    return lists[best];
  }

  SymbolTable& symbols_;
  const ListWeight& weight_;
};

}  // namespace

PackedLists pack(const RequiredLists& lists) {
  PackedLists packed;
  for (const std::vector<Symbol>& list : lists) {
    packed.push_back(static_cast<Symbol>(list.size()));
    packed.insert(packed.end(), list.begin(), list.end());
  }
  return packed;
}

RequiredLists ListsView::unpack() const {
  RequiredLists lists;
  all_of([&](std::span<const Symbol> list) {
    lists.emplace_back(list.begin(), list.end());
    return true;
  });
  return lists;
}

bool is_symbol(const PatternElement& element) {
  return element.kind == Kind::kWord || element.kind == Kind::kPrefix ||
         element.kind == Kind::kConcept;
}

bool is_symbol(const Pattern& pattern) {
  return pattern.elements.size() == 1 && !pattern.elements[0].optional &&
         is_symbol(pattern.elements[0]);
}

Symbol symbol_of(const PatternElement& element, SymbolTable& symbols) {
  switch (element.kind) {
    case Kind::kWord:
      return symbols.word(element.text);
    case Kind::kPrefix:
      return symbols.prefix(element.text);
    default:
      return symbols.concept_symbol(element.text);
  }
}

double by_length(const std::vector<Symbol>& list) {
  return static_cast<double>(list.size());
}

RequiredLists requirements(const Pattern& pattern, SymbolTable& symbols, const ListWeight& weight) {
  RequiredLists lists = requirements_in_order(pattern, symbols, weight);
  sort_requirements(lists, weight);
  return lists;
}

RequiredLists requirements_in_order(const Pattern& pattern, SymbolTable& symbols,
                                    const ListWeight& weight) {
  return RequirementReader(symbols, weight).sequence(pattern.elements);
}

void sort_requirements(RequiredLists& lists, const ListWeight& weight) {
  std::vector<std::pair<double, std::vector<Symbol>>> weighed;
  weighed.reserve(lists.size());
  for (std::vector<Symbol>& list : lists) {
    const double each = weight(list);
    weighed.emplace_back(each, std::move(list));
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < lists.size(); ++i) lists[i] = std::move(weighed[i].second);
}

}  // namespace fineprint
