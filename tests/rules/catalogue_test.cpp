#include "rules/catalogue.h"

#include <doctest/doctest.h>

#include <set>

#include "support/temporary_folder.h"

using namespace fineprint;

namespace {

std::string clause(std::string_view id, std::string_view direction = "bad",
                   std::string_view more = "") {
  std::string text = R"({"id": "")";
  text = "{\"id\": \"" + std::string(id) + "\", \"topic\": \"security\", \"direction\": \"" +
         std::string(direction) + "\", \"title\": \"T\", \"explanation\": \"E\"" +
         std::string(more) + "}";
  return text;
}

void add(Catalogue& catalogue, const std::string& clauses) {
  catalogue.add(JsonSource("clauses.json", "{\"clauses\": [\n" + clauses + "]}"));
}

}  // namespace

TEST_CASE("some clauses are not looked for in documents about something else") {
  Catalogue catalogue;
  const auto exclude = [&](const std::string& what, const std::string& type) {
    catalogue.add(JsonSource("clauses.json", "{\"clauses\": [], \"exclusions\": [{" + what +
                                                 "\"documents\": [\"" + type +
                                                 "\"], \"reason\": \"R\"}]}"));
  };
  add(catalogue, clause("security.audit") + "," + clause("security.breach"));
  exclude(R"("topics": ["security", "training"], )", "Brand Guidelines");
  exclude(R"("clauses": ["security.audit"], )", "Live Policy");
  using Types = std::vector<std::string>;
  CHECK(catalogue.excluded_documents(*catalogue.find("security.audit")) ==
        Types{"Brand Guidelines", "Live Policy"});
  CHECK(catalogue.excluded_documents(*catalogue.find("security.breach")) ==
        Types{"Brand Guidelines"});
  Clause other;
  other.id = other.topic = "output";
  CHECK(catalogue.excluded_documents(other).empty());
  CHECK_THROWS_WITH_AS(exclude("", "Live Policy"),
                       "clauses.json:1: at /exclusions/0: an exclusion is of \"topics\" or of "
                       "\"clauses\"; this has none",
                       RuleFileError);
  CHECK_THROWS_AS(exclude(R"("clauses": ["security.audits"], )", "Live Policy"), RuleFileError);
}

TEST_CASE("clauses keep their order; one that is known is replaced in its place") {
  Catalogue catalogue;
  add(catalogue, clause("security.audit", "good") + "," + clause("security.breach"));
  add(catalogue, clause("security.audit", "none", ", \"period\": true") + "," +
                     clause("security.subprocessors"));
  REQUIRE(catalogue.clauses().size() == 3);
  CHECK(catalogue.clauses()[0].id == "security.audit");
  CHECK(catalogue.clauses()[0].direction == "none");
  CHECK(catalogue.clauses()[0].period);
  CHECK(catalogue.clauses()[2].id == "security.subprocessors");
  REQUIRE(catalogue.find("security.breach") != nullptr);
  CHECK(catalogue.find("security.breach")->topic == "security");
  CHECK(catalogue.find("security.none") == nullptr);
}

TEST_CASE("a fault in a clause is named") {
  Catalogue catalogue;
  CHECK_THROWS_WITH_AS(add(catalogue, clause("security.audit", "fine")),
                       "clauses.json:2: at /clauses/0/direction: the direction must be good, bad, "
                       "none or period",
                       RuleFileError);
  CHECK_THROWS_WITH_AS(add(catalogue, "{\"id\": \"x\"}"),
                       "clauses.json:2: at /clauses/0: the key \"topic\" is missing",
                       RuleFileError);
}

TEST_CASE("the shipped catalogue has each clause once, under its topic") {
  const std::string path = std::string(FINEPRINT_SOURCE_DIR) + "/rules/clauses.json";
  Catalogue catalogue;
  catalogue.add(JsonSource("clauses.json", file_bytes(path)));
  std::set<std::string> ids;
  for (const Clause& each : catalogue.clauses()) {
    CHECK(ids.insert(each.id).second);
    const std::string prefix = each.id.substr(0, each.id.find('.'));
    CHECK((prefix == each.topic || prefix == "input" || prefix == "content"));
  }
  CHECK(ids.size() == 28);
}
