#include "reports/word_diff.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

// Runs with their marks: "we keep [-30-]{+90+} days".
std::string shown(std::string_view old_text, std::string_view new_text) {
  std::string text;
  for (const WordRun& run : word_diff(old_text, new_text)) {
    if (run.change == WordChange::kRemoved)
      text += "[-" + run.text + "-]";
    else if (run.change == WordChange::kAdded)
      text += "{+" + run.text + "+}";
    else
      text += run.text;
  }
  return text;
}

// What the runs say the old (or new) text was.
std::string side(const std::vector<WordRun>& runs, WordChange not_on_it) {
  std::string text;
  for (const WordRun& run : runs) {
    if (run.change != not_on_it) text += run.text;
  }
  return text;
}

}  // namespace

TEST_CASE("the words that differ are marked, removed before added") {
  CHECK(shown("We keep prompts for 30 days.", "We keep prompts for 90 days.") ==
        "We keep prompts for [-30 -]{+90 +}days.");
  CHECK(shown("We may use your content to train models.",
              "We may not use your content to train models unless you agree.") ==
        "We may {+not +}use your content to train [-models.-]{+models unless you agree.+}");
  CHECK(shown("same words", "same words") == "same words");
}

TEST_CASE("one side may be empty, white space alone is no difference") {
  CHECK(shown("", "New clause.") == "{+New clause.+}");
  CHECK(shown("Old clause.", "") == "[-Old clause.-]");
  CHECK(shown("", "") == "");
  CHECK(shown("a  b\nc", "a b c") == "a b c");
}

TEST_CASE("ideographs are words of their own") {
  CHECK(shown("保留三十天", "保留九十天") == "保留[-三-]{+九+}十天");
}

TEST_CASE("the runs make up both texts") {
  const std::string before = "You own the output, subject to your compliance with these terms. ";
  const std::string after = "Subject to these terms, we assign the output, if any, to you. ";
  const std::vector<WordRun> runs = word_diff(before, after);
  CHECK(side(runs, WordChange::kAdded) == before);
  CHECK(side(runs, WordChange::kRemoved) == after);
}

TEST_CASE("texts that are far apart come out as one replacement") {
  std::string before = "The same start ";
  std::string after = before;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + ' ';
    after += "b" + std::to_string(i) + ' ';
  }
  const std::vector<WordRun> runs = word_diff(before + "end", after + "end");
  REQUIRE(runs.size() == 4);
  CHECK(runs[1].change == WordChange::kRemoved);
  CHECK(runs[2].change == WordChange::kAdded);
  CHECK(runs[3].text == "end");
}
