#include "cli/command.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace fineprint {

void AnalysisOptions::add_rules_to(CLI::App& command) {
  command
      .add_option("--rules", rule_folders,
                  "Folder of rule files that extend or override the shipped ones; repeatable")
      ->type_name("DIR");
  command
      .add_option("--rules-only", only_rules,
                  "Folder of rule files to use instead of the shipped ones")
      ->type_name("DIR");
}

void AnalysisOptions::add_to(CLI::App& command) {
  add_rules_to(command);
  command.add_option("--threads", threads, "Threads to use; 0 means as many as there are cores")
      ->check(CLI::Range(0, 256));
  command.add_option("--max-bytes", max_bytes, "Longest input that is read, in bytes")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
}

RuleFiles AnalysisOptions::read_files() const {
  std::vector<std::string> folders;
  if (!only_rules.empty()) folders.push_back(only_rules);
  folders.insert(folders.end(), rule_folders.begin(), rule_folders.end());
  return read_rule_files(folders, only_rules.empty());
}

RuleSet AnalysisOptions::load() const {
  return parse_rules(read_files());
}

AnalyzeOptions AnalysisOptions::analyze_options() const {
  AnalyzeOptions options;
  options.threads = threads;
  options.collection.limits.max_bytes = max_bytes;
  return options;
}

void write_output(const std::string& file, const std::string& text) {
  if (file.empty() || file == "-") {
    std::cout << text << std::flush;
    if (!std::cout) throw UsageError("standard output cannot be written");
    return;
  }
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw UsageError(file + ": cannot be written: " + std::strerror(errno));
}

}  // namespace fineprint
