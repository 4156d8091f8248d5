// What the history keeps of versions between runs, as records (record.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reports/change.h"
#include "reports/record.h"
#include "reports/version_summary.h"

namespace fineprint {

// One version's outcome: a summary, or why it cannot be read.
struct VersionOutcome {
  VersionSummary summary;
  std::string error;
  std::vector<std::pair<std::string, std::string>> unread;  // parts of it: path, error
};

// A summary's verdict has values alone: no evidence is kept.
template <typename Archive, Either<Answer> Object>
void fields(Archive& archive, Object& answer) {
  archive(answer.value);
}

template <typename Archive, Either<Verdict> Object>
void fields(Archive& archive, Object& verdict) {
  archive(verdict.audience, verdict.output_owner, verdict.trains, verdict.competing_use_ban,
          verdict.retention, verdict.delete_on_request, verdict.longest_period);
}

template <typename Archive, Either<VersionSummary> Object>
void fields(Archive& archive, Object& summary) {
  archive(summary.language, summary.verdict, summary.score, summary.score_low, summary.score_high,
          summary.grade, summary.findings, summary.length);
}

template <typename Archive, Either<VersionOutcome> Object>
void fields(Archive& archive, Object& outcome) {
  archive(outcome.summary, outcome.error, outcome.unread);
}

template <typename Archive, Either<ChangeQuote> Object>
void fields(Archive& archive, Object& quote) {
  archive(quote.quote, quote.lead_in, quote.section, quote.path, quote.line, quote.source.begin,
          quote.source.end, quote.clause, quote.period);
}

template <typename Archive, Either<Change> Object>
void fields(Archive& archive, Object& change) {
  archive(change.kind, change.clause, change.direction, change.severity, change.old_quote,
          change.new_quote, change.counterpart, change.reason);
}

template <typename Archive, Either<TextChange> Object>
void fields(Archive& archive, Object& change) {
  archive(change.kind, change.text, change.section);
}

template <typename Archive, Either<DocumentChange> Object>
void fields(Archive& archive, Object& change) {
  archive(change.direction, change.changes, change.text_added, change.text_removed, change.text);
}

}  // namespace fineprint
