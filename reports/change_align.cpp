#include "reports/change_align.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace fineprint {
namespace {

constexpr std::size_t kLeastSpan = 5;     // shorter pieces of text occur by chance
constexpr std::size_t kLeastPiece = 5;    // words of a sentence that may be a piece of another
constexpr double kAlike = 0.5;            // two sentences are versions of each other ...
constexpr double kAlikeSameTopic = 0.38;  // ... also if less alike but on the same matter
constexpr double kAlikeSameClause = 0.3;
constexpr double kPiece = 0.8;  // share of a piece's words that the whole must have

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

// The words of a whole version in a row, and where some of them stand.
class Stream {
 public:
  // `wanted`: the words that will be looked for, sorted.
  Stream(const Snapshot& version, WordHashes wanted)
      : wanted_(std::move(wanted)), places_(wanted_.size()) {
    for (std::size_t i = 0; i < version.statements.size(); ++i) {
      for (const std::uint64_t word : version.statements[i].words) {
        const auto found = std::lower_bound(wanted_.begin(), wanted_.end(), word);
        if (found != wanted_.end() && *found == word)
          places_[static_cast<std::size_t>(found - wanted_.begin())].push_back(words_.size());
        words_.push_back(word);
        statements_.push_back(static_cast<int>(i));
      }
    }
  }

  // The first and last statement that the words, all of them wanted, run through where they occur
  // in a row.
  std::vector<std::pair<int, int>> find(const WordHashes& words) const {
    std::vector<std::pair<int, int>> spans;
    std::size_t rarest = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (places(words[i]).size() < places(words[rarest]).size()) rarest = i;
    }
    for (const std::size_t place : places(words[rarest])) {
      if (place < rarest || place - rarest + words.size() > words_.size()) continue;
      const std::size_t begin = place - rarest;
      const auto from = words_.begin() + static_cast<std::ptrdiff_t>(begin);
      if (!std::equal(words.begin(), words.end(), from)) continue;
      spans.emplace_back(statements_[begin], statements_[begin + words.size() - 1]);
    }
    return spans;
  }

 private:
  const std::vector<std::size_t>& places(std::uint64_t word) const {
    const auto found = std::lower_bound(wanted_.begin(), wanted_.end(), word);
    return places_[static_cast<std::size_t>(found - wanted_.begin())];
  }

  WordHashes wanted_;
  std::vector<std::vector<std::size_t>> places_;  // beside wanted_
  WordHashes words_;
  std::vector<int> statements_;  // beside words_
};

// The shingles of a version's statements. Most statements stay as they are and need none.
class ShingleList {
 public:
  explicit ShingleList(const Snapshot& version)
      : version_(version), made_(version.statements.size()) {}

  const TextShingles& of(std::size_t statement) {
    std::optional<TextShingles>& made = made_[statement];
    if (!made) made = text_shingles(version_.statements[statement].words);
    return *made;
  }

 private:
  const Snapshot& version_;
  std::vector<std::optional<TextShingles>> made_;
};

class Aligner {
 public:
  Aligner(const Snapshot& old_version, const Snapshot& new_version)
      : old_(old_version),
        new_(new_version),
        old_shingles_(old_version),
        new_shingles_(new_version) {
    result_.same_in_new.assign(old_.statements.size(), -1);
    result_.same_in_old.assign(new_.statements.size(), -1);
  }

  Alignment run() {
    match_same(true);
    match_same(false);
    match_recut();
    pair_alike();
    pair_pieces();
    std::sort(result_.pairs.begin(), result_.pairs.end(),
              [](const AlignedPair& a, const AlignedPair& b) {
                return std::tie(a.new_statement, a.old_statement) <
                       std::tie(b.new_statement, b.old_statement);
              });
    return std::move(result_);
  }

