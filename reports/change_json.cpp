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

}  // namespace fineprint
