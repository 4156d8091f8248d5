#include "analyzer/verdict.h"

#include <doctest/doctest.h>

#include "bare_finding.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

Verdict decide(const std::vector<Finding>& findings, Audience audience = Audience::kBoth) {
  std::vector<const Finding*> pointers;
  for (const Finding& each : findings) pointers.push_back(&each);
  return decide_verdict(pointers, audience);
}

std::string trains(const std::vector<std::string>& clauses) {
  std::vector<Finding> findings;
  for (const std::string& clause : clauses) {
    findings.push_back(bare_finding("training." + clause));
    findings.back().block = static_cast<int>(findings.size());  // a sentence each
  }
  return decide(findings).trains.value;
}

std::string owner(const std::vector<std::string>& clauses) {
  std::vector<Finding> findings;
  for (const std::string& clause : clauses) findings.push_back(bare_finding("output." + clause));
  return decide(findings).output_owner.value;
}

}  // namespace

TEST_CASE("what nothing is said about is silent, and not forbidden or granted") {
  const Verdict verdict = decide({});
  CHECK(verdict.output_owner.value == "silent");
  CHECK(verdict.trains.value == "silent");
  CHECK(verdict.retention.value == "silent");
  CHECK(verdict.competing_use_ban.value == "no");
  CHECK(verdict.delete_on_request.value == "no");
  CHECK(verdict.longest_period == "");
}

TEST_CASE("training: a way out over plain use, use over agreement, that over a promise") {
  CHECK(trains({"allowed", "opt-out", "opt-in", "barred", "improvement"}) == "opt-out");
  CHECK(trains({"opt-out"}) == "opt-out");
  CHECK(trains({"allowed", "opt-in", "barred"}) == "yes");
  CHECK(trains({"allowed", "improvement"}) == "yes");
  CHECK(trains({"opt-in", "barred"}) == "opt-in");
  CHECK(trains({"barred"}) == "never");
  CHECK(trains({"improvement", "deidentified"}) == "unclear");
  CHECK(trains({"deidentified"}) == "deidentified");
}

TEST_CASE("training: improvement in the sentence of de-identified data is by such data") {
  std::vector<Finding> findings{bare_finding("training.improvement"),
                                bare_finding("training.deidentified")};
  CHECK(decide(findings).trains.value == "deidentified");
  findings.push_back(bare_finding("training.improvement"));
  findings.back().block = 7;
  CHECK(decide(findings).trains.value == "unclear");
  CHECK(decide(findings).trains.deciding == std::vector<int>{2});
}

TEST_CASE("training: a promise outweighs a general 'improve our services'") {
  CHECK(trains({"improvement", "barred"}) == "never");
}

TEST_CASE("training: third parties, reviewers and feedback alone decide nothing") {
  CHECK(trains({"third-party-allowed"}) == "silent");
  CHECK(trains({"third-party-barred"}) == "silent");
  CHECK(trains({"human-review"}) == "silent");
  CHECK(trains({"feedback"}) == "silent");
}

TEST_CASE("training: a promise to business customers does not hold for all") {
  const std::vector<Finding> findings = {bare_finding("training.barred", "", Audience::kBusiness),
                                         bare_finding("training.improvement")};
  CHECK(decide(findings).trains.value == "unclear");
  CHECK(decide(findings, Audience::kBusiness).trains.value == "never");
  CHECK(decide(findings, Audience::kConsumer).trains.value == "unclear");
}

TEST_CASE("what decided and what says otherwise is kept") {
  const Verdict verdict =
      decide({bare_finding("training.barred"), bare_finding("output.not-unique"),
              bare_finding("training.allowed"), bare_finding("training.allowed")});
  CHECK(verdict.trains.value == "yes");
  CHECK(verdict.trains.deciding == std::vector<int>{2, 3});
  CHECK(verdict.trains.contradicting == std::vector<int>{0});
}

TEST_CASE("the owner of the output") {
  CHECK(owner({"customer-owns"}) == "customer");
  CHECK(owner({"vendor-owns"}) == "vendor");
  CHECK(owner({"customer-owns", "conditional"}) == "customer");
  CHECK(owner({"conditional", "vendor-disclaims"}) == "conditional");
  CHECK(owner({"vendor-disclaims"}) == "disclaimed");
  CHECK(owner({"not-unique", "competing-use-ban"}) == "silent");
  const Verdict both =
      decide({bare_finding("output.customer-owns"), bare_finding("output.vendor-owns")});
  CHECK(both.output_owner.value == "customer");
  CHECK(both.output_owner.contradicting == std::vector<int>{1});
}

