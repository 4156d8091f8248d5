#include "rules/json_source.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace fineprint {
namespace {

using Json = nlohmann::json;

// Walks the text and counts lines, so that the parser's events can be placed.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, int* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  int* line_;
};

constexpr std::size_t kShallow = 2;  // levels of which all lines are kept: a rule of its file
constexpr std::size_t kDeepest = 100;

// Builds the value and remembers the line of each key and element of its first `levels`.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(const int& line, std::size_t levels, std::unordered_map<std::string, int>& lines)
      : line_(line), levels_(levels), lines_(lines) {}

  Json take() { return std::move(root_); }
  const std::string& error() const { return error_; }
  int error_line() const { return error_line_; }

  bool null() override { return value(nullptr); }
  bool boolean(bool v) override { return value(v); }
  bool number_integer(number_integer_t v) override { return value(v); }
  bool number_unsigned(number_unsigned_t v) override { return value(v); }
  bool number_float(number_float_t v, const string_t&) override { return value(v); }
  bool string(string_t& v) override { return value(std::move(v)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Frame& frame = frames_.back();
    if (frame.node->contains(name)) {
      return refuse("the key \"" + name + "\" stands twice; keep one of them");
    }
    frame.key = name;
    if (placed()) lines_[next_pointer()] = line_;
    return true;
  }

  bool parse_error(std::size_t, const std::string& token, const Json::exception& error) override {
    std::string what = error.what();
    const std::size_t detail = what.find("syntax error");
    return refuse((detail == std::string::npos ? what : what.substr(detail)) + " near '" + token +
                  "'");
  }

 private:
  struct Frame {
    Json* node;
    std::string pointer;
    std::string key;
  };

  bool refuse(std::string message) {
    if (error_.empty()) {
      error_ = std::move(message);
      error_line_ = line_;
    }
    return false;
  }

  // Whether the line of what comes next is wanted.
  bool placed() const { return frames_.size() <= levels_; }

  std::string next_pointer() const {
    if (frames_.empty()) return "";
    const Frame& frame = frames_.back();
    if (frame.node->is_object()) return frame.pointer + "/" + pointer_token(frame.key);
    return frame.pointer + "/" + std::to_string(frame.node->size());
  }

  Json* put(Json&& v) {
    if (placed()) lines_.emplace(next_pointer(), line_);
    if (frames_.empty()) {
      root_ = std::move(v);
      return &root_;
    }
    Frame& frame = frames_.back();
    if (frame.node->is_object()) return &((*frame.node)[frame.key] = std::move(v));
    frame.node->push_back(std::move(v));
    return &frame.node->back();
  }

  template <typename T>
  bool value(T&& v) {
    put(Json(std::forward<T>(v)));
    return true;
  }

  bool open(Json&& v) {
    if (frames_.size() >= kDeepest)
      return refuse("the file is nested more than " + std::to_string(kDeepest) + " levels deep");
    std::string pointer = placed() ? next_pointer() : "";
    Json* node = put(std::move(v));
    frames_.push_back({node, std::move(pointer), ""});
    return true;
  }

  bool close() {
    frames_.pop_back();
    return true;
  }

  const int& line_;
  const std::size_t levels_;
  std::unordered_map<std::string, int>& lines_;
  Json root_;
  std::vector<Frame> frames_;
  std::string error_;
  int error_line_ = 0;
};

}  // namespace

JsonSource::JsonSource(std::string file, std::string_view text)
    : file_(std::move(file)), text_(text) {
  root_ = parse(kShallow, lines_);
}

Json JsonSource::parse(std::size_t levels, std::unordered_map<std::string, int>& lines) const {
  int line = 1;
  Builder builder(line, levels, lines);
  const CountingIterator begin(text_.data(), &line);
  const CountingIterator end(text_.data() + text_.size(), &line);
  if (!Json::sax_parse(begin, end, &builder)) {
    throw RuleFileError(file_ + ":" + std::to_string(builder.error_line()) + ": " +
                        builder.error());
  }
  return builder.take();
}

int JsonSource::line(std::string pointer) const {
  std::unordered_map<std::string, int> all;
  const bool shallow =
      static_cast<std::size_t>(std::count(pointer.begin(), pointer.end(), '/')) <= kShallow;
  if (!shallow) parse(kDeepest, all);
  const std::unordered_map<std::string, int>& lines = shallow ? lines_ : all;
  while (true) {
    const auto found = lines.find(pointer);
    if (found != lines.end()) return found->second;
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) return 1;
    pointer.resize(slash);
  }
}

void JsonSource::fail(const std::string& pointer, const std::string& message) const {
  throw RuleFileError(file_ + ":" + std::to_string(line(pointer)) + ": at " +
                      (pointer.empty() ? "/" : pointer) + ": " + message);
}

std::string pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~')
      token += "~0";
    else if (c == '/')
      token += "~1";
    else
      token += c;
  }
  return token;
}

}  // namespace fineprint
