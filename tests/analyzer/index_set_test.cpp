#include "analyzer/index_set.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

std::vector<std::size_t> walk(const IndexSet& set) {
  std::vector<std::size_t> found;
  for (std::size_t i = set.next(0); i != IndexSet::kEnd; i = set.next(i + 1)) found.push_back(i);
  return found;
}

}  // namespace

TEST_CASE("numbers come out in order, once each") {
  IndexSet set(200);
  for (const std::size_t i : {199u, 0u, 64u, 63u, 64u}) set.insert(i);
  CHECK(walk(set) == std::vector<std::size_t>{0, 63, 64, 199});
  CHECK(set.contains(63));
  CHECK_FALSE(set.contains(62));
}

TEST_CASE("what is inserted behind the walk is met") {
  IndexSet set(130);
  set.insert(3);
  std::vector<std::size_t> found;
  for (std::size_t i = set.next(0); i != IndexSet::kEnd; i = set.next(i + 1)) {
    found.push_back(i);
    if (i < 100) set.insert(i + 50);
  }
  CHECK(found == std::vector<std::size_t>{3, 53, 103});
}

TEST_CASE("64 numbers are set at once, all are taken out at once") {
  IndexSet set(130);
  set.insert(3);
  set.assign(0, 0b10010);
  set.assign(1, 1);
  CHECK(walk(set) == std::vector<std::size_t>{1, 4, 64});
  set.clear();
  CHECK(walk(set).empty());
  CHECK_FALSE(set.roomless());
}

TEST_CASE("all of another set are inserted beside those that are there") {
  IndexSet set(130);
  set.insert(3);
  IndexSet other(130);
  other.insert(3);
  other.insert(128);
  set.insert_all(other);
  CHECK(walk(set) == std::vector<std::size_t>{3, 128});
  CHECK(walk(other) == std::vector<std::size_t>{3, 128});
}

TEST_CASE("an empty set ends at once") {
  CHECK(walk(IndexSet(70)).empty());
  CHECK(walk(IndexSet()).empty());
  CHECK(walk(IndexSet(64)).empty());
}
