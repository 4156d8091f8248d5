#include "analyzer/word_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <string>

using namespace fineprint;

TEST_CASE("words are found by their keys, however many there are") {
  constexpr int kMany = 20'000;  // more than there is room for at first
  std::deque<std::string> keys;
  std::deque<KnownWord> words;
  WordTable table;
  for (int i = 0; i < kMany; ++i) {
    const std::string& key = keys.emplace_back("word" + std::to_string(i));
    CHECK(table.find(WordKey(key), table.hash(WordKey(key))) == nullptr);
    words.emplace_back().key = WordKey(key);
    table.add(words.back(), table.hash(WordKey(key)));
  }
  CHECK(table.size() == kMany);
  for (int i = 0; i < kMany; ++i) {
    const std::string key = "word" + std::to_string(i);
    table.fetch_slot(table.hash(WordKey(key)));
    table.fetch_word(table.hash(WordKey(key)));
    REQUIRE(table.find(WordKey(key), table.hash(WordKey(key))) ==
            &words[static_cast<std::size_t>(i)]);
  }
  CHECK(table.find(WordKey("words"), table.hash(WordKey("words"))) == nullptr);
  table.clear();
  CHECK(table.size() == 0);
  CHECK(table.find(WordKey("word1"), table.hash(WordKey("word1"))) == nullptr);
  table.fetch_word(table.hash(WordKey("word1")));  // where no word stands
}

TEST_CASE("words with one hash are told apart") {
  KnownWord train;
  train.key = WordKey("train");
  KnownWord teach;
  teach.key = WordKey("teach");
  WordTable table;
  table.add(train, 7);
  table.add(teach, 7);
  CHECK(table.find(WordKey("train"), 7) == &train);
  CHECK(table.find(WordKey("teach"), 7) == &teach);
  CHECK(table.find(WordKey("tune"), 7) == nullptr);
}

TEST_CASE("words that differ in few letters spread over the slots of a table") {
  const WordTable table;
  constexpr std::size_t kSlots = 4096;
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  // At the end of eight letters, at two places with the same difference, and behind eight letters.
  for (const std::string_view form : {"assist12", "as12st12", "12assist", "assistant12"}) {
    std::set<std::size_t> slots;
    for (const char first : letters) {
      for (const char second : letters) {
        std::string key(form);
        std::replace(key.begin(), key.end(), '1', first);
        std::replace(key.begin(), key.end(), '2', second);
        slots.insert(table.hash(WordKey(key)) % kSlots);
      }
    }
    CHECK(slots.size() > 560);  // of 676 words, thrown into 4096 slots at random: about 623
  }
}

TEST_CASE("tables hash alike words unlike") {
  CHECK(WordTable().hash(WordKey("train")) != WordTable().hash(WordKey("train")));
}
