#include "rules/json_reader.h"

#include <algorithm>

namespace fineprint {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& each : known) {
    const std::size_t distance = edit_distance(name, each);
    if (distance < best_distance) {
      best_distance = distance;
      best = each;
    }
  }
  return best;
}

void JsonReader::expect_object(std::initializer_list<std::string_view> keys) const {
  if (!value_->is_object()) fail("this must be an object: { ... }");
  for (const auto& [key, member] : value_->items()) {
    if (key == "$schema" || key == "comment") continue;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::vector<std::string> known(keys.begin(), keys.end());
    const std::string near = nearest(key, known);
    std::string message = "the key \"" + key + "\" is not known here; ";
    if (!near.empty()) {
      message += "did you mean \"" + near + "\"?";
    } else {
      message += "known are";
      for (const std::string& each : known) message += " \"" + each + "\"";
    }
    source_->fail(pointer_ + "/" + pointer_token(key), message);
  }
}

void JsonReader::expect_array() const {
  if (!value_->is_array()) fail("this must be a list: [ ... ]");
}

void JsonReader::expect_known(std::string_view kind, std::string_view name,
                              const std::vector<std::string>& known) const {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  const std::string near = nearest(name, known);
  std::string message = "there is no " + std::string(kind) + " \"" + std::string(name) + "\"; ";
  if (!near.empty()) {
    message += "did you mean \"" + near + "\"?";
  } else {
    message += "known are";
    for (const std::string& each : known) message += " \"" + each + "\"";
  }
  fail(message);
}

JsonReader JsonReader::at(std::string_view key) const {
  const auto found = value_->find(key);
  if (found == value_->end()) fail("the key \"" + std::string(key) + "\" is missing");
  return JsonReader(*source_, *found, pointer_ + "/" + pointer_token(key));
}

std::vector<JsonReader> JsonReader::elements() const {
  expect_array();
  std::vector<JsonReader> readers;
  for (std::size_t i = 0; i < value_->size(); ++i) {
    readers.push_back(JsonReader(*source_, (*value_)[i], pointer_ + "/" + std::to_string(i)));
  }
  return readers;
}

std::vector<std::pair<std::string, JsonReader>> JsonReader::members() const {
  if (!value_->is_object()) fail("this must be an object: { ... }");
  std::vector<std::pair<std::string, JsonReader>> readers;
  for (const auto& [key, member] : value_->items()) {
    readers.emplace_back(key, JsonReader(*source_, member, pointer_ + "/" + pointer_token(key)));
  }
  return readers;
}

std::string JsonReader::string() const {
  if (!value_->is_string()) fail("this must be a text: \"...\"");
  std::string text = value_->get<std::string>();
  if (text.empty()) fail("this text is empty");
  return text;
}

bool JsonReader::boolean() const {
  if (!value_->is_boolean()) fail("this must be true or false");
  return value_->get<bool>();
}

int JsonReader::integer() const {
  if (!value_->is_number_integer()) fail("this must be a whole number");
  const auto number = value_->get<std::int64_t>();
  if (number < -1'000'000'000 || number > 1'000'000'000) fail("this number is out of range");
  return static_cast<int>(number);
}

double JsonReader::number() const {
  if (!value_->is_number()) fail("this must be a number");
  return value_->get<double>();
}

std::vector<std::string> JsonReader::strings() const {
  std::vector<std::string> texts;
  for (const JsonReader& each : elements()) texts.push_back(each.string());
  return texts;
}

std::string JsonReader::string_or(std::string_view key, std::string fallback) const {
  return has(key) ? at(key).string() : std::move(fallback);
}

bool JsonReader::boolean_or(std::string_view key, bool fallback) const {
  return has(key) ? at(key).boolean() : fallback;
}

std::vector<std::string> JsonReader::strings_or_none(std::string_view key) const {
  return has(key) ? at(key).strings() : std::vector<std::string>{};
}

}  // namespace fineprint
