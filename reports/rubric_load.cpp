// Reads rules/rubric.json and refuses what would make a score wrong or a sum not add up.
#include <algorithm>
#include <set>

#include "reports/period.h"
#include "reports/rubric.h"
#include "reports/verdict_values.h"
#include "rules/json_reader.h"

namespace fineprint {
namespace {

int percent_of(const JsonReader& reader) {
  const int percent = reader.integer();
  if (percent < 0 || percent > 100 || percent % 10 != 0) {
    reader.fail("a percentage must be a multiple of 10 from 0 to 100, so that sums are exact");
  }
  return percent;
}

class Loader {
 public:
  Loader(const JsonSource& source, const Catalogue& catalogue) : root_(source) {
    for (const Clause& clause : catalogue.clauses()) clauses_.push_back(clause.id);
  }

  Rubric load() {
    root_.expect_object({"questions", "grades", "profiles", "changes"});
    for (const JsonReader& row : root_.at("questions").elements()) read_question(row);
    if (rubric_.questions.empty()) root_.at("questions").fail("a rubric needs a question");
    read_grades(root_.at("grades"));
    for (const JsonReader& row : root_.at("profiles").elements()) read_profile(row);
    if (rubric_.profiles.empty()) root_.at("profiles").fail("a rubric needs a profile");
    if (root_.has("changes")) read_changes(root_.at("changes"));
    return std::move(rubric_);
  }

 private:
  void read_question(const JsonReader& row);
  RubricCheck read_check(const JsonReader& row);
  RubricAnswer read_answer(const JsonReader& row, const RubricCheck& check);
  void check_verdict_answers(const JsonReader& row, const RubricCheck& check);
  void check_clause_answers(const JsonReader& row, const RubricCheck& check);
  void read_grades(const JsonReader& rows);
  void read_profile(const JsonReader& row);
  void read_changes(const JsonReader& row);
  std::vector<std::string> clause_list(const JsonReader& row, std::string_view key);

