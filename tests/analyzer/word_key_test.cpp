#include "analyzer/word_key.h"

#include <doctest/doctest.h>

#include <string>

using namespace fineprint;

TEST_CASE("keys of any length are told apart by each of their bytes") {
  const std::string text = "anonymisation-of-data";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string same = text.substr(0, length);
    const WordKey key(same);
    // In a longer text, what lies behind the key does not count.
    const WordKey inside(std::string_view(text).substr(0, length), text.data() + text.size());
    CHECK(key == inside);
    CHECK(key.hash(7) == inside.hash(7));
    for (std::size_t i = 0; i < length; ++i) {
      std::string other = same;
      ++other[i];
      CHECK_FALSE(key == WordKey(other));
      CHECK(key.hash(7) != WordKey(other).hash(7));
    }
    if (length > 0) CHECK_FALSE(key == WordKey(text.substr(0, length - 1)));
  }
}

TEST_CASE("a key is another where a zero byte ends it") {
  const std::string zero("data\0", 5);
  CHECK_FALSE(WordKey("data") == WordKey(zero));
  CHECK(WordKey("data").hash(7) != WordKey(zero).hash(7));
}

TEST_CASE("hashes hang on the seed") {
  for (const char* key : {"", "data", "personal", "anonymisation", "anonymisation of data"})
    CHECK(WordKey(key).hash(1) != WordKey(key).hash(2));
}
