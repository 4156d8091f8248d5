// The history of a collection: what each version of each document said, and what changed for the
// customer from version to version.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/lazy_analyzer.h"
#include "corpus/git_tree.h"
#include "reports/analysis_cache.h"
#include "reports/change.h"
#include "reports/document_filter.h"
#include "reports/history_walk.h"
#include "reports/version_summary.h"

namespace fineprint {

struct HistoryVersion {
  DocumentVersion version;
  VersionSummary summary;
  // Against the last version before it that can be compared; none for the first of these. So a page
  // that failed to load once, or came translated, and the terms that came back, change nothing; nor
  // does what is left of a page that lost nearly all of its text.
  DocumentChange change;
};

struct Timeline {
  std::string vendor;
  std::string type;
  std::vector<HistoryVersion> versions;  // oldest first
};

struct History {
  std::vector<Timeline> timelines;                           // sorted by vendor and type
  std::vector<std::pair<std::string, std::string>> skipped;  // "path@revision", error
  std::string rules_digest;
  const Profile* profile = nullptr;  // that the scores were made with
};

struct HistoryOptions {
  std::string revision = "HEAD";
  DocumentFilter filter;
  std::string since;  // ISO 8601 dates or times; versions from ... and up to the end of this day,
  std::string until;  // or "". What changed is told against the version before, shown or not.
  int threads = 0;    // 0: as many as the machine has cores
  ReadLimits limits;
  std::function<void(std::size_t done, std::size_t total)>
      progress;  // never from two threads at once
};

// Analyses all versions that the options ask for, in parallel; the result does not depend on
// threads, nor on what the cache holds. What the cache holds is told without the rules being
// loaded. Throws UnreadableInput where the repository or the revision cannot be read, and
// RuleFileError where rules that are needed have a fault. `rubric` and `profile` must outlive the
// result.
History read_history(const GitRepository& repository, const LazyAnalyzer& analyzer,
                     const Rubric& rubric, const Profile& profile, AnalysisCache& cache,
                     const HistoryOptions& options);

}  // namespace fineprint
