#include "reports/history.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "reports/history_record.h"

namespace fineprint {
namespace {

constexpr std::size_t kChunk = 48;     // versions of a document that one thread takes at a time
constexpr std::size_t kLookBack = 40;  // versions that are searched for one to compare with
constexpr double kPlaceholder = 12;    // a page this many times shorter than another is no version
constexpr double kTranslation = 1.6;   // texts in two languages that differ less in length are one
constexpr double kOwnLength = 1.6;  // a page is of another's length if it is no more times longer

// What all threads share.
class Workshop {
 public:
  Workshop(const GitRepository& repository, const LazyAnalyzer& analyzer, const Rubric& rubric,
           const Profile& profile, AnalysisCache& cache, const HistoryOptions& options)
      : repository_(repository),
        analyzer_(analyzer),
        rubric_(rubric),
        profile_(profile),
        cache_(cache),
        options_(options) {}

  struct Analysed {
    VersionOutcome outcome;
    std::shared_ptr<const Snapshot> snapshot;  // null where it cannot be read
  };

  // `finders` are the thread's own.
  Analysed analyse(const DocumentVersion& version, Analyzer::Finders& finders) {
    DocumentSource source{version.vendor, version.type, {}};
    for (const VersionFile& file : version.files)
      source.files.push_back(
          {file.path, [this, &file] { return repository_.blob(file.blob, options_.limits); }});
    CollectionOptions options;
    options.limits = options_.limits;
    Analysed result;
    std::vector<Skipped> skipped;
    try {
      const DocumentAnalysis analysis =
          analyzer_.get().analyze_document(read_source(source, options, skipped), finders);
      for (Skipped& row : skipped)
        result.outcome.unread.emplace_back(std::move(row.path), std::move(row.error));
      result.outcome.summary = summarise(analysis, rubric_, profile_);
      result.snapshot = std::make_shared<const Snapshot>(make_snapshot(
          analysis, analyzer_.get().rules().for_language(analysis.document.language)));
    } catch (const UnreadableInput& error) {
      result.outcome.error = error.what();
    }
    return result;
  }

  std::string key(const DocumentVersion& version) const {
    std::string key = profile_.id + '\n' + std::to_string(options_.limits.max_bytes) + '\n' +
                      version.vendor + '\n' + version.type;
    for (const VersionFile& file : version.files) key += '\n' + file.blob + ' ' + file.path;
    return key;
  }

  DocumentChange compare(const Snapshot& before, const Snapshot& after) const {
    return compare_versions(before, after, analyzer_.metadata().catalogue, rubric_);
  }

  AnalysisCache& cache() { return cache_; }

 private:
  const GitRepository& repository_;
  const LazyAnalyzer& analyzer_;
  const Rubric& rubric_;
  const Profile& profile_;
  AnalysisCache& cache_;
  const HistoryOptions& options_;
};

// Works through some versions of one document in order, keeping the texts of the last two at hand.
class ChunkWorker {
 public:
  ChunkWorker(Workshop& workshop, Analyzer::Finders& finders, const DocumentTimeline& timeline)
      : workshop_(workshop), finders_(finders), timeline_(timeline) {}

  const VersionOutcome& outcome(std::size_t index) {
    const auto known = outcomes_.find(index);
    if (known != outcomes_.end()) return known->second;
    const std::string key = "version\n" + workshop_.key(timeline_.versions[index]);
    auto cached = from_record<VersionOutcome>(workshop_.cache().get(key));
    return outcomes_[index] = cached ? std::move(*cached) : analysed(index).outcome;
  }

  DocumentChange change(std::size_t before, std::size_t after) {
    const std::string key = "step\n" + workshop_.key(timeline_.versions[before]) + "\n\n" +
                            workshop_.key(timeline_.versions[after]);
    if (auto cached = from_record<DocumentChange>(workshop_.cache().get(key))) return *cached;
    const auto old_version = analysed(before).snapshot;
    const auto new_version = analysed(after).snapshot;
    if (!old_version || !new_version) return {};
    DocumentChange change = workshop_.compare(*old_version, *new_version);
    workshop_.cache().put(key, to_record(change));
    return change;
  }

 private:
  Workshop::Analysed analysed(std::size_t index) {
    const auto known = recent_.find(index);
    if (known != recent_.end()) return known->second;
    Workshop::Analysed result = workshop_.analyse(timeline_.versions[index], finders_);
    workshop_.cache().put("version\n" + workshop_.key(timeline_.versions[index]),
                          to_record(result.outcome));
    if (recent_.size() > 1) recent_.erase(recent_.begin());
    recent_[index] = result;
    return result;
  }

