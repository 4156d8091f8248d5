#include "analyzer/duration.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analyzer/word_sequences.h"

namespace fineprint {
namespace {

std::string join_keys(const WordList& words, std::size_t begin, std::size_t count) {
  std::string joined;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (i > begin) joined += ' ';
    joined += words.key(i);
  }
  return joined;
}

std::size_t word_count(std::string_view key) {
  return 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

std::string last_word(const std::string& key) {
  return key.substr(key.rfind(' ') + 1);  // npos + 1 is 0
}

double unit_seconds(std::string_view designator) {
  if (designator == "TS") return 1;
  if (designator == "TM") return 60;
  if (designator == "TH") return 3600;
  if (designator == "D") return 86400;
  if (designator == "W") return 7 * 86400;
  if (designator == "M") return 30.44 * 86400;
  return 365.25 * 86400;
}

// "1.5 years" has no whole number of years: it is given in the next smaller unit.
std::string to_iso(double value, const TimeUnit& unit) {
  double count = value * unit.count;
  std::string designator = unit.designator;
  if (count != std::floor(count)) {
    if (designator == "Y") {
      count *= 12;
      designator = "M";
    } else if (designator == "M") {
      count *= 30;
      designator = "D";
    } else if (designator == "W") {
      count *= 7;
      designator = "D";
    } else if (designator == "D") {
      count *= 24;
      designator = "TH";
    }
    count = std::round(count);
  }
  const std::string number = std::to_string(static_cast<long long>(count));
  return designator[0] == 'T' ? "PT" + number + designator.substr(1) : "P" + number + designator;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_numeric(std::string_view key) {
  return !key.empty() && is_digit(key[0]);
}

// "000" of "1 000" (French and others part thousands by a blank).
bool is_thousands(std::string_view key) {
  return key.size() == 3 && key[0] == '0' && is_digit(key[1]) && is_digit(key[2]);
}

// What a pattern made of plain words matches, words joined by single blanks.
std::vector<std::string> spelled_out(const Pattern& pattern) {
  std::vector<std::string> keys;
  for (const WordSequence& sequence : expand_words(pattern, 1000)) {
    std::string key;
    for (const PatternElement* element : sequence) key += (key.empty() ? "" : " ") + element->text;
    keys.push_back(std::move(key));
  }
  return keys;
}

std::set<std::string, std::less<>> plain_phrases(const Lexicon& lexicon, const std::string& name) {
  std::set<std::string, std::less<>> found;
  const auto entry = lexicon.concepts.find(name);
  if (entry == lexicon.concepts.end()) return found;
  for (const Pattern& phrase : entry->second.phrases) {
    for (std::string& key : spelled_out(phrase)) found.insert(std::move(key));
  }
  return found;
}

}  // namespace

double nominal_seconds(std::string_view iso) {
  if (iso.empty() || iso[0] != 'P') return 0;
  double seconds = 0;
  bool time = false;
  double number = 0;
  for (const char c : iso.substr(1)) {
    if (c == 'T') {
      time = true;
      continue;
    }
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
      continue;
    }
    const std::string designator = time ? std::string("T") + c : std::string(1, c);
    seconds += number * unit_seconds(designator);
    number = 0;
  }
  return seconds;
}

DurationReader::DurationReader(const Lexicon& lexicon) {
  for (const auto& [word, value] : lexicon.numbers) {
    numbers_[word] = value;
    roles_[word.substr(0, word.find(' '))].number = true;
    roles_[last_word(word)].ends_number = true;
    longest_number_ = std::max(longest_number_, word_count(word));
  }
  joints_ = plain_phrases(lexicon, "number-joint");
  halves_ = plain_phrases(lexicon, "and-a-half");
  for (const std::string& half : halves_) {
    roles_[last_word(half)].ends_number = true;
    longest_half_ = std::max(longest_half_, word_count(half));
  }
  for (const auto& [pattern, unit] : lexicon.units) {
    for (const std::string& key : spelled_out(pattern)) {
      units_[key] = unit;
      roles_[key.substr(0, key.find(' '))].unit = true;
      longest_unit_ = std::max(longest_unit_, word_count(key));
    }
  }
}

DurationReader::Roles DurationReader::roles(std::string_view key) const {
  const auto known = roles_.find(key);
  Roles roles = known == roles_.end() ? Roles{} : known->second;
  if (is_numeric(key)) {
    double value = 0;
    roles.number = roles.ends_number = true;
    roles.unit = roles.unit || unit_behind_digits(key, value) != nullptr;
  }
  return roles;
}

DurationReader::Number DurationReader::number_at(const WordList& words, std::size_t at) const {
  if (at >= words.size()) return {};
  const std::string_view key = words.key(at);
  if (is_numeric(key)) {
    std::string digits(key);
    // "1,000" is a thousand, "1,5" one and a half (French).
    const std::size_t comma = digits.find(',');
    if (comma != std::string::npos) {
      if (digits.size() - comma == 4)
        std::erase(digits, ',');
      else
        digits[comma] = '.';
    }
    char* end = nullptr;
    const double value = std::strtod(digits.c_str(), &end);
    if (end != digits.c_str() + digits.size() || value > 100000) return {};
    if (value >= 1 && value < 100 && at + 1 < words.size() && is_thousands(words.key(at + 1)) &&
        words.words[at + 1].marks == kNoMark) {
      return {value * 1000 + std::atoi(std::string(words.key(at + 1)).c_str()), at + 2};
    }
    return {value, at + 1};
  }
  if (!roles(key).number) return {};
  for (std::size_t count = std::min(longest_number_, words.size() - at); count > 0; --count) {
    const auto found = count == 1 ? numbers_.find(key) : numbers_.find(join_keys(words, at, count));
    if (found != numbers_.end()) return {static_cast<double>(found->second), at + count};
  }
  return {};
}

// "thirty (30)", "30 to 60", "30-60": one number behind another; the larger counts.
DurationReader::Number DurationReader::numbers_at(const WordList& words, std::size_t at) const {
  Number number = number_at(words, at);
  while (number.end != 0 && number.end < words.size() && half_at(words, number.end) == 0) {
    std::size_t next = number.end;
    Number more = number_at(words, next);
    if (more.end == 0 && next + 1 < words.size() && joints_.contains(words.key(next)))
      more = number_at(words, next + 1);
    if (more.end == 0) break;
    number = {std::max(number.value, more.value), more.end};
  }
  return number;
}

const TimeUnit* DurationReader::unit_at(const WordList& words, std::size_t at,
                                        std::size_t& end) const {
  for (std::size_t count = std::min(longest_unit_, words.size() - std::min(at, words.size()));
       count > 0; --count) {
    const auto found = units_.find(join_keys(words, at, count));
    if (found != units_.end()) {
      end = at + count;
      return &found->second;
    }
  }
  return nullptr;
}

// "24h": a number and a unit in one word. `value` is what the digits say.
const TimeUnit* DurationReader::unit_behind_digits(std::string_view key, double& value) const {
  std::size_t digits = 0;
  while (digits < key.size() && digits < 6 && is_digit(key[digits])) ++digits;
  if (digits == 0 || digits == key.size()) return nullptr;
  const auto found = units_.find(key.substr(digits));
  if (found == units_.end()) return nullptr;
  value = std::atoi(std::string(key.substr(0, digits)).c_str());
  return &found->second;
}

// How many words from `at` say "and a half".
std::size_t DurationReader::half_at(const WordList& words, std::size_t at) const {
  if (halves_.empty() || at >= words.size()) return 0;
  for (std::size_t count = std::min(longest_half_, words.size() - at); count > 0; --count) {
    if (halves_.contains(join_keys(words, at, count))) return count;
  }
  return 0;
}

void DurationReader::read(Annotation& text) const {
  const WordList& words = text.words;
  const auto add = [&text](std::size_t begin, std::size_t end, double value, const TimeUnit& unit) {
    Duration duration;
    duration.words = {static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end)};
    duration.iso = to_iso(value, unit);
    duration.seconds = value * unit.count * unit_seconds(unit.designator);
    text.durations.push_back(std::move(duration));
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!text.known[at]->number) continue;
    double attached = 0;
    if (const TimeUnit* unit = unit_behind_digits(words.key(at), attached)) {
      if (attached > 0) add(at, at + 1, attached, *unit);
      continue;
    }
    Number number = numbers_at(words, at);
    if (number.end == 0 || number.value <= 0) continue;
    if (const std::size_t half = half_at(words, number.end))
      number = {number.value + 0.5, number.end + half};
    std::size_t end = 0;
    if (const TimeUnit* unit = unit_at(words, number.end, end)) {
      if (const std::size_t half = half_at(words, end)) {
        number.value += 0.5;
        end += half;
      }
      add(at, end, number.value, *unit);
      at = end - 1;
    } else {
      at = number.end - 1;
    }
  }
}

}  // namespace fineprint
