#include "reports/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "check_samples.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::vector<Violation> violations(const VendorAnalysis& vendor, const std::string& rule) {
  return check(analysis_of({vendor}), policy_of(rule))->result.violations;
}

CheckVerdict verdict(const VendorAnalysis& vendor, const std::string& rule) {
  return check(analysis_of({vendor}), policy_of(rule))->result.verdict();
}

bool has(const std::string& text, const std::string& piece) {
  if (text.find(piece) != std::string::npos) return true;
  MESSAGE(text);
  return false;
}

std::set<std::string> fingerprints(const SampleCheck& sample) {
  std::set<std::string> result;
  for (const Violation& each : sample.result.violations) result.insert(each.fingerprint);
  return result;
}

std::vector<std::string> messages(const CheckResult& result) {
  std::vector<std::string> texts;
  for (const CheckNotice& each : result.notices) texts.push_back(each.message);
  return texts;
}

constexpr const char* kNoTraining =
    R"("require": {"verdict": "trains", "one_of": ["never", "opt-in"]})";
constexpr const char* kNoException = R"("forbid": {"clauses": ["retention.exception"]})";

}  // namespace

TEST_CASE("a verdict outside the list violates the rule, with what decided it") {
  CHECK(violations(halvory(), kNoTraining).empty());
  const auto found = violations(orbelane(), kNoTraining);
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].detail, "trains is \"opt-out\" for business customers"));
  CHECK(has(found[0].detail, "allowed: \"never\" or \"opt-in\""));
  CHECK(found[0].places.at(0).quote == "You can switch training off in your settings.");
  CHECK(found[0].places.at(0).path == "Orbelane/Terms of Service.md");
  CHECK(found[0].places.at(0).region.line == 22);
}

TEST_CASE("the sentence that states the answer is shown before those that only lead to it") {
  VendorAnalysis vendor = orbelane();
  vendor.business.verdict.trains.deciding = {2, 3};  // training.allowed, training.opt-out
  const auto found = violations(vendor, kNoTraining);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].places.size() == 2);
  CHECK(found[0].places[0].clause == "training.opt-out");
}

TEST_CASE("a silent document passes only where the policy lists silence") {
  const std::string strict = R"("require": {"verdict": "output_owner", "one_of": ["customer"]})";
  const auto found = violations(quillmarsh(), strict);
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].detail, "the documents do not say"));
  CHECK(found[0].places.at(0).quote == "");
  CHECK(found[0].places.at(0).region.line == 1);
  CHECK(verdict(quillmarsh(), R"("require": {"verdict": "output_owner",
                                             "one_of": ["customer", "silent"]})") ==
        CheckVerdict::kHolds);
}

TEST_CASE("audiences are judged by their own answers") {
  CHECK(verdict(halvory(), std::string(R"("audience": "business", )") + kNoTraining) ==
        CheckVerdict::kHolds);
  const auto found = violations(halvory(), std::string(R"("audience": "both", )") + kNoTraining);
  REQUIRE(found.size() == 1);
  CHECK(found[0].audience == Audience::kConsumer);
}

TEST_CASE("what violates a rule for both audiences alike is told once") {
  const auto found = violations(orbelane(), std::string(R"("audience": "both", )") + kNoException);
  REQUIRE(found.size() == 1);
  CHECK(found[0].audience == Audience::kBoth);
}

TEST_CASE("retention is held against the longest period") {
  const auto within = [](const std::string& limit) {
    return R"("require": {"verdict": "retention", "one_of": ["zero", "period"], "at_most": ")" +
           limit + "\"}";
  };
  CHECK(violations(halvory(), within("P30D")).empty());
  CHECK(violations(halvory(), within("P1M")).empty());
  const auto found = violations(halvory(), within("P29D"));
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].detail, "30 days; at most 29 days allowed"));
  CHECK(has(violations(orbelane(), within("P90D")).at(0).detail, "\"indefinite\""));
}

