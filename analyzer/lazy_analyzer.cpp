#include "analyzer/lazy_analyzer.h"

namespace fineprint {

const Analyzer& LazyAnalyzer::get() const {
  std::call_once(loaded_, [this] { analyzer_ = std::make_unique<Analyzer>(parse_rules(files_)); });
  return *analyzer_;
}

const RuleMetadata& LazyAnalyzer::metadata() const {
  std::call_once(metadata_read_, [this] { metadata_ = read_rule_metadata(files_); });
  return metadata_;
}

}  // namespace fineprint
