// One call from an analysis to a report in any output format.
//
// A report depends on nothing but its arguments: no clock, no locale, no paths of the machine. The
// same arguments give the same bytes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/finding.h"
#include "reports/comparison.h"
#include "reports/rubric.h"
#include "rules/catalogue.h"

namespace fineprint {

enum class ReportFormat { kText, kJson, kMarkdown, kHtml };

// "text", "json", "markdown" or "html"; nothing for another name.
std::optional<ReportFormat> report_format(std::string_view name);

struct ReportOptions {
  std::string profile = "business";  // whose score is the headline
  int width = 80;                    // text: columns of the terminal
  bool colour = false;               // text: ANSI colours
  int detailed_vendors = 12;         // text, Markdown: the sums follow the table up to this many
  std::string version;               // of the program
  std::map<std::string, std::string, std::less<>> rule_titles;  // by rule id, as far as known
};

// What the renderers work from.
struct ReportData {
  const Analysis& analysis;
  const Rubric& rubric;
  const Catalogue& catalogue;
  const ReportOptions& options;
  Comparison comparison;
};

// Renders the report of a scan. Throws std::invalid_argument for a profile that the rubric does
// not have. Thread-safe. Text is UTF-8 that ends with a line end; text from documents cannot break
// out of its place in any format.
std::string render_report(const Analysis& analysis, const Rubric& rubric,
                          const Catalogue& catalogue, ReportFormat format,
                          const ReportOptions& options);

// The title of a finding's clause, or its id where the catalogue has none.
std::string_view clause_title(const Catalogue& catalogue, std::string_view clause);

// The topics of the rubric's questions in their order, then those of other findings by name.
std::vector<std::string> topics_of(const ReportData& data);

// The topic of a clause: the catalogue's, else what stands before its point.
std::string clause_topic(const Catalogue& catalogue, std::string_view clause);

}  // namespace fineprint
