#include "reports/history_report.h"
#include "reports/scorecard.h"

namespace fineprint {
namespace {

// A field as RFC 4180 wants it. A leading mark that a spreadsheet would take for a formula gets a
// quotation mark in front.
std::string field(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void row(std::string& out, std::initializer_list<std::string> fields) {
  bool first = true;
  for (const std::string& each : fields) {
    if (!first) out += ',';
    out += field(each);
    first = false;
  }
  out += "\r\n";
}

}  // namespace

std::string history_csv(const HistoryReportData& data) {
  std::string out;
  row(out, {"vendor",
            "type",
            "date",
            "revision",
            "path",
            "score",
            "low",
            "high",
            "grade",
            "direction",
            "worse",
            "better",
            "neutral",
            "audience",
            "output_owner",
            "trains",
            "competing_use_ban",
            "retention",
            "longest_period",
            "delete_on_request"});
  for (const Timeline& timeline : data.history.timelines) {
    for (const HistoryVersion& each : timeline.versions) {
      const VersionSummary& summary = each.summary;
      const Verdict& verdict = summary.verdict;
      const ChangeCounts counts = count_changes(each.change.changes);
      row(out, {timeline.vendor,
                timeline.type,
                each.version.date,
                each.version.revision,
                each.version.path,
                points_text(summary.score),
                points_text(summary.score_low),
                points_text(summary.score_high),
                std::string(1, summary.grade),
                direction_name(each.change.direction),
                std::to_string(counts.worse),
                std::to_string(counts.better),
                std::to_string(counts.neutral),
                audience_name(verdict.audience),
                verdict.output_owner.value,
                verdict.trains.value,
                verdict.competing_use_ban.value,
                verdict.retention.value,
                verdict.longest_period,
                verdict.delete_on_request.value});
    }
  }
  return out;
}

}  // namespace fineprint
