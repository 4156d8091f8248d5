// Findings with nothing but what verdicts are decided by.
#pragma once

#include <string>
#include <utility>

#include "analyzer/finding.h"

namespace fineprint::test {

inline Finding bare_finding(std::string clause, std::string period = "",
                            Audience audience = Audience::kBoth) {
  Finding result;
  result.clause = std::move(clause);
  result.period = std::move(period);
  result.audience = audience;
  return result;
}

}  // namespace fineprint::test