TEST_CASE("every stated period counts, except where it is about something else") {
  VendorAnalysis vendor = halvory();
  vendor.documents[1].findings.push_back(finding("retention.period",
                                                 "Invoices are kept for ten years.",
                                                 {"How long we keep data"}, 24, "P10Y"));
  vendor.business.findings.push_back({1, 4});
  const std::string periods =
      R"("require": {"periods": ["retention.*"], "at_most": "P90D", "silent": "violates")";
  const auto found = violations(vendor, periods + "}");
  REQUIRE(found.size() == 1);
  CHECK(found[0].clause == "retention.period");
  CHECK(found[0].detail == "10 years; at most 90 days allowed");
  CHECK(violations(vendor, periods + R"(, "not_about": ["invoice*"]})").empty());
  CHECK(violations(vendor, periods + R"(, "not_about": ["invoice"]})").size() == 1);
  CHECK(violations(vendor, periods + R"(, "not_about": ["long we keep"]})").size() == 0);
}

TEST_CASE("that no period is stated means what the policy says") {
  const std::string periods = R"("require": {"periods": ["retention.period"], "at_most": "P90D")";
  CHECK(violations(quillmarsh(), periods + R"(, "silent": "allowed"})").empty());
  CHECK(violations(quillmarsh(), periods + R"(, "silent": "violates"})").size() == 1);
}

TEST_CASE("forbidden clauses are told one by one, in order of the document") {
  const auto found =
      violations(orbelane(), R"("forbid": {"clauses": ["retention.*", "training.opt-out"]})");
  REQUIRE(found.size() == 3);
  CHECK(found[0].clause == "training.opt-out");
  CHECK(found[1].clause == "retention.indefinite");
  CHECK(found[2].clause == "retention.exception");
}

TEST_CASE("required clauses: any of them, or all") {
  const auto any = R"("require": {"any_clause": ["retention.zero", "retention.delete-*"]})";
  CHECK(violations(halvory(), any).empty());
  CHECK(violations(quillmarsh(), any).size() == 1);
  const auto all = R"("require": {"all_clauses": ["retention.zero", "retention.delete-*"]})";
  const auto found = violations(halvory(), all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].clause == "retention.zero");
}

TEST_CASE("a rule for some terms types sees these documents alone") {
  CHECK(violations(halvory(), std::string(R"("types": ["Commercial Terms"], )") + kNoTraining)
            .empty());
  const auto found =
      violations(halvory(), std::string(R"("types": ["Privacy Policy"], )") + kNoTraining);
  REQUIRE(found.size() == 1);
  CHECK(has(found[0].detail, "trains is \"yes\""));
  CHECK(found[0].places.at(0).path == "Halvory/Privacy Policy.md");
}

TEST_CASE("a document that is not there is silent") {
  const auto found = violations(quillmarsh(), R"("types": ["Data Processor Agreement"],
                       "require": {"all_clauses": ["retention.delete-at-end"]})");
  REQUIRE(found.size() == 1);
  CHECK(found[0].places.empty());
}

TEST_CASE("a score is held against points or a grade, silence counted as the policy says") {
  const auto scored = [](const std::string& condition) {
    return R"("require": {)" + condition + "}";
  };
  CHECK(violations(halvory(), scored(R"("score": 0, "silence": "worst")")).empty());
  CHECK(violations(quillmarsh(), scored(R"("score": 60, "silence": "best")")).empty());
  const auto worst = violations(quillmarsh(), scored(R"("score": 60, "silence": "worst")"));
  REQUIRE(worst.size() == 1);
  CHECK(has(worst[0].detail, "with silence at its worst; at least 60.0 required"));
  CHECK(violations(orbelane(), scored(R"("grade": "F", "silence": "worst")")).empty());
  const auto grade = violations(orbelane(), scored(R"("grade": "A", "silence": "rubric")"));
  REQUIRE(grade.size() == 1);
  CHECK(has(grade[0].detail, "at least grade A required"));
  CHECK(!grade[0].places.at(0).quote.empty());
}

