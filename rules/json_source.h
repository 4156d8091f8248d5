// A JSON file that knows on which line each of its values stands, for errors that name the place.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fineprint {

// A fault in a rule, lexicon, rubric or policy file. what() is "FILE:LINE: at JSON/PATH: message".
class RuleFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class JsonSource {
 public:
  // Parses `text`; `file` is the name for errors. Throws RuleFileError on a syntax error, a
  // duplicate key or nesting deeper than 100.
  JsonSource(std::string file, std::string_view text);

  const nlohmann::json& root() const { return root_; }
  const std::string& file() const { return file_; }

  // The 1-based line of the value at a JSON pointer ("/rules/0/match"); of its nearest known parent
  // where there is no such value. Quick for a pointer of two keys at most; else the text is read
  // again, since only faults ask for it.
  int line(std::string pointer) const;

  // Throws RuleFileError about the value at `pointer`.
  [[noreturn]] void fail(const std::string& pointer, const std::string& message) const;

 private:
  // Puts the lines of the values on the first levels into `lines`, by JSON pointer.
  nlohmann::json parse(std::size_t levels, std::unordered_map<std::string, int>& lines) const;

  std::string file_;
  std::string text_;
  nlohmann::json root_;
  std::unordered_map<std::string, int> lines_;  // on the first levels
};

// One key of a JSON pointer: "/" becomes "~1", "~" becomes "~0".
std::string pointer_token(std::string_view key);

}  // namespace fineprint
