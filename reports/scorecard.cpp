#include "reports/scorecard.h"

#include <algorithm>
#include <set>

#include "reports/period.h"

namespace fineprint {
namespace {

// What a score is made from: a verdict, and the findings that its indexes mean.
struct Evidence {
  const Verdict* verdict = nullptr;
  Audience audience = Audience::kBoth;
  std::vector<FindingRef> refs;
  std::vector<const Finding*> findings;  // beside `refs`
  int documents = 0;                     // that the audience reads and there are rules for
  std::vector<std::string> types;        // of those in which anything was found: where nothing
                                         // was, no ban means nothing
  const std::vector<Contradiction>* contradictions = nullptr;  // or null: none are known
};

std::vector<FindingRef> refs_of(const Evidence& evidence, const std::vector<int>& indexes) {
  std::vector<FindingRef> refs;
  for (const int index : indexes) {
    if (index >= 0 && static_cast<std::size_t>(index) < evidence.refs.size()) {
      refs.push_back(evidence.refs[static_cast<std::size_t>(index)]);
    }
  }
  return refs;
}

std::vector<FindingRef> refs_with(const Evidence& evidence,
                                  const std::vector<std::string>& clauses) {
  std::vector<FindingRef> refs;
  for (std::size_t i = 0; i < evidence.refs.size(); ++i) {
    const Finding& finding = *evidence.findings[i];
    if (!addresses(finding.audience, evidence.audience)) continue;
    if (std::find(clauses.begin(), clauses.end(), finding.clause) != clauses.end()) {
      refs.push_back(evidence.refs[i]);
    }
  }
  return refs;
}

bool long_enough(const RubricAnswer& answer, std::string_view period) {
  if (answer.up_to.empty()) return true;
  const auto seconds = period_seconds(period);
  return seconds && *seconds <= period_seconds(answer.up_to).value_or(0);
}

// Whether no document is of a type that would answer the check.
bool none_would_say(const RubricCheck& check, const Evidence& evidence) {
  if (check.said_in.empty()) return false;
  return std::none_of(evidence.types.begin(), evidence.types.end(), [&](const std::string& type) {
    return std::find(check.said_in.begin(), check.said_in.end(), type) != check.said_in.end();
  });
}

const RubricAnswer* answer_called(const RubricCheck& check, std::string_view value,
                                  std::string_view period) {
  for (const RubricAnswer& answer : check.answers) {
    if (answer.value == value && long_enough(answer, period)) return &answer;
  }
  return nullptr;
}

std::string filled(std::string text, std::string_view period) {
  static constexpr std::string_view kPlace = "{period}";
  const std::string words = period.empty() ? "a stated time" : period_words(period);
  for (std::size_t at = text.find(kPlace); at != std::string::npos; at = text.find(kPlace, at)) {
    text.replace(at, kPlace.size(), words);
    at += words.size();
  }
  return text;
}

Tone tone_of(const RubricAnswer& answer) {
  if (answer.silent) return Tone::kSilent;
  if (answer.percent >= 80) return Tone::kGood;
  return answer.percent < 30 ? Tone::kBad : Tone::kMixed;
}

void decide_by_verdict(ScoreRow& row, const Evidence& evidence) {
  const Answer* answer = find_answer(*evidence.verdict, row.check->verdict);
  const std::string value = answer ? answer->value : "silent";
  row.deciding = answer ? refs_of(evidence, answer->deciding) : std::vector<FindingRef>();
  row.contradicting = answer ? refs_of(evidence, answer->contradicting) : row.deciding;
  if (row.deciding.empty() && (value == "no" || value == "silent") &&
      none_would_say(*row.check, evidence)) {
    row.answer = answer_called(*row.check, kUnread, "");
  } else {
    row.answer = answer_called(*row.check, value, evidence.verdict->longest_period);
  }
  if (!row.answer) row.answer = &row.check->answers.back();
}

void decide_by_clauses(ScoreRow& row, const Evidence& evidence) {
  for (const RubricAnswer& answer : row.check->answers) {
    if (answer.clauses.empty()) continue;
    row.deciding = refs_with(evidence, answer.clauses);
    if (row.deciding.empty()) continue;
    row.answer = &answer;
    row.contradicting = refs_with(evidence, answer.against);
    return;
  }
  const bool unread = none_would_say(*row.check, evidence);
  for (const RubricAnswer& answer : row.check->answers) {
    if (answer.clauses.empty() && (answer.value == kUnread) == unread) row.answer = &answer;
  }
}

bool same(const FindingRef& a, const FindingRef& b) {
  return a.document == b.document && a.finding == b.finding;
}

bool states(const RubricAnswer& answer, std::string_view clause) {
  return std::find(answer.clauses.begin(), answer.clauses.end(), clause) != answer.clauses.end();
}

// Puts the findings first that show the answer best: the longest period, or the clause that states
// the answer. A report may show the first alone.
void sort_deciding(ScoreRow& row, const Evidence& evidence) {
  const std::string& longest = evidence.verdict->longest_period;
  const auto telling = [&](const FindingRef& ref) {
    for (std::size_t i = 0; i < evidence.refs.size(); ++i) {
      if (!same(evidence.refs[i], ref)) continue;
      const Finding& finding = *evidence.findings[i];
      if (row.answer->value == "period") return !longest.empty() && finding.period == longest;
      return states(*row.answer, finding.clause);
    }
    return false;
  };
  std::stable_partition(row.deciding.begin(), row.deciding.end(), telling);
}

// Widens the range to what the answer that a finding states would earn.
void open_range(ScoreRow& row, const Finding& finding, int points) {
  for (const RubricAnswer& answer : row.check->answers) {
    if (!states(answer, finding.clause)) continue;
    row.low = std::min(row.low, points * answer.low / 10);
    row.high = std::max(row.high, points * answer.high / 10);
  }
}

// Where two documents contradict each other, the range covers what both would earn.
void open_contradictions(ScoreRow& row, const Evidence& evidence, int points) {
  if (!evidence.contradictions || row.check->verdict.empty()) return;
  for (const Contradiction& each : *evidence.contradictions) {
    if (each.question != row.check->verdict) continue;
    row.contradicted = true;
    for (std::size_t i = 0; i < evidence.refs.size(); ++i) {
      const bool meant = same(evidence.refs[i], each.one) || same(evidence.refs[i], each.other);
      if (meant) open_range(row, *evidence.findings[i], points);
    }
  }
}

ScoreRow score_check(const RubricCheck& check, const Evidence& evidence, const Profile& profile) {
  ScoreRow row;
  row.check = &check;
  if (check.verdict.empty()) {
    decide_by_clauses(row, evidence);
  } else {
    decide_by_verdict(row, evidence);
  }
  if (!check.verdict.empty()) sort_deciding(row, evidence);
  const std::string& period = evidence.verdict->longest_period;
  row.label = filled(row.answer->label, period);
  row.text = filled(row.answer->text, period);
  row.tone = tone_of(*row.answer);
  const auto found = profile.points.find(check.id);
  const int points = found == profile.points.end() ? 0 : found->second;
  row.possible = points * 10;
  row.won = points * row.answer->percent / 10;  // exact: percentages are multiples of 10
  row.low = points * row.answer->low / 10;
  row.high = points * row.answer->high / 10;
  open_contradictions(row, evidence, points);
  return row;
}

Scorecard score(const Evidence& evidence, const Rubric& rubric, const Profile& profile) {
  Scorecard card;
  card.profile = &profile;
  card.documents = evidence.documents;
  for (const RubricQuestion& question : rubric.questions) {
    QuestionScore sum;
    sum.question = &question;
    for (const RubricCheck& check : question.checks) {
      sum.rows.push_back(score_check(check, evidence, profile));
      sum.possible += sum.rows.back().possible;
      sum.won += sum.rows.back().won;
      sum.low += sum.rows.back().low;
      sum.high += sum.rows.back().high;
    }
    card.value += sum.won;
    card.low += sum.low;
    card.high += sum.high;
    card.questions.push_back(std::move(sum));
  }
  card.grade = rubric.grade(card.value);
  return card;
}

}  // namespace

const char* tone_name(Tone tone) {
  switch (tone) {
    case Tone::kGood:
      return "good";
    case Tone::kMixed:
      return "mixed";
    case Tone::kBad:
      return "bad";
    case Tone::kSilent:
      return "silent";
  }
  return "silent";
}

std::string grade_text(const Scorecard& card) {
  return card.documents == 0 ? "–" : std::string(1, card.grade);
}

std::string silence_text(const VendorAnalysis& vendor, const Scorecard& card) {
  if (card.documents > 0) return "";
  std::set<std::string> languages;
  for (const DocumentAnalysis& document : vendor.documents) {
    if (document.has_rules)
      return "No document addresses this audience: the score is that of silence.";
    languages.insert(document.document.language);
  }
  std::string text = "There are no rules for the language of these documents (";
  for (const std::string& language : languages)
    text += (language == *languages.begin() ? "" : ", ") + language;
  return text + "): nothing was looked for, and the score is that of silence.";
}

bool addresses(Audience of, Audience audience) {
  return of == Audience::kBoth || audience == Audience::kBoth || of == audience;
}

Scorecard score_vendor(const VendorAnalysis& vendor, Audience audience, const Rubric& rubric,
                       const Profile& profile) {
  const AudienceAnalysis& view =
      audience == Audience::kConsumer ? vendor.consumer : vendor.business;
  Evidence evidence;
  evidence.verdict = &view.verdict;
  evidence.audience = audience;
  evidence.refs = view.findings;
  evidence.contradictions = &view.contradictions;
  for (const FindingRef& ref : view.findings) {
    evidence.findings.push_back(&vendor.documents.at(static_cast<std::size_t>(ref.document))
                                     .findings.at(static_cast<std::size_t>(ref.finding)));
  }
  for (const int index : view.documents) {
    const DocumentAnalysis& document = vendor.documents.at(static_cast<std::size_t>(index));
    if (document.has_rules) ++evidence.documents;
    if (!document.findings.empty()) evidence.types.push_back(document.document.type);
  }
  return score(evidence, rubric, profile);
}

Scorecard score_document(const DocumentAnalysis& document, const Rubric& rubric,
                         const Profile& profile) {
  Evidence evidence;
  evidence.verdict = &document.verdict;
  evidence.audience = profile.audience;
  for (std::size_t i = 0; i < document.findings.size(); ++i) {
    evidence.refs.push_back({0, static_cast<int>(i)});
    evidence.findings.push_back(&document.findings[i]);
  }
  if (document.has_rules) evidence.documents = 1;
  if (!document.findings.empty()) evidence.types.push_back(document.document.type);
  return score(evidence, rubric, profile);
}

const ScoreRow* find_row(const Scorecard& card, const RubricCheck& check) {
  for (const QuestionScore& question : card.questions) {
    for (const ScoreRow& row : question.rows) {
      if (row.check == &check) return &row;
    }
  }
  return nullptr;
}

std::string points_text(int tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const int size = tenths < 0 ? -tenths : tenths;
  return sign + std::to_string(size / 10) + '.' + std::to_string(size % 10);
}

}  // namespace fineprint
