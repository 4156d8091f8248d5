#include "reports/policy.h"

#include <doctest/doctest.h>

#include "sample_analysis.h"
#include "schema_check.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kSchema = "reports/schema/policy.schema.json";

Policy load(const std::string& text) {
  return load_policy(JsonSource("policy.json", text), shipped_catalogue());
}

// The message of the fault, or "" if there is none.
std::string fault(const std::string& text) {
  try {
    load(text);
  } catch (const RuleFileError& error) {
    return error.what();
  }
  return "";
}

std::string rule_with(const std::string& condition) {
  return "{\"rules\": [\n{\"id\": \"a\", \"message\": \"m\",\n" + condition + "}]}";
}

bool has(const std::string& text, const std::string& piece) {
  if (text.find(piece) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

}  // namespace

TEST_CASE("the shipped example policies are read and valid against the schema") {
  for (const char* file : {"docs/policy.example.json", "docs/policy.baseline.example.json"}) {
    CAPTURE(file);
    const Policy policy = load(read_source(file));
    CHECK(policy.rules.size() >= 3);
    CHECK(schema_faults(kSchema, nlohmann::json::parse(read_source(file))) == "");
  }
}

TEST_CASE("a rule keeps its scope, level and line") {
  const Policy policy = load(R"({
    "audience": "both",
    "rules": [
      {"id": "keep", "message": "Gone after 90 days", "severity": "warning",
       "vendors": ["Hal*"], "except": ["Halvory"], "types": ["privacy notice", "DPA"],
       "require": {"verdict": "retention", "one_of": ["zero", "period"], "at_most": "P90D"}}
    ],
    "waivers": [
      {"rule": "k*", "vendor": "Halmark", "reason": "trial", "expires": "2026-12-31"}
    ]})");
  const PolicyRule& rule = policy.rules.at(0);
  CHECK(rule.level == PolicyLevel::kWarning);
  CHECK(rule.types == std::vector<std::string>{"Privacy Policy", "Data Processor Agreement"});
  CHECK(rule.audiences == std::vector<Audience>{Audience::kBusiness, Audience::kConsumer});
  CHECK(rule.line == 4);
  CHECK(!rule.needs_baseline());
  const auto& condition = std::get<VerdictCondition>(rule.condition);
  CHECK(condition.at_most == "P90D");
  CHECK(policy.waivers.at(0).line == 9);
}

TEST_CASE("a mistake is named with file, line, path and mend") {
  CHECK(has(fault(rule_with(R"("require": {"verdict": "train", "one_of": ["never"]})")),
            "policy.json:3: at /rules/0/require/verdict: there is no verdict \"train\"; did you "
            "mean \"trains\"?"));
  CHECK(has(fault(rule_with(R"("require": {"verdict": "trains", "one_of": ["nevr"]})")),
            "/rules/0/require/one_of/0: there is no value of trains \"nevr\"; did you mean "
            "\"never\"?"));
  CHECK(has(fault(rule_with(R"("forbid": {"clauses": ["training.alowed"]})")),
            "there is no clause \"training.alowed\"; did you mean \"training.allowed\"?"));
  CHECK(has(fault(rule_with(R"("forbid": {"clauses": ["trainings.*"]})")),
            "there is no clause like \"trainings.*\""));
  CHECK(has(fault(rule_with(R"("requires": {})")), "did you mean \"require\"?"));
  CHECK(has(fault(rule_with(R"("severity": "fatal", "forbid": {"clauses": ["*"]})")),
            "there is no severity \"fatal\""));
  CHECK(has(fault("{\"rules\": [\n{\"id\": \"a\"}\n,]}"), "policy.json:3:"));
}

