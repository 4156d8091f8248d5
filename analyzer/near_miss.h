// Why a rule that nearly matched a sentence did not, for those who write rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/matcher.h"

namespace fineprint {

// How many of a sentence are told unless more are asked for.
inline constexpr std::size_t kNearMisses = 5;

struct NearMiss {
  // From the closest to the farthest.
  enum Distance {
    kRefused,        // it matched, but a condition unmakes it
    kOtherPolarity,  // it matches, but for the negation
    kOtherOrder,     // all parts are there
    kLacksPart       // all parts but one are
  };

  const CompiledRule* rule = nullptr;
  std::string reason;  // "lacks {consent}", "unmade by its headings: {minor}, in \"Children\"", ...
  Distance distance = kRefused;
};

// How near a rule came of which no pattern matches the sentence; nothing where it did not come
// near.
std::optional<NearMiss> explain_miss(const CompiledRule& rule, const Annotation& text,
                                     const SymbolTable& symbols, Machine& machine);

// Puts the closest first and drops what is over `most`.
void keep_closest(std::size_t most, std::vector<NearMiss>& near_misses);

}  // namespace fineprint
