#include "analyzer/vendor.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "analyzer/verdict.h"

namespace fineprint {
namespace {

bool addresses(Audience speaks_of, Audience audience) {
  return speaks_of == Audience::kBoth || speaks_of == audience;
}

const Finding& finding_of(const VendorAnalysis& vendor, const FindingRef& ref) {
  return vendor.documents[static_cast<std::size_t>(ref.document)]
      .findings[static_cast<std::size_t>(ref.finding)];
}

// The first pair of findings of two documents that cannot both hold, if any.
void add_contradiction(const VendorAnalysis& vendor, AudienceAnalysis& view, const char* question,
                       std::string_view clause, std::string_view against) {
  for (const FindingRef& one : view.findings) {
    if (finding_of(vendor, one).clause != clause) continue;
    for (const FindingRef& other : view.findings) {
      if (finding_of(vendor, other).clause != against) continue;
      // In one document and sentence both are usually said of different things.
      if (one.document == other.document) continue;
      view.contradictions.push_back({question, one, other});
      return;
    }
  }
}

bool is_privacy_policy(const DocumentAnalysis& document) {
  return document.document.type == "Privacy Policy";
}

// Whether an audience finds its answers in a document. Terms for the other audience bind it too
// where the vendor has no terms for it; a privacy policy, where the vendor has nothing that is for
// this audience alone.
class Readership {
 public:
  Readership(const VendorAnalysis& vendor, Audience audience) : audience_(audience) {
    for (const DocumentAnalysis& each : vendor.documents) {
      own_documents_ = own_documents_ || each.verdict.audience == audience;
      own_terms_ =
          own_terms_ || (addresses(each.verdict.audience, audience) && !is_privacy_policy(each));
    }
  }

  bool reads(const DocumentAnalysis& document) const {
    if (addresses(document.verdict.audience, audience_)) return true;
    return is_privacy_policy(document) ? !own_documents_ : !own_terms_;
  }

 private:
  Audience audience_;
  bool own_documents_ = false;  // for this audience alone
  bool own_terms_ = false;      // that address it
};

void answer_audience(const VendorAnalysis& vendor, Audience audience, AudienceAnalysis& view) {
  const Readership readership(vendor, audience);
  for (std::size_t d = 0; d < vendor.documents.size(); ++d) {
    const DocumentAnalysis& document = vendor.documents[d];
    if (!readership.reads(document)) continue;
    view.documents.push_back(static_cast<int>(d));
    for (std::size_t f = 0; f < document.findings.size(); ++f) {
      if (!addresses(document.findings[f].audience, audience)) continue;
      view.findings.push_back({static_cast<int>(d), static_cast<int>(f)});
    }
  }
  std::vector<const Finding*> findings;
  for (const FindingRef& ref : view.findings) findings.push_back(&finding_of(vendor, ref));
  view.verdict = decide_verdict(findings, audience);
  add_contradiction(vendor, view, "trains", "training.barred", "training.allowed");
  add_contradiction(vendor, view, "output_owner", "output.customer-owns", "output.vendor-owns");
  add_contradiction(vendor, view, "retention", "retention.zero", "retention.period");
  add_contradiction(vendor, view, "retention", "retention.zero", "retention.indefinite");
}

}  // namespace

std::vector<VendorAnalysis> group_vendors(std::vector<DocumentAnalysis> documents) {
  std::sort(documents.begin(), documents.end(),
            [](const DocumentAnalysis& a, const DocumentAnalysis& b) {
              return std::tie(a.document.vendor, a.document.type, a.document.path()) <
                     std::tie(b.document.vendor, b.document.type, b.document.path());
            });
  std::vector<VendorAnalysis> vendors;
  for (DocumentAnalysis& each : documents) {
    if (vendors.empty() || vendors.back().name != each.document.vendor) {
      vendors.emplace_back();
      vendors.back().name = each.document.vendor;
    }
    vendors.back().documents.push_back(std::move(each));
  }
  for (VendorAnalysis& vendor : vendors) {
    answer_audience(vendor, Audience::kBusiness, vendor.business);
    answer_audience(vendor, Audience::kConsumer, vendor.consumer);
  }
  return vendors;
}

}  // namespace fineprint