  Workshop& workshop_;
  Analyzer::Finders& finders_;
  const DocumentTimeline& timeline_;
  std::map<std::size_t, Workshop::Analysed> recent_;
  std::map<std::size_t, VersionOutcome> outcomes_;
};

struct Result {
  bool asked = false;
  VersionOutcome outcome;
  DocumentChange change;
};

struct Chunk {
  std::size_t timeline = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A page that failed to load, or a notice in its place, says nothing of the terms; a translation
// says the same in words that cannot be compared.
bool comparable(const VersionSummary& a, const VersionSummary& b) {
  const auto longer = static_cast<double>(std::max(a.length, b.length));
  const auto shorter = static_cast<double>(std::min(a.length, b.length));
  if (longer > kPlaceholder * shorter) return false;
  return a.language == b.language || longer > kTranslation * shorter;
}

// The version that this one is compared with: the last one before it that can be read and compared.
// Past a page so much longer that this one is a notice beside it, only a page of about this one's
// length: the notice from before, or the terms, if the long page was the stray one. Its own index
// where there is none.
std::size_t version_before(ChunkWorker& worker, std::size_t index, const VersionOutcome& outcome) {
  const std::size_t last = index > kLookBack ? index - kLookBack : 0;
  const auto length = static_cast<double>(outcome.summary.length);
  bool beside_longer = false;
  for (std::size_t i = index; i > last; --i) {
    const VersionOutcome& before = worker.outcome(i - 1);
    if (!before.error.empty()) continue;
    const auto length_before = static_cast<double>(before.summary.length);
    if (comparable(before.summary, outcome.summary) &&
        (!beside_longer || length_before <= kOwnLength * length))
      return i - 1;
    if (length_before > kPlaceholder * length) beside_longer = true;
  }
  return index;
}

void work_chunk(Workshop& workshop, Analyzer::Finders& finders, const DocumentTimeline& timeline,
                const Chunk& chunk, std::vector<Result>& results) {
  ChunkWorker worker(workshop, finders, timeline);
  for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
    if (!results[i].asked) continue;
    results[i].outcome = worker.outcome(i);
    if (!results[i].outcome.error.empty()) continue;
    const std::size_t before = version_before(worker, i, results[i].outcome);
    if (before != i) results[i].change = worker.change(before, i);
  }
}

// Runs the chunks on several threads.
void work_all(Workshop& workshop, const std::vector<DocumentTimeline>& timelines,
              const std::vector<Chunk>& chunks, std::vector<std::vector<Result>>& results,
              const HistoryOptions& options) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;  // guards what follows and the progress callback
  std::exception_ptr failure;
  std::size_t done = 0;
  std::size_t total = 0;
  for (const Chunk& chunk : chunks) total += chunk.end - chunk.begin;
  const auto work = [&] {
    Analyzer::Finders finders;
    finders.remember_sentences = true;  // most stand in the version before, too
    for (std::size_t i = next++; i < chunks.size(); i = next++) {
      const Chunk& chunk = chunks[i];
      try {
        work_chunk(workshop, finders, timelines[chunk.timeline], chunk, results[chunk.timeline]);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        next = chunks.size();
      }
      const std::lock_guard lock(mutex);
      done += chunk.end - chunk.begin;
      if (options.progress) options.progress(done, total);
    }
  };
  const std::size_t wanted = options.threads > 0
                                 ? static_cast<std::size_t>(options.threads)
                                 : std::max(1u, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(wanted, chunks.size()); ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

bool within(const std::string& date, const HistoryOptions& options) {
  if (!options.since.empty() && date < options.since) return false;
  return options.until.empty() || date.substr(0, options.until.size()) <= options.until;
}

}  // namespace

History read_history(const GitRepository& repository, const LazyAnalyzer& analyzer,
                     const Rubric& rubric, const Profile& profile, AnalysisCache& cache,
                     const HistoryOptions& options) {
  std::vector<DocumentTimeline> timelines =
      document_timelines(repository.history(options.revision));
  std::erase_if(timelines, [&](const DocumentTimeline& each) {
    return !options.filter.admits(each.vendor, each.type);
  });
  std::vector<std::vector<Result>> results;
  std::vector<Chunk> chunks;
  for (std::size_t t = 0; t < timelines.size(); ++t) {
    const auto& versions = timelines[t].versions;
    results.emplace_back(versions.size());
    for (std::size_t i = 0; i < versions.size(); ++i)
      results[t][i].asked = within(versions[i].date, options);
    for (std::size_t begin = 0; begin < versions.size(); begin += kChunk)
      chunks.push_back({t, begin, std::min(begin + kChunk, versions.size())});
  }
  Workshop workshop(repository, analyzer, rubric, profile, cache, options);
  work_all(workshop, timelines, chunks, results, options);
  cache.flush();

  History history;
  history.rules_digest = analyzer.files().digest;
  history.profile = &profile;
  for (std::size_t t = 0; t < timelines.size(); ++t) {
    Timeline timeline{timelines[t].vendor, timelines[t].type, {}};
    for (std::size_t i = 0; i < results[t].size(); ++i) {
      Result& result = results[t][i];
      DocumentVersion& version = timelines[t].versions[i];
      if (!result.asked) continue;
      for (auto& [path, error] : result.outcome.unread)
        history.skipped.emplace_back(path + '@' + version.revision, std::move(error));
      if (!result.outcome.error.empty())
        history.skipped.emplace_back(version.path + '@' + version.revision, result.outcome.error);
      else
        timeline.versions.push_back(
            {std::move(version), std::move(result.outcome.summary), std::move(result.change)});
    }
    if (!timeline.versions.empty()) history.timelines.push_back(std::move(timeline));
  }
  std::sort(history.skipped.begin(), history.skipped.end());
  return history;
}

}  // namespace fineprint