TEST_CASE("a waiver holds through its last day, and its end is told") {
  const std::string policy =
      policy_of(kNoTraining, R"({"rule": "rule", "vendor": "orbelane", "reason": "on trial",
                                 "expires": "2026-06-30"})");
  const Analysis analysis = analysis_of({orbelane()});
  const auto before = check(analysis, policy, "2026-06-30");
  CHECK(before->result.verdict() == CheckVerdict::kHolds);
  CHECK(before->result.waived() == 1);
  CHECK(before->result.notices.empty());
  const auto after = check(analysis, policy, "2026-07-01");
  CHECK(after->result.verdict() == CheckVerdict::kViolated);
  CHECK(after->result.waived() == 0);
  REQUIRE(after->result.notices.size() == 1);
  CHECK(after->result.notices[0].level == PolicyLevel::kWarning);
  CHECK(after->result.notices[0].message ==
        "waiver of rule for orbelane: expired on 2026-06-30 (on trial)");
}

TEST_CASE("a waiver of one clause leaves the others") {
  const std::string waiver = R"({"rule": "rule", "vendor": "*", "clause": "retention.exception",
                                 "reason": "backups", "expires": "2026-12-31"})";
  const auto sample = check(analysis_of({orbelane()}),
                            policy_of(R"("forbid": {"clauses": ["retention.*"]})", waiver));
  CHECK(sample->result.waived() == 1);
  CHECK(sample->result.count(PolicyLevel::kError) == 1);
}

TEST_CASE("a waiver with nothing to waive is noted") {
  const auto sample = check(analysis_of({halvory()}),
                            policy_of(kNoTraining, R"({"rule": "rule", "vendor": "Halvory",
                                                      "reason": "r", "expires": "2026-12-31"})"));
  CHECK(messages(sample->result) ==
        std::vector<std::string>{"waiver of rule for Halvory: there is nothing left to waive"});
  CHECK(sample->result.verdict() == CheckVerdict::kHolds);
}

TEST_CASE("a vendor that is not there is told, and can fail the check") {
  const auto sample = check(
      analysis_of({halvory()}),
      policy_of(std::string(R"("vendors": ["Halvory", "Halvorry", "Nobody*"], )") + kNoTraining));
  CHECK(messages(sample->result) ==
        std::vector<std::string>{
            "rule rule: no vendor \"Halvorry\" among the documents; did you mean \"Halvory\"?",
            "rule rule: no vendor \"Nobody*\" among the documents"});
  CHECK(sample->result.verdict() == CheckVerdict::kHolds);
  CHECK(sample->result.verdict(PolicyLevel::kWarning) == CheckVerdict::kViolated);
}

