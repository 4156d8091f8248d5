// The history of a collection in every output format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/history.h"

namespace fineprint {

enum class HistoryFormat { kJson, kCsv };

// "json" or "csv"; nothing for another name.
std::optional<HistoryFormat> history_format(std::string_view name);

struct HistoryReportOptions {
  std::string version;  // of the program
};

// Depends on nothing but its arguments; text is UTF-8 that ends with a line end, and what comes
// from documents cannot break out of its place in any format.
std::string render_history(const History& history, HistoryFormat format,
                           const HistoryReportOptions& options);

// One function a format.
std::string history_json(const History& history, const HistoryReportOptions& options);
std::string history_csv(const History& history);

}  // namespace fineprint
