#include "rules/rule.h"

#include "rules/json_reader.h"
#include "rules/pattern_reader.h"

namespace fineprint {
namespace {

class RuleReader {
 public:
  RuleReader(const JsonSource& source, const Lexicon& lexicon, std::string language)
      : source_(source), lexicon_(lexicon), language_(std::move(language)) {}

  // False where the rule is for every language and this one lacks a concept of it.
  bool read(const JsonReader& row, Rule& rule) {
    row.expect_object({"id", "clause", "title", "explanation", "match", "polarity", "with",
                       "unless", "unless_between", "unless_before", "section", "context",
                       "documents", "overrides", "examples"});
    lacking_ = false;
    rule.id = row.at("id").string();
    rule.clause = row.at("clause").string();
    rule.title = row.at("title").string();
    rule.explanation = row.at("explanation").string();
    rule.language = language_;
    rule.place = source_.file() + ":" + std::to_string(source_.line(row.pointer()));
    rule.polarity = read_polarity(row);
    rule.match = patterns(row, "match");
    if (rule.match.empty()) row.at("match").fail("a rule needs at least one pattern to match");
    read_with(row, rule);
    rule.unless = patterns(row, "unless");
    rule.unless_between = patterns(row, "unless_between");
    rule.unless_before = patterns(row, "unless_before");
    rule.section = condition(row, "section");
    rule.context = condition(row, "context");
    if (row.has("documents")) {
      const JsonReader names = row.at("documents");
      names.expect_object({"any", "none"});
      rule.documents = {names.strings_or_none("any"), names.strings_or_none("none")};
    }
    rule.overrides = row.strings_or_none("overrides");
    read_examples(row, rule);
    return !lacking_;
  }

 private:
  static Polarity read_polarity(const JsonReader& row) {
    const std::string name = row.string_or("polarity", "affirmative");
    if (name == "affirmative") return Polarity::kAffirmative;
    if (name == "negative") return Polarity::kNegative;
    if (name == "either") return Polarity::kEither;
    row.at("polarity").fail("the polarity must be affirmative, negative or either");
  }

  Pattern pattern(const JsonReader& reader) {
    Pattern parsed = read_pattern(reader, lexicon_.cutter);
    std::vector<std::string> names;
    collect_concepts(parsed, names);
    if (!language_.empty()) {
      check_concepts_known(reader, names, lexicon_);
    } else {
      for (const std::string& name : names) {
        if (name != "duration" && !lexicon_.concepts.contains(name)) lacking_ = true;
      }
    }
    return parsed;
  }

  std::vector<Pattern> patterns(const JsonReader& row, std::string_view key) {
    std::vector<Pattern> list;
    if (!row.has(key)) return list;
    for (const JsonReader& each : row.at(key).elements()) list.push_back(pattern(each));
    return list;
  }

  PatternCondition condition(const JsonReader& row, std::string_view key) {
    PatternCondition condition;
    if (!row.has(key)) return condition;
    const JsonReader object = row.at(key);
    object.expect_object({"any", "none"});
    condition.any = patterns(object, "any");
    condition.none = patterns(object, "none");
    return condition;
  }

  void read_with(const JsonReader& row, Rule& rule) {
    if (!row.has("with")) return;
    for (const JsonReader& each : row.at("with").elements()) {
      std::vector<Pattern> choices;
      if (each.value().is_array()) {
        for (const JsonReader& choice : each.elements()) choices.push_back(pattern(choice));
        if (choices.empty()) each.fail("this list of alternatives is empty");
      } else {
        choices.push_back(pattern(each));
      }
      rule.with.push_back(std::move(choices));
    }
  }

  void read_examples(const JsonReader& row, Rule& rule) const {
    if (!row.has("examples")) return;
    const JsonReader examples = row.at("examples");
    examples.expect_object({"match", "no_match"});
    for (const auto& [key, list] : {std::pair{"match", &rule.examples_match},
                                    std::pair{"no_match", &rule.examples_no_match}}) {
      if (!examples.has(key)) continue;
      for (const JsonReader& each : examples.at(key).elements()) {
        RuleExample example = read_example(each);
        if (example.language == lexicon_.language) list->push_back(std::move(example));
      }
    }
  }

  RuleExample read_example(const JsonReader& reader) const {
    RuleExample example;
    example.language = language_;
    if (reader.value().is_string()) {
      example.text = reader.string();
      if (language_.empty()) {
        reader.fail(
            "a rule for every language has examples with a language: "
            "{\"language\": \"en\", \"text\": \"...\"}");
      }
      return example;
    }
    reader.expect_object(
        {"text", "language", "lead_in", "before", "section", "vendor", "type", "period"});
    example.text = reader.at("text").string();
    example.language = reader.string_or("language", language_);
    example.lead_in = reader.string_or("lead_in", "");
    example.before = reader.string_or("before", "");
    example.section = reader.strings_or_none("section");
    example.vendor = reader.string_or("vendor", "");
    example.type = reader.string_or("type", "");
    example.period = reader.string_or("period", "");
    return example;
  }

  const JsonSource& source_;
  const Lexicon& lexicon_;
  std::string language_;
  bool lacking_ = false;
};

}  // namespace

std::vector<Rule> read_rules(const JsonSource& source, const Lexicon& lexicon) {
  const JsonReader root(source);
  root.expect_object({"language", "title", "rules"});
  const std::string language = root.string_or("language", "");
  std::vector<Rule> rules;
  if (!language.empty() && language != lexicon.language) return rules;
  RuleReader reader(source, lexicon, language);
  for (const JsonReader& row : root.at("rules").elements()) {
    Rule rule;
    if (reader.read(row, rule)) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace fineprint