TEST_CASE("a policy that could let everything pass by mistake is refused") {
  CHECK(has(fault(R"({"rules": []})"), "without rules"));
  CHECK(has(fault(rule_with(R"("severity": "error")")), "one condition"));
  CHECK(has(fault(rule_with(R"("require": {})")), "\"require\" needs one of"));
  CHECK(has(fault(rule_with(R"("forbid": {})")), "\"forbid\" needs one of"));
  CHECK(has(fault(rule_with(R"("forbid": {"clauses": []})")), "names no clause"));
  CHECK(has(fault(rule_with(R"("vendors": [], "forbid": {"clauses": ["*"]})")),
            "leave \"vendors\" out"));
  CHECK(has(fault(rule_with(R"("require": {"verdict": "trains", "one_of": []})")),
            "allows no answer"));
  CHECK(has(fault(R"({"rules": [{"id": "a", "message": "m", "forbid": {"clauses": ["*"]}},
                                {"id": "a", "message": "m", "forbid": {"clauses": ["*"]}}]})"),
            "there is a rule \"a\" already"));
}

TEST_CASE("what silence means must be said") {
  CHECK(has(fault(rule_with(R"("require": {"score": 60})")), "the key \"silence\" is missing"));
  CHECK(has(fault(rule_with(R"("require": {"periods": ["retention.*"], "at_most": "P90D"})")),
            "the key \"silent\" is missing"));
  CHECK(has(fault(rule_with(R"("forbid": {"changes": ["worse"]})")),
            "the key \"missing\" is missing"));
}

TEST_CASE("lengths of time, points and dates are checked") {
  CHECK(has(fault(rule_with(R"("require": {"periods": ["retention.*"], "at_most": "90 days",
                                           "silent": "allowed"})")),
            "is no length of time"));
  CHECK(has(fault(rule_with(R"("require": {"score": 101, "silence": "worst"})")), "from 0 to 100"));
  CHECK(has(fault(rule_with(R"("require": {"score": 60.55, "silence": "worst"})")),
            "at most one decimal"));
  CHECK(fault(rule_with(R"("require": {"score": 60.5, "silence": "worst"})")) == "");
  CHECK(has(fault(rule_with(R"("require": {"verdict": "trains", "one_of": ["never"],
                                           "at_most": "P1D"})")),
            "verdict \"retention\" only"));
  CHECK(has(fault(rule_with(R"("require": {"verdict": "retention", "one_of": ["zero"],
                                           "at_most": "P1D"})")),
            "add it to \"one_of\""));
}

TEST_CASE("a waiver needs a known rule, a reason and a day") {
  const auto waived = [](const std::string& waiver) {
    return fault(R"({"rules": [{"id": "no-training", "message": "m",
                                "forbid": {"clauses": ["*"]}}], "waivers": [)" +
                 waiver + "]}");
  };
  CHECK(waived(R"({"rule": "no-training", "vendor": "A", "reason": "r",
                   "expires": "2028-02-29"})") == "");
  CHECK(has(waived(R"({"rule": "no-trainings", "vendor": "A", "reason": "r",
                       "expires": "2026-12-31"})"),
            "did you mean \"no-training\"?"));
  CHECK(has(waived(R"({"rule": "no-training", "vendor": "A", "expires": "2026-12-31"})"),
            "the key \"reason\" is missing"));
  CHECK(has(waived(R"({"rule": "no-training", "vendor": "A", "reason": "r",
                       "expires": "2026-02-30"})"),
            "is no date"));
}

TEST_CASE("names are compared without case, and globs stay within bounds") {
  CHECK(name_matches("halvory", "Halvory"));
  CHECK(name_matches("ÉCLAIR*", "éclair Studio"));
  CHECK(name_matches("*", ""));
  CHECK(name_matches("retention.*", "retention.exception"));
  CHECK(name_matches("*a*b?d", "xxaxxbcd"));
  CHECK(!name_matches("Hal", "Halvory"));
  CHECK(!name_matches("Hal?", "Hal"));
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  CHECK(!name_matches(pattern + "b", std::string(5000, 'a')));
}

TEST_CASE("days of the calendar") {
  CHECK(is_calendar_date("2026-12-31"));
  CHECK(!is_calendar_date("2026-13-01"));
  CHECK(!is_calendar_date("2026-2-1"));
  CHECK(!is_calendar_date("+026-02-01"));
  CHECK(!is_calendar_date("20261231"));
}
