// What the subcommands share: exit codes, common options, output.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzer/analyzer.h"
#include "rules/json_reader.h"
#include "rules/rule_set.h"

namespace fineprint {

enum ExitCode {
  kDone = 0,
  kViolated = 1,  // `check`: the policy does not hold; `rules test`: an example fails
  kWrongUse = 2,  // wrong options, or a fault in a rule or policy file
  kSkipped = 3,   // done, but some inputs could not be read
};

// A mistake of the user's; what() is one line for standard error.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// --rules, --rules-only, --threads, --max-bytes: the options of every command that analyses.
struct AnalysisOptions {
  std::vector<std::string> rule_folders;
  std::string only_rules;
  int threads = 0;
  std::size_t max_bytes = ReadLimits{}.max_bytes;

  void add_rules_to(CLI::App& command);
  void add_to(CLI::App& command);
  RuleFiles read_files() const;
  RuleSet load() const;
  AnalyzeOptions analyze_options() const;
};

// Writes to the file, or to standard output where the name is "" or "-". Throws UsageError.
void write_output(const std::string& file, const std::string& text);

// Each adds its subcommand; the callback stores the exit code.
void add_scan(CLI::App& app, int& exit_code);
void add_text(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_rules(CLI::App& app, int& exit_code);
void add_diff(CLI::App& app, int& exit_code);
void add_history(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);

}  // namespace fineprint
