#include "rules/json_reader.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

// What is wrong where `read` meets the value; "" where nothing is.
template <typename Read>
std::string fault(std::string_view text, const Read& read) {
  const JsonSource source("f.json", text);
  try {
    read(JsonReader(source));
    return "";
  } catch (const RuleFileError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("an unknown key is named with the known one that comes nearest") {
  const auto read = [](const JsonReader& root) {
    root.expect_object({"match", "unless", "unless_between"});
  };
  CHECK(fault(R"({"match": 1, "comment": 2, "$schema": 3})", read) == "");
  CHECK(fault("{\n\"macth\": 1}", read) ==
        "f.json:2: at /macth: the key \"macth\" is not known here; did you mean \"match\"?");
  CHECK(fault(R"({"quite other": 1})", read) ==
        "f.json:1: at /quite other: the key \"quite other\" is not known here; known are "
        "\"match\" \"unless\" \"unless_between\"");
  CHECK(fault("[]", read) == "f.json:1: at /: this must be an object: { ... }");
}

TEST_CASE("a missing key is named with the object that lacks it") {
  CHECK(fault("{\n\"rules\": [\n{}]}", [](const JsonReader& root) {
          root.at("rules").elements()[0].at("id");
        }) == "f.json:3: at /rules/0: the key \"id\" is missing");
}

TEST_CASE("a value of the wrong kind is named with the kind it must be") {
  const auto at = [](const auto& read) {
    return [read](const JsonReader& root) { read(root.at("v")); };
  };
  const auto text = at([](const JsonReader& v) { v.string(); });
  CHECK(fault(R"({"v": 1})", text) == "f.json:1: at /v: this must be a text: \"...\"");
  CHECK(fault(R"({"v": ""})", text) == "f.json:1: at /v: this text is empty");
  CHECK(fault(R"({"v": "yes"})", at([](const JsonReader& v) { v.boolean(); })) ==
        "f.json:1: at /v: this must be true or false");
  const auto whole = at([](const JsonReader& v) { v.integer(); });
  CHECK(fault(R"({"v": 1.5})", whole) == "f.json:1: at /v: this must be a whole number");
  CHECK(fault(R"({"v": 99999999999})", whole) == "f.json:1: at /v: this number is out of range");
  CHECK(fault(R"({"v": "1"})", at([](const JsonReader& v) { v.number(); })) ==
        "f.json:1: at /v: this must be a number");
  CHECK(fault(R"({"v": "a"})", at([](const JsonReader& v) { v.strings(); })) ==
        "f.json:1: at /v: this must be a list: [ ... ]");
  CHECK(fault(R"({"v": ["a", 2]})", at([](const JsonReader& v) { v.strings(); })) ==
        "f.json:1: at /v/1: this must be a text: \"...\"");
  CHECK(fault(R"({"v": []})", at([](const JsonReader& v) { v.members(); })) ==
        "f.json:1: at /v: this must be an object: { ... }");
}

TEST_CASE("values that may be left out have their fallback") {
  const JsonSource source("f.json", R"({"a": "x", "b": true, "c": ["y"], "d": 1.5, "e": 7})");
  const JsonReader root(source);
  CHECK(root.string_or("a", "z") == "x");
  CHECK(root.string_or("none", "z") == "z");
  CHECK(root.boolean_or("b", false));
  CHECK_FALSE(root.boolean_or("none", false));
  CHECK(root.strings_or_none("c") == std::vector<std::string>{"y"});
  CHECK(root.strings_or_none("none").empty());
  CHECK(root.at("d").number() == 1.5);
  CHECK(root.at("e").integer() == 7);
  CHECK(root.at("c").elements()[0].pointer() == "/c/0");
}

TEST_CASE("the nearest name, if any is near") {
  const std::vector<std::string> known = {"training.barred", "training.opt-in", "retention.zero"};
  CHECK(nearest("training.bared", known) == "training.barred");
  CHECK(nearest("training.optin", known) == "training.opt-in");
  CHECK(nearest("x", known) == "");
}
