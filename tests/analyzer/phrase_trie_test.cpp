#include "analyzer/phrase_trie.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fineprint;

namespace {

const WordCutter kCutter({}, {});

Pattern pattern(std::string_view source) {
  return parse_pattern(source, kCutter);
}

struct Phrases {
  SymbolTable symbols;
  PhraseTrie trie;

  bool add(std::string_view source, std::string_view name) {
    return trie.add(pattern(source), symbols.concept_symbol(name), symbols);
  }

  // "{concept} begin-end" of every phrase in the text.
  std::vector<std::string> find(std::string_view text) {
    trie.close();
    WordList cut;
    kCutter.cut(text, cut);
    std::vector<KnownWord> known(cut.size());
    std::vector<std::vector<Symbol>> stands_for(cut.size());
    std::vector<std::vector<std::uint32_t>> starts(cut.size());
    std::vector<std::vector<std::uint32_t>> items(cut.size());
    KnownWords words;
    for (std::size_t i = 0; i < known.size(); ++i) {
      symbols.lookup(cut.key(i), stands_for[i]);
      starts[i] = trie.starts(stands_for[i]);
      for (const Symbol symbol : stands_for[i]) known[i].sign |= trie.sign(symbol);
      items[i] = starts[i];
      items[i].insert(items[i].end(), stands_for[i].begin(), stands_for[i].end());
      known[i].items = items[i].data();
      known[i].start_count = static_cast<std::uint16_t>(starts[i].size());
      known[i].alone_count = static_cast<std::uint16_t>(stands_for[i].size());
      known[i].symbol_count = static_cast<std::uint16_t>(stands_for[i].size());
      known[i].follows = trie.sign_behind(starts[i]);
      words.push_back(&known[i]);
    }
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto add = [&](std::size_t end, Symbol symbol) {
        found.push_back(symbols.name(symbol) + " " + std::to_string(i) + "-" + std::to_string(end));
      };
      trie.each_alone(starts[i], [&](Symbol symbol) { add(i + 1, symbol); });
      trie.each_longer(words, i, add);
    }
    std::sort(found.begin(), found.end());
    return found;
  }
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a phrase of groups and options is found in each of its wordings") {
  Phrases phrases;
  REQUIRE(phrases.add("use (of|access (to|of))? (the|our)? data", "use-data"));
  const Strings found = phrases.find(
      "use of data, use access to the data; use our data; use to data; access of data");
  CHECK(found == Strings{"{use-data} 0-3", "{use-data} 3-8", "{use-data} 8-11"});
}

TEST_CASE("a phrase of too many wordings is refused") {
  Phrases phrases;
  CHECK_FALSE(phrases.add("(a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f)", "many"));
  CHECK(phrases.find("a b c d").empty());
}

TEST_CASE("one pass finds every occurrence, overlapping ones and those inside others") {
  Phrases phrases;
  CHECK(phrases.add("personal data", "personal"));
  CHECK(phrases.add("data", "data"));
  CHECK(phrases.add("data protection (law|laws)", "law"));
  CHECK(phrases.find("Personal data and data protection laws") ==
        Strings{"{data} 1-2", "{data} 3-4", "{law} 3-6", "{personal} 0-2"});
}

TEST_CASE("a beginning matches all words that start so, a word only itself") {
  Phrases phrases;
  phrases.add("train*", "train");
  phrases.add("model", "model");
  CHECK(phrases.find("training models, trained model") ==
        Strings{"{model} 3-4", "{train} 0-1", "{train} 2-3"});
}

TEST_CASE("a word and a beginning of it lead on side by side") {
  Phrases phrases;
  phrases.add("de identif*", "one");
  phrases.add("de identified data", "two");
  CHECK(phrases.find("de-identified data") == Strings{"{one} 0-2", "{two} 0-3"});
}

TEST_CASE("a phrase with gaps, marks or concepts is refused and leaves nothing behind") {
  Phrases phrases;
  CHECK_FALSE(phrases.add("keep ..2 data", "keep"));
  CHECK_FALSE(phrases.add("keep {data}", "keep"));
  CHECK(phrases.find("keep your data") == Strings{});
}

TEST_CASE("signs tell with what phrases go on, common words apart from all others") {
  Phrases phrases;
  std::string source = "keep (the|your";
  for (int i = 0; i < 200; ++i) source += "|word" + std::to_string(i);
  phrases.add(source + ")", "keep");
  const Symbol the = phrases.symbols.word("the");
  const Symbol your = phrases.symbols.word("your");
  const Symbol keep = phrases.symbols.word("keep");
  phrases.trie.close({keep, the, your});
  CHECK(phrases.trie.sign(keep) == 0);
  CHECK(phrases.trie.sign(phrases.symbols.word("unheard")) == 0);
  CHECK(phrases.trie.sign(the) != 0);
  CHECK(phrases.trie.sign(your) != 0);
  Sign others = phrases.trie.sign(your);
  for (int i = 0; i < 200; ++i) {
    const Sign sign = phrases.trie.sign(phrases.symbols.word("word" + std::to_string(i)));
    CHECK(sign != 0);
    others |= sign;
  }
  CHECK((phrases.trie.sign(the) & others) == 0);
}

TEST_CASE("a phrase may begin at the text's last words without running over its end") {
  Phrases phrases;
  phrases.add("as long as necessary", "needed");
  CHECK(phrases.find("kept as long as") == Strings{});
}
