// The JSON Schemas of rule files, rules/schema/: they must allow what the reader of the rules takes
// and refuse what it refuses, as far as a schema can tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "rules/rule_set.h"
#include "schema_check.h"
#include "support/temporary_folder.h"

using namespace fineprint;
using namespace fineprint::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::string schema_of(const json& file) {
  const char* kind = "lexicon";
  if (file.contains("rules")) kind = "rules";
  if (file.contains("clauses")) kind = "clauses";
  return std::string("rules/schema/") + kind + ".schema.json";
}

// A rule folder of three files that uses every key once.
json small_rules() {
  return json::parse(R"({
    "clauses.json": {
      "$schema": "clauses.schema.json",
      "clauses": [{"id": "training.allowed", "topic": "training", "direction": "bad", "title": "T",
                   "explanation": "E", "period": true, "minor_data": false}],
      "exclusions": [{"topics": ["output"], "documents": ["Privacy Policy"], "reason": "other"}]
    },
    "lexicon.json": {
      "language": "en", "title": "All of it", "abbreviations": ["e.g."], "elisions": [],
      "clitics": ["'s"], "numbers": {"thirty": 30}, "units": {"day|days": "D", "quarter": "3M"},
      "definable": ["data"], "definable_throughout": ["data"], "common_words": ["the"],
      "concepts": {"data": {"title": "data", "phrases": ["data"], "replace": true}}
    },
    "pack.json": {
      "language": "en", "title": "Training", "comment": "a note",
      "rules": [{
        "id": "training.allowed.use", "clause": "training.allowed", "title": "T",
        "explanation": "E", "match": ["train on {data}"], "polarity": "affirmative",
        "with": ["{data}", ["we", "us"]], "unless": ["never"], "unless_between": ["not"],
        "unless_before": ["if"], "section": {"any": ["use"]}, "context": {"none": ["jobs"]},
        "documents": {"none": ["Cookies Policy"]}, "overrides": ["training.feedback"],
        "examples": {
          "match": ["We train on data.",
                    {"text": "train on data", "lead_in": "We", "section": ["Use"], "before": "A.",
                     "language": "en", "vendor": "Acme", "type": "Terms", "period": "P1D"}],
          "no_match": ["We never train on data."]}
      }]
    }
  })");
}

bool schemas_allow(const json& files) {
  return std::all_of(files.begin(), files.end(),
                     [](const json& file) { return schema_faults(schema_of(file), file).empty(); });
}

bool reader_takes(const json& files) {
  const TemporaryFolder folder;
  for (const auto& [name, file] : files.items()) folder.write(name, file.dump());
  try {
    load_rules({folder.path().string()}, false);
    return true;
  } catch (const RuleFileError&) {
    return false;
  }
}

}  // namespace

TEST_CASE("the shipped rule files are valid against their schemas") {
  std::size_t files = 0;
  for (const char* folder : {"rules/lexicon", "rules/packs"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(FINEPRINT_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file()) continue;
      CAPTURE(entry.path().string());
      const json file = json::parse(file_bytes(entry.path()));
      CHECK(schema_faults(schema_of(file), file) == "");
      ++files;
    }
  }
  CHECK(files > 50);
  CHECK(schema_faults("rules/schema/clauses.schema.json",
                      json::parse(read_source("rules/clauses.json"))) == "");
}

TEST_CASE("schemas and reader take a file that uses every key") {
  CHECK(schemas_allow(small_rules()));
  CHECK(reader_takes(small_rules()));
}

TEST_CASE("schemas refuse what the reader refuses") {
  const std::vector<json> faults = json::parse(R"([
    {"op": "add", "path": "/pack.json/rules/0/unles", "value": ["a"]},
    {"op": "remove", "path": "/pack.json/rules/0/match"},
    {"op": "replace", "path": "/pack.json/rules/0/match", "value": []},
    {"op": "replace", "path": "/pack.json/rules/0/match", "value": "train"},
    {"op": "replace", "path": "/pack.json/rules/0/polarity", "value": "positive"},
    {"op": "replace", "path": "/pack.json/rules/0/with/1", "value": []},
    {"op": "replace", "path": "/pack.json/rules/0/section", "value": {"all": ["use"]}},
    {"op": "remove", "path": "/pack.json/rules/0/examples/match/1/text"},
    {"op": "add", "path": "/pack.json/rules/0/examples/yes", "value": []},
    {"op": "replace", "path": "/pack.json/rules/0/title", "value": ""},
    {"op": "remove", "path": "/lexicon.json/language"},
    {"op": "remove", "path": "/lexicon.json/concepts/data/phrases"},
    {"op": "replace", "path": "/lexicon.json/numbers/thirty", "value": "30"},
    {"op": "replace", "path": "/lexicon.json/units/quarter", "value": "3Q"},
    {"op": "add", "path": "/lexicon.json/concept", "value": {}},
    {"op": "replace", "path": "/clauses.json/clauses/0/direction", "value": "worse"},
    {"op": "remove", "path": "/clauses.json/clauses/0/topic"},
    {"op": "replace", "path": "/clauses.json/clauses/0/period", "value": "yes"},
    {"op": "remove", "path": "/clauses.json/exclusions/0/reason"}
  ])");
  for (const json& fault : faults) {
    CAPTURE(fault.dump());
    const json files = small_rules().patch(json::array({fault}));
    CHECK_FALSE(schemas_allow(files));
    CHECK_FALSE(reader_takes(files));
  }
}
