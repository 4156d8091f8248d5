#include "analyzer/near_miss.h"

#include <algorithm>

namespace fineprint {

namespace {

constexpr std::size_t kShown = 3;  // of the alternatives that are lacking

// "{content}", or "prove|evidence|proof|..." where one of several is asked for.
std::string alternatives(const std::vector<Symbol>& list, const SymbolTable& symbols) {
  std::string shown;
  for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i)
    shown += (i == 0 ? "" : "|") + symbols.name(list[i]);
  return list.size() > kShown ? shown + "|..." : shown;
}

}  // namespace

std::optional<NearMiss> explain_miss(const CompiledRule& rule, const Annotation& text,
                                     const SymbolTable& symbols, Machine& machine) {
  for (const Program& program : rule.match) {
    if (may_match(program, text)) {
      if (rule.rule->polarity != Polarity::kEither &&
          machine.find(program, text, Polarity::kEither, nullptr))
        return NearMiss{&rule, "is there, but the negation is not as the rule wants it",
                        NearMiss::kOtherPolarity};
      return NearMiss{&rule,
                      "its parts are there, but not in the order or nearness of " + program.source,
                      NearMiss::kOtherOrder};
    }
    // Came close: all but one of at least three parts.
    const RequiredLists required = program.required.unpack();
    if (required.size() < 3) continue;
    const std::vector<Symbol>* missing = nullptr;
    std::size_t absent = 0;
    for (const auto& list : required) {
      if (std::none_of(list.begin(), list.end(), [&](Symbol each) { return text.has(each); })) {
        missing = &list;
        ++absent;
      }
    }
    if (absent == 1)
      return NearMiss{&rule, "lacks " + alternatives(*missing, symbols) + " for " + program.source,
                      NearMiss::kLacksPart};
  }
  return std::nullopt;
}

void keep_closest(std::size_t most, std::vector<NearMiss>& near_misses) {
  std::stable_sort(near_misses.begin(), near_misses.end(),
                   [](const NearMiss& a, const NearMiss& b) { return a.distance < b.distance; });
  if (near_misses.size() > most) near_misses.resize(most);
}

}  // namespace fineprint
