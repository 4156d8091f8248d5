#include "rules/catalogue.h"

#include <algorithm>

#include "rules/json_reader.h"

namespace fineprint {

void Catalogue::add(const JsonSource& source) {
  const JsonReader root(source);
  root.expect_object({"clauses", "exclusions"});
  for (const JsonReader& row : root.at("clauses").elements()) {
    row.expect_object({"id", "topic", "direction", "title", "explanation", "period", "minor_data"});
    Clause clause;
    clause.id = row.at("id").string();
    clause.topic = row.at("topic").string();
    clause.direction = row.at("direction").string();
    clause.title = row.at("title").string();
    clause.explanation = row.at("explanation").string();
    clause.period = row.boolean_or("period", false);
    clause.minor_data = row.boolean_or("minor_data", false);
    const std::vector<std::string> directions = {"good", "bad", "none", "period"};
    if (std::find(directions.begin(), directions.end(), clause.direction) == directions.end()) {
      row.at("direction").fail("the direction must be good, bad, none or period");
    }
    const auto known = std::find_if(clauses_.begin(), clauses_.end(),
                                    [&](const Clause& each) { return each.id == clause.id; });
    if (known == clauses_.end()) {
      clauses_.push_back(std::move(clause));
    } else {
      *known = std::move(clause);
    }
  }
  if (!root.has("exclusions")) return;
  for (const JsonReader& row : root.at("exclusions").elements()) {
    row.expect_object({"topics", "clauses", "documents", "reason"});
    Exclusion exclusion{row.strings_or_none("topics"), row.strings_or_none("clauses"),
                        row.at("documents").strings(), row.at("reason").string()};
    if (exclusion.topics.empty() && exclusion.clauses.empty())
      row.fail("an exclusion is of \"topics\" or of \"clauses\"; this has none");
    std::vector<std::string> known;
    for (const Clause& clause : clauses_) known.push_back(clause.id);
    for (const std::string& id : exclusion.clauses)
      row.at("clauses").expect_known("clause", id, known);
    exclusions_.push_back(std::move(exclusion));
  }
}

std::vector<std::string> Catalogue::excluded_documents(const Clause& clause) const {
  const auto holds = [](const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  std::vector<std::string> documents;
  for (const Exclusion& each : exclusions_) {
    if (holds(each.topics, clause.topic) || holds(each.clauses, clause.id))
      documents.insert(documents.end(), each.documents.begin(), each.documents.end());
  }
  return documents;
}

const Clause* Catalogue::find(std::string_view id) const {
  const auto found = std::find_if(clauses_.begin(), clauses_.end(),
                                  [&](const Clause& each) { return each.id == id; });
  return found == clauses_.end() ? nullptr : &*found;
}

}  // namespace fineprint
