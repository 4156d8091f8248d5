#include "reports/comparison.h"

#include <algorithm>
#include <string>

namespace fineprint {

const Scorecard& VendorScore::headline() const {
  return audience == Audience::kConsumer ? consumer : business;
}

const Scorecard& VendorScore::other() const {
  return audience == Audience::kConsumer ? business : consumer;
}

Comparison compare(const Analysis& analysis, const Rubric& rubric, std::string_view profile) {
  Comparison result;
  result.profile = rubric.find_profile(profile);
  if (!result.profile) {
    std::string known;
    for (const Profile& each : rubric.profiles) known += (known.empty() ? "" : ", ") + each.id;
    throw std::invalid_argument("there is no profile \"" + std::string(profile) +
                                "\"; the rubric has: " + known);
  }
  const auto profile_for = [&](Audience audience) -> const Profile& {
    if (result.profile->audience == audience) return *result.profile;
    const Profile* found = rubric.profile_for(audience);
    return found ? *found : *result.profile;
  };
  for (const RubricQuestion& question : rubric.questions) {
    for (const RubricCheck& check : question.checks) {
      if (!check.column.empty()) result.columns.push_back(&check);
    }
  }
  for (const VendorAnalysis& vendor : analysis.vendors) {
    VendorScore row;
    row.vendor = &vendor;
    row.index = static_cast<int>(result.ranked.size());
    row.business =
        score_vendor(vendor, Audience::kBusiness, rubric, profile_for(Audience::kBusiness));
    row.consumer =
        score_vendor(vendor, Audience::kConsumer, rubric, profile_for(Audience::kConsumer));
    row.audience = result.profile->audience;
    result.ranked.push_back(std::move(row));
  }
  std::stable_sort(result.ranked.begin(), result.ranked.end(),
                   [](const VendorScore& a, const VendorScore& b) {
                     const bool graded = a.headline().documents > 0;
                     if (graded != (b.headline().documents > 0)) return graded;
                     if (a.headline().value != b.headline().value) {
                       return a.headline().value > b.headline().value;
                     }
                     return a.vendor->name < b.vendor->name;
                   });
  for (std::size_t i = 0; i < result.ranked.size(); ++i) {
    const bool tie =
        i > 0 && result.ranked[i].headline().value == result.ranked[i - 1].headline().value;
    result.ranked[i].rank = tie ? result.ranked[i - 1].rank : static_cast<int>(i) + 1;
  }
  return result;
}

const DocumentAnalysis& document_of(const VendorAnalysis& vendor, const FindingRef& ref) {
  return vendor.documents.at(static_cast<std::size_t>(ref.document));
}

const Finding& finding_of(const VendorAnalysis& vendor, const FindingRef& ref) {
  return document_of(vendor, ref).findings.at(static_cast<std::size_t>(ref.finding));
}

}  // namespace fineprint
