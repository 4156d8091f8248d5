#include "reports/version_summary.h"

#include "reports/scorecard.h"

namespace fineprint {

VersionSummary summarise(const DocumentAnalysis& analysis, const Rubric& rubric,
                         const Profile& profile) {
  const Scorecard card = score_document(analysis, rubric, profile);
  VersionSummary summary{analysis.document.language,
                         analysis.verdict,
                         card.value,
                         card.low,
                         card.high,
                         card.grade,
                         static_cast<int>(analysis.findings.size()),
                         0};
  for (const Block& block : analysis.document.blocks) summary.length += block.text.size();
  for (Answer* answer :
       {&summary.verdict.output_owner, &summary.verdict.trains, &summary.verdict.competing_use_ban,
        &summary.verdict.retention, &summary.verdict.delete_on_request}) {
    answer->deciding.clear();
    answer->contradicting.clear();
  }
  return summary;
}

}  // namespace fineprint
