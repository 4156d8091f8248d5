// Runs the examples that rules carry.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyzer.h"

namespace fineprint {

struct ExampleResult {
  const Rule* rule = nullptr;
  const RuleExample* example = nullptr;
  bool expected = false;  // that the rule's clause is found
  bool passed = false;
  std::string reason;  // why not
};

// Every example of every rule, as a small document of its own. An example that must match passes
// when its rule's clause is found by that very rule or one that takes precedence; one that must not
// match, when the rule itself finds nothing.
std::vector<ExampleResult> run_examples(const Analyzer& analyzer);

}  // namespace fineprint
