// What changed between two collections in every output format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/change_view.h"
#include "reports/diff.h"

namespace fineprint {

enum class DiffFormat { kText, kJson, kMarkdown, kHtml };

// "text", "json", "markdown" or "html"; nothing for another name.
std::optional<DiffFormat> diff_format(std::string_view name);

struct DiffReportOptions {
  std::string version;  // of the program
  int width = 80;       // text: columns of the terminal
  bool colour = false;  // text: ANSI colours
};

// What the renderers work from.
struct DiffReportData {
  const Diff& diff;
  const Catalogue& catalogue;
  const Rubric& rubric;
  const DiffReportOptions& options;
};

// Depends on nothing but its arguments; text is UTF-8 that ends with a line end, and what comes
// from documents cannot break out of its place in any format. Text outside clauses is shown where
// the comparison listed it.
std::string render_diff(const DiffReportData& data, DiffFormat format);

// One function a format.
std::string diff_text(const DiffReportData& data);
std::string diff_json(const DiffReportData& data);
std::string diff_markdown(const DiffReportData& data);
std::string diff_html(const DiffReportData& data);

// What the formats have in common.
ChangeCounts diff_counts(const VendorDiff& vendor);
ChangeCounts diff_counts(const Diff& diff);

// "5 documents, 2 of them changed".
std::string documents_text(const Diff& diff);

// "2 sentences outside clauses came, 1 went"; "" where there are none.
std::string outside_text(const DocumentChange& change);

// "Terms.md", "Terms.md → Terms of Service.md", "(none) → Terms.md".
std::string paths_text(const DocumentDiff& document);

}  // namespace fineprint
