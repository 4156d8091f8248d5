#include "reports/diff_pair.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/terms_type.h"
#include "reports/change_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kLeastWords = 6;    // shorter sentences stand in any document
constexpr std::size_t kCommonplace = 16;  // so do sentences that this many documents have
constexpr double kSameDocument = 0.4;     // share of the words in common sentences
constexpr double kLastOnes = 0.1;         // the same for the last ones of a vendor

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

using Documents = std::vector<PairingDocument>;

class Pairing {
 public:
  Pairing(const Documents& old_documents, const Documents& new_documents)
      : old_(old_documents),
        new_(new_documents),
        old_partner_(old_documents.size(), -1),
        new_partner_(new_documents.size(), -1),
        one_vendor_(vendor_count(old_documents) == 1 && vendor_count(new_documents) == 1) {}

  std::vector<DocumentPair> run() {
    if (old_.size() == 1 && new_.size() == 1) pair(0, 0);
    pair_within_types();
    measure_likeness();
    pair_alike();
    pair_last_of_vendor();
    std::vector<DocumentPair> pairs;
    for (std::size_t i = 0; i < new_.size(); ++i)
      pairs.push_back({new_partner_[i], static_cast<int>(i)});
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_partner_[i] < 0) pairs.push_back({static_cast<int>(i), -1});
    }
    return pairs;
  }

 private:
  static std::size_t vendor_count(const Documents& documents) {
    std::set<std::string_view> vendors;
    for (const PairingDocument& each : documents) vendors.insert(each.vendor);
    return vendors.size();
  }

  void pair(int old_index, int new_index) {
    old_partner_[at(old_index)] = new_index;
    new_partner_[at(new_index)] = old_index;
  }

  // Those without a partner yet, in groups by what `key` makes of them.
  template <typename Key>
  auto left(const Documents& documents, const std::vector<int>& partner, Key key) const {
    std::map<decltype(key(documents.front())), std::vector<int>> groups;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (partner[i] < 0) groups[key(documents[i])].push_back(static_cast<int>(i));
    }
    return groups;
  }

  // Pairs those that `key` makes the same of. `only_single`: where each side has just one.
  template <typename Key>
  void pair_by(bool only_single, Key key) {
    const auto old_groups = left(old_, old_partner_, key);
    for (const auto& [value, news] : left(new_, new_partner_, key)) {
      const auto olds = old_groups.find(value);
      if (olds == old_groups.end()) continue;
      if (only_single && (olds->second.size() != 1 || news.size() != 1)) continue;
      for (std::size_t i = 0; i < std::min(olds->second.size(), news.size()); ++i)
        pair(olds->second[i], news[i]);
    }
  }

  std::string vendor(const PairingDocument& document) const {
    return one_vendor_ ? "" : document.vendor;
  }

  void pair_within_types() {
    pair_by(false, [this](const PairingDocument& each) {
      return std::tuple(vendor(each), each.type, each.path);
    });
    pair_by(false, [this](const PairingDocument& each) {
      return std::tuple(vendor(each), each.type, each.digests);
    });
    pair_by(true,
            [this](const PairingDocument& each) { return std::tuple(vendor(each), each.type); });
    pair_by(false, [](const PairingDocument& each) { return each.digests; });
  }

  using Likeness = std::map<std::pair<int, int>, double>;

  static double words_of(const PairingDocument& document) {
    double words = 0;
    for (const PairingDocument::Sentence& each : document.sentences) words += each.words;
    return words;
  }

  static double share(double words, const PairingDocument& a, const PairingDocument& b) {
    if (a.whole && b.whole) return 2 * words / (words_of(a) + words_of(b));
    return words / std::min(words_of(a), words_of(b));
  }

  void measure_likeness() {
    std::unordered_map<std::uint64_t, std::vector<int>> places;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_partner_[i] >= 0) continue;
      for (const PairingDocument::Sentence& each : old_[i].sentences)
        places[each.key].push_back(static_cast<int>(i));
    }
    for (std::size_t k = 0; k < new_.size(); ++k) {
      if (new_partner_[k] >= 0) continue;
      std::map<int, double> common;
      for (const PairingDocument::Sentence& each : new_[k].sentences) {
        const auto found = places.find(each.key);
        if (found == places.end() || found->second.size() > kCommonplace) continue;
        for (const int i : found->second) common[i] += each.words;
      }
      for (const auto& [i, words] : common) {
        likeness_[{i, static_cast<int>(k)}] = share(words, old_[at(i)], new_[k]);
      }
    }
  }

  // The most alike first; of equals, those that share a vendor, then a type.
  void pair_alike() {
    using Candidate = std::tuple<double, bool, bool, int, int>;
    std::vector<Candidate> candidates;
    for (const auto& [each, likeness] : likeness_) {
      const PairingDocument& a = old_[at(each.first)];
      const PairingDocument& b = new_[at(each.second)];
      if (likeness >= kSameDocument)
        candidates.emplace_back(-likeness, vendor(a) != vendor(b), a.type != b.type, each.first,
                                each.second);
    }
    std::sort(candidates.begin(), candidates.end());
    for (const auto& [likeness, vendor, type, i, k] : candidates) {
      if (old_partner_[at(i)] < 0 && new_partner_[at(k)] < 0) pair(i, k);
    }
  }

  void pair_last_of_vendor() {
    const auto by_vendor = [this](const PairingDocument& each) { return vendor(each); };
    const auto old_groups = left(old_, old_partner_, by_vendor);
    for (const auto& [name, news] : left(new_, new_partner_, by_vendor)) {
      const auto olds = old_groups.find(name);
      if (olds == old_groups.end() || olds->second.size() != 1 || news.size() != 1) continue;
      const int i = olds->second.front();
      const int k = news.front();
      const bool other_kind =
          is_known_terms_type(old_[at(i)].type) && is_known_terms_type(new_[at(k)].type);
      const auto found = likeness_.find({i, k});
      const double likeness = found == likeness_.end() ? 0 : found->second;
      if (!other_kind || likeness >= kLastOnes) pair(i, k);
    }
  }

  const Documents& old_;
  const Documents& new_;
  std::vector<int> old_partner_;
  std::vector<int> new_partner_;
  bool one_vendor_ = false;
  Likeness likeness_;
};