 private:
  // Pairs statements of the same words, the first of them with the first.
  void match_same(bool with_lead_in) {
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<int>> waiting;
    const auto key = [&](const Statement& statement) {
      return std::pair(statement.key, with_lead_in ? statement.lead_in : 0);
    };
    for (std::size_t i = old_.statements.size(); i-- > 0;) {
      if (result_.same_in_new[i] < 0)
        waiting[key(old_.statements[i])].push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < new_.statements.size(); ++i) {
      if (result_.same_in_old[i] >= 0) continue;
      const auto found = waiting.find(key(new_.statements[i]));
      if (found == waiting.end() || found->second.empty()) continue;
      result_.same_in_old[i] = found->second.back();
      result_.same_in_new[at(found->second.back())] = static_cast<int>(i);
      found->second.pop_back();
    }
  }

  // Text that was cut into sentences otherwise: each piece occurs in the other version as it is,
  // and so does every sentence there that it runs through.
  void match_recut() {
    const std::vector<Spans> in_new = spans(old_, result_.same_in_new, new_);
    const std::vector<Spans> in_old = spans(new_, result_.same_in_old, old_);
    const std::vector<int> same_in_new = recut(in_new, in_old, result_.same_in_old);
    const std::vector<int> same_in_old = recut(in_old, in_new, result_.same_in_new);
    for (std::size_t i = 0; i < same_in_new.size(); ++i) {
      if (same_in_new[i] >= 0) result_.same_in_new[i] = same_in_new[i];
    }
    for (std::size_t i = 0; i < same_in_old.size(); ++i) {
      if (same_in_old[i] >= 0) result_.same_in_old[i] = same_in_old[i];
    }
  }

  using Spans = std::vector<std::pair<int, int>>;

  static std::vector<Spans> spans(const Snapshot& version, const std::vector<int>& same,
                                  const Snapshot& other) {
    std::vector<Spans> result(version.statements.size());
    std::vector<std::size_t> left;
    WordHashes wanted;
    for (std::size_t i = 0; i < result.size(); ++i) {
      const WordHashes& words = version.statements[i].words;
      if (same[i] >= 0 || words.size() < kLeastSpan) continue;
      left.push_back(i);
      wanted.insert(wanted.end(), words.begin(), words.end());
    }
    if (left.empty()) return result;
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const Stream stream(other, std::move(wanted));
    for (const std::size_t i : left) result[i] = stream.find(version.statements[i].words);
    return result;
  }

