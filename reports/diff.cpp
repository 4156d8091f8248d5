#include "reports/diff.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

#include "reports/comparison.h"
#include "reports/diff_pair.h"

namespace fineprint {
namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

// A side's documents in a row.
std::vector<const DocumentAnalysis*> documents_of(const DiffSide& side) {
  std::vector<const DocumentAnalysis*> documents;
  for (const VendorAnalysis& vendor : side.analysis.vendors) {
    for (const DocumentAnalysis& each : vendor.documents) documents.push_back(&each);
  }
  return documents;
}

std::vector<PairingDocument> for_pairing(const std::vector<const DocumentAnalysis*>& documents) {
  std::vector<PairingDocument> result;
  for (const DocumentAnalysis* each : documents) result.push_back(pairing_document(*each));
  return result;
}

bool same_bytes(const Document& a, const Document& b) {
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [](const Part& x, const Part& y) { return x.sha256 == y.sha256; });
}

// The vendors' names on the old side, by that on the new one, and the other way round.
struct VendorNames {
  std::map<std::string, std::string> old_name;
  std::map<std::string, std::string> new_name;

  void add(const std::string& old_vendor, const std::string& new_vendor) {
    if (old_name.contains(new_vendor) || new_name.contains(old_vendor)) return;
    old_name[new_vendor] = old_vendor;
    new_name[old_vendor] = new_vendor;
  }
};

class SideComparison {
 public:
  SideComparison(const DiffSide& old_side, const DiffSide& new_side, const RuleSet& rules,
                 const Rubric& rubric, const DiffOptions& options)
      : old_side_(old_side),
        new_side_(new_side),
        rules_(rules),
        rubric_(rubric),
        options_(options),
        old_(documents_of(old_side)),
        new_(documents_of(new_side)) {}

  Diff run() {
    Diff diff;
    diff.profile = rubric_.find_profile(options_.profile);
    const auto old_scores = compare(old_side_.analysis, rubric_, options_.profile);
    const auto new_scores = compare(new_side_.analysis, rubric_, options_.profile);
    pairs_ = pair_documents(for_pairing(old_), for_pairing(new_));
    match_vendors();
    std::map<std::string, VendorDiff> vendors = standings(old_scores, new_scores);
    std::vector<DocumentDiff> documents = compare_all(*diff.profile);
    for (std::size_t i = 0; i < pairs_.size(); ++i) add(pairs_[i], documents[i], vendors);
    for (auto& [name, vendor] : vendors) finish(vendor, diff);
    diff.old_source = old_side_.source;
    diff.new_source = new_side_.source;
    diff.rules_digest = rules_.digest;
    for (const DiffSide* side : {&old_side_, &new_side_}) {
      if (side->saved && side->analysis.rules_digest != rules_.digest)
        diff.other_rules = side->analysis.rules_digest;
      for (const auto& [path, error] : side->analysis.skipped)
        diff.skipped.push_back({side == &old_side_, path, error});
    }
    return diff;
  }

 private:
  const std::string& old_vendor(const DocumentPair& pair) const {
    return old_[at(pair.old_document)]->document.vendor;
  }
  const std::string& new_vendor(const DocumentPair& pair) const {
    return new_[at(pair.new_document)]->document.vendor;
  }

  // Equal names first; then a vendor was renamed where one of its documents is another's now.
  void match_vendors() {
    std::set<std::string> old_names;
    for (const VendorAnalysis& vendor : old_side_.analysis.vendors) old_names.insert(vendor.name);
    for (const VendorAnalysis& vendor : new_side_.analysis.vendors) {
      if (old_names.contains(vendor.name)) names_.add(vendor.name, vendor.name);
    }
    for (const DocumentPair& pair : pairs_) {
      if (pair.old_document >= 0 && pair.new_document >= 0)
        names_.add(old_vendor(pair), new_vendor(pair));
    }
  }

  static VendorStanding standing(const VendorScore& score) {
    const Scorecard& card = score.headline();
    const AudienceAnalysis& view =
        score.audience == Audience::kConsumer ? score.vendor->consumer : score.vendor->business;
    return {score.vendor->name, card.value, card.low, card.high, card.grade, view.verdict};
  }

  // By name: the new one, or the old one of a vendor that is gone.
  std::map<std::string, VendorDiff> standings(const Comparison& old_scores,
                                              const Comparison& new_scores) const {
    std::map<std::string, VendorDiff> vendors;
    for (const VendorScore& score : new_scores.ranked)
      vendors[score.vendor->name].new_side = standing(score);
    for (const VendorScore& score : old_scores.ranked) {
      const auto now = names_.new_name.find(score.vendor->name);
      vendors[now == names_.new_name.end() ? score.vendor->name : now->second].old_side =
          standing(score);
    }
    return vendors;
  }

