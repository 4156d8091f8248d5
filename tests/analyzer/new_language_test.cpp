// "Adding a language is a lexicon, a folder of examples and no code": a small German one, added by
// a user's folder, goes the whole way from the rule files to the findings of a document.
#include <doctest/doctest.h>

#include <algorithm>

#include "../corpus/reading.h"
#include "analyzer/analyzer.h"
#include "analyzer/rule_examples.h"

using namespace fineprint;

namespace {

constexpr const char* kLexicon = R"({
  "language": "de",
  "abbreviations": ["z.b.", "bzw.", "abs.", "nr.", "art."],
  "numbers": {"ein": 1, "einen": 1, "drei": 3, "sechs": 6, "dreißig": 30},
  "units": {"Tag|Tage|Tagen": "D", "Monat|Monate|Monaten": "M", "Jahr|Jahre|Jahren": "Y"},
  "concepts": {
    "number-joint": {"title": "between numbers", "phrases": ["bis|oder"]},
    "vendor": {"title": "the provider", "phrases": ["wir|uns|unsere"]},
    "customer": {"title": "whoever uses the service", "phrases": ["Sie|Ihre|Ihrer"]},
    "filler": {"title": "skipped", "phrases": ["auch|jeweils"]},
    "not": {"title": "negates what follows", "phrases": ["nicht|keine|niemals"]},
    "scope-break": {"title": "ends a negation", "phrases": ["sondern|außer"]},
    "data": {"title": "data", "phrases": ["Daten|Eingaben|Inhalte|Protokolle"]},
    "keep": {"title": "to keep", "phrases": ["speicher*|gespeichert|aufbewahr*"]},
    "delete": {"title": "to delete", "phrases": ["lösch*|gelöscht"]}
  }
})";

constexpr const char* kRules = R"({
  "language": "de",
  "rules": [
    {
      "id": "retention.period.de",
      "clause": "retention.period",
      "title": "Data is kept for a stated time",
      "explanation": "Names a length of time for which data is kept.",
      "match": ["{data} ..4 {duration} ..4 {keep}", "{keep} ..8 {data} ..6 {duration}"],
      "examples": {
        "match": [
          {"text": "Ihre Daten werden für drei (3) Jahre gespeichert.", "period": "P3Y"},
          {"text": "Wir speichern Ihre Eingaben drei bis sechs Monate.", "period": "P6M"}
        ],
        "no_match": ["Ihre Daten werden nicht dreißig Tage gespeichert."]
      }
    },
    {
      "id": "retention.delete-request.de",
      "clause": "retention.delete-request",
      "title": "The customer can delete data",
      "explanation": "The customer may delete data or ask for it.",
      "match": ["{customer} ..8 {data} ..4 {delete}"],
      "examples": {
        "match": ["Sie können Ihre Inhalte jederzeit löschen."],
        "no_match": ["Wir löschen Protokolle."]
      }
    }
  ]
})";

constexpr const char* kDocument = R"(# Datenschutzerklärung

Wir nehmen den Schutz Ihrer persönlichen Angaben ernst und halten uns an die Regeln der geltenden
Datenschutzgesetze. Nach Art. 17 Abs. 1 der Verordnung können Sie Ihre Daten jederzeit löschen.

## Wie lange wir speichern

Ihre Daten werden dreißig (30) Tage gespeichert. Protokolle werden 6 Monate lang aufbewahrt.
)";

}  // namespace

TEST_CASE("A language is added by a lexicon and rules alone") {
  const TemporaryFolder folder;
  folder.write("lexicon/de/core.json", kLexicon);
  folder.write("packs/de/retention.json", kRules);
  const Analyzer analyzer(load_rules({folder.path().string()}));
  REQUIRE(analyzer.matcher("de-AT") != nullptr);

  SUBCASE("its rules run their own examples") {
    int run = 0;
    for (const ExampleResult& result : run_examples(analyzer)) {
      if (!result.rule->id.ends_with(".de")) continue;
      ++run;
      CHECK_MESSAGE(result.passed, result.example->text, ": ", result.reason);
    }
    CHECK(run == 5);
  }

  SUBCASE("a document in it has findings with quotes and periods") {
    const DocumentAnalysis analysis = analyzer.analyze_document(read_markdown_text(kDocument));
    CHECK(analysis.document.language == "de");
    std::vector<std::string> found;
    for (const Finding& each : analysis.findings)
      found.push_back(each.clause + " " + each.period + " " + each.quote);
    const std::vector<std::string> expected = {
        "retention.delete-request  Nach Art. 17 Abs. 1 der Verordnung können Sie Ihre Daten "
        "jederzeit löschen.",
        "retention.period P30D Ihre Daten werden dreißig (30) Tage gespeichert.",
        "retention.period P6M Protokolle werden 6 Monate lang aufbewahrt."};
    CHECK(found == expected);
    CHECK(analysis.verdict.retention.value == "period");
    CHECK(analysis.verdict.delete_on_request.value == "yes");
  }
}
