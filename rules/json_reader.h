// Typed access to the members of a located JSON object; every fault names file, line and path.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_source.h"

namespace fineprint {

// A view of one JSON value with its pointer. Valid as long as the source.
class JsonReader {
 public:
  explicit JsonReader(const JsonSource& source) : JsonReader(source, source.root(), "") {}

  const nlohmann::json& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }
  const JsonSource& source() const { return *source_; }

  // Requires an object with no other keys than these (and "$schema", "comment").
  void expect_object(std::initializer_list<std::string_view> keys) const;
  void expect_array() const;

  bool has(std::string_view key) const { return value_->contains(key); }
  JsonReader at(std::string_view key) const;                        // a required member
  std::vector<JsonReader> elements() const;                         // of an array
  std::vector<std::pair<std::string, JsonReader>> members() const;  // of an object

  std::string string() const;  // non-empty string
  bool boolean() const;
  int integer() const;
  double number() const;
  std::vector<std::string> strings() const;  // array of non-empty strings

  std::string string_or(std::string_view key, std::string fallback) const;
  bool boolean_or(std::string_view key, bool fallback) const;
  std::vector<std::string> strings_or_none(std::string_view key) const;

  // Fails unless `name` is one of these: "there is no KIND "NAME"; did you mean ...?"
  void expect_known(std::string_view kind, std::string_view name,
                    const std::vector<std::string>& known) const;

  [[noreturn]] void fail(const std::string& message) const { source_->fail(pointer_, message); }

 private:
  JsonReader(const JsonSource& source, const nlohmann::json& value, std::string pointer)
      : source_(&source), value_(&value), pointer_(std::move(pointer)) {}

  const JsonSource* source_;
  const nlohmann::json* value_;
  std::string pointer_;
};

// "a", "b" or "c": the known names that come nearest to a misspelt one, or "" if none is near.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

}  // namespace fineprint
