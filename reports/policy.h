// What a buyer demands of vendors' terms, as data: the policy that `check` holds documents to.
//
// A policy (docs/policy.md describes the language, reports/schema/policy.schema.json its form) is a
// list of rules, each with a scope (vendors, terms types, audience) and one condition, and of
// waivers that let a vendor off a rule until a date. Where a document may be silent, the condition
// says what silence means; there is no default for it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analyzer/finding.h"
#include "reports/change.h"
#include "reports/rubric.h"
#include "rules/catalogue.h"
#include "rules/json_source.h"

namespace fineprint {

// How much a violation matters.
enum class PolicyLevel { kNote, kWarning, kError };
const char* level_name(PolicyLevel level);  // "note", "warning", "error"

// The verdict must have one of these values, which may include "silent".
struct VerdictCondition {
  std::string verdict;
  std::vector<std::string> values;
  std::string at_most;  // verdict "retention" with the value "period": the longest; or ""
};

// What silence counts for in a score.
enum class Silence { kRubric, kWorst, kBest };

// The score must not be below a number of tenths, or that of a grade.
struct ScoreCondition {
  int at_least = 0;
  char grade = 0;  // 0: not by grade
  Silence silence = Silence::kRubric;
};

enum class Quantity { kAny, kAll, kNoneOf };

// Clauses that must be found (any or all of them), or must not be.
struct ClauseCondition {
  Quantity quantity = Quantity::kAny;
  std::vector<std::string> clauses;  // names or globs
};

// Every period that these clauses state must not be longer than this.
struct PeriodCondition {
  std::vector<std::string> clauses;    // names or globs
  std::string at_most;                 // ISO 8601
  bool silence_violates = false;       // that no such clause states a period
  std::vector<std::string> not_about;  // leaves out sentences, or sections, with one of these words
};

// What must not have happened since the baseline.
struct ChangeCondition {
  std::vector<Direction> directions;
  std::vector<std::string> clauses;  // names or globs
  Severity least = Severity::kLow;   // changes of less severity are let pass
  bool missing_violates = false;     // that a document of the baseline is not there any more
};

// The score must not have fallen by more than this since the baseline.
struct ScoreDropCondition {
  int at_most = 0;  // tenths
};

using Condition = std::variant<VerdictCondition, ScoreCondition, ClauseCondition, PeriodCondition,
                               ChangeCondition, ScoreDropCondition>;

struct PolicyRule {
  std::string id;
  std::string message;  // what is wrong where it is violated
  PolicyLevel level = PolicyLevel::kError;
  std::vector<std::string> vendors;  // names or globs; empty: all
  std::vector<std::string> except;   // vendors left out; likewise
  std::vector<std::string> types;    // normalised terms types; empty: all
  std::vector<Audience> audiences;   // business, consumer or both: it must hold for each
  Condition condition;
  int line = 0;  // in the policy file

  bool needs_baseline() const;
};

struct Waiver {
  std::string rule;    // id or glob
  std::string vendor;  // name or glob
  std::string clause;  // name or glob; "" for whatever violates the rule
  std::string reason;
  std::string expires;  // ISO 8601; the last day on which it holds
  int line = 0;
};

struct Policy {
  std::string file;
  std::string title;
  std::vector<PolicyRule> rules;
  std::vector<Waiver> waivers;
  // Whether a document in a language without rules counts as unread: nothing can be found in it.
  bool other_languages_unread = true;
};

// Reads and checks a policy. Throws RuleFileError, which names the file, the line, the place and
// the mend.
Policy load_policy(const JsonSource& source, const Catalogue& catalogue);

// Whether it is a day of the calendar: "2026-02-28".
bool is_calendar_date(std::string_view date);

// Compares names without case; in the pattern, "*" stands for any characters, "?" for one. Takes at
// most pattern times name steps.
bool name_matches(std::string_view pattern, std::string_view name);
bool any_name_matches(const std::vector<std::string>& patterns, std::string_view name);
bool is_glob(std::string_view pattern);

}  // namespace fineprint
