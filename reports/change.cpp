#include "reports/change.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "reports/change_align.h"
#include "reports/change_stance.h"
#include "reports/word_weights.h"

namespace fineprint {
namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

constexpr std::array<const char*, 5> kDirections = {"none", "neutral", "worse", "better", "mixed"};
constexpr double kSameSubject = 0.4;  // weight of a sentence's words that another has too
constexpr std::string_view kDeletedAtEnd = "retention.delete-at-end";
constexpr std::string_view kDeletedOnRequest = "retention.delete-request";
constexpr std::string_view kException = "retention.exception";
constexpr std::string_view kPeriod = "retention.period";

constexpr std::array<const char*, 4> kKinds = {"added", "removed", "changed", "reworded"};

// One version with what the comparison asks of it.
struct Side {
  const Snapshot& version;
  const std::vector<int>& same;  // by statement: the same one in the other version, or -1

  const Statement& statement(int index) const { return version.statements[at(index)]; }

  const Finding* find(int statement_index, std::string_view clause) const {
    if (statement_index < 0) return nullptr;
    const Finding* result = nullptr;
    for (const int i : statement(statement_index).findings) {
      const Finding& each = version.findings[at(i)];
      if (outweighs(each.clause, clause)) return nullptr;
      if (each.clause == clause) result = &each;
    }
    return result;
  }

  ClauseSet clauses(int statement_index) const {
    ClauseSet result;
    if (statement_index < 0) return result;
    for (const int i : statement(statement_index).findings) {
      const std::string& clause = version.findings[at(i)].clause;
      if (find(statement_index, clause)) result.insert(clause);
    }
    return result;
  }
};

class Comparer {
 public:
  Comparer(const Snapshot& old_version, const Snapshot& new_version, const Catalogue& catalogue,
           const Rubric& rubric, const CompareOptions& options)
      : alignment_(align(old_version, new_version)),
        old_{old_version, alignment_.same_in_new},
        new_{new_version, alignment_.same_in_old},
        catalogue_(catalogue),
        rubric_(rubric),
        options_(options) {}

  DocumentChange run() {
    old_paired_.assign(old_.version.statements.size(), false);
    new_paired_.assign(new_.version.statements.size(), false);
    for (const AlignedPair& pair : alignment_.pairs) {
      old_paired_[at(pair.old_statement)] = new_paired_[at(pair.new_statement)] = true;
      compare_pair(pair);
    }
    lone(old_, old_paired_, ChangeKind::kRemoved);
    lone(new_, new_paired_, ChangeKind::kAdded);
    outside_text(old_, ChangeKind::kRemoved);
    outside_text(new_, ChangeKind::kAdded);
    finish();
    return std::move(result_);
  }

 private:
  // Whether the other version, `there`, says in another sentence than `except` what this sentence
  // of `here` says under the clause; also where the rules found the clause only in one version's
  // copy of a sentence that stands in both.
  bool stated_elsewhere(const Side& here, int said, std::string_view clause, const Side& there,
                        int except) const {
    if (says_deletion_too(here, said, clause, there, except)) return true;
    for (std::size_t i = 0; i < there.version.statements.size(); ++i) {
      const int index = static_cast<int>(i);
      if (index == except) continue;
      if (!there.find(index, clause) && !here.find(there.same[i], clause)) continue;
      // What did not stay may be what this sentence was, or became, in other words.
      const bool moved = !stays(there, index, clause);
      if (clause == kPeriod && moved && other_period(here, said, there, index)) continue;
      if (moved || !by_subject(clause)) return true;
      if (weights().likeness(here.statement(said), there.statement(index)) >= kSameSubject)
        return true;
    }
    return false;
  }

  // Whether the sentences name periods of different lengths.
  static bool other_period(const Side& here, int said, const Side& there, int index) {
    const Finding* one = here.find(said, kPeriod);
    const Finding* other = there.find(index, kPeriod);
    return one && other && period_change(one->period, other->period) != Direction::kNeutral;
  }