// Text ends a sentence where a point or the block does; what counts is that both sides are cut
// alike.
void add_sentences(std::string_view text, PairingDocument& document) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(". "), text.size());
    const WordHashes words = text_words(text.substr(0, end));
    if (words.size() >= kLeastWords)
      document.sentences.push_back({words_key(words), static_cast<int>(words.size())});
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

}  // namespace

PairingDocument pairing_document(const DocumentAnalysis& analysis) {
  const Document& document = analysis.document;
  PairingDocument result;
  result.vendor = document.vendor;
  result.type = document.type;
  result.path = document.path();
  for (const Part& part : document.parts) result.digests.push_back(part.sha256);
  for (const Block& block : document.blocks) add_sentences(block.text, result);
  if (document.blocks.empty()) {
    result.whole = false;
    for (const Finding& finding : analysis.findings) add_sentences(finding.quote, result);
  }
  const auto less = [](const auto& a, const auto& b) { return a.key < b.key; };
  const auto same = [](const auto& a, const auto& b) { return a.key == b.key; };
  std::sort(result.sentences.begin(), result.sentences.end(), less);
  result.sentences.erase(std::unique(result.sentences.begin(), result.sentences.end(), same),
                         result.sentences.end());
  return result;
}

std::vector<DocumentPair> pair_documents(const std::vector<PairingDocument>& old_documents,
                                         const std::vector<PairingDocument>& new_documents) {
  return Pairing(old_documents, new_documents).run();
}

}  // namespace fineprint
