#include "analyzer/sentence_boundaries.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace fineprint;

namespace {

using Ends = std::vector<std::size_t>;

// What ICU says of the whole text.
Ends icu_ends(const std::string& text, const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language), status));
  UText* utext =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator->setText(utext, status);
  REQUIRE(U_SUCCESS(status));
  Ends ends;
  for (auto end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next())
    ends.push_back(static_cast<std::size_t>(end));
  utext_close(utext);
  return ends;
}

}  // namespace

TEST_CASE("boundaries stand behind the blanks that follow a sentence") {
  SentenceBoundaries boundaries("en");
  CHECK(boundaries.find("").empty());
  CHECK(boundaries.find("No stop") == Ends{7});
  CHECK(boundaries.find("We keep it. You own it. ") == Ends{12, 24});
  CHECK(boundaries.find("Keep e.g. prompts at 4.2, see a.b, etc., there. Go!") == Ends{48, 51});
  CHECK(boundaries.find("Is it ours? no. “Yes.” That’s it…") ==
        icu_ends("Is it ours? no. “Yes.” That’s it…", "en"));
}

TEST_CASE("boundaries are those that ICU finds in the whole text") {
  const std::vector<std::string> pieces = {
      ".",      ".",      ".",      "!",    "?",      " ",        " ",  " ",   "a",      "b",
      "A",      "B",      "1",      ",",    ";",      ":",        "-",  "(",   ")",      "\"",
      "'",      "’",      "“",      "”",    "«",      "»",        "é",  "É",   "\u00A0", "\t",
      "\n",     "\u2028", "\u0085", "…",    "\u2024", "。",       "中", "́",    "ß",      "\u00AD",
      "\u200B", "–",      "—",      "\x7F", "\xC3",   "\xE2\x80", "/",  "The", "e.g. "};
  for (const char* language : {"en", "fr", "de"}) {
    SentenceBoundaries boundaries(language);
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
      std::string text;
      // Few of the pieces, so that some follow each other in every way.
      const std::size_t kinds = 2 + random() % 6;
      std::vector<std::string> some;
      for (std::size_t i = 0; i < kinds; ++i) some.push_back(pieces[random() % pieces.size()]);
      some.insert(some.end(), {". ", "T", "a"});
      for (std::size_t length = random() % 24; length > 0; --length)
        text += some[random() % some.size()];
      CAPTURE(text);
      REQUIRE(boundaries.find(text) == icu_ends(text, language));
    }
  }
}

TEST_CASE("letters of other languages end no sentence, wherever they stand") {
  SentenceBoundaries boundaries("en");
  for (unsigned c = 0x80; c < 0x300; ++c) {
    std::string letter;
    letter += static_cast<char>(0xC0 | c >> 6);
    letter += static_cast<char>(0x80 | (c & 0x3F));
    for (const char* form : {"We1 keep it. You", "It. 1 keep", "Keep 1. You", "Keep.1 you",
                             "1! You. 1", "Keep it? 1You"}) {
      std::string text = form;
      for (std::size_t at; (at = text.find('1')) != std::string::npos;) text.replace(at, 1, letter);
      CAPTURE(text);
      REQUIRE(boundaries.find(text) == icu_ends(text, "en"));
    }
  }
}

TEST_CASE("any byte may stand among letters, wherever these are looked at together") {
  SentenceBoundaries boundaries("en");
  for (int byte = 1; byte < 0x80; ++byte) {
    for (std::size_t at = 0; at < 18; ++at) {
      std::string text = "What you write in the prompts. We keep";
      text.replace(at, 1, 1, static_cast<char>(byte));
      CAPTURE(byte);
      CAPTURE(at);
      REQUIRE(boundaries.find(text) == icu_ends(text, "en"));
    }
  }
}
