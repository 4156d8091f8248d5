// fineprint rules: check, test, list and explain the rules.
#include <iostream>
#include <memory>
#include <set>
#include <sstream>

#include "analyzer/rule_examples.h"
#include "cli/command.h"
#include "reports/rubric.h"

namespace fineprint {
namespace {

int check_rules(const AnalysisOptions& options) {
  const RuleSet rules = options.load();
  if (!rules.rubric.text.empty())
    load_rubric(JsonSource(rules.rubric.name, rules.rubric.text), rules.catalogue);
  std::size_t count = 0;
  std::size_t concepts = 0;
  for (const auto& [language, each] : rules.languages) {
    count += each.rules.size();
    concepts += each.lexicon.concepts.size();
  }
  std::cout << count << " rules, " << concepts << " concepts, " << rules.languages.size()
            << " languages: no faults\n";
  return kDone;
}

int test_rules(const AnalysisOptions& options) {
  const Analyzer analyzer(options.load());
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const ExampleResult& result : run_examples(analyzer)) {
    if (result.passed) {
      ++passed;
      continue;
    }
    ++failed;
    std::cout << result.rule->place << ": " << result.rule->id << ": "
              << (result.expected ? "should match" : "should not match") << ": \""
              << result.example->text << "\": " << result.reason << '\n';
  }
  std::cout << passed << " examples passed, " << failed << " failed\n";
  return failed == 0 ? kDone : kViolated;
}

int list_rules(const AnalysisOptions& options, const std::string& only) {
  const RuleSet rules = options.load();
  std::set<std::string> seen;
  for (const auto& [language, each] : rules.languages) {
    for (const Rule& rule : each.rules) {
      if (!rule.clause.starts_with(only) || !seen.insert(rule.id).second) continue;
      std::cout << rule.id << "  [" << (rule.language.empty() ? "all" : rule.language) << "]  "
                << rule.title << '\n';
    }
  }
  return kDone;
}

void print_patterns(const char* title, const std::vector<Pattern>& patterns,
                    std::set<std::string>& concepts) {
  for (const Pattern& pattern : patterns) {
    std::cout << "  " << title << ": " << pattern.source << '\n';
    std::vector<std::string> names;
    collect_concepts(pattern, names);
    concepts.insert(names.begin(), names.end());
  }
}

void print_rule(const Rule& rule, const Lexicon& lexicon) {
  std::cout << rule.id << "\n  " << rule.title << "\n  " << rule.explanation
            << "\n  clause: " << rule.clause << "\n  file: " << rule.place << "\n";
  std::set<std::string> concepts;
  print_patterns("match", rule.match, concepts);
  for (const auto& choices : rule.with) print_patterns("with (one of)", choices, concepts);
  print_patterns("unless", rule.unless, concepts);
  print_patterns("unless between", rule.unless_between, concepts);
  print_patterns("unless before", rule.unless_before, concepts);
  print_patterns("section, one of", rule.section.any, concepts);
  print_patterns("section, none of", rule.section.none, concepts);
  print_patterns("context, one of", rule.context.any, concepts);
  print_patterns("context, none of", rule.context.none, concepts);
  for (const RuleExample& example : rule.examples_match)
    std::cout << "  matches: " << example.text << '\n';
  for (const RuleExample& example : rule.examples_no_match)
    std::cout << "  does not match: " << example.text << '\n';
  std::cout << "  concepts in \"" << lexicon.language << "\":\n";
  std::set<std::string> done;
  while (done.size() < concepts.size()) {
    for (const std::string& name : std::set<std::string>(concepts)) {
      if (!done.insert(name).second) continue;
      const auto found = lexicon.concepts.find(name);
      if (found == lexicon.concepts.end()) continue;
      std::cout << "    {" << name << "}  " << found->second.title << '\n';
      for (const Pattern& phrase : found->second.phrases) {
        std::cout << "        " << phrase.source << '\n';
        std::vector<std::string> names;
        collect_concepts(phrase, names);
        concepts.insert(names.begin(), names.end());
      }
    }
  }
}

int explain_rule(const AnalysisOptions& options, const std::string& id) {
  const RuleSet rules = options.load();
  bool found = false;
  std::vector<std::string> known;
  for (const auto& [language, each] : rules.languages) {
    for (const Rule& rule : each.rules) {
      known.push_back(rule.id);
      if (rule.id != id) continue;
      print_rule(rule, each.lexicon);
      found = true;
    }
  }
  if (found) return kDone;
  const std::string near = nearest(id, known);
  throw UsageError("there is no rule \"" + id + "\"" +
                   (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
}

}  // namespace

void add_rules(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("rules", "Check, test, list and explain the rules");
  command->require_subcommand(1);
  auto options = std::make_shared<AnalysisOptions>();
  auto name = std::make_shared<std::string>();

  CLI::App* check = command->add_subcommand("check", "Validate all rule files");
  options->add_rules_to(*check);
  check->callback([options, &exit_code] { exit_code = check_rules(*options); });

  CLI::App* test = command->add_subcommand("test", "Run the examples of all rules");
  options->add_rules_to(*test);
  test->callback([options, &exit_code] { exit_code = test_rules(*options); });

  CLI::App* list = command->add_subcommand("list", "List the rules");
  options->add_rules_to(*list);
  list->add_option("--only", *name, "Only clauses that begin so, for example training.")
      ->type_name("PREFIX");
  list->callback([options, name, &exit_code] { exit_code = list_rules(*options, *name); });

  CLI::App* explain = command->add_subcommand("explain", "Show one rule with its lexicon expanded");
  options->add_rules_to(*explain);
  explain->add_option("id", *name, "Rule id")->required()->type_name("ID");
  explain->callback([options, name, &exit_code] { exit_code = explain_rule(*options, *name); });
}

}  // namespace fineprint
