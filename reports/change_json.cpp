#include "reports/change_json.h"

#include "reports/word_diff.h"

namespace fineprint {
namespace {

using Json = ChangeJson;

Json quote_json(const std::optional<ChangeQuote>& quote) {
  if (!quote) return nullptr;
  Json result = {{"quote", quote->quote}};
  if (!quote->lead_in.empty()) result["lead_in"] = quote->lead_in;
  result["section"] = quote->section;
  result["path"] = quote->path;
  if (quote->line > 0) result["line"] = quote->line;
  result["start"] = quote->source.begin;
  result["end"] = quote->source.end;
  if (!quote->clause.empty()) result["clause"] = quote->clause;
  if (!quote->period.empty()) result["period"] = quote->period;
  return result;
}

std::optional<ChangeQuote> read_quote(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  ChangeQuote quote;
  quote.quote = json.at("quote").get<std::string>();
  quote.lead_in = json.value("lead_in", "");
  quote.section = json.at("section").get<std::vector<std::string>>();
  quote.path = json.at("path").get<std::string>();
  quote.line = json.value("line", 0);
  quote.source = {json.at("start").get<std::size_t>(), json.at("end").get<std::size_t>()};
  quote.clause = json.value("clause", "");
  quote.period = json.value("period", "");
  return quote;
}

Json words_json(const std::string& old_text, const std::string& new_text) {
  Json result = Json::array();
  for (const WordRun& run : word_diff(old_text, new_text))
    result.push_back({{"change", word_change_name(run.change)}, {"text", run.text}});
  return result;
}

Json one_json(const Change& change, bool words) {
  Json result = {{"kind", change_kind_name(change.kind)},
                 {"clause", change.clause},
                 {"direction", direction_name(change.direction)},
                 {"severity", severity_name(change.severity)},
                 {"reason", change.reason},
                 {"old", quote_json(change.old_quote)},
                 {"new", quote_json(change.new_quote)}};
  if (change.counterpart) result["counterpart"] = quote_json(change.counterpart);
  if (words && change.old_quote && change.new_quote)
    result["words"] = words_json(change.old_quote->quote, change.new_quote->quote);
  return result;
}

Severity read_severity(const std::string& name) {
  for (const Severity each : {Severity::kLow, Severity::kHigh}) {
    if (name == severity_name(each)) return each;
  }
  return Severity::kMedium;
}

Change read_one(const Json& json) {
  Change change;
  change.kind = find_change_kind(json.at("kind").get<std::string>()).value();
  change.clause = json.at("clause").get<std::string>();
  change.direction = find_direction(json.at("direction").get<std::string>()).value();
  change.severity = read_severity(json.at("severity").get<std::string>());
  change.reason = json.value("reason", "");
  change.old_quote = read_quote(json.at("old"));
  change.new_quote = read_quote(json.at("new"));
  if (json.contains("counterpart")) change.counterpart = read_quote(json.at("counterpart"));
  return change;
}

}  // namespace

ChangeJson change_json(const DocumentChange& change, bool words) {
  Json changes = Json::array();
  for (const Change& each : change.changes) changes.push_back(one_json(each, words));
  Json result = {{"direction", direction_name(change.direction)},
                 {"changes", std::move(changes)},
                 {"text_added", change.text_added},
                 {"text_removed", change.text_removed}};
  if (change.text.empty()) return result;
  Json text = Json::array();
  for (const TextChange& each : change.text)
    text.push_back(
        {{"kind", change_kind_name(each.kind)}, {"text", each.text}, {"section", each.section}});
  result["text"] = std::move(text);
  return result;
}

std::optional<DocumentChange> read_change(const ChangeJson& json) {
  try {
    DocumentChange change;
    change.direction = find_direction(json.at("direction").get<std::string>()).value();
    for (const Json& each : json.at("changes")) change.changes.push_back(read_one(each));
    change.text_added = json.at("text_added").get<int>();
    change.text_removed = json.at("text_removed").get<int>();
    if (!json.contains("text")) return change;
    for (const Json& each : json.at("text"))
      change.text.push_back({find_change_kind(each.at("kind").get<std::string>()).value(),
                             each.at("text").get<std::string>(),
                             each.at("section").get<std::vector<std::string>>()});
    return change;
  } catch (const nlohmann::json::exception&) {
  } catch (const std::bad_optional_access&) {
  }
  return std::nullopt;
}

}  // namespace fineprint
