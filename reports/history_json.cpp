#include "reports/change_json.h"
#include "reports/history_report.h"
#include "reports/json_values.h"

namespace fineprint {
namespace {

using Json = ChangeJson;

Json version_json(const HistoryVersion& each) {
  Json result = {
      {"revision", each.version.revision},
      {"date", each.version.date},
      {"path", each.version.path},
      {"language", each.summary.language},
      {"verdict", verdict_json(each.summary.verdict)},
      {"score", score_json(each.summary.score, each.summary.score_low, each.summary.score_high)},
      {"grade", std::string(1, each.summary.grade)},
      {"findings", each.summary.findings}};
  result.update(change_json(each.change, true));
  return result;
}

}  // namespace

std::string history_json(const HistoryReportData& data) {
  const History& history = data.history;
  Json timelines = Json::array();
  for (const Timeline& timeline : history.timelines) {
    Json versions = Json::array();
    for (const HistoryVersion& each : timeline.versions) versions.push_back(version_json(each));
    timelines.push_back(
        {{"vendor", timeline.vendor}, {"type", timeline.type}, {"versions", std::move(versions)}});
  }
  const Json report = {
      {"schema_version", 1},
      {"tool", {{"name", "fineprint"}, {"version", data.options.version}}},
      {"rules", {{"digest", history.rules_digest}}},
      {"profile", {{"id", history.profile->id}, {"title", history.profile->title}}},
      {"timelines", std::move(timelines)},
      {"skipped", skipped_json(history.skipped)}};
  return json_text(report, 1);
}

}  // namespace fineprint