  const WordWeights& weights() const {
    if (!weights_) weights_.emplace(old_.version, new_.version);
    return *weights_;
  }

  // Whether the sentence is there in the other version too, or says the same in other words.
  bool stays(const Side& side, int index, std::string_view clause) const {
    if (side.same[at(index)] >= 0) return true;
    const bool old_side = &side == &old_;
    return std::any_of(
        alignment_.pairs.begin(), alignment_.pairs.end(), [&](const AlignedPair& each) {
          return old_side ? each.old_statement == index && new_.find(each.new_statement, clause)
                          : each.new_statement == index && old_.find(each.old_statement, clause);
        });
  }

  // That an account's data go when the customer closes it says no more than that the customer can
  // have them deleted.
  bool says_deletion_too(const Side& here, int said, std::string_view clause, const Side& there,
                         int except) const {
    if (clause != kDeletedAtEnd || !here.find(said, clause)->period.empty()) return false;
    if (there.find(except, kDeletedOnRequest)) return true;
    return here.find(said, kDeletedOnRequest) &&
           stated_elsewhere(here, said, kDeletedOnRequest, there, except);
  }

  ChangeQuote quote(const Side& side, int statement_index, const Finding* finding) const {
    const Statement& statement = side.statement(statement_index);
    if (!finding && !statement.findings.empty())
      finding = &side.version.findings[at(statement.findings[0])];
    ChangeQuote result;
    result.quote = statement.text;
    result.section = side.version.sections[at(statement.section)];
    if (!side.version.paths.empty()) result.path = side.version.paths.front();
    if (!finding) return result;
    result.quote = finding->quote;
    result.lead_in = finding->lead_in;
    result.section = finding->section;
    if (at(finding->part) < side.version.paths.size())
      result.path = side.version.paths[at(finding->part)];
    result.line = finding->line;
    result.source = finding->source;
    result.clause = finding->clause;
    result.period = finding->period;
    return result;
  }

  void add(ChangeKind kind, std::string clause, Direction direction, std::string reason,
           int old_index, const Finding* old_finding, int new_index, const Finding* new_finding) {
    Change change;
    change.kind = kind;
    change.direction = direction;
    change.severity = rubric_.clause_severity(clause);
    change.clause = std::move(clause);
    change.reason = std::move(reason);
    if (old_index >= 0) change.old_quote = quote(old_, old_index, old_finding);
    if (new_index >= 0) change.new_quote = quote(new_, new_index, new_finding);
    if (kind == ChangeKind::kAdded) std::swap(change.counterpart, change.old_quote);
    if (kind == ChangeKind::kRemoved) std::swap(change.counterpart, change.new_quote);
    result_.changes.push_back(std::move(change));
  }

  void compare_pair(const AlignedPair& pair) {
    const ClauseSet before = old_.clauses(pair.old_statement);
    const ClauseSet after = new_.clauses(pair.new_statement);
    std::set<std::string_view> done;  // groups whose stance was compared
    for (const std::string& clause : after) {
      if (before.contains(clause))
        kept(pair, clause);
      else
        gained(pair, clause, before, after, done);
    }
    for (const std::string& clause : before) {
      if (!after.contains(clause)) lost(pair, clause, before, after, done);
    }
  }

  void kept(const AlignedPair& pair, const std::string& clause) {
    if (pair.piece && already_told(pair, clause)) return;
    const Finding* was = old_.find(pair.old_statement, clause);
    const Finding* is = new_.find(pair.new_statement, clause);
    const Direction direction = period_change(was->period, is->period);
    const bool loud = direction != Direction::kNeutral;
    add(loud ? ChangeKind::kChanged : ChangeKind::kReworded, clause, direction,
        !loud                            ? "same meaning"
        : direction == Direction::kWorse ? "longer"
                                         : "shorter",
        pair.old_statement, was, pair.new_statement, is);
  }