TEST_CASE("bans and deletion are yes where a clause says so") {
  const Verdict verdict =
      decide({bare_finding("output.competing-use-ban"), bare_finding("retention.delete-request")});
  CHECK(verdict.competing_use_ban.value == "yes");
  CHECK(verdict.competing_use_ban.deciding == std::vector<int>{0});
  CHECK(verdict.delete_on_request.value == "yes");
}

TEST_CASE("retention: a stated length, the longest of which is told") {
  const Verdict verdict =
      decide({bare_finding("retention.period", "P30D"), bare_finding("retention.period", "P18M"),
              bare_finding("retention.delete-at-end", "P90D")});
  CHECK(verdict.retention.value == "period");
  CHECK(verdict.longest_period == "P18M");
  CHECK(verdict.retention.deciding == std::vector<int>{0, 1, 2});
}

TEST_CASE("retention: that a minor kind of data is not kept says nothing of content") {
  Finding cards = bare_finding("retention.zero");
  CHECK(decide({cards}).retention.value == "zero");
  cards.minor_data = true;
  CHECK(decide({cards}).retention.value == "silent");
}

TEST_CASE("retention: the period of a minor kind of data does not tell how long content is kept") {
  Finding invoices = bare_finding("retention.period", "P10Y");
  invoices.minor_data = true;
  const Verdict general = decide({invoices, bare_finding("retention.as-needed")});
  CHECK(general.retention.value == "as-needed");
  CHECK(general.retention.contradicting == std::vector<int>{0});
  const Verdict stated = decide({invoices, bare_finding("retention.period", "P30D")});
  CHECK(stated.retention.value == "period");
  CHECK(stated.longest_period == "P30D");
  CHECK(stated.retention.deciding == std::vector<int>{1});
  // Where nothing else is said, it is the answer.
  CHECK(decide({invoices}).longest_period == "P10Y");
}

TEST_CASE("retention: the other answers") {
  CHECK(decide({bare_finding("retention.as-needed")}).retention.value == "as-needed");
  CHECK(decide({bare_finding("retention.indefinite")}).retention.value == "indefinite");
  CHECK(decide({bare_finding("retention.zero")}).retention.value == "zero");
  // Deletion with no time stated, and nothing else.
  CHECK(decide({bare_finding("retention.delete-at-end")}).retention.value == "silent");
  CHECK(decide({bare_finding("retention.delete-request")}).retention.value == "silent");
  CHECK(decide({bare_finding("retention.delete-at-end", "P30D")}).retention.value == "period");
}

TEST_CASE("findings that speak of the other audience alone are left out") {
  const std::vector<Finding> findings = {
      bare_finding("retention.period", "P30D", Audience::kBusiness),
      bare_finding("retention.period", "P5Y", Audience::kConsumer)};
  CHECK(decide(findings, Audience::kBusiness).longest_period == "P30D");
  CHECK(decide(findings, Audience::kConsumer).longest_period == "P5Y");
  CHECK(decide(findings).longest_period == "P5Y");
}

TEST_CASE("whom a document addresses") {
  CHECK(document_audience("Commercial Terms", 0, 9) == Audience::kBusiness);
  CHECK(document_audience("Data Processor Agreement", 0, 0) == Audience::kBusiness);
  CHECK(document_audience("Privacy Policy", 0, 0) == Audience::kConsumer);
  CHECK(document_audience("Privacy Policy", 7, 2) == Audience::kBoth);
  CHECK(document_audience("Terms of Service", 12, 1) == Audience::kBusiness);
  CHECK(document_audience("Terms of Service", 1, 9) == Audience::kConsumer);
  CHECK(document_audience("Terms of Service", 5, 5) == Audience::kBoth);
  CHECK(document_audience("Terms of Service", 2, 0) == Audience::kBoth);  // too few to tell
  CHECK(document_audience("Terms of Service", 0, 4) == Audience::kBoth);
}
