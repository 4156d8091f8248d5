#include "reports/history_report.h"

namespace fineprint {
namespace {

bool told(const Timeline& timeline, std::size_t version) {
  return version == 0 || timeline.versions[version].change.direction != Direction::kUnchanged;
}

std::string counted(std::size_t count, const char* noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::optional<HistoryFormat> history_format(std::string_view name) {
  if (name == "text") return HistoryFormat::kText;
  if (name == "json") return HistoryFormat::kJson;
  if (name == "csv") return HistoryFormat::kCsv;
  if (name == "markdown") return HistoryFormat::kMarkdown;
  if (name == "html") return HistoryFormat::kHtml;
  return std::nullopt;
}

std::string render_history(const HistoryReportData& data, HistoryFormat format) {
  switch (format) {
    case HistoryFormat::kText:
      return history_text(data);
    case HistoryFormat::kJson:
      return history_json(data);
    case HistoryFormat::kCsv:
      return history_csv(data);
    case HistoryFormat::kMarkdown:
      return history_markdown(data);
    case HistoryFormat::kHtml:
      return history_html(data);
  }
  return "";
}

std::vector<TimelineStep> timeline_steps(const Timeline& timeline) {
  std::vector<TimelineStep> steps;
  std::size_t quiet = 0;
  for (std::size_t i = 0; i < timeline.versions.size(); ++i) {
    if (!told(timeline, i)) {
      ++quiet;
      continue;
    }
    steps.push_back({&timeline.versions[i], i > 0 ? &timeline.versions[i - 1] : nullptr, quiet});
    quiet = 0;
  }
  return steps;
}

std::size_t quiet_end(const Timeline& timeline) {
  std::size_t quiet = 0;
  while (quiet < timeline.versions.size() && !told(timeline, timeline.versions.size() - 1 - quiet))
    ++quiet;
  return quiet;
}

std::vector<std::pair<std::size_t, std::size_t>> vendor_ranges(const History& history) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (std::size_t i = 0; i < history.timelines.size(); ++i) {
    if (i == 0 || history.timelines[i].vendor != history.timelines[i - 1].vendor)
      ranges.emplace_back(i, i);
    ranges.back().second = i + 1;
  }
  return ranges;
}

std::string short_date(const std::string& date) {
  return date.substr(0, 10);
}

std::string short_revision(const std::string& revision) {
  return revision.substr(0, 8);
}

std::string quiet_text(std::size_t versions) {
  return counted(versions, "version") + " without a change of clauses";
}

std::string history_summary(const History& history) {
  std::size_t versions = 0;
  ChangeCounts counts;
  for (const Timeline& timeline : history.timelines) {
    versions += timeline.versions.size();
    for (const HistoryVersion& each : timeline.versions)
      counts += count_changes(each.change.changes);
  }
  return counted(vendor_ranges(history).size(), "vendor") + ", " +
         counted(history.timelines.size(), "document") + ", " + counted(versions, "version") +
         ": " + counts_text(counts);
}

}  // namespace fineprint
