#include "analyzer/analyzer.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "analyzer/vendor.h"
#include "analyzer/verdict.h"

namespace fineprint {
namespace {

// Outcome of one source: an analysis, or nothing but rows for `skipped`.
struct Outcome {
  std::optional<DocumentAnalysis> analysis;
  std::vector<Skipped> skipped;
};

// Gives the memory back, too, which assigning something empty would keep.
void drop_text(Document& document) {
  std::vector<Block>().swap(document.blocks);
  for (Part& part : document.parts) std::string().swap(part.bytes);
}

}  // namespace

Analyzer::Analyzer(RuleSet rules) : rules_(std::make_unique<RuleSet>(std::move(rules))) {
  for (const auto& [language, language_rules] : rules_->languages) {
    matchers_.try_emplace(language, language_rules, rules_->catalogue);
  }
}

const Matcher* Analyzer::matcher(std::string_view language) const {
  auto found = matchers_.find(language);
  if (found == matchers_.end()) found = matchers_.find(language.substr(0, language.find('-')));
  return found == matchers_.end() ? nullptr : &found->second;
}

DocumentAnalysis Analyzer::analyze_document(Document document) const {
  Finders finders;
  return analyze_document(std::move(document), finders);
}

DocumentAnalysis Analyzer::analyze_document(Document document, Finders& finders) const {
  DocumentAnalysis analysis;
  Audience audience = document_audience(document.type, 0, 0);
  const Matcher* rules = matcher(document.language);
  analysis.has_rules = rules != nullptr;
  if (rules) {
    ClauseFinder& finder =
        finders.by_matcher.try_emplace(rules, *rules, finders.remember_sentences).first->second;
    ClauseFinder::Result result = finder.find(document);
    analysis.findings = std::move(result.findings);
    audience = document_audience(document.type, result.business_mentions, result.consumer_mentions);
  }
  std::vector<const Finding*> findings;
  for (const Finding& finding : analysis.findings) findings.push_back(&finding);
  analysis.verdict = decide_verdict(findings, audience);
  analysis.document = std::move(document);
  return analysis;
}

Analysis Analyzer::analyze(const Collection& collection, const AnalyzeOptions& options) const {
  std::vector<Outcome> outcomes(collection.documents.size());
  std::atomic<std::size_t> next{0};
  std::mutex mutex;  // guards `done`, `failure` and the progress callback
  std::size_t done = 0;
  std::exception_ptr failure;
  const auto work = [&] {
    Finders finders;
    for (std::size_t i = next++; i < collection.documents.size(); i = next++) {
      Outcome& outcome = outcomes[i];
      const DocumentSource& source = collection.documents[i];
      try {
        outcome.analysis =
            analyze_document(read_source(source, options.collection, outcome.skipped), finders);
        if (!options.keep_text) drop_text(outcome.analysis->document);
      } catch (const UnreadableInput& error) {
        if (outcome.skipped.empty())
          outcome.skipped.push_back({source.files.front().path, error.what()});
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        next = collection.documents.size();
      }
      const std::lock_guard lock(mutex);
      ++done;
      if (options.progress) options.progress(done, collection.documents.size());
    }
  };
  const int wanted = options.threads > 0
                         ? options.threads
                         : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const int count =
      std::min(wanted, static_cast<int>(std::max<std::size_t>(1, collection.documents.size())));
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < count; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);

  Analysis analysis;
  analysis.rules_digest = rules_->digest;
  std::vector<DocumentAnalysis> documents;
  for (const Skipped& row : collection.skipped) analysis.skipped.emplace_back(row.path, row.error);
  for (Outcome& outcome : outcomes) {
    for (Skipped& row : outcome.skipped)
      analysis.skipped.emplace_back(std::move(row.path), std::move(row.error));
    if (outcome.analysis) documents.push_back(std::move(*outcome.analysis));
  }
  std::sort(analysis.skipped.begin(), analysis.skipped.end());
  analysis.vendors = group_vendors(std::move(documents));
  return analysis;
}

}  // namespace fineprint