TEST_CASE("a terms type that nobody has is told") {
  const auto sample = check(analysis_of({halvory()}), policy_of(R"("types": ["Cookie Policy"],
                                                  "forbid": {"clauses": ["training.allowed"]})"));
  REQUIRE(sample->result.notices.size() == 1);
  CHECK(has(sample->result.notices[0].message, "no document of the type"));
}

TEST_CASE("nothing passes for being unread") {
  Analysis analysis = analysis_of({halvory()});
  CHECK(check(analysis, policy_of(kNoTraining))->result.verdict() == CheckVerdict::kHolds);
  analysis.skipped = {{"Halvory/Developer Terms.md", "is empty"}};
  CHECK(check(analysis, policy_of(kNoTraining))->result.verdict() == CheckVerdict::kNotRead);
  CHECK(check(Analysis{}, policy_of(kNoTraining))->result.verdict() == CheckVerdict::kNotRead);
  const auto nobody = check(analysis_of({halvory()}),
                            policy_of(std::string(R"("vendors": ["Other"], )") + kNoTraining));
  CHECK(nobody->result.verdict() == CheckVerdict::kNotRead);
}

TEST_CASE("a violation outweighs what could not be read, and both are kept") {
  Analysis analysis = analysis_of({orbelane()});
  analysis.skipped = {{"x.md", "is empty"}};
  const auto sample = check(analysis, policy_of(kNoTraining));
  CHECK(sample->result.verdict() == CheckVerdict::kViolated);
  CHECK(sample->result.unread.size() == 1);
}

TEST_CASE("a document in a language without rules counts as unread unless the policy allows it") {
  Analysis analysis = analysis_of({halvory()});
  analysis.vendors[0].documents[1].document.language = "de";
  const auto strict = check(analysis, policy_of(kNoTraining));
  CHECK(strict->result.verdict() == CheckVerdict::kNotRead);
  CHECK(strict->result.unread.at(0).first == "Halvory/Privacy Policy.md");
  const auto lax = check(analysis, R"({"other_languages": "allowed", "rules": [
      {"id": "rule", "message": "m", )" +
                                       std::string(kNoTraining) + "}]}");
  CHECK(lax->result.verdict() == CheckVerdict::kHolds);
}

TEST_CASE("warnings and notes fail a check only where asked to") {
  const auto sample = check(analysis_of({orbelane()}),
                            policy_of(std::string(R"("severity": "warning", )") + kNoTraining));
  CHECK(sample->result.verdict() == CheckVerdict::kHolds);
  CHECK(sample->result.verdict(PolicyLevel::kWarning) == CheckVerdict::kViolated);
  CHECK(sample->result.count(PolicyLevel::kWarning) == 1);
}

TEST_CASE("fingerprints stay when text moves or is set otherwise") {
  const std::string rule = R"("forbid": {"clauses": ["retention.*", "training.*"]})";
  VendorAnalysis vendor = orbelane();
  const auto first = check(analysis_of({vendor}), policy_of(rule));
  auto& findings = vendor.documents[0].findings;
  std::reverse(findings.begin(), findings.end());
  for (Finding& each : findings) {
    each.line += 40;
    each.source.begin += 999;
    each.source.end += 999;
    each.section = {"12. Elsewhere"};
    if (each.clause == "retention.exception")
      each.quote = "(b)  BACKUPS may persist, after deletion";
  }
  const auto second = check(analysis_of({vendor}), policy_of(rule));
  CHECK(fingerprints(*first).size() == 5);
  CHECK(fingerprints(*first) == fingerprints(*second));
}

TEST_CASE("fingerprints differ by vendor, rule, clause and words") {
  const std::string rule = R"("forbid": {"clauses": ["retention.exception"]})";
  const auto of = [&](const VendorAnalysis& vendor) {
    return check(analysis_of({vendor}), policy_of(rule))->result.violations.at(0).fingerprint;
  };
  VendorAnalysis other = orbelane();
  other.name = "Orbelanes";
  CHECK(of(orbelane()) != of(other));
  VendorAnalysis reworded = orbelane();
  reworded.documents[0].findings[7].quote = "Backups may persist for years after deletion.";
  CHECK(of(orbelane()) != of(reworded));
}

TEST_CASE("the same sentence twice gives two fingerprints") {
  VendorAnalysis vendor = orbelane();
  vendor.documents[0].findings.push_back(vendor.documents[0].findings.back());
  vendor.business.findings.push_back({0, 8});
  const auto sample = check(analysis_of({vendor}), policy_of(kNoException));
  CHECK(sample->result.violations.size() == 2);
  CHECK(fingerprints(*sample).size() == 2);
}

TEST_CASE("a verdict keeps its fingerprint when other sentences decide it") {
  VendorAnalysis vendor = orbelane();
  const auto first = check(analysis_of({vendor}), policy_of(kNoTraining));
  vendor.documents[0].findings[3].quote = "Training can be turned off.";
  const auto second = check(analysis_of({vendor}), policy_of(kNoTraining));
  CHECK(fingerprints(*first) == fingerprints(*second));
}
