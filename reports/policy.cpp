#include "reports/policy.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace fineprint {
namespace {

std::optional<unsigned> digits(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

icu::UnicodeString folded(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .foldCase();
}

}  // namespace

const char* level_name(PolicyLevel level) {
  switch (level) {
    case PolicyLevel::kNote:
      return "note";
    case PolicyLevel::kWarning:
      return "warning";
    case PolicyLevel::kError:
      return "error";
  }
  return "error";
}

bool PolicyRule::needs_baseline() const {
  return std::holds_alternative<ChangeCondition>(condition) ||
         std::holds_alternative<ScoreDropCondition>(condition);
}

bool is_calendar_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  const auto year = digits(date.substr(0, 4));
  const auto month = digits(date.substr(5, 2));
  const auto day = digits(date.substr(8, 2));
  if (!year || !month || !day) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(*month), std::chrono::day(*day))
      .ok();
}

// Goes back to the last "*" only: an earlier one need not take more than it did.
bool name_matches(std::string_view pattern, std::string_view name) {
  const icu::UnicodeString glob = folded(pattern);
  const icu::UnicodeString text = folded(name);
  int g = 0;
  int star = -1;
  int resume = 0;
  for (int t = 0; t < text.length();) {
    if (g < glob.length() && glob[g] == u'*') {
      star = g++;
      resume = t;
    } else if (g < glob.length() && (glob[g] == u'?' || glob[g] == text[t])) {
      ++g;
      ++t;
    } else if (star >= 0) {
      g = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (g < glob.length() && glob[g] == u'*') ++g;
  return g == glob.length();
}

bool any_name_matches(const std::vector<std::string>& patterns, std::string_view name) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& each) { return name_matches(each, name); });
}

bool is_glob(std::string_view pattern) {
  return pattern.find_first_of("*?") != std::string_view::npos;
}

}  // namespace fineprint
