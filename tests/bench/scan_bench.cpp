// What a scan costs over the least that any reading of the same documents costs: parsing them as
// CommonMark and finding their sentences with ICU.
//
// usage: scan_bench [FOLDER] [--benchmark_... options]
//
// FOLDER holds Markdown documents; without it, contrib of FINEPRINT_CORPORA or ../shared/corpora.
// The last line is the ratio of CPU times, both measured on one thread in this one run: a machine
// that others use too is faster at times, so that each scan is held against the readings right
// before and behind it, and the median of the ratios counts.
#include <benchmark/benchmark.h>
#include <cmark-gfm.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/analyzer.h"

namespace {

namespace fs = std::filesystem;
using namespace fineprint;

std::string folder;
std::vector<std::string> documents;
std::size_t total_bytes = 0;

void load_documents() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.string().find("/.git/") != std::string::npos) continue;
    if (entry.is_regular_file() && path.extension() == ".md") files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    std::ifstream in(path, std::ios::binary);
    documents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    total_bytes += documents.back().size();
  }
}

// The text of all leaves of a parsed document, a line a block.
void append_text(cmark_node* root, std::string& text) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root),
                                                                     &cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(walk.get())) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER) {
      if (const char* literal = cmark_node_get_literal(node)) text += literal;
      if (type == CMARK_NODE_SOFTBREAK) text += ' ';
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      text += '\n';
    }
  }
}

void parse_and_break(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status));
  for (auto _ : state) {
    std::size_t sentences = 0;
    std::string text;
    for (const std::string& document : documents) {
      cmark_node* root = cmark_parse_document(document.data(), document.size(), CMARK_OPT_DEFAULT);
      text.clear();
      append_text(root, text);
      cmark_node_free(root);
      status = U_ZERO_ERROR;
      UText* utext =
          utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
      breaker->setText(utext, status);
      while (breaker->next() != icu::BreakIterator::DONE) ++sentences;
      utext_close(utext);
    }
    benchmark::DoNotOptimize(sentences);
    state.SetLabel(std::to_string(sentences) + " sentences");
  }
  state.SetBytesProcessed(static_cast<int64_t>(total_bytes) * state.iterations());
}

void scan(benchmark::State& state) {
  for (auto _ : state) {
    // All that `fineprint scan` does before it renders, reading and compiling the rules included.
    const Analyzer analyzer(load_rules({}));
    AnalyzeOptions options;
    options.threads = 1;
    options.keep_text = false;
    const Analysis analysis = analyzer.analyze(list_collection({folder}, {}), options);
    std::size_t findings = 0;
    std::size_t read = 0;
    for (const VendorAnalysis& vendor : analysis.vendors) {
      for (const DocumentAnalysis& document : vendor.documents) {
        findings += document.findings.size();
        read += document.document.parts.size();
      }
    }
    state.SetLabel(std::to_string(read) + " documents, " + std::to_string(findings) + " findings");
  }
  state.SetBytesProcessed(static_cast<int64_t>(total_bytes) * state.iterations());
}

constexpr int kScans = 5;

void register_in_turn() {
  const auto once = [](const char* name, void (*run)(benchmark::State&)) {
    benchmark::RegisterBenchmark(name, run)->Unit(benchmark::kMillisecond)->Iterations(1);
  };
  once("parse_and_break", parse_and_break);
  for (int i = 0; i < kScans; ++i) {
    once("scan", scan);
    once("parse_and_break", parse_and_break);
  }
}

// Prints as usual and keeps the CPU times of each benchmark, in seconds.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      times_[run.run_name.function_name].push_back(run.cpu_accumulated_time /
                                                   static_cast<double>(run.iterations));
    }
  }
  const std::vector<double>& times(const std::string& name) { return times_[name]; }

 private:
  std::map<std::string, std::vector<double>> times_;
};

void print_ratio(const std::vector<double>& bases, const std::vector<double>& scans) {
  if (scans.empty() || bases.size() != scans.size() + 1) return;  // a filter left some out
  struct Pair {
    double ratio;
    double scan;
    double base;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    const double base = (bases[i] + bases[i + 1]) / 2;
    pairs.push_back({scans[i] / base, scans[i], base});
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.ratio < b.ratio; });
  const Pair& median = pairs[pairs.size() / 2];
  std::printf("scan %.2f s / CommonMark and ICU %.2f s = ratio %.2f, the median of %.2f to %.2f\n",
              median.scan, median.base, median.ratio, pairs.front().ratio, pairs.back().ratio);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc > 1) {
    folder = argv[1];
  } else {
    const char* set = std::getenv("FINEPRINT_CORPORA");
    folder = (set ? std::string(set) : FINEPRINT_SOURCE_DIR "/../shared/corpora") + "/contrib";
  }
  if (!fs::is_directory(folder)) {
    std::fprintf(stderr, "scan_bench: no documents at %s\n", folder.c_str());
    return 2;
  }
  load_documents();
  std::printf("%zu documents, %.1f MB\n", documents.size(), static_cast<double>(total_bytes) / 1e6);
  register_in_turn();
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  print_ratio(reporter.times("parse_and_break"), reporter.times("scan"));
  return 0;
}
