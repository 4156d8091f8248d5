#include "reports/period.h"

#include <algorithm>
#include <vector>

namespace fineprint {
namespace {

struct Unit {
  char letter;
  bool time;  // stands after the T
  long long seconds;
  const char* name;
};

constexpr long long kHour = 3600;
constexpr Unit kUnits[] = {
    {'Y', false, 365 * 24 * kHour, "year"},
    {'M', false, 730 * kHour, "month"},
    {'W', false, 7 * 24 * kHour, "week"},
    {'D', false, 24 * kHour, "day"},
    {'H', true, kHour, "hour"},
    {'M', true, 60, "minute"},
    {'S', true, 1, "second"},
};

struct Amount {
  long long count;
  const Unit* unit;
};

// Empty if `period` is no duration of whole numbers.
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

std::optional<long long> period_seconds(std::string_view period) {
  const std::vector<Amount> all = amounts(period);
  if (all.empty()) return std::nullopt;
  long long seconds = 0;
  for (const Amount& amount : all) seconds += amount.count * amount.unit->seconds;
  return seconds;
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
