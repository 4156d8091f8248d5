#include "analyzer/rule_examples.h"

#include <algorithm>

namespace fineprint {
namespace {

int add_block(Document& document, BlockKind kind, const std::string& text, int section, int level) {
  Block block;
  block.kind = kind;
  block.level = level;
  block.text = text;
  block.section = section;
  block.map.append(text.size(), {0, text.size()});
  document.blocks.push_back(std::move(block));
  return static_cast<int>(document.blocks.size()) - 1;
}

Document example_document(const RuleExample& example) {
  Document document;
  document.vendor = example.vendor;
  document.type = example.type;
  document.language = example.language;
  document.parts.push_back({"example", "", example.text});
  int section = kNone;
  int level = 0;
  for (const std::string& heading : example.section) {
    section = add_block(document, BlockKind::kHeading, heading, section, ++level);
  }
  if (!example.before.empty())
    add_block(document, BlockKind::kParagraph, example.before, section, 0);
  if (example.lead_in.empty()) {
    add_block(document, BlockKind::kParagraph, example.text, section, 0);
    return document;
  }
  const int lead_in = add_block(document, BlockKind::kParagraph, example.lead_in, section, 0);
  const int item = add_block(document, BlockKind::kListItem, example.text, section, 1);
  document.blocks[static_cast<std::size_t>(item)].lead_in = lead_in;
  return document;
}

ExampleResult run_example(ClauseFinder& finder, const Rule& rule, const RuleExample& example,
                          bool expected) {
  ExampleResult result{&rule, &example, expected, false, ""};
  const Document document = example_document(example);
  const int last = static_cast<int>(document.blocks.size()) - 1;
  const std::vector<Finding> findings = finder.find(document).findings;
  const Finding* by_rule = nullptr;
  const Finding* by_clause = nullptr;
  for (const Finding& finding : findings) {
    if (finding.block != last) continue;
    if (finding.rule == rule.id) by_rule = &finding;
    if (finding.clause == rule.clause) by_clause = &finding;
  }
  if (!expected) {
    result.passed = by_rule == nullptr;
    result.reason = result.passed ? "" : "the rule matches, but must not";
    return result;
  }
  if (!by_clause) {
    result.reason = "nothing is found";
    for (const SentenceTrace& trace : finder.trace(document, &rule)) {
      for (const NearMiss& miss : trace.near_misses) result.reason = miss.reason;
    }
  } else if (!example.period.empty() && by_clause->period != example.period) {
    result.reason = "the period is \"" + by_clause->period + "\", not " + example.period;
  } else {
    result.passed = true;
  }
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const Analyzer& analyzer) {
  std::vector<ExampleResult> results;
  for (const auto& [language, rules] : analyzer.rules().languages) {
    const Matcher* matcher = analyzer.matcher(language);
    ClauseFinder finder(*matcher);
    for (const Rule& rule : rules.rules) {
      for (const RuleExample& example : rule.examples_match)
        results.push_back(run_example(finder, rule, example, true));
      for (const RuleExample& example : rule.examples_no_match)
        results.push_back(run_example(finder, rule, example, false));
    }
  }
  return results;
}

}  // namespace fineprint
