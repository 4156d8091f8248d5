// The clause catalogue: every clause the rules can find, and what it means for the customer.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_source.h"

namespace fineprint {

struct Clause {
  std::string id;         // "training.opt-out"
  std::string topic;      // "output", "training", "retention"
  std::string direction;  // for the customer: "good", "bad", "none", "period" (shorter is better)
  std::string title;
  std::string explanation;
  bool period = false;      // findings carry an ISO 8601 period where the sentence states one
  bool minor_data = false;  // findings say whether they speak of minor data (cookies, cards) only
};

// Terms types in which some clauses are not looked for, as they deal with other things.
struct Exclusion {
  std::vector<std::string> topics;
  std::vector<std::string> clauses;    // by id, beside those of the topics
  std::vector<std::string> documents;  // terms types
  std::string reason;
};

class Catalogue {
 public:
  Catalogue() = default;

  // Adds the clauses and exclusions of a file in the format of rules/clauses.json; a clause that is
  // known already is replaced. Throws RuleFileError.
  void add(const JsonSource& source);

  std::span<const Clause> clauses() const { return clauses_; }
  const Clause* find(std::string_view id) const;  // null where there is none
  // The terms types in which a clause is not looked for.
  std::vector<std::string> excluded_documents(const Clause& clause) const;

 private:
  std::vector<Clause> clauses_;  // in the order of the files
  std::vector<Exclusion> exclusions_;
};

}  // namespace fineprint
