#include "reports/history.h"

#include <doctest/doctest.h>

#include "../corpus/test_repository.h"
#include "sample_diff.h"
#include "support/temporary_folder.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// Two versions of one document, the second worse.
void write_terms(const std::string& path) {
  TestRepository repository(path, true);
  const auto commit = [&](const std::string& days, git_time_t time) {
    repository.commit(
        {{"Acme/Terms of Service.md", "# Terms\n\nWe keep your prompts for " + days + " days.\n"}},
        time);
  };
  commit("30", 1'700'000'000);
  commit("90", 1'700'086'400);
}

// The shipped rules with packs that cannot be loaded, under the digest of those that can.
RuleFiles broken_rules() {
  RuleFiles files = read_rule_files({});
  for (RuleFile& file : files.files) {
    if (file.name.starts_with("rules/packs/")) file.text = R"({"rules": "broken"})";
  }
  return files;
}

std::string told(const TemporaryFolder& folder, const RuleFiles& files, AnalysisCache& cache) {
  const GitRepository repository(folder / "terms");
  const LazyAnalyzer analyzer(files);
  return render(read_history(repository, analyzer, report_rubric(),
                             *report_rubric().find_profile("business"), cache, {}),
                HistoryFormat::kJson);
}

}  // namespace

TEST_CASE("what is cached is told without the rules being loaded") {
  const TemporaryFolder folder;
  write_terms(folder / "terms");
  AnalysisCache cache("", "rules", [](const std::string&) {});
  const std::string first = told(folder, read_rule_files({}), cache);
  CHECK(first.find("\"worse\"") != std::string::npos);
  CHECK(told(folder, broken_rules(), cache) == first);
}

TEST_CASE("a fault in rules that are needed is not lost between threads") {
  const TemporaryFolder folder;
  write_terms(folder / "terms");
  AnalysisCache cache("", "rules", [](const std::string&) {});
  CHECK_THROWS_AS(told(folder, broken_rules(), cache), RuleFileError);
}
