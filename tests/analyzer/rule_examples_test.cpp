#include "analyzer/rule_examples.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// Each example's outcome: "passed" or the reason why not.
std::vector<std::string> outcomes(const std::string& rules) {
  const Analyzer analyzer(SmallRules(rules).set());
  std::vector<std::string> found;
  for (const ExampleResult& each : run_examples(analyzer))
    found.push_back(each.passed ? "passed" : each.reason);
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("all examples of the shipped rules pass") {
  const Analyzer analyzer(load_rules({}));
  const std::vector<ExampleResult> results = run_examples(analyzer);
  CHECK(results.size() > 400);
  for (const ExampleResult& each : results) {
    INFO(each.rule->place << " " << each.rule->id << ": " << each.example->text << ": "
                          << each.reason);
    CHECK(each.passed);
  }
}

TEST_CASE("every shipped rule has an example that matches") {
  for (const auto& language : load_rules({}).languages) {
    for (const Rule& rule : language.second.rules) {
      INFO(language.first << " " << rule.id);
      CHECK_FALSE(rule.examples_match.empty());
    }
  }
}

TEST_CASE("an example that must match fails with the reason, one that must not likewise") {
  const std::string match = "\"match\": [\"{use} ... {train}\"], \"unless\": [\"{consent}\"], ";
  CHECK(outcomes(rule("training.allowed.x", "training.allowed", match + R"("examples": {
                        "match": ["We use it to train.", "We use it to train if you agree."],
                        "no_match": ["We use it to train.", "We use it to sing."]})")) ==
        Strings{"passed", "unmade by: {consent}", "the rule matches, but must not", "passed"});
}

TEST_CASE("the reason is the rule's own, however many others come close") {
  std::string rules;
  for (int i = 0; i < 8; ++i) {
    rules += (i > 0 ? ", " : "") +
             rule("training.allowed.x" + std::to_string(i), "training.allowed",
                  "\"match\": [\"{use} ... {train}\"], \"unless\": [\"{consent}\"], \"examples\": "
                  "{\"match\": [\"We use it to train if you agree.\"], \"no_match\": []}");
  }
  CHECK(outcomes(rules) == Strings(8, "unmade by: {consent}"));
}

TEST_CASE("an example's section, lead-in, sentence before and period count") {
  CHECK(outcomes(rule("retention.period.x", "retention.period", R"(
          "match": ["{keep} ... {duration}"],
          "section": {"none": ["cookies"]},
          "context": {"none": ["children"]},
          "examples": {
            "match": [{"text": "prompts for 30 days", "lead_in": "We keep:"},
                      {"text": "We keep it for 30 days.", "period": "P30D"},
                      {"text": "We keep it for 30 days.", "period": "P31D"}],
            "no_match": [{"text": "We keep it for 30 days.", "section": ["Data", "Cookies"]},
                         {"text": "We keep it for 30 days.", "before": "Of children:"}]})")) ==
        Strings{"passed", "passed", "the period is \"P30D\", not P31D", "passed", "passed"});
}
