#include "reports/rubric.h"

#include <algorithm>

namespace fineprint {

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::kLow:
      return "low";
    case Severity::kMedium:
      return "medium";
    case Severity::kHigh:
      return "high";
  }
  return "medium";
}

Severity Rubric::clause_severity(std::string_view clause) const {
  const auto found = clause_severities.find(clause);
  return found == clause_severities.end() ? Severity::kMedium : found->second;
}

Severity Rubric::verdict_severity(std::string_view verdict) const {
  const auto found = verdict_severities.find(verdict);
  return found == verdict_severities.end() ? Severity::kMedium : found->second;
}

const Profile* Rubric::find_profile(std::string_view id) const {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const Profile& profile) { return profile.id == id; });
  return found == profiles.end() ? nullptr : &*found;
}

const Profile* Rubric::profile_for(Audience audience) const {
  const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) {
    return profile.audience == audience;
  });
  return found == profiles.end() ? nullptr : &*found;
}

char Rubric::grade(int tenths) const {
  for (const GradeStep& step : grades) {
    if (tenths >= step.from * 10) return step.grade;
  }
  return 'F';
}

const Answer* find_answer(const Verdict& verdict, std::string_view name) {
  if (name == "output_owner") return &verdict.output_owner;
  if (name == "trains") return &verdict.trains;
  if (name == "competing_use_ban") return &verdict.competing_use_ban;
  if (name == "retention") return &verdict.retention;
  if (name == "delete_on_request") return &verdict.delete_on_request;
  return nullptr;
}

}  // namespace fineprint
