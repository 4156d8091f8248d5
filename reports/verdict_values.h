// The answers that there are: every verdict with the values that it can take.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace fineprint {

// By the names of Verdict's members; the values are those of Answer.
const std::vector<std::pair<std::string, std::vector<std::string>>>& verdict_values();

}  // namespace fineprint
