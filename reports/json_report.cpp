#include "reports/json_report.h"

#include <algorithm>

#include "reports/json_values.h"

namespace fineprint {
namespace {

using Json = OrderedJson;

std::string path_of(const Document& document, int part) {
  const auto index = static_cast<std::size_t>(std::max(part, 0));
  return index < document.parts.size() ? document.parts[index].path : "";
}

std::string sha256_of(const Document& document) {
  return document.parts.empty() ? "" : document.parts.front().sha256;
}

Json ref_json(const VendorAnalysis& vendor, const FindingRef& ref) {
  const Finding& finding = finding_of(vendor, ref);
  const Document& document = document_of(vendor, ref).document;
  return {{"document", path_of(document, 0)},
          {"finding", ref.finding},
          {"clause", finding.clause},
          {"path", path_of(document, finding.part)},
          {"line", finding.line}};
}

Json refs_json(const VendorAnalysis& vendor, const std::vector<FindingRef>& refs) {
  Json result = Json::array();
  for (const FindingRef& ref : refs) result.push_back(ref_json(vendor, ref));
  return result;
}

// The findings behind each answer; `ref` makes the JSON of an index.
template <typename Ref>
Json evidence_json(const Verdict& verdict, Ref ref) {
  Json result = Json::object();
  for (const char* name :
       {"output_owner", "trains", "competing_use_ban", "retention", "delete_on_request"}) {
    const Answer& answer = *find_answer(verdict, name);
    Json deciding = Json::array();
    Json contradicting = Json::array();
    for (const int index : answer.deciding) deciding.push_back(ref(index));
    for (const int index : answer.contradicting) contradicting.push_back(ref(index));
    result[name] = {{"deciding", std::move(deciding)}, {"contradicting", std::move(contradicting)}};
  }
  return result;
}

Json row_json(const VendorAnalysis& vendor, const ScoreRow& row) {
  return {{"check", row.check->id},
          {"title", row.check->title},
          {"answer", row.answer->value},
          {"label", row.label},
          {"text", row.text},
          {"tone", tone_name(row.tone)},
          {"possible", points_json(row.possible)},
          {"won", points_json(row.won)},
          {"low", points_json(row.low)},
          {"high", points_json(row.high)},
          {"contradicted", row.contradicted},
          {"deciding", refs_json(vendor, row.deciding)},
          {"contradicting", refs_json(vendor, row.contradicting)}};
}

Json sum_json(const VendorAnalysis& vendor, const Scorecard& card) {
  Json result = Json::array();
  for (const QuestionScore& question : card.questions) {
    Json checks = Json::array();
    for (const ScoreRow& row : question.rows) checks.push_back(row_json(vendor, row));
    result.push_back({{"question", question.question->id},
                      {"title", question.question->title},
                      {"possible", points_json(question.possible)},
                      {"won", points_json(question.won)},
                      {"low", points_json(question.low)},
                      {"high", points_json(question.high)},
                      {"checks", std::move(checks)}});
  }
  return result;
}

Json audience_json(const VendorAnalysis& vendor, const AudienceAnalysis& view,
                   const Scorecard& card) {
  Json documents = Json::array();
  for (const int index : view.documents) {
    documents.push_back(path_of(vendor.documents.at(static_cast<std::size_t>(index)).document, 0));
  }
  const auto ref = [&](int index) {
    return ref_json(vendor, view.findings.at(static_cast<std::size_t>(index)));
  };
  Json contradictions = Json::array();
  for (const Contradiction& each : view.contradictions) {
    contradictions.push_back({{"question", each.question},
                              {"one", ref_json(vendor, each.one)},
                              {"other", ref_json(vendor, each.other)}});
  }
  return {{"score", score_json(card.value, card.low, card.high)},
          {"grade", std::string(1, card.grade)},
          {"graded", card.documents > 0},
          {"profile", card.profile->id},
          {"documents", std::move(documents)},
          {"verdict", verdict_json(view.verdict)},
          {"evidence", evidence_json(view.verdict, ref)},
          {"contradictions", std::move(contradictions)},
          {"sum", sum_json(vendor, card)}};
}

// The words of the quote that the rule matched, with their places in the quote.
Json matched_json(const Finding& finding) {
  Json result = Json::array();
  for (const MatchedPart& part : finding.parts) {
    const bool inside = part.text.begin >= finding.text.begin &&
                        part.text.end <= finding.text.end && part.text.begin < part.text.end;
    if (!inside || part.text.end - finding.text.begin > finding.quote.size()) continue;
    const std::size_t start = part.text.begin - finding.text.begin;
    const std::size_t end = part.text.end - finding.text.begin;
    result.push_back({{"concept", part.concept_name},
                      {"text", finding.quote.substr(start, end - start)},
                      {"start", start},
                      {"end", end}});
  }
  return result;
}

Json finding_json(const ReportData& data, const Document& document, const Finding& finding) {
  Json result = {{"clause", finding.clause},
                 {"title", clause_title(data.catalogue, finding.clause)},
                 {"rule", finding.rule}};
  const auto title = data.options.rule_titles.find(finding.rule);
  if (title != data.options.rule_titles.end()) result["rule_title"] = title->second;
  result["quote"] = finding.quote;
  if (!finding.lead_in.empty()) result["lead_in"] = finding.lead_in;
  result["section"] = finding.section;
  result["path"] = path_of(document, finding.part);
  result["line"] = finding.line;
  result["start"] = finding.source.begin;
  result["end"] = finding.source.end;
  Json attributes = Json::object();
  if (!finding.period.empty()) attributes["period"] = finding.period;
  if (finding.audience != Audience::kBoth) {
    attributes["audience"] = audience_name(finding.audience);
  }
  result["attributes"] = std::move(attributes);
  result["matched"] = matched_json(finding);
  return result;
}

Json document_json(const ReportData& data, const DocumentAnalysis& analysis) {
  const Document& document = analysis.document;
  Json parts = Json::array();
  for (const Part& part : document.parts) {
    parts.push_back({{"path", part.path}, {"sha256", part.sha256}});
  }
  Json findings = Json::array();
  for (const Finding& finding : analysis.findings) {
    findings.push_back(finding_json(data, document, finding));
  }
  Json result = {{"path", path_of(document, 0)},
                 {"type", document.type},
                 {"title", document.title},
                 {"language", document.language},
                 {"sha256", sha256_of(document)}};
  if (!document.date.empty()) result["date"] = document.date;
  result["parts"] = std::move(parts);
  result["analysed"] = analysis.has_rules;
  result["verdict"] = verdict_json(analysis.verdict);
  result["evidence"] = evidence_json(analysis.verdict, [](int index) { return Json(index); });
  result["findings"] = std::move(findings);
  return result;
}

Json vendor_json(const ReportData& data, const VendorScore& row) {
  const VendorAnalysis& vendor = *row.vendor;
  const Scorecard& headline = row.headline();
  Json documents = Json::array();
  for (const DocumentAnalysis& document : vendor.documents) {
    documents.push_back(document_json(data, document));
  }
  return {{"name", vendor.name},
          {"rank", row.rank},
          {"score", score_json(headline.value, headline.low, headline.high)},
          {"grade", std::string(1, headline.grade)},
          {"graded", headline.documents > 0},
          {"audiences",
           {{"business", audience_json(vendor, vendor.business, row.business)},
            {"consumer", audience_json(vendor, vendor.consumer, row.consumer)}}},
          {"documents", std::move(documents)}};
}

}  // namespace

std::string render_json(const ReportData& data) {
  std::vector<const VendorScore*> by_name;
  for (const VendorScore& row : data.comparison.ranked) by_name.push_back(&row);
  std::sort(by_name.begin(), by_name.end(),
            [](const VendorScore* a, const VendorScore* b) { return a->index < b->index; });
  Json vendors = Json::array();
  for (const VendorScore* row : by_name) vendors.push_back(vendor_json(data, *row));
  const Profile& profile = *data.comparison.profile;
  const Json report = {{"schema_version", 1},
                       {"tool", {{"name", "fineprint"}, {"version", data.options.version}}},
                       {"rules", {{"digest", data.analysis.rules_digest}}},
                       {"profile",
                        {{"id", profile.id},
                         {"title", profile.title},
                         {"audience", audience_name(profile.audience)}}},
                       {"vendors", std::move(vendors)},
                       {"skipped", skipped_json(data.analysis.skipped)}};
  return json_text(report, 2);
}

}  // namespace fineprint
