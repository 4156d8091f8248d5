#include "rules/json_source.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

std::string fault(std::string_view text) {
  try {
    const JsonSource source("rules/my.json", text);
    return "";
  } catch (const RuleFileError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("every value knows its line") {
  const JsonSource source("my.json",
                          "{\n"
                          "  \"language\": \"en\",\n"
                          "  \"rules\": [\n"
                          "    {\"id\": \"a\",\n"
                          "     \"match\": [\"x\",\n"
                          "               \"y\"]},\n"
                          "    {\"a/b~c\":\n"
                          "       1}\n"
                          "  ]\n"
                          "}\n");
  CHECK(source.line("") == 1);
  CHECK(source.line("/language") == 2);
  CHECK(source.line("/rules/0") == 4);
  CHECK(source.line("/rules/0/match") == 5);
  CHECK(source.line("/rules/0/match/1") == 6);
  CHECK(source.line("/rules/1/" + pointer_token("a/b~c")) == 7);
  CHECK(source.root()["rules"][1]["a/b~c"] == 1);
  // What is not there has the line of what would hold it.
  CHECK(source.line("/rules/0/match/9/x") == 5);
  CHECK(source.line("/nowhere") == 1);
}

TEST_CASE("a fault names file, line and JSON path") {
  const JsonSource source("my.json", "{\n\"rules\": [\n1]}");
  CHECK_THROWS_WITH_AS(source.fail("/rules/0", "this is no rule"),
                       "my.json:3: at /rules/0: this is no rule", RuleFileError);
  CHECK_THROWS_WITH_AS(source.fail("", "wrong"), "my.json:1: at /: wrong", RuleFileError);
}

TEST_CASE("a syntax error names its line and what is there") {
  CHECK(fault("{\n  \"rules\": [\n    {\"id\": \"a\",}\n  ]\n}")
            .starts_with("rules/my.json:3: syntax error"));
  CHECK(fault("").starts_with("rules/my.json:1: syntax error"));
  CHECK(fault("{\"a\": 1} x").find("syntax error") != std::string::npos);
  CHECK(fault("{\"a\": \"\xff\"}") != "");
}

TEST_CASE("a key that stands twice is a fault: one of the two would be lost") {
  CHECK(fault("{\n\"match\": [],\n\"match\": []}") ==
        "rules/my.json:3: the key \"match\" stands twice; keep one of them");
}

TEST_CASE("hostile nesting is refused") {
  CHECK(fault(std::string(100'000, '[')).find("more than 100 levels deep") != std::string::npos);
}
