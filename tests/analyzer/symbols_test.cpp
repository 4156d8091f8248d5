#include "analyzer/symbols.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

std::vector<std::string> names(const SymbolTable& table, std::string_view key) {
  std::vector<Symbol> symbols;
  table.lookup(key, symbols);
  std::vector<std::string> found;
  for (const Symbol symbol : symbols) found.push_back(table.name(symbol));
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a word, a beginning and a concept of one name are three symbols") {
  SymbolTable table;
  const Symbol word = table.word("train");
  const Symbol prefix = table.prefix("train");
  const Symbol concept_symbol = table.concept_symbol("train");
  CHECK(word != prefix);
  CHECK(prefix != concept_symbol);
  CHECK(table.word("train") == word);
  CHECK(table.size() == 3);
  CHECK(table.name(word) == "train");
  CHECK(table.name(prefix) == "train*");
  CHECK(table.name(concept_symbol) == "{train}");
  CHECK(table.kind(word) == SymbolKind::kWord);
  CHECK(table.kind(prefix) == SymbolKind::kPrefix);
  CHECK(table.kind(concept_symbol) == SymbolKind::kConcept);
  CHECK(table.find_concept("train") == concept_symbol);
  CHECK(table.find_concept("none") == kNoSymbol);
}

TEST_CASE("beginnings of one or two letters are found, too") {
  SymbolTable table;
  table.prefix("a");
  CHECK(names(table, "anonymised") == Strings{"a*"});
  CHECK(names(table, "a") == Strings{"a*"});
  table.prefix("anonymi");
  table.prefix("re");
  CHECK(names(table, "anonymised") == Strings{"anonymi*", "a*"});
  CHECK(names(table, "re") == Strings{"re*"});
  CHECK(names(table, "retrain") == Strings{"re*"});
  CHECK(names(table, "r").empty());
}

TEST_CASE("a word of a text stands for itself and for all its beginnings") {
  SymbolTable table;
  table.word("anonymised");
  table.prefix("anonymi");
  table.prefix("an");
  table.prefix("anonymisation");
  CHECK(names(table, "anonymised") == Strings{"anonymised", "anonymi*", "an*"});
  CHECK(names(table, "anonymi") == Strings{"anonymi*", "an*"});
  CHECK(names(table, "a").empty());
  CHECK(names(table, "").empty());
}

TEST_CASE("beginnings of every length are found") {
  SymbolTable table;
  const std::string word(60, 'x');
  for (const std::size_t length : {1, 3, 30, 31, 32, 45}) table.prefix(word.substr(0, length));
  table.prefix(std::string(40, 'y'));
  std::vector<std::size_t> lengths;
  for (const std::string& name : names(table, word)) lengths.push_back(name.size() - 1);
  CHECK(lengths == std::vector<std::size_t>{45, 32, 31, 30, 3, 1});
  CHECK(names(table, "xx") == Strings{"x*"});
}
