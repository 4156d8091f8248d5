#include "reports/check_conditions.h"

#include <algorithm>
#include <stdexcept>

#include "reports/display_text.h"
#include "reports/period.h"
#include "reports/scorecard.h"
#include "rules/words.h"

namespace fineprint {
namespace {

constexpr std::size_t kMostPlaces = 10;  // of one violation

// "a", "b" or "c".
std::string either(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += '"' + names[i] + '"';
  }
  return text;
}

std::string for_whom(Audience audience) {
  return audience == Audience::kConsumer ? "consumers" : "business customers";
}

// Finds any of some words or phrases in texts, without regard to case, accents and punctuation; a
// "*" at the end of a phrase stands for the rest of a word.
class Mentions {
 public:
  explicit Mentions(const std::vector<std::string>& phrases) : cutter_({}, {}) {
    for (const std::string& phrase : phrases) {
      const bool open = phrase.ends_with('*');
      const std::string words = keys(phrase);
      if (words != " ") phrases_.push_back(open ? words.substr(0, words.size() - 1) : words);
    }
  }

  bool in(std::string_view text) const {
    if (phrases_.empty()) return false;
    const std::string words = keys(text);
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const std::string& each) {
      return words.find(each) != std::string::npos;
    });
  }

 private:
  // " each word between blanks ".
  std::string keys(std::string_view text) const {
    WordList list;
    cutter_.cut(text, list);
    std::string result = " ";
    for (std::size_t i = 0; i < list.size(); ++i) {
      result += list.key(i);
      result += ' ';
    }
    return result;
  }

  WordCutter cutter_;
  std::vector<std::string> phrases_;
};

class Evaluation {
 public:
  Evaluation(const VendorView& view, Audience audience, const Rubric& rubric)
      : view_(view), audience_(audience), rubric_(rubric) {}

  std::vector<Violation> operator()(const VerdictCondition& condition);
  std::vector<Violation> operator()(const ScoreCondition& condition);
  std::vector<Violation> operator()(const ClauseCondition& condition);
  std::vector<Violation> operator()(const PeriodCondition& condition);
  std::vector<Violation> operator()(const ChangeCondition&) { return {}; }
  std::vector<Violation> operator()(const ScoreDropCondition&) { return {}; }

 private:
  const AudienceAnalysis& answers() const { return view_.answers(audience_); }

  // A violation that rests on these findings; of the vendor as a whole where there are none.
  Violation violation(std::string subject, std::string detail,
                      const std::vector<FindingRef>& evidence) const {
    Violation result;
    result.subject = std::move(subject);
    result.audience = audience_;
    result.detail = std::move(detail);
    for (const FindingRef& ref : evidence) {
      if (result.places.size() == kMostPlaces) break;
      result.places.push_back(view_.place(ref));
    }
    if (!evidence.empty()) {
      result.type = view_.type(evidence.front());
    } else if (const auto document = view_.document_for(audience_)) {
      result.places.push_back(view_.document_place(*document));
      result.type = view_.vendor().documents[static_cast<std::size_t>(*document)].document.type;
    }
    return result;
  }

  std::vector<FindingRef> refs(const std::vector<int>& indexes) const {
    std::vector<FindingRef> result;
    for (const int index : indexes)
      result.push_back(answers().findings.at(static_cast<std::size_t>(index)));
    return result;
  }

  // The clauses that state an answer by themselves: what to show first.
  std::vector<std::string> stating(std::string_view verdict, std::string_view value) const {
    for (const RubricQuestion& question : rubric_.questions) {
      for (const RubricCheck& check : question.checks) {
        if (check.verdict != verdict) continue;
        for (const RubricAnswer& answer : check.answers) {
          if (answer.value == value && !answer.clauses.empty()) return answer.clauses;
        }
      }
    }
    return {};
  }

  const VendorView& view_;
  Audience audience_;
  const Rubric& rubric_;
};

bool longer(std::string_view period, std::string_view limit) {
  const auto seconds = period_seconds(period);
  return !seconds || *seconds > *period_seconds(limit);
}

std::vector<Violation> Evaluation::operator()(const VerdictCondition& condition) {
  const Verdict& verdict = answers().verdict;
  const Answer& answer = *find_answer(verdict, condition.verdict);
  const bool allowed = std::find(condition.values.begin(), condition.values.end(), answer.value) !=
                       condition.values.end();
  if (!allowed) {
    std::string detail = answer.value == "silent"
                             ? condition.verdict + ": the documents do not say"
                             : condition.verdict + " is \"" + answer.value + '"';
    detail += " for " + for_whom(audience_) + "; allowed: " + either(condition.values);
    std::vector<FindingRef> evidence = refs(answer.deciding);
    const std::vector<std::string> clauses = stating(condition.verdict, answer.value);
    std::stable_partition(evidence.begin(), evidence.end(), [&](const FindingRef& ref) {
      return std::find(clauses.begin(), clauses.end(), view_.finding(ref).clause) != clauses.end();
    });
    return {violation(condition.verdict + '=' + answer.value, std::move(detail), evidence)};
  }
  if (answer.value != "period" || condition.at_most.empty() ||
      !longer(verdict.longest_period, condition.at_most)) {
    return {};
  }
  std::vector<FindingRef> evidence;
  for (const FindingRef& ref : refs(answer.deciding)) {
    if (longer(view_.finding(ref).period, condition.at_most)) evidence.push_back(ref);
  }
  return {violation("retention=" + verdict.longest_period,
                    "kept for up to " + period_words(verdict.longest_period) + "; at most " +
                        period_words(condition.at_most) + " allowed",
                    evidence)};
}

