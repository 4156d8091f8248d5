// Two versions of a document, written out in a test, analysed by the shipped rules and compared.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "analyzer/analyzer.h"
#include "reports/change.h"
#include "reports/report.h"
#include "sample_analysis.h"

namespace fineprint::test {

inline const Analyzer& shipped_analyzer() {
  static const Analyzer analyzer(load_rules({}, true));
  return analyzer;
}

inline DocumentAnalysis analyse(const std::string& text, const std::string& path = "Terms.md") {
  Document document = read_document(text, path);
  document.vendor = "Acme";
  document.type = "Terms of Service";
  return shipped_analyzer().analyze_document(std::move(document));
}

inline Snapshot snapshot(const DocumentAnalysis& analysis) {
  return make_snapshot(analysis,
                       shipped_analyzer().rules().for_language(analysis.document.language));
}

inline DocumentChange compare(const DocumentAnalysis& before, const DocumentAnalysis& after,
                              bool text = false) {
  static const Rubric rubric = shipped_rubric();
  return compare_versions(snapshot(before), snapshot(after), shipped_analyzer().rules().catalogue,
                          rubric, {text});
}

// What a failing test shows.
inline std::string told(const DocumentChange& change) {
  std::string text = direction_name(change.direction);
  for (const Change& each : change.changes) {
    text += std::string("\n  ") + direction_name(each.direction) + ' ' +
            change_kind_name(each.kind) + ' ' + each.clause + " (" + each.reason + ")";
    if (each.old_quote) text += "\n    - " + each.old_quote->quote;
    if (each.new_quote) text += "\n    + " + each.new_quote->quote;
  }
  return text;
}

}  // namespace fineprint::test
