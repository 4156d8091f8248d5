#include "rules/words.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

const WordCutter kEnglish({}, {"'s"});
const WordCutter kFrench({"l'", "d'", "n'", "jusqu'"}, {});

// The normalised words, parted by blanks; marks stand before the word they precede.
std::string cut(std::string_view text, const WordCutter& cutter = kEnglish) {
  WordList list;
  cutter.cut(text, list);
  std::string words;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) words += ' ';
    if (list.words[i].marks & kComma) words += ',';
    if (list.words[i].marks & kSemicolon) words += ';';
    if (list.words[i].marks & kColon) words += ':';
    words += list.key(i);
  }
  return words;
}

// The pieces of the text that the words were cut from.
std::vector<std::string> pieces(std::string_view text, const WordCutter& cutter) {
  WordList list;
  cutter.cut(text, list);
  std::vector<std::string> found;
  for (const Word& word : list.words)
    found.emplace_back(text.substr(word.begin, word.end - word.begin));
  return found;
}

}  // namespace

TEST_CASE("case, accents and ligatures are folded") {
  CHECK(cut("We MAY Retain Données") == "we may retain donnees");
  CHECK(cut("oﬃce ﬁles Ｆｕｌｌ") == "office files full");
  CHECK(cut("e\u0301te\u0301") == "ete");  // combining accents
  CHECK(cut("ÇÀ Straße ŒUVRE œuvre Łódź ĲSSEL Ž") == "ca strasse œuvre œuvre łodz ijssel z");
  CHECK(cut("Ǆ Ắ Ω") == "dz a ω");  // far behind the letters of western Europe
}

TEST_CASE("hyphens and slashes part words, full stops end them") {
  CHECK(cut("opt-out and/or fine-tune. Then") == "opt out and or fine tune then");
  CHECK(cut("non‑exclusive") == "non exclusive");  // U+2011
}

TEST_CASE("marks between words are remembered with the word behind them") {
  CHECK(cut("prompts, files (and notes); outputs: all") ==
        "prompts ,files ,and notes ,;outputs :all");
  CHECK(cut("we — and only we — may") == "we ,and only we ,may");
}

TEST_CASE("numbers keep their separators and lose those of the sentence") {
  CHECK(cut("1,000 users, 1.5 years, in 2024.") == "1,000 users ,1.5 years ,in 2024");
}

TEST_CASE("an 's is a word of its own, other apostrophes stay inside") {
  CHECK(cut("the customer's data isn’t ours") == "the customer 's data isn't ours");
  CHECK(cut("'s") == "'s");  // alone, as patterns have it
  CHECK(cut("’s") == "'s");
  CHECK(cut("customers' data") == "customers data");
  CHECK(pieces("customer’s", kEnglish) == std::vector<std::string>{"customer", "’s"});
}

TEST_CASE("an elided article is a word of its own in French") {
  CHECK(cut("l’utilisateur n'a d'accès", kFrench) == "l' utilisateur n' a d' acces");
  CHECK(pieces("l’utilisateur", kFrench) == std::vector<std::string>{"l’", "utilisateur"});
  CHECK(pieces("l'enquête d’été", kFrench) ==
        std::vector<std::string>{"l'", "enquête", "d’", "été"});
  CHECK(cut("n'", kFrench) == "n'");  // alone, as patterns have it
  CHECK(cut("l'utilisateur", kEnglish) == "l'utilisateur");
}

TEST_CASE("an ampersand inside a word stays") {
  CHECK(cut("R&D and terms & conditions") == "r&d and terms conditions");
}

TEST_CASE("invisible characters and broken bytes do no harm") {
  CHECK(cut("re\u00ADtain\u200B ed") == "retain ed");
  CHECK(cut("data\xff\xfe kept\xc3") == "data kept");
  CHECK(cut("") == "");
  CHECK(cut("… — ’ \" .") == "");
}

TEST_CASE("behind an elided article that only an accent follows stands no empty word") {
  WordList list;
  kFrench.cut("d'\u05AD l'usage", list);
  REQUIRE(list.size() == 3);
  CHECK(list.key(0) == "d'");
  CHECK(list.key(1) == "l'");
  CHECK(list.key(2) == "usage");
}

TEST_CASE("a capital and the place of a word are kept") {
  WordList list;
  kEnglish.cut("your Élan", list);
  REQUIRE(list.size() == 2);
  CHECK_FALSE(list.words[0].capital);
  CHECK(list.words[1].capital);
  CHECK(list.words[1].begin == 5);
  CHECK(list.words[1].end == 10);
  CHECK(list.key(1) == "elan");
}

TEST_CASE("words that grow when they are folded leave the others as they are") {
  CHECK(cut("\uFB03\uFB03\uFB03 data is kept, e\uFB03cient \uFDFA use") ==
        "ffiffiffi data is kept ,efficient \u0635\u0644\u0649 "
        "\u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645 use");
}

TEST_CASE("words are appended to those that are there") {
  WordList list;
  kEnglish.cut("We use your data to:", list);
  kEnglish.cut("train models", list);
  CHECK(list.size() == 7);
  CHECK(list.words[5].begin == 0);
  list.clear();
  CHECK(list.size() == 0);
}

TEST_CASE("words of any length end at whatever is no letter") {
  // What stands before and behind the letters in the table of characters, and at its ends.
  const std::string others = "@[{ /:\x01\x7F";
  for (std::size_t length = 1; length < 40; ++length) {
    std::string letters;
    for (std::size_t i = 0; i < length; ++i)
      letters += static_cast<char>((i % 3 == 0 ? 'A' : 'a') + (i * 7 + length) % 26);
    std::string lower = letters;
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    for (const char other : others) {
      WordList list;
      kEnglish.cut(letters + other + letters, list);
      REQUIRE(list.size() == 2);
      CHECK(list.key(0) == lower);
      CHECK(list.key(1) == lower);
      CHECK(list.words[1].begin == length + 1);
      CHECK(list.words[1].end == 2 * length + 1);
      CHECK(list.words[0].capital);
    }
    CHECK(cut(letters + "\u00E9") == lower + "e");
    CHECK(cut(letters + "7") == lower + "7");
  }
}

TEST_CASE("marks stand with the word behind them, however many there are") {
  CHECK(cut("data , ; (use)") == "data ,;use");
  CHECK(cut(", : data") == ",:data");
}
