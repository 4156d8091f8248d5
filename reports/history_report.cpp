#include "reports/history_report.h"

namespace fineprint {

std::optional<HistoryFormat> history_format(std::string_view name) {
  if (name == "json") return HistoryFormat::kJson;
  if (name == "csv") return HistoryFormat::kCsv;
  return std::nullopt;
}

std::string render_history(const History& history, HistoryFormat format,
                           const HistoryReportOptions& options) {
  return format == HistoryFormat::kJson ? history_json(history, options) : history_csv(history);
}

}  // namespace fineprint