  // A sentence that was split or joined tells of each clause once.
  bool already_told(const AlignedPair& pair, const std::string& clause) const {
    return std::any_of(alignment_.pairs.begin(), alignment_.pairs.end(),
                       [&](const AlignedPair& other) {
                         const bool meets = other.old_statement == pair.old_statement ||
                                            other.new_statement == pair.new_statement;
                         return !other.piece && meets && old_.find(other.old_statement, clause) &&
                                new_.find(other.new_statement, clause);
                       });
  }

  static ClauseSet of_group(const ClauseSet& clauses, std::string_view group) {
    ClauseSet result;
    for (const std::string& clause : clauses) {
      if (stance_group(clause) == group) result.insert(clause);
    }
    return result;
  }

  // Where both sentences answer the same question, their answers are compared; true if so.
  bool compare_stance(const AlignedPair& pair, const std::string& clause, const ClauseSet& before,
                      const ClauseSet& after, std::set<std::string_view>& done) {
    const std::string_view group = stance_group(clause);
    if (group.empty()) return false;
    const ClauseSet old_group = of_group(before, group);
    const ClauseSet new_group = of_group(after, group);
    if (old_group.empty() || new_group.empty()) return false;
    if (!done.insert(group).second) return true;
    Direction direction = stance_change(old_group, new_group);
    std::string reason = direction == Direction::kNeutral ? "same stance" : "the stance changed";
    const bool known =
        std::all_of(new_group.begin(), new_group.end(), [&](const std::string& each) {
          return old_group.contains(each) ||
                 stated_elsewhere(new_, pair.new_statement, each, old_, pair.old_statement);
        });
    const bool kept_elsewhere =
        std::all_of(old_group.begin(), old_group.end(), [&](const std::string& each) {
          return new_group.contains(each) ||
                 stated_elsewhere(old_, pair.old_statement, each, new_, pair.new_statement);
        });
    if (known && kept_elsewhere) direction = Direction::kNeutral, reason = "stated elsewhere too";
    const std::string shown = strongest_clause(new_group);
    const std::string from = strongest_clause(old_group);
    add(direction == Direction::kNeutral ? ChangeKind::kReworded : ChangeKind::kChanged, shown,
        direction, reason, pair.old_statement, old_.find(pair.old_statement, from),
        pair.new_statement, new_.find(pair.new_statement, shown));
    return true;
  }

  void gained(const AlignedPair& pair, const std::string& clause, const ClauseSet& before,
              const ClauseSet& after, std::set<std::string_view>& done) {
    if (compare_stance(pair, clause, before, after, done)) return;
    came(clause, pair.old_statement, pair.new_statement);
  }

  void lost(const AlignedPair& pair, const std::string& clause, const ClauseSet& before,
            const ClauseSet& after, std::set<std::string_view>& done) {
    if (compare_stance(pair, clause, before, after, done)) return;
    went(clause, pair.old_statement, pair.new_statement);
  }

  // An exception in the sentence of a period that comes or goes with it ("30 days, unless the law
  // asks for more") is part of that period.
  static bool belongs_to_period(const std::string& clause, const Side& here, int said,
                                const Side& there, int counterpart) {
    return clause == kException && here.find(said, kPeriod) && !there.find(counterpart, kPeriod);
  }

  void came(const std::string& clause, int old_index, int new_index) {
    Direction direction = direction_of_coming(catalogue_, clause);
    std::string reason =
        direction == Direction::kNeutral ? "no direction of its own" : "the clause is new";
    if (belongs_to_period(clause, new_, new_index, old_, old_index))
      direction = Direction::kNeutral, reason = "part of the period";
    if (direction != Direction::kNeutral &&
        stated_elsewhere(new_, new_index, clause, old_, old_index))
      direction = Direction::kNeutral, reason = "stated elsewhere too";
    add(ChangeKind::kAdded, clause, direction, reason, old_index, nullptr, new_index,
        new_.find(new_index, clause));
  }

