#include "analyzer/vendor.h"

#include <doctest/doctest.h>

#include "bare_finding.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

DocumentAnalysis document(std::string vendor, std::string type, Audience audience,
                          std::vector<Finding> findings) {
  DocumentAnalysis result;
  result.document.vendor = std::move(vendor);
  result.document.type = std::move(type);
  result.document.parts.push_back({result.document.type + ".md", "", ""});
  result.verdict.audience = audience;
  result.findings = std::move(findings);
  return result;
}

VendorAnalysis one_vendor(std::vector<DocumentAnalysis> documents) {
  std::vector<VendorAnalysis> vendors = group_vendors(std::move(documents));
  REQUIRE(vendors.size() == 1);
  return vendors[0];
}

}  // namespace

TEST_CASE("vendors and their documents are sorted, whatever order they come in") {
  const std::vector<VendorAnalysis> vendors =
      group_vendors({document("Orbelane", "Terms of Service", Audience::kBoth, {}),
                     document("Halvory", "Privacy Policy", Audience::kBoth, {}),
                     document("Orbelane", "Commercial Terms", Audience::kBusiness, {})});
  REQUIRE(vendors.size() == 2);
  CHECK(vendors[0].name == "Halvory");
  CHECK(vendors[1].documents[0].document.type == "Commercial Terms");
  CHECK(vendors[1].documents[1].document.type == "Terms of Service");
  CHECK(group_vendors({}).empty());
}

TEST_CASE("each audience is answered by the documents that address it") {
  const VendorAnalysis vendor = one_vendor(
      {document("V", "Commercial Terms", Audience::kBusiness,
                {bare_finding("training.barred"), bare_finding("retention.period", "P30D")}),
       document("V", "Terms of Service", Audience::kConsumer,
                {bare_finding("training.allowed"), bare_finding("retention.period", "P2Y")})});
  CHECK(vendor.business.verdict.trains.value == "never");
  CHECK(vendor.business.verdict.longest_period == "P30D");
  CHECK(vendor.consumer.verdict.trains.value == "yes");
  CHECK(vendor.consumer.verdict.longest_period == "P2Y");
  CHECK(vendor.business.contradictions.empty());
}

TEST_CASE("a document for both answers for both, but for what speaks of one of them") {
  const VendorAnalysis vendor =
      one_vendor({document("V", "Terms of Service", Audience::kBoth,
                           {bare_finding("training.barred", "", Audience::kBusiness),
                            bare_finding("training.allowed", "", Audience::kConsumer),
                            bare_finding("output.customer-owns")})});
  CHECK(vendor.business.verdict.trains.value == "never");
  CHECK(vendor.consumer.verdict.trains.value == "yes");
  CHECK(vendor.business.verdict.output_owner.value == "customer");
  CHECK(vendor.consumer.verdict.output_owner.value == "customer");
}

TEST_CASE("terms for one audience speak to the other where it has none of its own") {
  const VendorAnalysis vendor = one_vendor({document("V", "Commercial Terms", Audience::kBusiness,
                                                     {bare_finding("output.customer-owns")}),
                                            document("V", "Privacy Policy", Audience::kBoth,
                                                     {bare_finding("retention.delete-request")})});
  CHECK(vendor.consumer.verdict.output_owner.value == "customer");
  CHECK(vendor.consumer.verdict.delete_on_request.value == "yes");
}

TEST_CASE("a privacy policy for consumers answers for businesses that have nothing of their own") {
  const DocumentAnalysis policy = document("V", "Privacy Policy", Audience::kConsumer,
                                           {bare_finding("retention.period", "P30D")});
  const VendorAnalysis alone =
      one_vendor({policy, document("V", "Terms of Service", Audience::kBoth, {})});
  CHECK(alone.business.verdict.retention.value == "period");
  CHECK(alone.business.documents == std::vector<int>{0, 1});
  const VendorAnalysis with_agreement =
      one_vendor({policy, document("V", "Data Processor Agreement", Audience::kBusiness, {})});
  CHECK(with_agreement.business.verdict.retention.value == "silent");
  CHECK(with_agreement.consumer.verdict.retention.value == "period");
}

TEST_CASE("an answer points at the findings that decided it") {
  const VendorAnalysis vendor = one_vendor(
      {document("V", "Privacy Policy", Audience::kBoth,
                {bare_finding("output.not-unique"), bare_finding("training.allowed")}),
       document("V", "Terms of Service", Audience::kBoth, {bare_finding("training.opt-out")})});
  const Answer& answer = vendor.business.verdict.trains;
  CHECK(answer.value == "opt-out");
  REQUIRE(answer.deciding.size() == 2);
  const FindingRef& ref = vendor.business.findings[static_cast<std::size_t>(answer.deciding[1])];
  CHECK(vendor.documents[static_cast<std::size_t>(ref.document)]
            .findings[static_cast<std::size_t>(ref.finding)]
            .clause == "training.opt-out");
}

TEST_CASE("documents for one audience that cannot both hold contradict each other") {
  const VendorAnalysis vendor = one_vendor(
      {document("V", "Commercial Terms", Audience::kBusiness,
                {bare_finding("retention.as-needed"), bare_finding("training.barred")}),
       document("V", "Privacy Policy", Audience::kBoth, {bare_finding("training.allowed")})});
  REQUIRE(vendor.business.contradictions.size() == 1);
  const Contradiction& contradiction = vendor.business.contradictions[0];
  CHECK(contradiction.question == "trains");
  CHECK(contradiction.one.document == 0);
  CHECK(contradiction.one.finding == 1);
  CHECK(contradiction.other.document == 1);
}

TEST_CASE("sentences of one document are no contradiction of documents") {
  const VendorAnalysis vendor =
      one_vendor({document("V", "Privacy Policy", Audience::kBoth,
                           {bare_finding("training.barred"), bare_finding("training.allowed")})});
  CHECK(vendor.business.contradictions.empty());
  CHECK_FALSE(vendor.business.verdict.trains.contradicting.empty());
}
