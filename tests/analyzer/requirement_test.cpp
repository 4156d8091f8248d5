#include "analyzer/requirement.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fineprint;

namespace {

struct Bench {
  SymbolTable symbols;
  WordCutter cutter{{}, {}};

  RequiredLists of(std::string_view pattern, const ListWeight& weight = by_length) {
    return requirements(parse_pattern(pattern, cutter), symbols, weight);
  }
  std::vector<Symbol> words(std::initializer_list<std::string_view> list) {
    std::vector<Symbol> found;
    for (const std::string_view word : list) found.push_back(symbols.word(word));
    std::sort(found.begin(), found.end());
    return found;
  }
};

}  // namespace

TEST_CASE("a match needs every word, beginning and concept that is not optional") {
  Bench bench;
  CHECK(bench.of("we keep the? anonymi* {content} ..5 , !not $") ==
        RequiredLists{{bench.symbols.word("we")},
                      {bench.symbols.word("keep")},
                      {bench.symbols.prefix("anonymi")},
                      {bench.symbols.concept_symbol("content")}});
}

TEST_CASE("of a group a match needs one of its choices") {
  Bench bench;
  CHECK(bench.of("(keep|store)") == RequiredLists{bench.words({"keep", "store"})});
  CHECK(bench.of("(keep|store)? it") == RequiredLists{bench.words({"it"})});
  CHECK(bench.of("(keep|stored? ..3) it") == RequiredLists{bench.words({"it"})});
}

TEST_CASE("of a phrase in a group a match needs the word that tells most") {
  Bench bench;
  const Symbol as = bench.symbols.word("as");
  const Symbol of = bench.symbols.word("of");
  const ListWeight common = [&](const std::vector<Symbol>& list) -> std::uint64_t {
    return list.front() == as || list.front() == of ? 100 : 1;
  };
  CHECK(bench.of("(as long as|of the term)", common) ==
        RequiredLists{bench.words({"long", "the"})});
  CHECK(bench.of("(as (long|soon) as|of term)", common) ==
        RequiredLists{bench.words({"long", "soon", "term"})});
}

TEST_CASE("packed lists are told one by one") {
  const RequiredLists lists = {{3}, {1, 2}, {7, 8, 9}};
  const PackedLists memory = pack(lists);
  const ListsView packed(memory);
  CHECK(packed.unpack() == lists);
  std::vector<std::size_t> sizes;
  CHECK(packed.all_of([&](std::span<const Symbol> list) {
    sizes.push_back(list.size());
    return true;
  }));
  CHECK(sizes == std::vector<std::size_t>{1, 2, 3});
  sizes.clear();
  CHECK_FALSE(packed.all_of([&](std::span<const Symbol> list) {
    sizes.push_back(list.size());
    return list.size() < 2;
  }));
  CHECK(sizes == std::vector<std::size_t>{1, 2});
  CHECK(ListsView().all_of([](std::span<const Symbol>) { return false; }));
}