  JsonReader root_;
  std::vector<std::string> clauses_;
  std::vector<std::string> checks_;  // ids
  Rubric rubric_;
};

void Loader::read_question(const JsonReader& row) {
  row.expect_object({"id", "title", "explanation", "checks"});
  RubricQuestion question;
  question.id = row.at("id").string();
  question.title = row.at("title").string();
  question.explanation = row.string_or("explanation", "");
  for (const JsonReader& check : row.at("checks").elements()) {
    question.checks.push_back(read_check(check));
  }
  if (question.checks.empty()) row.at("checks").fail("a question needs a check");
  rubric_.questions.push_back(std::move(question));
}

RubricCheck Loader::read_check(const JsonReader& row) {
  row.expect_object({"id", "title", "column", "verdict", "said_in", "answers"});
  RubricCheck check;
  check.id = row.at("id").string();
  if (std::find(checks_.begin(), checks_.end(), check.id) != checks_.end()) {
    row.at("id").fail("there is a check \"" + check.id + "\" already; give this one another id");
  }
  checks_.push_back(check.id);
  check.title = row.at("title").string();
  check.column = row.string_or("column", "");
  check.verdict = row.string_or("verdict", "");
  check.said_in = row.strings_or_none("said_in");
  if (!check.verdict.empty()) {
    std::vector<std::string> known;
    for (const auto& [name, values] : verdict_values()) known.push_back(name);
    row.at("verdict").expect_known("verdict", check.verdict, known);
  }
  for (const JsonReader& answer : row.at("answers").elements()) {
    check.answers.push_back(read_answer(answer, check));
  }
  if (check.verdict.empty()) {
    check_clause_answers(row.at("answers"), check);
  } else {
    check_verdict_answers(row.at("answers"), check);
  }
  const bool unread = std::any_of(check.answers.begin(), check.answers.end(),
                                  [](const auto& answer) { return answer.value == kUnread; });
  if (unread == check.said_in.empty()) {
    row.at("answers").fail("\"said_in\" and an answer \"unread\" go together");
  }
  return check;
}

RubricAnswer Loader::read_answer(const JsonReader& row, const RubricCheck& check) {
  row.expect_object({"value", "label", "text", "percent", "low", "high", "silent", "clauses",
                     "against", "up_to"});
  RubricAnswer answer;
  answer.value = row.at("value").string();
  answer.label = row.at("label").string();
  answer.text = row.at("text").string();
  answer.percent = percent_of(row.at("percent"));
  answer.low = row.has("low") ? percent_of(row.at("low")) : answer.percent;
  answer.high = row.has("high") ? percent_of(row.at("high")) : answer.percent;
  if (answer.low > answer.percent) row.at("low").fail("\"low\" must not be above \"percent\"");
  if (answer.high < answer.percent) row.at("high").fail("\"high\" must not be below \"percent\"");
  answer.silent = row.boolean_or("silent", false);
  answer.clauses = clause_list(row, "clauses");
  answer.against = clause_list(row, "against");
  answer.up_to = row.string_or("up_to", "");
  if (!answer.up_to.empty() && !period_seconds(answer.up_to)) {
    row.at("up_to").fail("\"" + answer.up_to +
                         "\" is no length of time; write \"P30D\" or \"P1Y\"");
  }
  if (!answer.up_to.empty() && check.verdict != "retention") {
    row.at("up_to").fail("\"up_to\" belongs to answers of the verdict \"retention\" only");
  }
  return answer;
}

std::vector<std::string> Loader::clause_list(const JsonReader& row, std::string_view key) {
  if (!row.has(key)) return {};
  std::vector<std::string> result;
  for (const JsonReader& each : row.at(key).elements()) {
    result.push_back(each.string());
    each.expect_known("clause", result.back(), clauses_);
  }
  return result;
}

void Loader::check_verdict_answers(const JsonReader& row, const RubricCheck& check) {
  const auto known = std::find_if(verdict_values().begin(), verdict_values().end(),
                                  [&](const auto& each) { return each.first == check.verdict; });
  const std::vector<JsonReader> rows = row.elements();
  std::set<std::string> answered;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RubricAnswer& answer = check.answers[i];
    if (answer.value == kUnread) continue;
    rows[i].at("value").expect_known("value of " + check.verdict, answer.value, known->second);
    if (answered.contains(answer.value)) rows[i].fail("an answer before this one takes its place");
    if (answer.up_to.empty()) answered.insert(answer.value);
  }
  for (const std::string& value : known->second) {
    if (!answered.contains(value)) row.fail("an answer for the value \"" + value + "\" is missing");
  }
}

void Loader::check_clause_answers(const JsonReader& row, const RubricCheck& check) {
  const auto open = std::count_if(
      check.answers.begin(), check.answers.end(),
      [](const auto& answer) { return answer.clauses.empty() && answer.value != kUnread; });
  if (open != 1) {
    row.fail(
        "a check without a verdict needs one answer without \"clauses\": what holds where none "
        "of the others is found");
  }
}

void Loader::read_grades(const JsonReader& rows) {
  static constexpr std::string_view kGrades = "ABCDEF";
  for (const JsonReader& row : rows.elements()) {
    row.expect_object({"grade", "from"});
    const std::size_t number = rubric_.grades.size();
    const std::string grade = row.at("grade").string();
    if (number >= kGrades.size() || grade != kGrades.substr(number, 1)) {
      row.at("grade").fail("the grades must be A, B, C, D, E and F in this order");
    }
    const int from = row.at("from").integer();
    if (number > 0 && from >= rubric_.grades.back().from) {
      row.at("from").fail("each grade must start below the one before it");
    }
    rubric_.grades.push_back({grade[0], from});
  }
  if (rubric_.grades.size() != kGrades.size() || rubric_.grades.back().from != 0) {
    rows.fail("the grades must be A, B, C, D, E and F, the last of them from 0");
  }
}

void Loader::read_profile(const JsonReader& row) {
  row.expect_object({"id", "title", "audience", "explanation", "points"});
  Profile profile;
  profile.id = row.at("id").string();
  if (rubric_.find_profile(profile.id)) row.at("id").fail("there is such a profile already");
  profile.title = row.at("title").string();
  profile.explanation = row.string_or("explanation", "");
  const std::string audience = row.at("audience").string();
  row.at("audience").expect_known("audience", audience, {"business", "consumer"});
  profile.audience = audience == "business" ? Audience::kBusiness : Audience::kConsumer;
  int sum = 0;
  for (const auto& [check, points] : row.at("points").members()) {
    points.expect_known("check", check, checks_);
    const int number = points.integer();
    if (number < 0 || number > 100) points.fail("points must be from 0 to 100");
    profile.points[check] = number;
    sum += number;
  }
  for (const std::string& check : checks_) {
    if (!profile.points.contains(check)) {
      row.at("points").fail("the check \"" + check + "\" is missing; write 0 to leave it out");
    }
  }
  if (sum != 100) {
    row.at("points").fail("the points must add up to 100, but they make " + std::to_string(sum));
  }
  rubric_.profiles.push_back(std::move(profile));
}

Severity severity_of(const JsonReader& reader) {
  const std::string name = reader.string();
  reader.expect_known("severity", name, {"low", "medium", "high"});
  if (name == "low") return Severity::kLow;
  return name == "high" ? Severity::kHigh : Severity::kMedium;
}

void Loader::read_changes(const JsonReader& row) {
  row.expect_object({"clauses", "verdicts"});
  if (row.has("clauses")) {
    for (const auto& [clause, severity] : row.at("clauses").members()) {
      severity.expect_known("clause", clause, clauses_);
      rubric_.clause_severities[clause] = severity_of(severity);
    }
  }
  if (!row.has("verdicts")) return;
  std::vector<std::string> known;
  for (const auto& [name, values] : verdict_values()) known.push_back(name);
  for (const auto& [verdict, severity] : row.at("verdicts").members()) {
    severity.expect_known("verdict", verdict, known);
    rubric_.verdict_severities[verdict] = severity_of(severity);
  }
}

}  // namespace

Rubric load_rubric(const JsonSource& source, const Catalogue& catalogue) {
  return Loader(source, catalogue).load();
}

}  // namespace fineprint
