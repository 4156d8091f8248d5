// SARIF 2.1.0, for code scanning and editors. The policy's rules are the rules, violations the
// results, waivers suppressions; what could not be read is a notification of the run.
#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "reports/check_report.h"
#include "reports/display_text.h"

namespace fineprint {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::size_t kQuoteLimit = 500;

// A message is plain text in which "[text](target)" is a link and "{0}" a placeholder: neither is
// to come of a document's words.
std::string message_text(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool link = text[i] == ']' && next == '(';
    const bool placeholder = text[i] == '{' && std::isdigit(static_cast<unsigned char>(next));
    if (link || placeholder) result += ' ';
  }
  return result;
}

Json message(const std::string& text) {
  return {{"text", message_text(text)}};
}

// A path as a URI reference: relative as it is, absolute as file:///...
std::string uri(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string result = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) {
      result += c;
    } else {
      result += '%';
      result += kHex[byte >> 4];
      result += kHex[byte & 15];
    }
  }
  return result;
}

Json region_json(const CheckPlace& place) {
  const SourceRegion& region = place.region;
  Json json = {{"startLine", std::max(region.line, 1)}};
  if (place.quote.empty()) return json;
  if (region.column > 0) json["startColumn"] = region.column;
  json["endLine"] = std::max({region.end_line, region.line, 1});
  if (region.end_column > 0) {
    json["endColumn"] = region.end_column;
    json["charOffset"] = region.characters.begin;
    json["charLength"] = region.characters.end - region.characters.begin;
  }
  json["byteOffset"] = region.bytes.begin;
  json["byteLength"] = region.bytes.end - region.bytes.begin;
  return json;
}

Json location_json(const CheckPlace& place) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri(place.path)}}}, {"region", region_json(place)}}}};
}

Json file_location(const std::string& path, int line) {
  Json location = {{"artifactLocation", {{"uri", uri(path)}}}};
  if (line > 0) location["region"] = {{"startLine", line}};
  return Json::array({{{"physicalLocation", std::move(location)}}});
}

Json rule_json(const PolicyRule& rule) {
  return {{"id", rule.id},
          {"shortDescription", message(clean_text(rule.message))},
          {"fullDescription", message(clean_text(rule.message))},
          {"defaultConfiguration", {{"level", level_name(rule.level)}}},
          {"properties", {{"tags", {"policy", "terms"}}}}};
}

Json related_json(const Violation& violation) {
  Json related = Json::array();
  for (std::size_t i = 1; i < violation.places.size(); ++i) {
    const CheckPlace& place = violation.places[i];
    Json location = location_json(place);
    location["id"] = i;
    location["message"] = message(place.clause + ": \u201c" +
                                  excerpt(clean_text(place.quote), kQuoteLimit) + "\u201d");
    related.push_back(std::move(location));
  }
  return related;
}

Json result_json(const Violation& violation, std::size_t rule_index) {
  std::string text = violation_text(violation);
  const std::string quote = violation_quote(violation, kQuoteLimit);
  if (!quote.empty()) text += ": " + quote;
  Json json = {{"ruleId", violation.rule->id},
               {"ruleIndex", rule_index},
               {"level", level_name(violation.rule->level)},
               {"message", message(text)}};
  json["locations"] = Json::array();
  if (!violation.places.empty()) json["locations"].push_back(location_json(violation.places[0]));
  if (violation.places.size() > 1) json["relatedLocations"] = related_json(violation);
  // GitHub goes by the first of these, and would else make one of the file's lines.
  json["partialFingerprints"] = {{"primaryLocationLineHash", violation.fingerprint},
                                 {"fineprint/v1", violation.fingerprint}};
  if (violation.waiver) {
    json["suppressions"] = {
        {{"kind", "external"}, {"status", "accepted"}, {"justification", waiver_text(violation)}}};
  }
  Json properties = {{"vendor", violation.vendor},
                     {"type", violation.type},
                     {"audience", audience_name(violation.audience)}};
  if (!violation.clause.empty()) properties["clause"] = violation.clause;
  if (!violation.places.empty() && !violation.places[0].quote.empty()) {
    properties["quote"] = violation.places[0].quote;
    properties["section"] = violation.places[0].section;
  }
  if (!violation.before.empty()) properties["before"] = violation.before;
  json["properties"] = std::move(properties);
  return json;
}

Json invocation_json(const CheckReport& report) {
  Json read = Json::array();
  for (const auto& [path, why] : report.result.unread) {
    read.push_back({{"level", "error"},
                    {"message", message(clean_text(path + ": " + why))},
                    {"locations", file_location(path, 0)}});
  }
  const std::string nothing = nothing_checked(report.result);
  if (!nothing.empty()) read.push_back({{"level", "error"}, {"message", message(nothing)}});
  Json policy = Json::array();
  for (const CheckNotice& each : report.result.notices) {
    policy.push_back({{"level", level_name(each.level)},
                      {"message", message(clean_text(each.message))},
                      {"locations", file_location(report.policy.file, each.line)}});
  }
  Json json = {{"executionSuccessful", read.empty()}};
  if (!read.empty()) json["toolExecutionNotifications"] = std::move(read);
  if (!policy.empty()) json["toolConfigurationNotifications"] = std::move(policy);
  return json;
}

}  // namespace

std::string check_sarif(const CheckReport& report) {
  Json rules = Json::array();
  std::map<const PolicyRule*, std::size_t> index;
  for (const PolicyRule& rule : report.policy.rules) {
    index[&rule] = rules.size();
    rules.push_back(rule_json(rule));
  }
  Json results = Json::array();
  for (const Violation& each : report.result.violations)
    results.push_back(result_json(each, index.at(each.rule)));
  Json driver = {{"name", "fineprint"}, {"rules", std::move(rules)}};
  if (!report.options.version.empty()) driver["semanticVersion"] = report.options.version;
  const Json run = {{"tool", {{"driver", std::move(driver)}}},
                    {"invocations", {invocation_json(report)}},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", std::move(results)}};
  const Json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", {run}}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace fineprint