  void went(const std::string& clause, int old_index, int new_index) {
    Direction direction = reversed(direction_of_coming(catalogue_, clause));
    std::string reason =
        direction == Direction::kNeutral ? "no direction of its own" : "the clause is gone";
    if (belongs_to_period(clause, old_, old_index, new_, new_index))
      direction = Direction::kNeutral, reason = "part of the period";
    if (direction != Direction::kNeutral &&
        stated_elsewhere(old_, old_index, clause, new_, new_index))
      direction = Direction::kNeutral, reason = "stated elsewhere too";
    add(ChangeKind::kRemoved, clause, direction, reason, old_index, old_.find(old_index, clause),
        new_index, nullptr);
  }

  void lone(const Side& side, const std::vector<bool>& paired, ChangeKind kind) {
    for (std::size_t i = 0; i < side.version.statements.size(); ++i) {
      if (paired[i] || side.same[i] >= 0) continue;
      const int index = static_cast<int>(i);
      for (const std::string& clause : side.clauses(index)) {
        if (kind == ChangeKind::kAdded)
          came(clause, -1, index);
        else
          went(clause, index, -1);
      }
    }
  }

  void outside_text(const Side& side, ChangeKind kind) {
    if (!old_.version.whole || !new_.version.whole) return;
    for (std::size_t i = 0; i < side.version.statements.size(); ++i) {
      const Statement& statement = side.version.statements[i];
      if (side.same[i] >= 0 || !statement.findings.empty()) continue;
      ++(kind == ChangeKind::kAdded ? result_.text_added : result_.text_removed);
      if (options_.text)
        result_.text.push_back(
            {kind, statement.text, side.version.sections[at(statement.section)]});
    }
  }

  static int order(Direction direction) {
    if (direction == Direction::kWorse) return 0;
    return direction == Direction::kBetter ? 1 : 2;
  }

  void finish() {
    for (const Change& change : result_.changes)
      result_.direction = combined(result_.direction, change.direction);
    std::stable_sort(
        result_.changes.begin(), result_.changes.end(), [](const Change& a, const Change& b) {
          const auto key = [](const Change& each) {
            const ChangeQuote& quote = each.new_quote ? *each.new_quote : *each.old_quote;
            return std::tuple(order(each.direction), -static_cast<int>(each.severity), quote.line);
          };
          return key(a) < key(b);
        });
  }

  Alignment alignment_;
  mutable std::optional<WordWeights> weights_;  // made when first asked for
  Side old_;
  Side new_;
  const Catalogue& catalogue_;
  const Rubric& rubric_;
  const CompareOptions& options_;
  std::vector<bool> old_paired_;
  std::vector<bool> new_paired_;
  DocumentChange result_;
};

template <typename Value, std::size_t N>
std::optional<Value> find_name(const std::array<const char*, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (name == names[i]) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

const char* direction_name(Direction direction) {
  return kDirections[static_cast<std::size_t>(direction)];
}
std::optional<Direction> find_direction(std::string_view name) {
  return find_name<Direction>(kDirections, name);
}
const char* change_kind_name(ChangeKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}
std::optional<ChangeKind> find_change_kind(std::string_view name) {
  return find_name<ChangeKind>(kKinds, name);
}

Direction combined(Direction a, Direction b) {
  if (a == b || b == Direction::kUnchanged) return a;
  if (a == Direction::kUnchanged || a == Direction::kNeutral) return b;
  return b == Direction::kNeutral ? a : Direction::kMixed;
}

DocumentChange compare_versions(const Snapshot& old_version, const Snapshot& new_version,
                                const Catalogue& catalogue, const Rubric& rubric,
                                const CompareOptions& options) {
  return Comparer(old_version, new_version, catalogue, rubric, options).run();
}

}  // namespace fineprint