  static std::vector<int> recut(const std::vector<Spans>& spans,
                                const std::vector<Spans>& other_spans,
                                const std::vector<int>& other_same) {
    std::vector<int> same(spans.size(), -1);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      for (const auto& [first, last] : spans[i]) {
        bool all = true;
        for (int k = first; k <= last; ++k)
          all = all && (other_same[at(k)] >= 0 || !other_spans[at(k)].empty());
        if (all && same[i] < 0) same[i] = first;
      }
    }
    return same;
  }

  struct Candidate {
    double score = 0;
    double distance = 0;  // between their places, as shares of the documents
    AlignedPair pair;
  };

  static bool has_clause(const Snapshot& version, const Statement& statement,
                         const std::string& clause) {
    return std::any_of(statement.findings.begin(), statement.findings.end(),
                       [&](int i) { return version.findings[at(i)].clause == clause; });
  }

  static std::string_view topic(std::string_view clause) {
    return clause.substr(0, clause.find('.'));
  }

  // 2: a clause in common, 1: a topic in common.
  int kinship(const Statement& a, const Statement& b) const {
    int result = 0;
    for (const int i : a.findings) {
      const std::string& clause = old_.findings[at(i)].clause;
      if (has_clause(new_, b, clause)) return 2;
      for (const int k : b.findings) {
        if (topic(clause) == topic(new_.findings[at(k)].clause)) result = 1;
      }
    }
    return result;
  }

  bool same_section(const Statement& a, const Statement& b) const {
    const auto& x = old_.sections[at(a.section)];
    const auto& y = new_.sections[at(b.section)];
    return !x.empty() && !y.empty() && text_words(x.back()) == text_words(y.back());
  }

  void pair_alike() {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < old_.statements.size(); ++i) {
      if (result_.same_in_new[i] >= 0) continue;
      for (std::size_t k = 0; k < new_.statements.size(); ++k) {
        if (result_.same_in_old[k] >= 0) continue;
        if (!old_.statements[i].findings.empty() || !new_.statements[k].findings.empty())
          consider(i, k, candidates);
      }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      if (a.score != b.score) return a.score > b.score;
      if (a.distance != b.distance) return a.distance < b.distance;
      return std::tie(a.pair.new_statement, a.pair.old_statement) <
             std::tie(b.pair.new_statement, b.pair.old_statement);
    });
    old_taken_.assign(old_.statements.size(), false);
    new_taken_.assign(new_.statements.size(), false);
    for (const Candidate& each : candidates) {
      if (old_taken_[at(each.pair.old_statement)] || new_taken_[at(each.pair.new_statement)])
        continue;
      old_taken_[at(each.pair.old_statement)] = new_taken_[at(each.pair.new_statement)] = true;
      result_.pairs.push_back(each.pair);
    }
  }

  void consider(std::size_t i, std::size_t k, std::vector<Candidate>& candidates) {
    const Statement& a = old_.statements[i];
    const Statement& b = new_.statements[k];
    const double alike = similarity(old_shingles_.of(i), new_shingles_.of(k));
    if (alike < 0.15) return;
    const int kin = kinship(a, b);
    const double least = kin == 2 ? kAlikeSameClause : kin == 1 ? kAlikeSameTopic : kAlike;
    if (alike < least) return;
    Candidate candidate;
    candidate.score = alike + 0.08 * kin + (same_section(a, b) ? 0.05 : 0.0);
    candidate.distance =
        std::abs(static_cast<double>(i) / static_cast<double>(old_.statements.size()) -
                 static_cast<double>(k) / static_cast<double>(new_.statements.size()));
    candidate.pair = {static_cast<int>(i), static_cast<int>(k), alike, false};
    candidates.push_back(candidate);
  }

  // Sentences with a clause that found no partner of their own.
  void pair_pieces() {
    for (std::size_t i = 0; i < old_.statements.size(); ++i) {
      const Statement& part = old_.statements[i];
      if (result_.same_in_new[i] >= 0 || old_taken_[i] || part.findings.empty()) continue;
      const auto [whole, share] =
          best_whole(part, old_shingles_.of(i), new_shingles_, result_.same_in_old);
      if (whole >= 0) result_.pairs.push_back({static_cast<int>(i), whole, share, true});
    }
    for (std::size_t k = 0; k < new_.statements.size(); ++k) {
      const Statement& part = new_.statements[k];
      if (result_.same_in_old[k] >= 0 || new_taken_[k] || part.findings.empty()) continue;
      const auto [whole, share] =
          best_whole(part, new_shingles_.of(k), old_shingles_, result_.same_in_new);
      if (whole >= 0) result_.pairs.push_back({whole, static_cast<int>(k), share, true});
    }
  }

  static std::pair<int, double> best_whole(const Statement& part, const TextShingles& shingles,
                                           ShingleList& version, const std::vector<int>& same) {
    std::pair<int, double> best{-1, kPiece};
    if (part.words.size() < kLeastPiece) return best;
    for (std::size_t i = 0; i < same.size(); ++i) {
      if (same[i] >= 0) continue;
      const double share = containment(shingles, version.of(i));
      if (share > best.second) best = {static_cast<int>(i), share};
    }
    return best;
  }

  const Snapshot& old_;
  const Snapshot& new_;
  ShingleList old_shingles_;
  ShingleList new_shingles_;
  Alignment result_;
  std::vector<bool> old_taken_;
  std::vector<bool> new_taken_;
};

}  // namespace

Alignment align(const Snapshot& old_version, const Snapshot& new_version) {
  return Aligner(old_version, new_version).run();
}

}  // namespace fineprint
