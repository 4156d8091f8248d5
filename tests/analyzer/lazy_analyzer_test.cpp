#include "analyzer/lazy_analyzer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace fineprint;

TEST_CASE("the rules are loaded once, whoever asks for them first") {
  const LazyAnalyzer analyzer(read_rule_files({}));
  std::vector<const Analyzer*> seen(4);
  {
    std::vector<std::jthread> threads;
    for (const Analyzer*& each : seen) threads.emplace_back([&] { each = &analyzer.get(); });
  }
  for (const Analyzer* each : seen) CHECK(each == seen.front());
  CHECK(analyzer.get().rules().digest == analyzer.metadata().digest);
}

TEST_CASE("a fault in the rules is told to all who ask, and the metadata is had nonetheless") {
  RuleFiles files = read_rule_files({});
  files.files.push_back({"mine.json", R"({"language": "en", "rules": [{}]})"});
  const LazyAnalyzer analyzer(files);
  std::atomic<int> faults = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        try {
          analyzer.get();
        } catch (const RuleFileError&) {
          ++faults;
        }
      });
  }
  CHECK(faults == 4);
  CHECK(analyzer.metadata().catalogue.find("training.opt-out") != nullptr);
}
