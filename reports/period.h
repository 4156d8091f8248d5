// ISO 8601 durations as the analysis reads them from documents: "P30D", "P1Y6M", "PT24H".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fineprint {

// The length in seconds, a month taken as a twelfth of 365 days, so that 12 months are a year;
// nothing if it is no duration.
std::optional<long long> period_seconds(std::string_view period);

// "30 days", "1 year 6 months"; what is no duration comes back as it is.
std::string period_words(std::string_view period);

}  // namespace fineprint
