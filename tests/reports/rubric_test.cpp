#include "reports/rubric.h"

#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// The message for the shipped rubric with a change, or "" if it still loads.
std::string fault(const std::function<void(nlohmann::json&)>& change) {
  nlohmann::json json = nlohmann::json::parse(read_source("rules/rubric.json"));
  change(json);
  try {
    load_rubric(JsonSource("mine.json", json.dump(1)), shipped_catalogue());
  } catch (const RuleFileError& error) {
    return error.what();
  }
  return "";
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the shipped rubric loads, and the first question weighs most") {
  const Rubric rubric = shipped_rubric();
  CHECK(fault([](auto&) {}) == "");
  REQUIRE(rubric.questions.size() == 3);
  for (const Profile& profile : rubric.profiles) {
    int before = 101;
    for (const RubricQuestion& question : rubric.questions) {
      int weight = 0;
      for (const RubricCheck& check : question.checks) weight += profile.points.at(check.id);
      CHECK(weight < before);
      before = weight;
    }
  }
}

TEST_CASE("every clause of the catalogue has a severity") {
  const Rubric rubric = shipped_rubric();
  const Catalogue catalogue = shipped_catalogue();
  for (const Clause& clause : catalogue.clauses()) {
    INFO(clause.id);
    CHECK(rubric.clause_severities.contains(clause.id));
  }
  CHECK(rubric.clause_severity("training.allowed") == Severity::kHigh);
  CHECK(rubric.clause_severity("my.own-clause") == Severity::kMedium);
  CHECK(rubric.verdict_severity("trains") == Severity::kHigh);
}

TEST_CASE("grades start at their thresholds") {
  const Rubric rubric = shipped_rubric();
  CHECK(rubric.grade(800) == 'A');
  CHECK(rubric.grade(799) == 'B');
  CHECK(rubric.grade(1000) == 'A');
  CHECK(rubric.grade(0) == 'F');
}

TEST_CASE("points that do not make 100 are refused") {
  const std::string message =
      fault([](auto& json) { json["profiles"][0]["points"]["output.owner"] = 21; });
  CHECK(has(message, "mine.json:"));
  CHECK(has(message, "/profiles/0/points"));
  CHECK(has(message, "add up to 100, but they make 101"));
}

TEST_CASE("a misspelt check, clause or verdict is named with its neighbour") {
  CHECK(has(fault([](auto& json) { json["profiles"][0]["points"]["output.ownr"] = 0; }),
            "there is no check \"output.ownr\"; did you mean"));
  CHECK(has(fault([](auto& json) { json["changes"]["clauses"]["training.bared"] = "low"; }),
            "there is no clause \"training.bared\"; did you mean"));
  CHECK(has(fault([](auto& json) { json["questions"][0]["checks"][0]["verdict"] = "output_ownr"; }),
            "there is no verdict \"output_ownr\""));
}

TEST_CASE("a percentage that would break the sum is refused") {
  CHECK(has(
      fault([](auto& json) { json["questions"][0]["checks"][0]["answers"][0]["percent"] = 95; }),
      "multiple of 10"));
  CHECK(has(fault([](auto& json) { json["questions"][0]["checks"][0]["answers"][0]["low"] = 110; }),
            "from 0 to 100"));
  CHECK(has(fault([](auto& json) { json["questions"][0]["checks"][0]["answers"][1]["low"] = 80; }),
            "must not be above"));
}

TEST_CASE("a verdict's value without an answer is refused") {
  CHECK(has(fault([](auto& json) { json["questions"][0]["checks"][0]["answers"].erase(0); }),
            "an answer for the value \"customer\" is missing"));
  CHECK(has(fault([](auto& json) {
              auto& answers = json["questions"][2]["checks"][0]["answers"];
              for (auto& answer : answers) {
                if (answer["value"] == "period" && !answer.contains("up_to")) {
                  answer["up_to"] = "P9Y";
                }
              }
            }),
            "an answer for the value \"period\" is missing"));
}

TEST_CASE("a check by clauses says what holds where none is found") {
  CHECK(has(fault([](auto& json) { json["questions"][0]["checks"][1]["answers"].erase(1); }),
            "needs one answer without \"clauses\""));
}

TEST_CASE("grades out of order are refused") {
  CHECK(has(fault([](auto& json) { json["grades"][1]["from"] = 90; }), "below the one before"));
  CHECK(has(fault([](auto& json) { json["grades"].erase(5); }), "A, B, C, D, E and F"));
}

TEST_CASE("said_in needs an answer for documents that do not say") {
  CHECK(has(
      fault([](auto& json) { json["questions"][0]["checks"][0]["said_in"] = {"Privacy Policy"}; }),
      "\"unread\" go together"));
}
