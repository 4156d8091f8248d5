#include "corpus/enumeration.h"

#include <algorithm>

#include "corpus/document.h"

namespace fineprint {
namespace {

constexpr std::size_t kLongestNumber = 5;  // "xviii"
constexpr std::size_t kDeepest = 4;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The value of a Roman number in small letters as lists have it, or 0.
int roman_value(std::string_view number) {
  int value = 0;
  int before = 0;
  for (std::size_t at = number.size(); at-- > 0;) {
    const char c = number[at];
    const int digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
    if (digit == 0) return 0;
    value += digit < before ? -digit : digit;
    before = std::max(before, digit);
  }
  return value;
}

// The number between the marks, in each way that it can be read.
void read_number(std::string_view number, Enumerator::Form form, std::vector<Enumerator>& ways) {
  using Kind = Enumerator::Kind;
  if (number.find_first_not_of("0123456789") == std::string_view::npos) {
    if (number.size() > 2) return;
    int value = 0;
    for (const char digit : number) value = 10 * value + (digit - '0');
    ways.push_back({form, Kind::kDecimal, value});
    return;
  }
  const bool upper = number[0] >= 'A' && number[0] <= 'Z';
  std::string_view letters = upper ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz";
  if (number.find_first_not_of(letters) != std::string_view::npos) return;
  char small[kLongestNumber] = {};
  std::transform(number.begin(), number.end(), small, lower);
  if (const int value = roman_value({small, number.size()}))
    ways.push_back({form, upper ? Kind::kUpperRoman : Kind::kLowerRoman, value});
  if (number.size() == 1)
    ways.push_back({form, upper ? Kind::kUpperLetter : Kind::kLowerLetter, small[0] - 'a' + 1});
}

}  // namespace

std::vector<Enumerator> read_enumerator(std::string_view text) {
  std::vector<Enumerator> ways;
  const std::size_t begin = text.starts_with('(') ? 1 : 0;
  const std::size_t end = text.substr(0, begin + kLongestNumber + 1).find_first_of(").", begin);
  if (end == std::string_view::npos || end == begin) return ways;
  if (end + 1 >= text.size() || text[end + 1] != ' ') return ways;
  const bool point = text[end] == '.';
  if (point && begin > 0) return ways;
  using Form = Enumerator::Form;
  const Form form = point ? Form::kPoint : begin > 0 ? Form::kEnclosed : Form::kClosed;
  read_number(text.substr(begin, end - begin), form, ways);
  return ways;
}

std::size_t enumerator_length(std::string_view text) {
  return read_enumerator(text).empty() ? 0 : text.find_first_of(").") + 2;
}

bool begins_enumerated_item(std::string_view text) {
  const std::vector<Enumerator> ways = read_enumerator(text);
  return !ways.empty() && ways.front().form != Enumerator::Form::kPoint;
}

std::optional<OpenEnumerations::Next> OpenEnumerations::next(std::string_view text,
                                                             int lead_in) const {
  const std::vector<Enumerator> ways = read_enumerator(text);
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    const Open& open = open_[depth];
    for (const Enumerator& way : ways) {
      if (way.form == open.last.form && way.kind == open.last.kind &&
          way.value == open.last.value + 1)
        return Next{depth, {way, open.lead_in}};
    }
  }
  if (lead_in == kNone) return std::nullopt;
  const auto first =
      std::find_if(ways.begin(), ways.end(), [](const Enumerator& way) { return way.value == 1; });
  if (first == ways.end()) return std::nullopt;
  return Next{open_.size(), {*first, lead_in}};
}

std::optional<OpenEnumerations::Place> OpenEnumerations::place(std::string_view text,
                                                               int lead_in) const {
  const std::optional<Next> item = next(text, lead_in);
  if (!item) return std::nullopt;
  return Place{static_cast<int>(item->depth) + 1, item->item.lead_in};
}

std::optional<OpenEnumerations::Place> OpenEnumerations::add(std::string_view text, int lead_in) {
  const std::optional<Next> item = next(text, lead_in);
  if (!item) return std::nullopt;
  open_.resize(item->depth, item->item);
  open_.push_back(item->item);
  if (open_.size() > kDeepest) open_.erase(open_.begin());
  return Place{static_cast<int>(open_.size()), item->item.lead_in};
}

}  // namespace fineprint
