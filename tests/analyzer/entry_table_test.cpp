#include "analyzer/entry_table.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace fineprint;

namespace {

std::vector<Symbol> symbols(const EntryTable& table, std::size_t word) {
  std::vector<Symbol> found;
  for (const Entry& entry : table[word]) found.push_back(entry.symbol);
  return found;
}

}  // namespace

TEST_CASE("each word has its own entries, in order of rank") {
  EntryTable table;
  table.reset(3);
  const std::span<Entry> first = table.start(1, 2);
  first[0] = {7, 2, 0};
  first[1] = {8, 2, 0};
  table.insert(1, {9, 3, 5});
  table.insert(1, {6, 3, 2});
  table.insert(1, {5, 3, 2});
  table.insert(2, {4, 3, 0});
  CHECK(symbols(table, 0).empty());
  CHECK(symbols(table, 1) == std::vector<Symbol>{7, 8, 6, 5, 9});
  CHECK(symbols(table, 2) == std::vector<Symbol>{4});
  table.reset(2);
  CHECK(symbols(table, 1).empty());
}

TEST_CASE("words that get many entries leave those of the others alone") {
  EntryTable table;
  std::mt19937 random(3);
  for (int sentence = 0; sentence < 20; ++sentence) {
    std::vector<std::vector<Symbol>> expected(8);
    table.reset(expected.size());
    for (Symbol symbol = 0; symbol < 300; ++symbol) {
      const std::size_t word = random() % expected.size();
      table.insert(word, {symbol, 0, 0});
      expected[word].push_back(symbol);
    }
    for (std::size_t word = 0; word < expected.size(); ++word)
      CHECK(symbols(table, word) == expected[word]);
  }
}
