// Reads a policy file and refuses what would let a mistake in it pass for a promise.
#include <algorithm>
#include <cmath>

#include "corpus/collection.h"
#include "reports/period.h"
#include "reports/policy.h"
#include "reports/verdict_values.h"
#include "rules/json_reader.h"

namespace fineprint {
namespace {

std::string period_of(const JsonReader& reader) {
  std::string period = reader.string();
  if (!period_seconds(period)) {
    reader.fail("\"" + period + "\" is no length of time; write \"P90D\", \"P6M\" or \"P1Y\"");
  }
  return period;
}

// Points with at most one decimal, as tenths.
int tenths_of(const JsonReader& reader) {
  const double points = reader.number();
  const double tenths = std::round(points * 10);
  if (points < 0 || points > 100 || std::abs(tenths - points * 10) > 1e-6) {
    reader.fail("points must be a number from 0 to 100 with at most one decimal");
  }
  return static_cast<int>(tenths);
}

class Loader {
 public:
  Loader(const JsonSource& source, const Catalogue& catalogue) : root_(source) {
    for (const Clause& clause : catalogue.clauses()) {
      clauses_.push_back(clause.id);
      if (clause.period) periods_.push_back(clause.id);
    }
    policy_.file = source.file();
  }

  Policy load() {
    root_.expect_object({"title", "audience", "other_languages", "rules", "waivers"});
    policy_.title = root_.string_or("title", "");
    if (root_.has("audience")) audiences_ = read_audiences(root_.at("audience"));
    if (root_.has("other_languages")) {
      const std::string meaning = root_.at("other_languages").string();
      root_.at("other_languages").expect_known("meaning", meaning, {"unread", "allowed"});
      policy_.other_languages_unread = meaning == "unread";
    }
    for (const JsonReader& row : root_.at("rules").elements()) read_rule(row);
    if (policy_.rules.empty()) {
      root_.at("rules").fail("a policy without rules would let everything pass; add one");
    }
    if (root_.has("waivers")) {
      for (const JsonReader& row : root_.at("waivers").elements()) read_waiver(row);
    }
    return std::move(policy_);
  }

 private:
  void read_rule(const JsonReader& row);
  void read_waiver(const JsonReader& row);
  void read_scope(const JsonReader& row, PolicyRule& rule);
  Condition read_requirement(const JsonReader& row);
  Condition read_prohibition(const JsonReader& row);
  VerdictCondition read_verdict(const JsonReader& row);
  ScoreCondition read_score(const JsonReader& row);
  PeriodCondition read_period(const JsonReader& row);
  ChangeCondition read_changes(const JsonReader& row);
  std::vector<std::string> clause_patterns(const JsonReader& rows,
                                           const std::vector<std::string>& known);
  std::vector<Audience> read_audiences(const JsonReader& reader);
  static bool violates(const JsonReader& reader);

