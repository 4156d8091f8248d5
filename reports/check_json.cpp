// The outcome as JSON of fineprint's own, valid against reports/schema/check.schema.json.
#include <nlohmann/json.hpp>

#include "reports/check_report.h"

namespace fineprint {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const CheckPlace& place) {
  const SourceRegion& region = place.region;
  Json json = {{"path", place.path}};
  if (region.line > 0) json["line"] = region.line;
  if (region.column > 0) json["column"] = region.column;
  if (region.end_line > 0) json["end_line"] = region.end_line;
  if (region.end_column > 0) json["end_column"] = region.end_column;
  if (place.quote.empty()) return json;
  json["start"] = region.bytes.begin;
  json["end"] = region.bytes.end;
  json["clause"] = place.clause;
  json["quote"] = place.quote;
  if (!place.lead_in.empty()) json["lead_in"] = place.lead_in;
  json["section"] = place.section;
  return json;
}

Json violation_json(const Violation& violation) {
  Json places = Json::array();
  for (const CheckPlace& each : violation.places) places.push_back(place_json(each));
  Json json = {{"rule", violation.rule->id},
               {"severity", level_name(violation.rule->level)},
               {"vendor", violation.vendor},
               {"type", violation.type},
               {"audience", audience_name(violation.audience)},
               {"message", violation.rule->message},
               {"detail", violation.detail},
               {"clause", violation.clause},
               {"fingerprint", violation.fingerprint},
               {"places", std::move(places)}};
  if (!violation.before.empty()) json["before"] = violation.before;
  if (violation.waiver)
    json["waived"] = {{"reason", violation.waiver->reason}, {"expires", violation.waiver->expires}};
  return json;
}

}  // namespace

std::string check_json(const CheckReport& report) {
  const CheckResult& result = report.result;
  Json violations = Json::array();
  for (const Violation& each : result.violations) violations.push_back(violation_json(each));
  Json outcomes = Json::array();
  for (const RuleOutcome& each : result.outcomes) {
    outcomes.push_back(
        {{"vendor", each.vendor}, {"rule", each.rule->id}, {"violations", each.violations}});
  }
  Json notices = Json::array();
  for (const CheckNotice& each : result.notices) {
    notices.push_back(
        {{"severity", level_name(each.level)}, {"message", each.message}, {"line", each.line}});
  }
  Json unread = Json::array();
  for (const auto& [path, why] : result.unread) unread.push_back({{"path", path}, {"error", why}});
  const Json json = {{"schema_version", 1},
                     {"tool", {{"name", "fineprint"}, {"version", report.options.version}}},
                     {"policy", {{"file", report.policy.file}, {"title", report.policy.title}}},
                     {"verdict", check_verdict_name(result.verdict(report.options.fail_on))},
                     {"fail_on", level_name(report.options.fail_on)},
                     {"counts",
                      {{"errors", result.count(PolicyLevel::kError)},
                       {"warnings", result.count(PolicyLevel::kWarning)},
                       {"notes", result.count(PolicyLevel::kNote)},
                       {"waived", result.waived()},
                       {"unread", result.unread.size()},
                       {"vendors", result.vendors},
                       {"documents", result.documents}}},
                     {"violations", std::move(violations)},
                     {"outcomes", std::move(outcomes)},
                     {"notices", std::move(notices)},
                     {"unread", std::move(unread)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace fineprint
