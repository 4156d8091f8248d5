#include "analyzer/annotation.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

Annotation of(std::string_view text, std::size_t symbols) {
  Annotation annotation;
  WordCutter({}, {}).cut(text, annotation.words);
  annotation.reset(symbols);
  return annotation;
}

}  // namespace

TEST_CASE("entries are kept once and told by symbol in order") {
  Annotation text = of("your data and your files", 3);
  text.add(3, 5, 1);
  text.add(0, 2, 1);
  text.add(0, 2, 1);
  text.add(0, 1, 1);
  CHECK(text.at[0].size() == 2);
  CHECK(text.has(1));
  CHECK_FALSE(text.has(2));
  CHECK_FALSE(text.has(kNoSymbol));
  const std::vector<WordSpan> spans = text.spans(1);
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].begin == 0);
  CHECK(spans[2].begin == 3);
  CHECK(spans[2].end == 5);
}

TEST_CASE("entries of a word stand in order of rank, whenever they were added") {
  Annotation text = of("your data", 4);
  text.add(0, 1, 3, 9);
  text.add(0, 2, 1, 4);
  text.add(0, 1, 0);
  text.add(0, 1, 2, 4);
  std::vector<Symbol> order;
  for (const Entry& entry : text.at[0]) order.push_back(entry.symbol);
  CHECK(order == std::vector<Symbol>{0, 1, 2, 3});
}

TEST_CASE("the entries of a word by itself stand before all others") {
  Annotation text = of("your data and your files", 3);
  text.add_word(1, std::vector<Symbol>{2, 0});
  text.add(1, 2, 1);
  text.add(1, 2, 0);  // there already
  std::vector<Symbol> order;
  for (const Entry& entry : text.at[1]) order.push_back(entry.symbol);
  CHECK(order == std::vector<Symbol>{2, 0, 1});
  CHECK(text.spans(2).size() == 1);
  std::vector<Symbol> present;
  for (const Annotation::Present& each : text.symbols()) present.push_back(each.symbol);
  CHECK(present == std::vector<Symbol>{2, 0, 1});
}

TEST_CASE("where a symbol begins is told by a bit a word") {
  Annotation text = of("your data and your files", 3);
  text.add_word(3, std::vector<Symbol>{1});
  text.add(0, 2, 1);
  CHECK(text.where(1) == 0b1001);
  CHECK(text.where(2) == 0);
  text.reset(3);
  CHECK(text.where(1) == 0);
}

TEST_CASE("in a long text words share the bits that tell where a symbol begins") {
  std::string sentence;
  for (int i = 0; i < 64; ++i) sentence += "data ";
  Annotation text = of(sentence, 3);
  CHECK(text.shift() == 0);
  text.add(63, 64, 1);
  CHECK(text.where(1) == std::uint64_t{1} << 63);
  text = of(sentence + "files", 3);
  CHECK(text.shift() == 1);
  text.add(64, 65, 1);
  text.add(3, 4, 1);
  CHECK(text.where(1) == (std::uint64_t{1} << 32 | 0b10));
  while (text.words.size() < kMaxWords) text.words.words.push_back({});
  text.reset(3);
  text.add(kMaxWords - 1, kMaxWords, 1);
  CHECK(text.where(1) == std::uint64_t{1} << ((kMaxWords - 1) >> text.shift()));
}

TEST_CASE("the next sentence knows nothing of the last one") {
  Annotation text = of("your data", 3);
  text.add(0, 2, 1);
  text.negated[1] = true;
  text.durations.push_back({{0, 1}, "P1D", 86400});
  text.words.clear();
  WordCutter({}, {}).cut("other words here", text.words);
  text.reset(3);
  CHECK_FALSE(text.has(1));
  CHECK(text.at[0].empty());
  CHECK_FALSE(text.negated[1]);
  CHECK(text.durations.empty());
}

TEST_CASE("an endless sentence is cut") {
  std::string endless;
  for (int i = 0; i < 70'000; ++i) endless += "data ";
  CHECK(of(endless, 1).words.size() == kMaxWords);
}
