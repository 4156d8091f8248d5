#include "analyzer/known_sentences.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using namespace fineprint;

namespace {

SentenceHash hash_of(std::initializer_list<std::uint64_t> items) {
  SentenceHash hash;
  for (const std::uint64_t item : items) hash.add(item);
  return hash;
}

// Of words that all have these marks before them.
SentenceHash hash_of(std::initializer_list<const KnownWord*> known, std::uint8_t marks) {
  Word word;
  word.marks = marks;
  WordList words;
  words.words.assign(known.size(), word);
  SentenceHash hash;
  hash.add(CutText{words, std::span(known.begin(), known.size())}, 0, {});
  return hash;
}

}  // namespace

TEST_CASE("what is known of a sentence is told when it comes again") {
  KnownSentences sentences;
  CHECK(sentences.find(hash_of({1, 2})) == nullptr);
  KnownSentences::Known known;
  known.consumer = true;
  sentences.add(hash_of({1, 2}), std::vector<std::size_t>{5}, known);
  const KnownSentences::Known* again = sentences.find(hash_of({1, 2}));
  REQUIRE(again != nullptr);
  REQUIRE(again->alive().size() == 1);
  CHECK(again->alive()[0] == 5);
  CHECK(again->consumer);
  CHECK_FALSE(again->business);
  sentences.clear();
  CHECK(sentences.find(hash_of({1, 2})) == nullptr);
}

TEST_CASE("sentences differ by words, their order, number and marks") {
  const KnownWord we;
  const KnownWord train;
  KnownSentences sentences;
  sentences.add(hash_of({&we, &train}, kNoMark), {}, {});
  CHECK(sentences.find(hash_of({&we, &train}, kNoMark)) != nullptr);
  CHECK(sentences.find(hash_of({&train, &we}, kNoMark)) == nullptr);
  CHECK(sentences.find(hash_of({&we}, kNoMark)) == nullptr);
  CHECK(sentences.find(hash_of({&we, &train, &train}, kNoMark)) == nullptr);
  CHECK(sentences.find(hash_of({&we, &train}, kComma)) == nullptr);
}

TEST_CASE("most of many sentences are kept, and none is taken for another") {
  constexpr std::uint16_t kMany = 5000;
  KnownSentences sentences;
  for (std::uint16_t i = 0; i < kMany; ++i) {
    sentences.add(hash_of({i, 7}), std::vector<std::size_t>{i}, {});
  }
  int kept = 0;
  for (std::uint16_t i = 0; i < kMany; ++i) {
    const KnownSentences::Known* known = sentences.find(hash_of({i, 7}));
    if (!known) continue;
    ++kept;
    REQUIRE(known->rules[0] == i);
  }
  CHECK(kept > kMany / 2);
}

TEST_CASE("what there is no room for is not remembered") {
  KnownSentences sentences;
  sentences.add(hash_of({1}), std::vector<std::size_t>{1, 2, 3, 4}, {});
  sentences.add(hash_of({2}), std::vector<std::size_t>{65'536}, {});
  CHECK(sentences.find(hash_of({1})) == nullptr);
  CHECK(sentences.find(hash_of({2})) == nullptr);
}