  JsonReader root_;
  std::vector<std::string> clauses_;
  std::vector<std::string> periods_;  // clauses that carry a period
  std::vector<Audience> audiences_ = {Audience::kBusiness};
  Policy policy_;
};

std::vector<Audience> Loader::read_audiences(const JsonReader& reader) {
  const std::string name = reader.string();
  reader.expect_known("audience", name, {"business", "consumer", "both"});
  if (name == "business") return {Audience::kBusiness};
  if (name == "consumer") return {Audience::kConsumer};
  return {Audience::kBusiness, Audience::kConsumer};
}

// "violates" or "allowed".
bool Loader::violates(const JsonReader& reader) {
  const std::string meaning = reader.string();
  if (meaning != "violates" && meaning != "allowed") {
    reader.fail("this must be \"violates\" or \"allowed\", not \"" + meaning + "\"");
  }
  return meaning == "violates";
}

void Loader::read_rule(const JsonReader& row) {
  row.expect_object(
      {"id", "message", "severity", "vendors", "except", "types", "audience", "require", "forbid"});
  PolicyRule rule;
  rule.line = row.source().line(row.pointer());
  rule.id = row.at("id").string();
  if (std::any_of(policy_.rules.begin(), policy_.rules.end(),
                  [&](const PolicyRule& each) { return each.id == rule.id; })) {
    row.at("id").fail("there is a rule \"" + rule.id + "\" already; give this one another id");
  }
  if (is_glob(rule.id)) row.at("id").fail("an id must not contain \"*\" or \"?\"");
  rule.message = row.at("message").string();
  const std::string level = row.string_or("severity", "error");
  if (row.has("severity")) {
    row.at("severity").expect_known("severity", level, {"error", "warning", "note"});
  }
  rule.level = level == "error"     ? PolicyLevel::kError
               : level == "warning" ? PolicyLevel::kWarning
                                    : PolicyLevel::kNote;
  read_scope(row, rule);
  if (row.has("require") == row.has("forbid")) {
    row.fail("a rule has one condition: write either \"require\" or \"forbid\"");
  }
  rule.condition =
      row.has("require") ? read_requirement(row.at("require")) : read_prohibition(row.at("forbid"));
  policy_.rules.push_back(std::move(rule));
}

void Loader::read_scope(const JsonReader& row, PolicyRule& rule) {
  rule.vendors = row.strings_or_none("vendors");
  if (row.has("vendors") && rule.vendors.empty()) {
    row.at("vendors").fail("an empty list names no vendor; leave \"vendors\" out to mean all");
  }
  rule.except = row.strings_or_none("except");
  for (const std::string& type : row.strings_or_none("types")) {
    rule.types.push_back(normalise_terms_type(type));
  }
  if (row.has("types") && rule.types.empty()) {
    row.at("types").fail("an empty list names no document; leave \"types\" out to mean all");
  }
  rule.audiences = row.has("audience") ? read_audiences(row.at("audience")) : audiences_;
}

Condition Loader::read_requirement(const JsonReader& row) {
  if (row.has("verdict")) return read_verdict(row);
  if (row.has("score") || row.has("grade")) return read_score(row);
  if (row.has("periods")) return read_period(row);
  row.expect_object({"verdict", "score", "grade", "periods", "any_clause", "all_clauses"});
  if (row.has("any_clause") == row.has("all_clauses")) {
    row.fail(
        "\"require\" needs one of \"verdict\", \"score\", \"grade\", \"periods\", \"any_clause\" "
        "and \"all_clauses\"");
  }
  row.expect_object({"any_clause", "all_clauses"});
  const bool any = row.has("any_clause");
  return ClauseCondition{any ? Quantity::kAny : Quantity::kAll,
                         clause_patterns(row.at(any ? "any_clause" : "all_clauses"), clauses_)};
}

Condition Loader::read_prohibition(const JsonReader& row) {
  if (row.has("changes")) return read_changes(row);
  if (row.has("score_drop_over")) {
    row.expect_object({"score_drop_over"});
    return ScoreDropCondition{tenths_of(row.at("score_drop_over"))};
  }
  row.expect_object({"clauses", "changes", "score_drop_over"});
  if (!row.has("clauses")) {
    row.fail("\"forbid\" needs one of \"clauses\", \"changes\" and \"score_drop_over\"");
  }
  return ClauseCondition{Quantity::kNoneOf, clause_patterns(row.at("clauses"), clauses_)};
}

VerdictCondition Loader::read_verdict(const JsonReader& row) {
  row.expect_object({"verdict", "one_of", "at_most"});
  VerdictCondition condition;
  condition.verdict = row.at("verdict").string();
  std::vector<std::string> names;
  for (const auto& [name, values] : verdict_values()) names.push_back(name);
  row.at("verdict").expect_known("verdict", condition.verdict, names);
  const auto known =
      std::find_if(verdict_values().begin(), verdict_values().end(),
                   [&](const auto& each) { return each.first == condition.verdict; });
  for (const JsonReader& value : row.at("one_of").elements()) {
    condition.values.push_back(value.string());
    value.expect_known("value of " + condition.verdict, condition.values.back(), known->second);
  }
  if (condition.values.empty()) row.at("one_of").fail("an empty list allows no answer at all");
  if (!row.has("at_most")) return condition;
  if (condition.verdict != "retention") {
    row.at("at_most").fail("\"at_most\" belongs to the verdict \"retention\" only");
  }
  condition.at_most = period_of(row.at("at_most"));
  if (std::find(condition.values.begin(), condition.values.end(), "period") ==
      condition.values.end()) {
    row.at("at_most").fail("\"at_most\" bounds the answer \"period\"; add it to \"one_of\"");
  }
  return condition;
}

ScoreCondition Loader::read_score(const JsonReader& row) {
  row.expect_object({"score", "grade", "silence"});
  if (row.has("score") && row.has("grade")) {
    row.fail("write either \"score\" or \"grade\"; a second rule can ask for the other");
  }
  ScoreCondition condition;
  if (row.has("score")) {
    condition.at_least = tenths_of(row.at("score"));
  } else {
    const std::string grade = row.at("grade").string();
    row.at("grade").expect_known("grade", grade, {"A", "B", "C", "D", "E", "F"});
    condition.grade = grade[0];
  }
  const std::string silence = row.at("silence").string();
  row.at("silence").expect_known("meaning of silence", silence, {"rubric", "worst", "best"});
  condition.silence = silence == "worst"  ? Silence::kWorst
                      : silence == "best" ? Silence::kBest
                                          : Silence::kRubric;
  return condition;
}

PeriodCondition Loader::read_period(const JsonReader& row) {
  row.expect_object({"periods", "at_most", "silent", "not_about"});
  PeriodCondition condition;
  condition.clauses = clause_patterns(row.at("periods"), periods_);
  condition.at_most = period_of(row.at("at_most"));
  condition.silence_violates = violates(row.at("silent"));
  condition.not_about = row.strings_or_none("not_about");
  return condition;
}

ChangeCondition Loader::read_changes(const JsonReader& row) {
  row.expect_object({"changes", "clauses", "least_severity", "missing"});
  ChangeCondition condition;
  for (const JsonReader& each : row.at("changes").elements()) {
    const std::string name = each.string();
    each.expect_known("direction", name, {"worse", "better", "mixed", "neutral"});
    condition.directions.push_back(*find_direction(name));
  }
  if (condition.directions.empty()) row.at("changes").fail("an empty list forbids no change");
  condition.clauses = row.has("clauses") ? clause_patterns(row.at("clauses"), clauses_)
                                         : std::vector<std::string>{"*"};
  if (row.has("least_severity")) {
    const std::string name = row.at("least_severity").string();
    row.at("least_severity").expect_known("severity", name, {"low", "medium", "high"});
    condition.least = name == "low"    ? Severity::kLow
                      : name == "high" ? Severity::kHigh
                                       : Severity::kMedium;
  }
  condition.missing_violates = violates(row.at("missing"));
  return condition;
}

std::vector<std::string> Loader::clause_patterns(const JsonReader& rows,
                                                 const std::vector<std::string>& known) {
  std::vector<std::string> patterns;
  for (const JsonReader& each : rows.elements()) {
    const std::string pattern = each.string();
    if (!is_glob(pattern)) {
      each.expect_known("clause", pattern, known);
    } else if (std::none_of(known.begin(), known.end(), [&](const std::string& clause) {
                 return name_matches(pattern, clause);
               })) {
      each.expect_known("clause like", pattern, known);
    }
    patterns.push_back(pattern);
  }
  if (patterns.empty()) rows.fail("an empty list names no clause");
  return patterns;
}

void Loader::read_waiver(const JsonReader& row) {
  row.expect_object({"rule", "vendor", "clause", "reason", "expires"});
  Waiver waiver;
  waiver.line = row.source().line(row.pointer());
  waiver.rule = row.at("rule").string();
  std::vector<std::string> ids;
  for (const PolicyRule& rule : policy_.rules) ids.push_back(rule.id);
  if (!is_glob(waiver.rule)) {
    row.at("rule").expect_known("rule", waiver.rule, ids);
  } else if (std::none_of(ids.begin(), ids.end(),
                          [&](const std::string& id) { return name_matches(waiver.rule, id); })) {
    row.at("rule").fail("no rule of this policy is called like \"" + waiver.rule + "\"");
  }
  waiver.vendor = row.at("vendor").string();
  if (row.has("clause")) {
    waiver.clause = row.at("clause").string();
    if (!is_glob(waiver.clause)) row.at("clause").expect_known("clause", waiver.clause, clauses_);
  }
  waiver.reason = row.at("reason").string();
  waiver.expires = row.at("expires").string();
  if (!is_calendar_date(waiver.expires)) {
    row.at("expires").fail("\"" + waiver.expires + "\" is no date; write it like \"2026-12-31\"");
  }
  policy_.waivers.push_back(std::move(waiver));
}

}  // namespace

Policy load_policy(const JsonSource& source, const Catalogue& catalogue) {
  return Loader(source, catalogue).load();
}

}  // namespace fineprint
