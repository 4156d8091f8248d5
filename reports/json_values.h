// Pieces of JSON that the reports share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

using OrderedJson = nlohmann::ordered_json;  // members in the order in which they are written

// Tenths of a point as points. The shortest form of the quotient shows the one decimal exactly.
OrderedJson points_json(int tenths);

OrderedJson score_json(int value, int low, int high);

// The answers' values, without evidence.
OrderedJson verdict_json(const Verdict& verdict);

// [{"path", "error"}]
OrderedJson skipped_json(const std::vector<std::pair<std::string, std::string>>& skipped);

// Broken UTF-8 becomes U+FFFD; the text ends with a line end.
std::string json_text(const OrderedJson& json, int indent);

}  // namespace fineprint
