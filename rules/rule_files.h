// The rule files as they are read, before anything is made of them.
#pragma once

#include <string>
#include <vector>

namespace fineprint {

struct RuleFile {
  std::string name;  // as errors show it
  std::string text;
};

// All rule files of a run, in the order in which they count.
struct RuleFiles {
  std::vector<RuleFile> files;
  std::string digest;  // "sha256:<hex>" over their texts
};

// Reads the shipped files (unless `shipped` is false), then every *.json below each folder, in
// order of path. Throws RuleFileError where a folder or file cannot be read.
RuleFiles read_rule_files(const std::vector<std::string>& folders, bool shipped = true);

}  // namespace fineprint
