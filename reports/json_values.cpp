#include "reports/json_values.h"

namespace fineprint {

OrderedJson points_json(int tenths) {
  return tenths / 10.0;
}

OrderedJson score_json(int value, int low, int high) {
  return ObjectBuilder(3)
      .add("value", points_json(value))
      .add("low", points_json(low))
      .add("high", points_json(high))
      .take();
}

OrderedJson verdict_json(const Verdict& verdict) {
  ObjectBuilder result(7);
  result.add("audience", audience_name(verdict.audience))
      .add("output_owner", verdict.output_owner.value)
      .add("trains", verdict.trains.value)
      .add("competing_use_ban", verdict.competing_use_ban.value)
      .add("retention", verdict.retention.value)
      .add("delete_on_request", verdict.delete_on_request.value);
  if (!verdict.longest_period.empty()) result.add("longest_period", verdict.longest_period);
  return result.take();
}

OrderedJson skipped_json(const std::vector<std::pair<std::string, std::string>>& skipped) {
  OrderedJson rows = OrderedJson::array();
  for (const auto& [path, error] : skipped) rows.push_back({{"path", path}, {"error", error}});
  return rows;
}

std::string json_text(const OrderedJson& json, int indent) {
  return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

std::string nested_json_text(const OrderedJson& json, int indent, int depth) {
  const std::string text = json_text(json, indent);
  const std::string margin(static_cast<std::size_t>(indent * depth), ' ');
  std::string result;
  // Line ends within texts are escaped: each one here begins a line of JSON.
  for (std::size_t at = 0, end = text.find('\n');; at = end + 1, end = text.find('\n', at)) {
    result.append(text, at, end - at);
    if (end + 1 == text.size()) return result;
    result += '\n' + margin;
  }
}

}  // namespace fineprint
