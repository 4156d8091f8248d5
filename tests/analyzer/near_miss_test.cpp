#include "analyzer/near_miss.h"

#include <doctest/doctest.h>

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// How near "{use} ... {content} ... {train}", not negated, comes to a sentence.
std::optional<NearMiss> miss(std::string_view sentence) {
  static const SmallRules rules(
      rule("training.allowed.x", "training.allowed",
           "\"polarity\": \"affirmative\", \"match\": [\"{use} ... {content} ... {train}\"]"));
  Machine machine;
  return explain_miss(rules.matcher().rules().at(0), rules.annotate({sentence}),
                      rules.matcher().symbols(), machine);
}

}  // namespace

TEST_CASE("a near miss tells what kept the rule from the sentence") {
  const auto negated = miss("We never use inputs to train models");
  REQUIRE(negated);
  CHECK(negated->distance == NearMiss::kOtherPolarity);
  const auto order = miss("To train models, inputs are what we use");
  REQUIRE(order);
  CHECK(order->distance == NearMiss::kOtherOrder);
  CHECK(order->reason.find("{use} ... {content} ... {train}") != std::string::npos);
  const auto part = miss("We use it to train models");
  REQUIRE(part);
  CHECK(part->distance == NearMiss::kLacksPart);
  CHECK(part->reason.starts_with("lacks {content} for "));
}

TEST_CASE("of several things that would do, the first are told") {
  const SmallRules rules(
      rule("training.allowed.x", "training.allowed",
           "\"match\": [\"{use} ... (to learn|for lessons|as input|in a lab) ... "
           "{content} ... our\"]"));
  Machine machine;
  const auto near =
      explain_miss(rules.matcher().rules().at(0), rules.annotate({"We use our inputs"}),
                   rules.matcher().symbols(), machine);
  REQUIRE(near);
  CHECK(near->reason.starts_with("lacks "));
  CHECK(near->reason.find("|...") != std::string::npos);
}

TEST_CASE("a rule of which two parts are lacking did not come near") {
  CHECK_FALSE(miss("We use cookies"));
}

TEST_CASE("the closest near misses are kept, those as close in their order") {
  std::vector<NearMiss> misses{{nullptr, "a", NearMiss::kLacksPart},
                               {nullptr, "b", NearMiss::kOtherOrder},
                               {nullptr, "c", NearMiss::kRefused},
                               {nullptr, "d", NearMiss::kOtherOrder}};
  keep_closest(3, misses);
  REQUIRE(misses.size() == 3);
  CHECK(misses[0].reason == "c");
  CHECK(misses[1].reason == "b");
  CHECK(misses[2].reason == "d");
}
