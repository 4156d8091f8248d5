#include "analyzer/word_sequences.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace fineprint;

namespace {

using Strings = std::vector<std::string>;

Strings expanded(std::string_view source, std::size_t limit = 1000) {
  const Pattern pattern = parse_pattern(source, WordCutter({}, {}));
  Strings texts;
  for (const WordSequence& sequence : expand_words(pattern, limit)) {
    std::string text;
    for (const PatternElement* element : sequence)
      text += (text.empty() ? "" : " ") + element->text;
    texts.push_back(text);
  }
  CHECK(texts.size() == count_sequences(pattern, limit));
  return texts;
}

}  // namespace

TEST_CASE("a phrase of groups and options stands for all its word sequences") {
  CHECK(expanded("(the|our)? data") == Strings{"the data", "our data", "data"});
  CHECK(expanded("use (of|access (to|of))") == Strings{"use of", "use access to", "use access of"});
}

TEST_CASE("a pattern that is not made of words only, or of too many, is not spelled out") {
  CHECK(expanded("a ..3 b").empty());
  CHECK(expanded("a {b}").empty());
  CHECK(expanded("a , b").empty());
  CHECK(expanded("(a|b) (a|b) (a|b)", 7).empty());
  CHECK(expanded("(a|b) (a|b) (a|b)", 8).size() == 8);
}
