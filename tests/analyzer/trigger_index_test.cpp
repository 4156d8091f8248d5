#include "analyzer/trigger_index.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

enum : Symbol { kTrain, kModel, kData };

std::vector<std::size_t> triggered(const TriggerIndex& index, const std::vector<Symbol>& present) {
  IndexSet set;
  index.collect(present, set);
  std::vector<std::size_t> numbers;
  for (std::size_t i = set.next(0); i != IndexSet::kEnd; i = set.next(i + 1)) numbers.push_back(i);
  return numbers;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a program is triggered by each of the things of which it needs one, and by no other") {
  TriggerIndex index(100);
  index.add(3, std::vector<Symbol>{kTrain, kModel});
  index.add(99, std::vector<Symbol>{kModel});
  CHECK(triggered(index, {kTrain}) == Numbers{3});
  CHECK(triggered(index, {kModel}) == Numbers{3, 99});
  CHECK(triggered(index, {kData}) == Numbers{});
}

TEST_CASE("a program that needs nothing that is known is always triggered") {
  TriggerIndex index(10);
  index.add(4, std::nullopt);
  CHECK(triggered(index, {}) == Numbers{4});
}
