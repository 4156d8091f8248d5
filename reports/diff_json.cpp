#include "reports/change_json.h"
#include "reports/diff_report.h"
#include "reports/json_values.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

using Json = OrderedJson;

Json side_json(const std::optional<DiffDocument>& side) {
  if (!side) return nullptr;
  const VersionSummary& summary = side->summary;
  return {{"path", side->path},
          {"vendor", side->vendor},
          {"type", side->type},
          {"sha256", side->sha256},
          {"language", summary.language},
          {"verdict", verdict_json(summary.verdict)},
          {"score", score_json(summary.score, summary.score_low, summary.score_high)},
          {"grade", std::string(1, summary.grade)},
          {"findings", summary.findings}};
}

Json document_json(const DocumentDiff& document) {
  Json result = {{"vendor", document.latest().vendor},
                 {"type", document.latest().type},
                 {"old", side_json(document.old_side)},
                 {"new", side_json(document.new_side)}};
  if (!document.note.empty()) result["note"] = document.note;
  result.update(change_json(document.change, true));
  return result;
}

Json standing_json(const std::optional<VendorStanding>& standing) {
  if (!standing) return nullptr;
  return {{"name", standing->name},
          {"score", score_json(standing->score, standing->low, standing->high)},
          {"grade", std::string(1, standing->grade)},
          {"verdict", verdict_json(standing->verdict)}};
}

Json answers_json(const VendorDiff& vendor, const Rubric& rubric) {
  Json result = Json::array();
  if (!vendor.old_side || !vendor.new_side) return result;
  for (const VerdictLine& line :
       verdict_lines(vendor.old_side->verdict, vendor.new_side->verdict, rubric)) {
    if (line.changed())
      result.push_back({{"verdict", line.verdict},
                        {"title", line.title},
                        {"old", line.before},
                        {"new", line.after},
                        {"severity", severity_name(line.severity)}});
  }
  return result;
}

Json counts_json(const ChangeCounts& counts) {
  return {{"worse", counts.worse}, {"better", counts.better}, {"neutral", counts.neutral}};
}

}  // namespace

std::string diff_json(const DiffReportData& data) {
  const Diff& diff = data.diff;
  Json vendors = Json::array();
  Json documents = Json::array();
  for (const VendorDiff& vendor : diff.vendors) {
    vendors.push_back({{"name", vendor.name()},
                       {"direction", direction_name(vendor.direction)},
                       {"counts", counts_json(diff_counts(vendor))},
                       {"old", standing_json(vendor.old_side)},
                       {"new", standing_json(vendor.new_side)},
                       {"answers", answers_json(vendor, data.rubric)}});
    for (const DocumentDiff& each : vendor.documents) documents.push_back(document_json(each));
  }
  Json skipped = Json::array();
  for (const SkippedInput& each : diff.skipped)
    skipped.push_back(
        {{"side", each.old_side ? "old" : "new"}, {"path", each.path}, {"error", each.error}});
  Json rules = {{"digest", diff.rules_digest}};
  if (!diff.other_rules.empty()) rules["saved_digest"] = diff.other_rules;
  const Json report = {{"schema_version", 1},
                       {"tool", {{"name", "fineprint"}, {"version", data.options.version}}},
                       {"rules", std::move(rules)},
                       {"profile", {{"id", diff.profile->id}, {"title", diff.profile->title}}},
                       {"sources", {{"old", diff.old_source}, {"new", diff.new_source}}},
                       {"direction", direction_name(diff.direction())},
                       {"counts", counts_json(diff_counts(diff))},
                       {"vendors", std::move(vendors)},
                       {"documents", std::move(documents)},
                       {"skipped", std::move(skipped)}};
  return json_text(report, 1);
}

}  // namespace fineprint
