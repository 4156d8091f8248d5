// Which clauses answer the same question, and which of two answers is better for the customer.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/change.h"

namespace fineprint {

using ClauseSet = std::set<std::string, std::less<>>;

// A group of clauses that are answers to one question: of a sentence that had one and now has
// another, the stance changed. Empty for a clause that stands for itself.
std::string_view stance_group(std::string_view clause);

// Whether the answer that the clauses of one group come to is worse or better than the one before.
// Both sets must be of the same group and not empty.
Direction stance_change(const ClauseSet& before, const ClauseSet& after);

// Whether a clause takes another's place where one sentence has both: use that happens only with
// permission is no use for improvement besides.
bool outweighs(std::string_view clause, std::string_view other);

// Whether each thing that a clause is stated of counts: that one kind of data is kept for 30 days
// says nothing of another, nor does a ban on rival products of one on training, while one more
// purpose of a use that is allowed anyway is none.
bool by_subject(std::string_view clause);

// The clause of a group that a sentence with all of these comes to. Must not be empty.
std::string strongest_clause(const ClauseSet& clauses);

// What it means that a clause came (or went, the reverse).
Direction direction_of_coming(const Catalogue& catalogue, std::string_view clause);
Direction reversed(Direction direction);

// Whether a longer period of this clause is worse, and by how much two differ.
Direction period_change(std::string_view before, std::string_view after);

}  // namespace fineprint
