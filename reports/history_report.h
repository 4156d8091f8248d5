// The history of a collection in every output format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/change_view.h"
#include "reports/history.h"

namespace fineprint {

enum class HistoryFormat { kText, kJson, kCsv, kMarkdown, kHtml };

// "text", "json", "csv", "markdown" or "html"; nothing for another name.
std::optional<HistoryFormat> history_format(std::string_view name);

struct HistoryReportOptions {
  std::string version;  // of the program
  int width = 80;       // text: columns of the terminal
  bool colour = false;  // text: ANSI colours
};

// What the renderers work from.
struct HistoryReportData {
  const History& history;
  const Catalogue& catalogue;
  const Rubric& rubric;
  const HistoryReportOptions& options;
};

// Depends on nothing but its arguments; text is UTF-8 that ends with a line end, and what comes
// from documents cannot break out of its place in any format. Text, Markdown and HTML tell only of
// versions in which a clause changed, and of each document's first.
std::string render_history(const HistoryReportData& data, HistoryFormat format);

// One function a format.
std::string history_text(const HistoryReportData& data);
std::string history_json(const HistoryReportData& data);
std::string history_csv(const HistoryReportData& data);
std::string history_markdown(const HistoryReportData& data);
std::string history_html(const HistoryReportData& data);

// What the formats have in common.

// A version that is told of, and how many before it are not.
struct TimelineStep {
  const HistoryVersion* version = nullptr;
  const HistoryVersion* before = nullptr;  // the version before it, told of or not; null: none
  std::size_t quiet = 0;
};
std::vector<TimelineStep> timeline_steps(const Timeline& timeline);

// The versions after the last step.
std::size_t quiet_end(const Timeline& timeline);

// The timelines of each vendor: [begin, end) of History::timelines.
std::vector<std::pair<std::size_t, std::size_t>> vendor_ranges(const History& history);

std::string short_date(const std::string& date);          // "2024-05-31"
std::string short_revision(const std::string& revision);  // its first eight digits

// "3 versions without a change of clauses".
std::string quiet_text(std::size_t versions);

// "2 vendors, 3 documents, 14 versions: 2 worse, 1 better".
std::string history_summary(const History& history);

}  // namespace fineprint
