// The analyzer of a run that may need none, since what it asks for may be known from earlier runs.
#pragma once

#include <memory>
#include <mutex>

#include "analyzer/analyzer.h"
#include "rules/rule_set.h"

namespace fineprint {

// Loads and compiles the rules when a text is to be analysed for the first time. Thread-safe.
class LazyAnalyzer {
 public:
  explicit LazyAnalyzer(RuleFiles files) : files_(std::move(files)) {}

  const RuleFiles& files() const { return files_; }

  // Throws RuleFileError, each time it is asked, where the rules have a fault.
  const Analyzer& get() const;

  // Catalogue, rubric and digest, which do not need the rules: see read_rule_metadata.
  const RuleMetadata& metadata() const;

 private:
  RuleFiles files_;
  mutable std::once_flag loaded_;
  mutable std::unique_ptr<const Analyzer> analyzer_;
  mutable std::once_flag metadata_read_;
  mutable RuleMetadata metadata_;
};

}  // namespace fineprint