std::vector<Violation> Evaluation::operator()(const ScoreCondition& condition) {
  const Profile* profile = rubric_.profile_for(audience_);
  if (!profile) throw std::invalid_argument("the rubric has no profile for " + for_whom(audience_));
  const Scorecard card = score_vendor(view_.vendor(), audience_, rubric_, *profile);
  const int value = condition.silence == Silence::kWorst  ? card.low
                    : condition.silence == Silence::kBest ? card.high
                                                          : card.value;
  int needed = condition.at_least;
  for (const GradeStep& step : rubric_.grades) {
    if (step.grade == condition.grade) needed = step.from * 10;
  }
  if (value >= needed) return {};
  std::string detail = "score " + points_text(value) + ", grade " + rubric_.grade(value) +
                       ", for " + for_whom(audience_);
  if (condition.silence == Silence::kWorst) detail += " with silence at its worst";
  if (condition.silence == Silence::kBest) detail += " with silence at its best";
  detail += "; at least " +
            (condition.grade ? std::string("grade ") + condition.grade : points_text(needed)) +
            " required";
  std::vector<const ScoreRow*> rows;
  for (const QuestionScore& question : card.questions) {
    for (const ScoreRow& row : question.rows) {
      if (row.won < row.possible && !row.deciding.empty()) rows.push_back(&row);
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ScoreRow* a, const ScoreRow* b) {
    return a->possible - a->won > b->possible - b->won;
  });
  std::vector<FindingRef> evidence;  // one for each line of the sum, what cost most first
  for (const ScoreRow* row : rows) evidence.push_back(row->deciding.front());
  return {violation("score", std::move(detail), evidence)};
}

std::vector<Violation> Evaluation::operator()(const ClauseCondition& condition) {
  std::vector<Violation> result;
  std::vector<bool> found(condition.clauses.size());
  for (const FindingRef& ref : answers().findings) {
    const std::string& clause = view_.finding(ref).clause;
    bool matches = false;
    for (std::size_t i = 0; i < condition.clauses.size(); ++i) {
      if (!name_matches(condition.clauses[i], clause)) continue;
      found[i] = true;
      matches = true;
    }
    if (!matches || condition.quantity != Quantity::kNoneOf) continue;
    result.push_back(violation("", clause + " is found", {ref}));
    result.back().clause = clause;
  }
  if (condition.quantity == Quantity::kNoneOf) return result;
  if (condition.quantity == Quantity::kAny) {
    if (std::find(found.begin(), found.end(), true) != found.end()) return {};
    return {violation(
        "missing " + either(condition.clauses),
        "no clause " + either(condition.clauses) + " is found for " + for_whom(audience_), {})};
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) continue;
    result.push_back(violation(
        "missing " + condition.clauses[i],
        "no clause \"" + condition.clauses[i] + "\" is found for " + for_whom(audience_), {}));
    if (!is_glob(condition.clauses[i])) result.back().clause = condition.clauses[i];
  }
  return result;
}

std::vector<Violation> Evaluation::operator()(const PeriodCondition& condition) {
  const Mentions let_off(condition.not_about);
  std::vector<Violation> result;
  bool stated = false;
  for (const FindingRef& ref : answers().findings) {
    const Finding& finding = view_.finding(ref);
    if (finding.period.empty() || !any_name_matches(condition.clauses, finding.clause)) continue;
    const bool about_other =
        let_off.in(finding.quote) || let_off.in(finding.lead_in) ||
        std::any_of(finding.section.begin(), finding.section.end(),
                    [&](const std::string& heading) { return let_off.in(heading); });
    if (about_other) continue;
    stated = true;
    if (!longer(finding.period, condition.at_most)) continue;
    result.push_back(violation(
        "",
        period_words(finding.period) + "; at most " + period_words(condition.at_most) + " allowed",
        {ref}));
    result.back().clause = finding.clause;
  }
  if (!stated && condition.silence_violates) {
    result.push_back(violation("silent",
                               "no period is stated for " + for_whom(audience_) + "; at most " +
                                   period_words(condition.at_most) + " required",
                               {}));
  }
  return result;
}

}  // namespace

std::vector<Violation> condition_violations(const Condition& condition, const VendorView& view,
                                            Audience audience, const Rubric& rubric) {
  return std::visit(Evaluation(view, audience, rubric), condition);
}

}  // namespace fineprint
