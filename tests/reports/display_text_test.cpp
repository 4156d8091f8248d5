#include "reports/display_text.h"

#include <doctest/doctest.h>

using namespace fineprint;

TEST_CASE("text that would act on its surroundings is made harmless") {
  CHECK(clean_text("a\x1b[31mb") == "a [31mb");
  CHECK(clean_text("line one\r\nline two\tend") == "line one line two end");
  CHECK(clean_text("\xE2\x80\xAE"
                   "abc") == "[U+202E]abc");
  CHECK(clean_text("\xE2\x81\xA6"
                   "abc\xE2\x81\xA9") == "[U+2066]abc[U+2069]");
  CHECK(clean_text("in\xC2\xADvis\xE2\x80\x8B"
                   "ible\xEF\xBB\xBF") == "invisible");
  CHECK(clean_text("a\xC2\x9B"
                   "b") == "a b");  // C1: starts a terminal sequence
}

TEST_CASE("broken UTF-8 becomes replacement characters") {
  CHECK(clean_text("a\xff"
                   "b") == "a\uFFFDb");
  CHECK(clean_text("caf\xC3") == "caf\uFFFD");
  CHECK(clean_text("\xED\xA0\x80").find("\uFFFD") == 0);
}

TEST_CASE("ordinary text of any script stays as it is") {
  for (const char* text :
       {"Données à caractère personnel", "利用規約", "नियम", "\"Content\" – 30 %"}) {
    CHECK(clean_text(text) == text);
  }
}

TEST_CASE("wide and combining characters are measured") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("利用規約") == 8);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("…") == 1);
}

TEST_CASE("clipped text fits and says that it was cut") {
  CHECK(clip_to_width("Privacy Policy", 20) == "Privacy Policy");
  CHECK(clip_to_width("Privacy Policy", 9) == "Privacy…");
  CHECK(clip_to_width("利用規約", 6) == "利用…");
  CHECK(clip_to_width("abc", 0) == "");
}

TEST_CASE("wrapped lines keep to the width, words longer than it included") {
  const std::string text =
      "We may use Donaudampfschifffahrtsgesellschaftskapitän data 利用規約利用規約 now";
  for (int width = 2; width < 40; ++width) {
    std::string joined;
    for (const std::string& line : wrap_text(text, width)) {
      CHECK(display_width(line) <= width);
      for (const char c : line) {
        if (c != ' ') joined += c;
      }
    }
    std::string all;
    for (const char c : text) {
      if (c != ' ') all += c;
    }
    CHECK(joined == all);
  }
  CHECK(wrap_text("", 10).size() == 1);
  CHECK(wrap_text("利", 1).size() == 1);
}

TEST_CASE("an excerpt ends at a word where there is one") {
  CHECK(excerpt("We keep your data", 100) == "We keep your data");
  CHECK(excerpt("We keep your data", 14) == "We keep your…");
  CHECK(excerpt("Donaudampfschiff", 5) == "Donau…");
}
