#include "reports/verdict_words.h"

#include <algorithm>

#include "reports/period.h"

namespace fineprint {
namespace {

std::string label(const RubricCheck& check, const Verdict& verdict) {
  const Answer* answer = find_answer(verdict, check.verdict);
  if (!answer) return "";
  const auto found =
      std::find_if(check.answers.begin(), check.answers.end(),
                   [&](const RubricAnswer& each) { return each.value == answer->value; });
  std::string text = found == check.answers.end() ? answer->value : found->label;
  const std::size_t at = text.find("{period}");
  if (at != std::string::npos) text.replace(at, 8, period_words(verdict.longest_period));
  return text;
}

}  // namespace

std::vector<VerdictLine> verdict_lines(const Verdict& before, const Verdict& after,
                                       const Rubric& rubric) {
  std::vector<VerdictLine> lines;
  for (const RubricQuestion& question : rubric.questions) {
    for (const RubricCheck& check : question.checks) {
      if (check.verdict.empty()) continue;
      lines.push_back({check.verdict, check.column.empty() ? check.title : check.column,
                       label(check, before), label(check, after),
                       rubric.verdict_severity(check.verdict)});
    }
  }
  return lines;
}

}  // namespace fineprint
