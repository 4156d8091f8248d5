#include "reports/change_json.h"

#include "reports/json_values.h"
#include "reports/word_diff.h"

namespace fineprint {
namespace {

using Json = ChangeJson;

Json quote_json(const std::optional<ChangeQuote>& quote) {
  if (!quote) return nullptr;
  ObjectBuilder result(9);
  result.add("quote", quote->quote);
  if (!quote->lead_in.empty()) result.add("lead_in", quote->lead_in);
  result.add("section", quote->section).add("path", quote->path);
  if (quote->line > 0) result.add("line", quote->line);
  result.add("start", quote->source.begin).add("end", quote->source.end);
  if (!quote->clause.empty()) result.add("clause", quote->clause);
  if (!quote->period.empty()) result.add("period", quote->period);
  return result.take();
}

Json words_json(const std::string& old_text, const std::string& new_text) {
  Json result = Json::array();
  for (const WordRun& run : word_diff(old_text, new_text))
    result.push_back(
        ObjectBuilder(2).add("change", word_change_name(run.change)).add("text", run.text).take());
  return result;
}

Json one_json(const Change& change, bool words) {
  ObjectBuilder result(9);
  result.add("kind", change_kind_name(change.kind))
      .add("clause", change.clause)
      .add("direction", direction_name(change.direction))
      .add("severity", severity_name(change.severity))
      .add("reason", change.reason)
      .add("old", quote_json(change.old_quote))
      .add("new", quote_json(change.new_quote));
  if (change.counterpart) result.add("counterpart", quote_json(change.counterpart));
  if (words && change.old_quote && change.new_quote)
    result.add("words", words_json(change.old_quote->quote, change.new_quote->quote));
  return result.take();
}

}  // namespace

ChangeJson change_json(const DocumentChange& change, bool words) {
  Json changes = Json::array();
  for (const Change& each : change.changes) changes.push_back(one_json(each, words));
  ObjectBuilder result(5);
  result.add("direction", direction_name(change.direction))
      .add("changes", std::move(changes))
      .add("text_added", change.text_added)
      .add("text_removed", change.text_removed);
  if (change.text.empty()) return result.take();
  Json text = Json::array();
  for (const TextChange& each : change.text)
    text.push_back(ObjectBuilder(3)
                       .add("kind", change_kind_name(each.kind))
                       .add("text", each.text)
                       .add("section", each.section)
                       .take());
  return result.add("text", std::move(text)).take();
}

}  // namespace fineprint
