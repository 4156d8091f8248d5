#include "reports/check_changes.h"

#include <algorithm>
#include <stdexcept>

#include "reports/scorecard.h"

namespace fineprint {
namespace {

// Changes are the same for every audience.
Violation change_violation(const Change& change, const DocumentDiff& document,
                           const VendorView& view) {
  Violation result;
  result.audience = Audience::kBoth;
  result.type = document.latest().type;
  result.clause = change.clause;
  result.detail = change.clause + ' ' + change_kind_name(change.kind) + ", " +
                  direction_name(change.direction) + " (" + severity_name(change.severity) + ')';
  if (!change.reason.empty()) result.detail += ": " + change.reason;
  const ChangeQuote* now = change.new_quote ? &*change.new_quote : nullptr;
  const ChangeQuote* before = change.old_quote ? &*change.old_quote : nullptr;
  // Of a clause that came or went, the sentence on the other side that has it no more or not yet.
  if (change.counterpart && !now) now = &*change.counterpart;
  if (change.counterpart && !before) before = &*change.counterpart;
  if (before) result.before = before->quote;
  if (now) {
    result.places.push_back(view.quote_place(*now));
  } else if (document.new_side) {
    result.places.push_back(view.path_place(document.new_side->path));
  }
  return result;
}

bool is_of_types(const DocumentDiff& document, const std::vector<std::string>& types) {
  const auto listed = [&](const std::optional<DiffDocument>& side) {
    return side && std::find(types.begin(), types.end(), side->type) != types.end();
  };
  return types.empty() || listed(document.new_side) || listed(document.old_side);
}

Violation missing_document(const DocumentDiff& document) {
  Violation result;
  result.audience = Audience::kBoth;
  result.type = document.latest().type;
  result.subject = "gone " + document.old_side->path;
  result.detail = "a document of the baseline is gone: " + document.old_side->path;
  return result;
}

void add_changes(const ChangeCondition& condition, const DocumentDiff& document,
                 const VendorView& view, std::vector<Violation>& result) {
  for (const Change& change : document.change.changes) {
    const bool forbidden = std::find(condition.directions.begin(), condition.directions.end(),
                                     change.direction) != condition.directions.end();
    if (forbidden && change.severity >= condition.least &&
        any_name_matches(condition.clauses, change.clause)) {
      result.push_back(change_violation(change, document, view));
    }
  }
}

const VendorDiff* vendor_diff(const Diff& diff, const std::string& name) {
  for (const VendorDiff& each : diff.vendors) {
    if (each.new_side && each.new_side->name == name) return &each;
  }
  return nullptr;
}

std::vector<Violation> score_drop(const ScoreDropCondition& condition, const VendorView& view,
                                  const std::vector<std::string>& types, Audience audience,
                                  const Rubric& rubric, const CheckBaseline& baseline) {
  const VendorDiff* diff = vendor_diff(baseline.diff, view.vendor().name);
  if (!diff || !diff->old_side) return {};
  const auto& vendors = baseline.analysis.vendors;
  const auto before = std::find_if(
      vendors.begin(), vendors.end(),
      [&](const VendorAnalysis& vendor) { return vendor.name == diff->old_side->name; });
  if (before == vendors.end()) return {};
  const Profile* profile = rubric.profile_for(audience);
  if (!profile) throw std::invalid_argument("the rubric has no profile for an audience of a rule");
  PlaceMaker no_places(*before, nullptr);
  const VendorView old_view(*before, types, no_places);
  const int old_score = score_vendor(old_view.vendor(), audience, rubric, *profile).value;
  const int new_score = score_vendor(view.vendor(), audience, rubric, *profile).value;
  if (old_score - new_score <= condition.at_most) return {};
  Violation result;
  result.audience = audience;
  result.subject = "score drop";
  result.detail = std::string("score fell from ") + points_text(old_score) + " to " +
                  points_text(new_score) + " for " +
                  (audience == Audience::kConsumer ? "consumers" : "business customers") +
                  "; by at most " + points_text(condition.at_most) + " allowed";
  if (const auto document = view.document_for(audience)) {
    result.places.push_back(view.document_place(*document));
    result.type = view.vendor().documents[static_cast<std::size_t>(*document)].document.type;
  }
  return {result};
}

}  // namespace

std::vector<Violation> change_violations(const Condition& condition, const VendorView& view,
                                         const std::vector<std::string>& types, Audience audience,
                                         const Rubric& rubric, const CheckBaseline& baseline) {
  if (const auto* drop = std::get_if<ScoreDropCondition>(&condition))
    return score_drop(*drop, view, types, audience, rubric, baseline);
  const auto* changes = std::get_if<ChangeCondition>(&condition);
  const VendorDiff* diff = vendor_diff(baseline.diff, view.vendor().name);
  if (!changes || !diff) return {};
  std::vector<Violation> result;
  for (const DocumentDiff& document : diff->documents) {
    if (!is_of_types(document, types)) continue;
    if (document.new_side) {
      add_changes(*changes, document, view, result);
    } else if (changes->missing_violates) {
      result.push_back(missing_document(document));
    }
  }
  return result;
}

std::vector<Violation> missing_vendor_violations(const Condition& condition, const VendorDiff& gone,
                                                 const std::vector<std::string>& types) {
  const auto* changes = std::get_if<ChangeCondition>(&condition);
  if (!changes || !changes->missing_violates) return {};
  std::vector<Violation> result;
  for (const DocumentDiff& document : gone.documents) {
    if (is_of_types(document, types)) result.push_back(missing_document(document));
  }
  return result;
}

}  // namespace fineprint
