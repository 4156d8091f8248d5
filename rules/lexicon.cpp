#include "rules/lexicon.h"

#include <algorithm>
#include <functional>
#include <set>

#include "rules/json_reader.h"
#include "rules/pattern_reader.h"

namespace fineprint {
namespace {

TimeUnit read_unit(const JsonReader& reader) {
  const std::string text = reader.string();
  std::size_t digits = 0;
  while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') ++digits;
  TimeUnit unit;
  if (digits) unit.count = std::stoi(text.substr(0, digits));
  unit.designator = text.substr(digits);
  const std::vector<std::string> known = {"D", "W", "M", "Y", "TH", "TM", "TS"};
  if (unit.count < 1 || std::find(known.begin(), known.end(), unit.designator) == known.end()) {
    reader.fail(
        "a unit is D, W, M, Y, TH, TM or TS, with a number before it if it is a multiple: \"3M\"");
  }
  return unit;
}

void read_settings(const JsonReader& root, Lexicon& lexicon, std::vector<std::string>& elisions,
                   std::vector<std::string>& clitics) {
  root.expect_object({"language", "title", "abbreviations", "elisions", "clitics", "numbers",
                      "units", "definable", "definable_throughout", "common_words", "concepts"});
  const auto append = [&](std::string_view key, std::vector<std::string>& to) {
    for (std::string& each : root.strings_or_none(key)) to.push_back(std::move(each));
  };
  append("elisions", elisions);
  append("clitics", clitics);
  append("abbreviations", lexicon.abbreviations);
  append("definable", lexicon.definable);
  append("definable_throughout", lexicon.definable_throughout);
  append("common_words", lexicon.common_words);
}

void read_numbers(const JsonReader& root, Lexicon& lexicon) {
  if (!root.has("numbers")) return;
  for (const auto& [word, value] : root.at("numbers").members()) {
    WordList cut;
    lexicon.cutter.cut(word, cut);
    std::string key;
    for (std::size_t i = 0; i < cut.size(); ++i) {
      if (i) key += ' ';
      key += cut.key(i);
    }
    if (key.empty()) value.fail("\"" + word + "\" is no number word");
    lexicon.numbers[key] = value.integer();
  }
}

// A phrase that refers to concepts, which may stand in files that are yet to be read.
struct Reference {
  JsonReader phrase;
  std::vector<std::string> concepts;
};

void read_concepts(const JsonReader& root, Lexicon& lexicon, std::vector<Reference>& references) {
  if (!root.has("concepts")) return;
  for (const auto& [name, row] : root.at("concepts").members()) {
    row.expect_object({"title", "phrases", "replace"});
    if (name == "duration") row.fail("\"duration\" is built in; choose another name");
    Concept& concept_entry = lexicon.concepts[name];
    if (row.boolean_or("replace", false)) concept_entry.phrases.clear();
    concept_entry.title = row.string_or("title", concept_entry.title);
    for (const JsonReader& phrase : row.at("phrases").elements()) {
      concept_entry.phrases.push_back(read_pattern(phrase, lexicon.cutter));
      std::vector<std::string> names;
      collect_concepts(concept_entry.phrases.back(), names);
      if (!names.empty()) references.push_back({phrase, std::move(names)});
    }
  }
}

}  // namespace

Lexicon read_lexicon(const std::vector<const JsonSource*>& files) {
  Lexicon lexicon;
  std::vector<std::string> elisions;
  std::vector<std::string> clitics;
  for (const JsonSource* file : files) {
    const JsonReader root(*file);
    lexicon.language = root.at("language").string();
    read_settings(root, lexicon, elisions, clitics);
  }
  std::vector<Reference> references;
  lexicon.cutter = WordCutter(std::move(elisions), std::move(clitics));
  for (const JsonSource* file : files) {
    const JsonReader root(*file);
    read_numbers(root, lexicon);
    if (root.has("units")) {
      for (const auto& [phrase, unit] : root.at("units").members()) {
        lexicon.units.emplace_back(read_pattern_text(unit, phrase, lexicon.cutter),
                                   read_unit(unit));
      }
    }
    read_concepts(root, lexicon, references);
  }
  for (const Reference& each : references)
    check_concepts_known(each.phrase, each.concepts, lexicon);
  if (dependency_order(lexicon).size() != lexicon.concepts.size()) {
    // The order lacks exactly the concepts on or behind a circle.
    const std::vector<std::string> order = dependency_order(lexicon);
    for (const JsonSource* file : files) {
      const JsonReader root(*file);
      if (!root.has("concepts")) continue;
      for (const auto& [name, row] : root.at("concepts").members()) {
        if (std::find(order.begin(), order.end(), name) != order.end()) continue;
        row.fail("the concept {" + name +
                 "} refers to itself, directly or through others; "
                 "break the circle");
      }
    }
  }
  return lexicon;
}

std::vector<std::string> dependency_order(const Lexicon& lexicon) {
  std::vector<std::string> order;
  std::set<std::string> placed;
  std::map<std::string, std::vector<std::string>> needs;
  for (const auto& [name, entry] : lexicon.concepts) {
    for (const Pattern& phrase : entry.phrases) collect_concepts(phrase, needs[name]);
  }
  for (bool progress = true; progress;) {
    progress = false;
    for (const auto& [name, entry] : lexicon.concepts) {
      if (placed.contains(name)) continue;
      const auto& required = needs[name];
      const bool ready = std::all_of(
          required.begin(), required.end(),
          [&](const std::string& each) { return each == "duration" || placed.contains(each); });
      if (!ready) continue;
      placed.insert(name);
      order.push_back(name);
      progress = true;
    }
  }
  return order;
}

}  // namespace fineprint
