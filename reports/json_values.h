// Pieces of JSON that the reports share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

using OrderedJson = nlohmann::ordered_json;  // members in the order in which they are written

// Makes an object member by member. A braced list of nlohmann's is shorter to write, but makes and
// moves every member several times: too dear where there are thousands.
class ObjectBuilder {
 public:
  // `members`: about how many there will be.
  explicit ObjectBuilder(std::size_t members) { object_.reserve(members); }

  template <typename T>
  ObjectBuilder& add(const char* name, T&& value) {
    object_.emplace(name, std::forward<T>(value));
    return *this;
  }
  // All members of another object.
  ObjectBuilder& add_all(OrderedJson object) {
    for (auto& [name, value] : object.get_ref<OrderedJson::object_t&>())
      object_.emplace(name, std::move(value));
    return *this;
  }
  OrderedJson take() { return std::move(object_); }

 private:
  OrderedJson::object_t object_;
};

// Tenths of a point as points. The shortest form of the quotient shows the one decimal exactly.
OrderedJson points_json(int tenths);

OrderedJson score_json(int value, int low, int high);

// The answers' values, without evidence.
OrderedJson verdict_json(const Verdict& verdict);

// [{"path", "error"}]
OrderedJson skipped_json(const std::vector<std::pair<std::string, std::string>>& skipped);

// Broken UTF-8 becomes U+FFFD; the text ends with a line end.
std::string json_text(const OrderedJson& json, int indent);

// The same as it stands in another value, `depth` levels deep, without a line end.
std::string nested_json_text(const OrderedJson& json, int indent, int depth);

}  // namespace fineprint
