#include "reports/saved_scan.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "analyzer/vendor.h"
#include "corpus/reader.h"

namespace fineprint {
namespace {

using Json = nlohmann::json;

std::size_t number(const Json& json, const char* key, std::size_t most) {
  const Json& value = json.at(key);
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most)
    throw UnreadableInput(std::string("not a report of fineprint scan: \"") + key +
                          "\" is no number of the right size");
  return value.get<std::size_t>();
}

std::string text(const Json& json, const char* key) {
  return json.at(key).get<std::string>();
}

Audience read_audience(const std::string& name) {
  if (name == audience_name(Audience::kBusiness)) return Audience::kBusiness;
  return name == audience_name(Audience::kConsumer) ? Audience::kConsumer : Audience::kBoth;
}

Verdict read_verdict(const Json& json) {
  Verdict verdict;
  verdict.audience = read_audience(text(json, "audience"));
  verdict.output_owner.value = text(json, "output_owner");
  verdict.trains.value = text(json, "trains");
  verdict.competing_use_ban.value = text(json, "competing_use_ban");
  verdict.retention.value = text(json, "retention");
  verdict.delete_on_request.value = text(json, "delete_on_request");
  verdict.longest_period = json.value("longest_period", "");
  return verdict;
}

void read_indexes(const Json& json, std::size_t findings, std::vector<int>& indexes) {
  for (const Json& each : json) {
    const auto index = each.get<std::int64_t>();
    if (index < 0 || static_cast<std::uint64_t>(index) >= findings)
      throw UnreadableInput("not a report of fineprint scan: evidence names no finding");
    indexes.push_back(static_cast<int>(index));
  }
}

void read_evidence(const Json& json, std::size_t findings, Verdict& verdict) {
  const std::pair<const char*, Answer*> answers[] = {
      {"output_owner", &verdict.output_owner},
      {"trains", &verdict.trains},
      {"competing_use_ban", &verdict.competing_use_ban},
      {"retention", &verdict.retention},
      {"delete_on_request", &verdict.delete_on_request}};
  for (const auto& [name, answer] : answers) {
    if (!json.contains(name)) continue;
    read_indexes(json.at(name).at("deciding"), findings, answer->deciding);
    read_indexes(json.at(name).at("contradicting"), findings, answer->contradicting);
  }
}

Finding read_finding(const Json& json, const std::vector<Part>& parts) {
  constexpr std::size_t kAny = std::numeric_limits<std::int64_t>::max();
  Finding finding;
  finding.clause = text(json, "clause");
  finding.rule = json.value("rule", "");
  finding.quote = text(json, "quote");
  finding.lead_in = json.value("lead_in", "");
  finding.section = json.at("section").get<std::vector<std::string>>();
  finding.source = {number(json, "start", kAny), number(json, "end", kAny)};
  finding.line = static_cast<int>(number(json, "line", std::numeric_limits<int>::max()));
  finding.text = {0, finding.quote.size()};
  const std::string path = json.value("path", "");
  const auto part =
      std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.path == path; });
  if (part != parts.end()) finding.part = static_cast<int>(part - parts.begin());
  if (!json.contains("attributes")) return finding;
  const Json& attributes = json.at("attributes");
  finding.period = attributes.value("period", "");
  finding.audience = read_audience(attributes.value("audience", "both"));
  return finding;
}

DocumentAnalysis read_document_json(const Json& json, const std::string& vendor) {
  DocumentAnalysis result;
  Document& document = result.document;
  document.vendor = vendor;
  document.type = text(json, "type");
  document.title = json.value("title", "");
  document.language = json.value("language", "und");
  document.date = json.value("date", "");
  if (json.contains("parts")) {
    for (const Json& part : json.at("parts"))
      document.parts.push_back({text(part, "path"), text(part, "sha256"), ""});
  }
  if (document.parts.empty())
    document.parts.push_back({text(json, "path"), text(json, "sha256"), ""});
  for (const Json& finding : json.at("findings"))
    result.findings.push_back(read_finding(finding, document.parts));
  result.verdict = read_verdict(json.at("verdict"));
  if (json.contains("evidence"))
    read_evidence(json.at("evidence"), result.findings.size(), result.verdict);
  return result;
}

Analysis read_report(const Json& json) {
  Analysis analysis;
  std::vector<DocumentAnalysis> documents;
  for (const Json& vendor : json.at("vendors")) {
    for (const Json& document : vendor.at("documents"))
      documents.push_back(read_document_json(document, text(vendor, "name")));
  }
  for (const Json& row : json.at("skipped"))
    analysis.skipped.emplace_back(text(row, "path"), text(row, "error"));
  std::sort(analysis.skipped.begin(), analysis.skipped.end());
  analysis.rules_digest = text(json.at("rules"), "digest");
  analysis.vendors = group_vendors(std::move(documents));
  return analysis;
}

}  // namespace

Analysis read_saved_scan(std::string_view bytes) {
  try {
    const Json json = Json::parse(bytes);
    if (!json.contains("vendors"))
      throw UnreadableInput("JSON, but not a report of fineprint scan");
    if (json.value("schema_version", 0) != 1)
      throw UnreadableInput("a report of fineprint scan in a version that is not known");
    return read_report(json);
  } catch (const Json::exception& error) {
    throw UnreadableInput(std::string("not a report of fineprint scan: ") + error.what());
  }
}

}  // namespace fineprint
