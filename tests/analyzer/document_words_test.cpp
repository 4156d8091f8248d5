#include "analyzer/document_words.h"

#include <doctest/doctest.h>

#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

struct Cut {
  explicit Cut(const Document& document) : scratch(rules.matcher().scratch()) {
    SentenceBreaker breaker("en", {});
    sentences = split_document(document, breaker);
    words.cut(document, sentences, rules.matcher(), scratch);
  }

  SmallRules rules;
  MatcherScratch scratch;
  std::vector<Sentence> sentences;
  DocumentWords words;
};

std::string joined(const WordList& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) text.append(i ? " " : "").append(words.key(i));
  return text;
}

}  // namespace

TEST_CASE("each sentence of a document has its own words, with offsets in the sentence") {
  DocumentBuilder builder;
  builder.paragraph("We keep data. You may train Models.");
  Cut cut(builder);
  REQUIRE(cut.words.sentences() == 2);
  const auto second = cut.words.words(1);
  REQUIRE(second.size() == 4);
  CHECK(cut.words.key(second[3]) == "models");
  CHECK(second[3].begin == 14);
  CHECK(second[3].capital);
  CHECK(cut.words.known(1).size() == 4);
}

TEST_CASE("what leads in is cut anew when another text leads in") {
  DocumentBuilder builder;
  builder.paragraph("We keep data.");
  Cut cut(builder);
  const std::vector<std::string_view> first{"You may not:"};
  const std::vector<std::string_view> second{"You must:"};
  const auto words = [&](const std::vector<std::string_view>& lead_in) {
    return cut.words.lead_in(lead_in, cut.rules.matcher(), cut.scratch).words.size();
  };
  CHECK(words(first) == 3);
  CHECK(words(second) == 2);
  CHECK(words({}) == 0);
  CHECK(words(second) == 2);
  CHECK(words(first) == 3);
}

TEST_CASE("a loaded sentence is what cutting it with its lead-ins gives") {
  DocumentBuilder builder;
  builder.paragraph("We keep data, and we don't sell it. You may train models.");
  Cut cut(builder);
  const std::vector<std::string_view> lead_in{"You may not:", "In no case"};
  for (const std::vector<std::string_view>& before : {std::vector<std::string_view>{}, lead_in}) {
    for (std::size_t i = 0; i < 2; ++i) {
      Annotation loaded;
      cut.words.load(i, before, cut.rules.matcher(), cut.scratch, loaded);
      std::vector<std::string_view> pieces = before;
      const std::string_view block = builder.document().blocks[0].text;
      const ByteRange range = cut.sentences[i].text;
      pieces.push_back(block.substr(range.begin, range.end - range.begin));
      Annotation whole;
      cut.rules.matcher().cut(pieces, cut.scratch, whole);
      CHECK(joined(loaded.words) == joined(whole.words));
      CHECK(loaded.own_begin == whole.own_begin);
      CHECK(loaded.known == whole.known);
      for (std::size_t word = 0; word < whole.words.size(); ++word) {
        CHECK(loaded.words.words[word].marks == whole.words.words[word].marks);
        CHECK(loaded.words.words[word].begin == whole.words.words[word].begin);
      }
    }
  }
}
