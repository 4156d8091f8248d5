#include "reports/word_weights.h"

#include "versions.h"

using namespace fineprint;
using namespace fineprint::test;

TEST_CASE("sentences are alike by the words that few sentences have") {
  const Snapshot version =
      snapshot(analyse("We keep the recordings of your calls for 30 days.\n\n"
                       "We keep the recordings of your calls with support for 30 days.\n\n"
                       "We keep the invoices of your orders for 30 days.\n\n"
                       "We keep the receipts of your orders for 30 days.\n\n"
                       "We keep the settings of your account for 30 days.\n"));
  REQUIRE(version.statements.size() == 5);
  const WordWeights weights(version, version);
  const auto likeness = [&](std::size_t a, std::size_t b) {
    return weights.likeness(version.statements[a], version.statements[b]);
  };
  CHECK(likeness(0, 0) == doctest::Approx(1));
  CHECK(likeness(0, 1) == doctest::Approx(1));  // the longer one says all that the other does
  CHECK(likeness(1, 0) == doctest::Approx(likeness(0, 1)));
  CHECK(likeness(0, 2) < likeness(2, 3));
  CHECK(likeness(0, 4) < 0.4);
}