  // Compares the pairs on several threads; each result has its own place.
  std::vector<DocumentDiff> compare_all(const Profile& profile) const {
    std::vector<DocumentDiff> results(pairs_.size());
    std::atomic<std::size_t> next{0};
    std::mutex mutex;  // guards `failure`
    std::exception_ptr failure;
    const auto work = [&] {
      for (std::size_t i = next++; i < pairs_.size(); i = next++) {
        try {
          results[i] = compare_pair(pairs_[i], profile);
        } catch (...) {
          const std::lock_guard lock(mutex);
          failure = std::current_exception();
          next = pairs_.size();
        }
      }
    };
    const std::size_t wanted = options_.threads > 0
                                   ? static_cast<std::size_t>(options_.threads)
                                   : std::max(1u, std::thread::hardware_concurrency());
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 1; i < std::min(wanted, pairs_.size()); ++i) threads.emplace_back(work);
      work();
    }
    if (failure) std::rethrow_exception(failure);
    return results;
  }

  DiffDocument document(const DocumentAnalysis& analysis, const Profile& profile) const {
    const Document& document = analysis.document;
    return {document.vendor, document.type, document.path(), document.sha256(),
            summarise(analysis, rubric_, profile)};
  }

  DocumentDiff compare_pair(const DocumentPair& pair, const Profile& profile) const {
    const DocumentAnalysis* before = pair.old_document < 0 ? nullptr : old_[at(pair.old_document)];
    const DocumentAnalysis* after = pair.new_document < 0 ? nullptr : new_[at(pair.new_document)];
    DocumentDiff result;
    if (before) result.old_side = document(*before, profile);
    if (after) result.new_side = document(*after, profile);
    if (before && after) {
      if (!same_bytes(before->document, after->document))
        result.change = changes(snapshot(*before, old_side_), snapshot(*after, new_side_));
    } else {
      result.note = why_not_compared(pair);
      if (result.note.empty()) compare_with_nothing(before, after, result.change);
    }
    return result;
  }

  DocumentChange changes(const Snapshot& before, const Snapshot& after) const {
    return compare_versions(before, after, rules_.catalogue, rubric_, {options_.text});
  }

  Snapshot snapshot(const DocumentAnalysis& analysis, const DiffSide& side) const {
    if (!side.saved)
      return make_snapshot(analysis, rules_.for_language(analysis.document.language));
    std::vector<std::string> paths;
    for (const Part& part : analysis.document.parts) paths.push_back(part.path);
    return make_snapshot(analysis.findings, std::move(paths));
  }

  // For a document that is on one side only.
  std::string why_not_compared(const DocumentPair& pair) const {
    const bool gone = pair.new_document < 0;
    const auto& names = gone ? names_.new_name : names_.old_name;
    if (!names.contains(gone ? old_vendor(pair) : new_vendor(pair)))
      return gone ? "the vendor is on the old side only" : "the vendor is on the new side only";
    const Document& document =
        (gone ? old_[at(pair.old_document)] : new_[at(pair.new_document)])->document;
    for (const auto& [path, error] : (gone ? new_side_ : old_side_).analysis.skipped) {
      if (path == document.path())
        return gone ? "it could not be read on the new side"
                    : "it could not be read on the old side";
    }
    return "";
  }

  void compare_with_nothing(const DocumentAnalysis* before, const DocumentAnalysis* after,
                            DocumentChange& change) const {
    Snapshot nothing;
    nothing.whole = before ? !old_side_.saved : !new_side_.saved;
    change = before ? changes(snapshot(*before, old_side_), nothing)
                    : changes(nothing, snapshot(*after, new_side_));
    const std::set<std::string> stated =
        before ? clauses_of(new_, names_.new_name.at(before->document.vendor))
               : clauses_of(old_, names_.old_name.at(after->document.vendor));
    change.direction = Direction::kUnchanged;
    for (Change& each : change.changes) {
      if (each.direction != Direction::kNeutral && stated.contains(each.clause)) {
        each.direction = Direction::kNeutral;
        each.reason = "another document states it";
      }
      change.direction = combined(change.direction, each.direction);
    }
  }

  static std::set<std::string> clauses_of(const std::vector<const DocumentAnalysis*>& documents,
                                          const std::string& vendor) {
    std::set<std::string> clauses;
    for (const DocumentAnalysis* each : documents) {
      if (each->document.vendor != vendor) continue;
      for (const Finding& finding : each->findings) clauses.insert(finding.clause);
    }
    return clauses;
  }

  void add(const DocumentPair& pair, DocumentDiff& document,
           std::map<std::string, VendorDiff>& vendors) const {
    const auto admitted = [&](const std::optional<DiffDocument>& side) {
      return side && options_.filter.admits(side->vendor, side->type);
    };
    if (!admitted(document.old_side) && !admitted(document.new_side)) return;
    std::string name;
    if (pair.new_document >= 0) {
      name = new_vendor(pair);
    } else {
      const auto now = names_.new_name.find(old_vendor(pair));
      name = now == names_.new_name.end() ? old_vendor(pair) : now->second;
    }
    vendors.at(name).documents.push_back(std::move(document));
  }

  static void finish(VendorDiff& vendor, Diff& diff) {
    if (vendor.documents.empty()) return;
    std::sort(vendor.documents.begin(), vendor.documents.end(),
              [](const DocumentDiff& a, const DocumentDiff& b) {
                return std::tie(a.latest().type, a.latest().path) <
                       std::tie(b.latest().type, b.latest().path);
              });
    for (const DocumentDiff& each : vendor.documents)
      vendor.direction = combined(vendor.direction, each.change.direction);
    diff.vendors.push_back(std::move(vendor));
  }

  const DiffSide& old_side_;
  const DiffSide& new_side_;
  const RuleSet& rules_;
  const Rubric& rubric_;
  const DiffOptions& options_;
  std::vector<const DocumentAnalysis*> old_;
  std::vector<const DocumentAnalysis*> new_;
  std::vector<DocumentPair> pairs_;
  VendorNames names_;
};

}  // namespace

bool DocumentDiff::renamed() const {
  return old_side && new_side &&
         std::tie(old_side->vendor, old_side->type, old_side->path) !=
             std::tie(new_side->vendor, new_side->type, new_side->path);
}

Direction Diff::direction() const {
  Direction result = Direction::kUnchanged;
  for (const VendorDiff& vendor : vendors) result = combined(result, vendor.direction);
  return result;
}

Diff compare_sides(const DiffSide& old_side, const DiffSide& new_side, const RuleSet& rules,
                   const Rubric& rubric, const DiffOptions& options) {
  return SideComparison(old_side, new_side, rules, rubric, options).run();
}

}  // namespace fineprint
