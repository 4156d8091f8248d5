#include "reports/change_json.h"
#include "reports/history_report.h"

namespace fineprint {
namespace {

using Json = ChangeJson;

double points(int tenths) {
  return tenths / 10.0;
}

Json verdict_json(const Verdict& verdict) {
  Json result = {{"audience", audience_name(verdict.audience)},
                 {"output_owner", verdict.output_owner.value},
                 {"trains", verdict.trains.value},
                 {"competing_use_ban", verdict.competing_use_ban.value},
                 {"retention", verdict.retention.value},
                 {"delete_on_request", verdict.delete_on_request.value}};
  if (!verdict.longest_period.empty()) result["longest_period"] = verdict.longest_period;
  return result;
}

Json version_json(const HistoryVersion& each) {
  Json result = {{"revision", each.version.revision},
                 {"date", each.version.date},
                 {"path", each.version.path},
                 {"language", each.summary.language},
                 {"verdict", verdict_json(each.summary.verdict)},
                 {"score",
                  {{"value", points(each.summary.score)},
                   {"low", points(each.summary.score_low)},
                   {"high", points(each.summary.score_high)}}},
                 {"grade", std::string(1, each.summary.grade)},
                 {"findings", each.summary.findings}};
  result.update(change_json(each.change, true));
  return result;
}

}  // namespace

std::string history_json(const History& history, const HistoryReportOptions& options) {
  Json timelines = Json::array();
  for (const Timeline& timeline : history.timelines) {
    Json versions = Json::array();
    for (const HistoryVersion& each : timeline.versions) versions.push_back(version_json(each));
    timelines.push_back(
        {{"vendor", timeline.vendor}, {"type", timeline.type}, {"versions", std::move(versions)}});
  }
  Json skipped = Json::array();
  for (const auto& [path, error] : history.skipped)
    skipped.push_back({{"path", path}, {"error", error}});
  const Json report = {
      {"schema_version", 1},
      {"tool", {{"name", "fineprint"}, {"version", options.version}}},
      {"rules", {{"digest", history.rules_digest}}},
      {"profile", {{"id", history.profile->id}, {"title", history.profile->title}}},
      {"timelines", std::move(timelines)},
      {"skipped", std::move(skipped)}};
  return report.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace fineprint
