#include "reports/comparison.h"

#include <doctest/doctest.h>

#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

TEST_CASE("vendors are ranked by score, then by name, and ties share a rank") {
  Analysis analysis = sample_analysis();
  VendorAnalysis twin = halvory();
  twin.name = "Aldermoor";
  analysis.vendors.insert(analysis.vendors.begin(), twin);
  const Rubric rubric = shipped_rubric();
  const Comparison comparison = compare(analysis, rubric, "business");
  REQUIRE(comparison.ranked.size() == 4);
  CHECK(comparison.ranked[0].vendor->name == "Aldermoor");
  CHECK(comparison.ranked[1].vendor->name == "Halvory");
  CHECK(comparison.ranked[1].rank == 1);
  CHECK(comparison.ranked[2].rank == 3);
  CHECK(comparison.ranked[1].index == 1);
}

TEST_CASE("the profile decides whose score is the headline") {
  const Analysis analysis = sample_analysis();
  const Rubric rubric = shipped_rubric();
  const Comparison business = compare(analysis, rubric, "business");
  const Comparison consumer = compare(analysis, rubric, "consumer");
  CHECK(business.ranked[0].vendor->name == "Halvory");
  CHECK(business.ranked[0].headline().profile->id == "business");
  CHECK(business.ranked[0].other().profile->id == "consumer");
  CHECK(consumer.ranked[0].headline().profile->id == "consumer");
  CHECK(consumer.ranked[0].headline().value < business.ranked[0].headline().value);
}

TEST_CASE("an unknown profile is refused with the known ones") {
  const Analysis analysis = sample_analysis();
  const Rubric rubric = shipped_rubric();
  CHECK_THROWS_WITH_AS(compare(analysis, rubric, "busines"),
                       "there is no profile \"busines\"; the rubric has: business, consumer",
                       std::invalid_argument);
}

TEST_CASE("a rubric with one profile scores both audiences by it") {
  const Analysis analysis = sample_analysis();
  Rubric rubric = shipped_rubric();
  rubric.profiles.resize(1);
  const Comparison comparison = compare(analysis, rubric, "business");
  const VendorScore& best = comparison.ranked[0];
  CHECK(best.consumer.profile->id == "business");
  CHECK(best.consumer.value < best.business.value);
}

TEST_CASE("a vendor whose documents no rule can read has no grade and comes last") {
  Analysis analysis = sample_analysis();
  for (VendorAnalysis& vendor : analysis.vendors) {
    if (vendor.name != "Halvory") continue;
    for (DocumentAnalysis& document : vendor.documents) {
      document.has_rules = false;
      document.document.language = "zh";
    }
  }
  const Comparison comparison = compare(analysis, shipped_rubric(), "business");
  const VendorScore& last = comparison.ranked.back();
  CHECK(last.vendor->name == "Halvory");
  CHECK(grade_text(last.headline()) == "–");
  CHECK(silence_text(*last.vendor, last.headline()).find("(zh)") != std::string::npos);
  CHECK(grade_text(comparison.ranked.front().headline()) != "–");
  CHECK(render(analysis, ReportFormat::kText).find("no rules for the language") !=
        std::string::npos);
}
