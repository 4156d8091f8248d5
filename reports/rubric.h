// The rubric of the trust score: which questions count, for how much, and what each answer earns.
//
// The rubric is data (rules/rubric.json, described by rules/schema/rubric.schema.json). A question
// is a group of checks; a check has a list of answers, each of which earns a percentage of the
// points that the profile gives to the check. Points of a profile add up to 100 and percentages
// are multiples of 10, so every score is a whole number of tenths and sums are exact.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/finding.h"
#include "rules/catalogue.h"
#include "rules/json_source.h"

namespace fineprint {

// One answer to a check. The first answer of a check that applies is taken:
// - of a check with a verdict, the one with the verdict's value whose `up_to` is long enough;
// - of another, the one of whose clauses one was found, else the one without clauses.
struct RubricAnswer {
  std::string value;  // the verdict's value, or a name of its own
  std::string label;  // a word or two, for tables; "{period}" stands for the period found
  std::string text;   // a sentence, for reports; the same
  int percent = 0;    // of the check's points
  int low = 0;        // the least and the most that it could mean, in percent; both equal `percent`
  int high = 0;       // where the answer leaves nothing open
  bool silent = false;               // the documents do not say
  std::vector<std::string> clauses;  // that state it; with a verdict, they tell which answers two
                                     // contradicting findings stand for
  std::vector<std::string> against;  // clauses whose findings contradict this answer
  std::string up_to;                 // ISO 8601; verdict "retention" only
};

// The value of the answer for documents that would not say: see `said_in`.
inline constexpr std::string_view kUnread = "unread";

struct RubricCheck {
  std::string id;       // "output.owner"
  std::string title;    // "Who owns the output?"
  std::string column;   // its heading in the comparison, or "" if it has no column there
  std::string verdict;  // member of Verdict that answers it ("output_owner"), or ""
  std::vector<std::string> said_in;  // where no document is of these terms types, the answer
                                     // kUnread stands in for that nothing was found
  std::vector<RubricAnswer> answers;
};

struct RubricQuestion {
  std::string id;  // "output"
  std::string title;
  std::string explanation;
  std::vector<RubricCheck> checks;
};

struct GradeStep {
  char grade = 'F';
  int from = 0;  // least score, in points
};

// Whose view of a vendor the score takes, and how much each check counts.
struct Profile {
  std::string id;
  std::string title;
  std::string explanation;
  Audience audience = Audience::kBusiness;
  std::map<std::string, int, std::less<>> points;  // by check; they add up to 100
};

enum class Severity { kLow, kMedium, kHigh };
const char* severity_name(Severity severity);  // "low", "medium", "high"

struct Rubric {
  std::vector<RubricQuestion> questions;  // in order of weight
  std::vector<GradeStep> grades;          // A to F
  std::vector<Profile> profiles;

  // How much a change of a clause or of a verdict's value matters; medium where nothing is stated.
  Severity clause_severity(std::string_view clause) const;
  Severity verdict_severity(std::string_view verdict) const;

  const Profile* find_profile(std::string_view id) const;  // null where there is none
  const Profile* profile_for(Audience audience) const;     // the first one for it, or null
  char grade(int tenths) const;                            // of a score in tenths of a point

  std::map<std::string, Severity, std::less<>> clause_severities;
  std::map<std::string, Severity, std::less<>> verdict_severities;
};

// Reads and checks a rubric. Throws RuleFileError, which names the file, the line, the place and
// the mend.
Rubric load_rubric(const JsonSource& source, const Catalogue& catalogue);

// The answer called `verdict` ("output_owner", "trains", ...), or null if there is none such.
const Answer* find_answer(const Verdict& verdict, std::string_view name);

}  // namespace fineprint
