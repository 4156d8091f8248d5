#include "reports/period.h"

#include <algorithm>
#include <vector>

namespace fineprint {
namespace {

struct Unit {
  char letter;
  bool time;  // stands after the T
  long long hours;
  const char* name;
};

constexpr Unit kUnits[] = {
    {'Y', false, 365 * 24, "year"}, {'M', false, 730, "month"}, {'W', false, 168, "week"},
    {'D', false, 24, "day"},        {'H', true, 1, "hour"},
};

struct Amount {
  long long count;
  const Unit* unit;
};

// Empty if `period` is no duration of whole years down to hours.
std::vector<Amount> amounts(std::string_view period) {
  if (!period.starts_with('P')) return {};
  std::vector<Amount> result;
  bool time = false;
  long long count = -1;
  for (const char c : period.substr(1)) {
    if (c >= '0' && c <= '9') {
      count = std::max(count, 0LL) * 10 + (c - '0');
      if (count > 100000) return {};
      continue;
    }
    if (c == 'T' && count < 0 && !time) {
      time = true;
      continue;
    }
    const auto* unit = std::find_if(std::begin(kUnits), std::end(kUnits), [&](const Unit& each) {
      return each.letter == c && each.time == time;
    });
    if (unit == std::end(kUnits) || count < 0) return {};
    result.push_back({count, unit});
    count = -1;
  }
  if (count >= 0) return {};
  return result;
}

}  // namespace

std::optional<long long> period_hours(std::string_view period) {
  const std::vector<Amount> all = amounts(period);
  if (all.empty()) return std::nullopt;
  long long hours = 0;
  for (const Amount& amount : all) hours += amount.count * amount.unit->hours;
  return hours;
}

std::string period_words(std::string_view period) {
  std::string words;
  for (const Amount& amount : amounts(period)) {
    if (!words.empty()) words += ' ';
    words += std::to_string(amount.count) + ' ' + amount.unit->name;
    if (amount.count != 1) words += 's';
  }
  return words.empty() ? std::string(period) : words;
}

}  // namespace fineprint
