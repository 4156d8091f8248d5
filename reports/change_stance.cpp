#include "reports/change_stance.h"

#include <algorithm>
#include <array>

#include "reports/period.h"

namespace fineprint {
namespace {

struct Stance {
  std::string_view clause;
  std::string_view group;
  int rank;      // the higher, the better for the customer
  int strength;  // of several clauses in one sentence, the strongest is what it comes to
};

// "We train on your data unless you opt out" comes to opt-out; "we do not train on it unless you
// agree" to opt-in; a sentence that bars some use and allows other, to what it allows.
constexpr std::array<Stance, 18> kStances = {{
    {"training.barred", "training", 5, 3},
    {"training.opt-in", "training", 4, 5},
    {"training.opt-out", "training", 3, 6},
    {"training.deidentified", "training", 2, 2},
    {"training.improvement", "training", 1, 1},
    {"training.allowed", "training", 0, 4},
    {"training.third-party-barred", "third-party", 1, 1},
    {"training.third-party-allowed", "third-party", 0, 2},
    {"output.customer-owns", "output-owner", 3, 2},
    {"output.vendor-disclaims", "output-owner", 2, 1},
    {"output.conditional", "output-owner", 1, 3},
    {"output.vendor-owns", "output-owner", 0, 4},
    {"content.licence-service", "licence", 1, 1},
    {"content.licence-broad", "licence", 0, 2},
    {"retention.zero", "retention", 3, 3},
    {"retention.period", "retention", 2, 4},
    {"retention.as-needed", "retention", 1, 1},
    {"retention.indefinite", "retention", 0, 2},
}};

const Stance* find_stance(std::string_view clause) {
  const auto found = std::find_if(kStances.begin(), kStances.end(),
                                  [&](const Stance& each) { return each.clause == clause; });
  return found == kStances.end() ? nullptr : &*found;
}

const Stance* strongest_stance(const ClauseSet& clauses) {
  const Stance* strongest = nullptr;
  for (const std::string& clause : clauses) {
    const Stance* stance = find_stance(clause);
    if (stance && (!strongest || stance->strength > strongest->strength)) strongest = stance;
  }
  return strongest;
}

int rank(const ClauseSet& clauses) {
  const Stance* strongest = strongest_stance(clauses);
  return strongest ? strongest->rank : 0;
}

}  // namespace

std::string_view stance_group(std::string_view clause) {
  const Stance* stance = find_stance(clause);
  return stance ? stance->group : std::string_view();
}

Direction stance_change(const ClauseSet& before, const ClauseSet& after) {
  const int old_rank = rank(before);
  const int new_rank = rank(after);
  if (old_rank == new_rank) return Direction::kNeutral;
  return new_rank > old_rank ? Direction::kBetter : Direction::kWorse;
}

bool outweighs(std::string_view clause, std::string_view other) {
  return clause == "training.opt-in" &&
         (other == "training.improvement" || other == "training.deidentified");
}

bool by_subject(std::string_view clause) {
  static constexpr std::array<std::string_view, 8> kBySubject = {"output.competing-use-ban",
                                                                 "training.allowed",
                                                                 "training.deidentified",
                                                                 "training.third-party-allowed",
                                                                 "training.third-party-barred",
                                                                 "retention.indefinite",
                                                                 "retention.period",
                                                                 "retention.zero"};
  return std::find(kBySubject.begin(), kBySubject.end(), clause) != kBySubject.end();
}

std::string strongest_clause(const ClauseSet& clauses) {
  const Stance* strongest = strongest_stance(clauses);
  return strongest ? std::string(strongest->clause) : *clauses.begin();
}

Direction direction_of_coming(const Catalogue& catalogue, std::string_view clause) {
  const Clause* known = catalogue.find(clause);
  if (!known || known->direction == "none") return Direction::kNeutral;
  return known->direction == "bad" ? Direction::kWorse : Direction::kBetter;
}

Direction reversed(Direction direction) {
  if (direction == Direction::kWorse) return Direction::kBetter;
  return direction == Direction::kBetter ? Direction::kWorse : direction;
}

Direction period_change(std::string_view before, std::string_view after) {
  const auto old_length = period_seconds(before);
  const auto new_length = period_seconds(after);
  if (!old_length || !new_length || *old_length == *new_length) return Direction::kNeutral;
  return *new_length > *old_length ? Direction::kWorse : Direction::kBetter;
}

}  // namespace fineprint
