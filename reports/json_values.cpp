#include "reports/json_values.h"

namespace fineprint {

OrderedJson points_json(int tenths) {
  return tenths / 10.0;
}

OrderedJson score_json(int value, int low, int high) {
  return {{"value", points_json(value)}, {"low", points_json(low)}, {"high", points_json(high)}};
}

OrderedJson verdict_json(const Verdict& verdict) {
  OrderedJson result = {{"audience", audience_name(verdict.audience)},
                        {"output_owner", verdict.output_owner.value},
                        {"trains", verdict.trains.value},
                        {"competing_use_ban", verdict.competing_use_ban.value},
                        {"retention", verdict.retention.value},
                        {"delete_on_request", verdict.delete_on_request.value}};
  if (!verdict.longest_period.empty()) result["longest_period"] = verdict.longest_period;
  return result;
}

OrderedJson skipped_json(const std::vector<std::pair<std::string, std::string>>& skipped) {
  OrderedJson rows = OrderedJson::array();
  for (const auto& [path, error] : skipped) rows.push_back({{"path", path}, {"error", error}});
  return rows;
}

std::string json_text(const OrderedJson& json, int indent) {
  return json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

}  // namespace fineprint
