#include "analyzer/analyzer.h"

#include <algorithm>
#include <mutex>
#include <random>
#include <sstream>

#include "small_documents.h"
#include "support/temporary_folder.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const Analyzer& shipped() {
  static const Analyzer analyzer(load_rules({}));
  return analyzer;
}

Collection samples() {
  return list_collection({std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples"}, {});
}

// All that an analysis says, as text.
std::string told(const Analysis& analysis) {
  std::ostringstream out;
  const auto answer = [&](const Answer& each) {
    out << ' ' << each.value;
    for (const int i : each.deciding) out << ' ' << i;
    for (const int i : each.contradicting) out << " !" << i;
  };
  const auto verdict = [&](const Verdict& each) {
    out << audience_name(each.audience);
    for (const Answer* one : {&each.output_owner, &each.trains, &each.competing_use_ban,
                              &each.retention, &each.delete_on_request})
      answer(*one);
    out << each.longest_period << '\n';
  };
  for (const VendorAnalysis& vendor : analysis.vendors) {
    out << vendor.name << '\n';
    verdict(vendor.business.verdict);
    verdict(vendor.consumer.verdict);
    for (const Contradiction& each : vendor.business.contradictions)
      out << each.question << each.one.document << '.' << each.one.finding << '\n';
    for (const DocumentAnalysis& each : vendor.documents) {
      out << each.document.path() << '\n';
      verdict(each.verdict);
      for (const Finding& finding : each.findings)
        out << finding.rule << ' ' << finding.source.begin << '-' << finding.source.end << ' '
            << finding.period << ' ' << finding.quote << '\n';
    }
  }
  for (const auto& [path, error] : analysis.skipped) out << path << ": " << error << '\n';
  return out.str();
}

AnalyzeOptions threads(int count) {
  AnalyzeOptions options;
  options.threads = count;
  return options;
}

}  // namespace

TEST_CASE("the result depends neither on the number of threads nor on the order of files") {
  Collection collection = samples();
  REQUIRE(collection.documents.size() > 15);
  const std::string one = told(shipped().analyze(collection, threads(1)));
  CHECK(one.size() > 10'000);
  CHECK(told(shipped().analyze(collection, threads(2))) == one);
  CHECK(told(shipped().analyze(collection, threads(7))) == one);
  std::mt19937 random(7);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(collection.documents.begin(), collection.documents.end(), random);
    CHECK(told(shipped().analyze(collection, threads(2))) == one);
  }
  CHECK(told(Analyzer(load_rules({})).analyze(collection, threads(1))) == one);
}

TEST_CASE("a document in a language without rules has no findings and no answers") {
  const DocumentAnalysis analysis =
      shipped().analyze_document(DocumentBuilder("V", "Terms of Service", "tlh")
                                     .paragraph("We train our models on your data."));
  CHECK(analysis.findings.empty());
  CHECK(analysis.verdict.trains.value == "silent");
  CHECK(shipped().matcher("tlh") == nullptr);
  CHECK(shipped().matcher("en-AU") == shipped().matcher("en"));
}

TEST_CASE("without the text no memory is held for it") {
  AnalyzeOptions options = threads(1);
  options.keep_text = false;
  const Analysis analysis = shipped().analyze(samples(), options);
  for (const VendorAnalysis& vendor : analysis.vendors) {
    for (const DocumentAnalysis& each : vendor.documents) {
      CHECK(each.document.blocks.capacity() == 0);
      for (const Part& part : each.document.parts)
        CHECK(part.bytes.capacity() <= std::string().capacity());
    }
  }
  CHECK(told(analysis) == told(shipped().analyze(samples(), threads(1))));
}

TEST_CASE("a document's verdict follows from its findings") {
  const DocumentAnalysis analysis = shipped().analyze_document(
      DocumentBuilder("Halvory", "Commercial Terms")
          .paragraph("Halvory will not use Customer Content to train its models.")
          .paragraph("As between the parties, you own all Output."));
  CHECK(analysis.verdict.audience == Audience::kBusiness);
  CHECK(analysis.verdict.trains.value == "never");
  CHECK(analysis.verdict.output_owner.value == "customer");
}

TEST_CASE("what cannot be read is told, and the rest goes on") {
  const TemporaryFolder folder;
  folder.write("Acme/Terms of Service.md", "# Terms\n\nWe train our models on your content.\n");
  folder.write("Acme/Privacy Policy.html", "");
  folder.write("Bolt/Terms.html", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const Analysis analysis =
      shipped().analyze(list_collection({folder.path().string()}, {}), threads(2));
  REQUIRE(analysis.vendors.size() == 1);
  CHECK(analysis.vendors[0].documents.size() == 1);
  REQUIRE(analysis.skipped.size() == 2);
  CHECK(analysis.skipped[0].first == "Acme/Privacy Policy.html");
  CHECK(analysis.skipped[1].first == "Bolt/Terms.html");
  CHECK(analysis.skipped[1].second != "");
}

TEST_CASE("progress counts every document once") {
  std::vector<std::size_t> told_done;
  AnalyzeOptions options = threads(2);
  std::size_t total = 0;
  options.progress = [&](std::size_t done, std::size_t of) {
    told_done.push_back(done);
    total = of;
  };
  const Collection collection = samples();
  shipped().analyze(collection, options);
  CHECK(total == collection.documents.size());
  REQUIRE(told_done.size() == total);
  for (std::size_t i = 0; i < told_done.size(); ++i) CHECK(told_done[i] == i + 1);
}

TEST_CASE("an empty collection is an empty analysis") {
  const Analysis analysis = shipped().analyze(Collection{}, {});
  CHECK(analysis.vendors.empty());
  CHECK(analysis.skipped.empty());
  CHECK(analysis.rules_digest == shipped().rules().digest);
}

TEST_CASE("a fault in a thread reaches the caller") {
  Collection collection = samples();
  collection.documents[3].files[0].bytes = []() -> std::string {
    throw std::logic_error("a fault of ours");
  };
  CHECK_THROWS_WITH_AS(shipped().analyze(collection, threads(2)), "a fault of ours",
                       std::logic_error);
}
