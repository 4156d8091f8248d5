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
    row.expect_object({"topics", "documents", "reason"});
    exclusions_.push_back(
        {row.at("topics").strings(), row.at("documents").strings(), row.at("reason").string()});
  }
}

std::vector<std::string> Catalogue::excluded_documents(std::string_view topic) const {
  std::vector<std::string> documents;
  for (const Exclusion& each : exclusions_) {
    if (std::find(each.topics.begin(), each.topics.end(), topic) != each.topics.end())
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
