#include "reports/report.h"

#include <algorithm>
#include <set>

#include "reports/html_report.h"
#include "reports/json_report.h"
#include "reports/markdown_report.h"
#include "reports/text_report.h"

namespace fineprint {

std::optional<ReportFormat> report_format(std::string_view name) {
  if (name == "text") return ReportFormat::kText;
  if (name == "json") return ReportFormat::kJson;
  if (name == "markdown") return ReportFormat::kMarkdown;
  if (name == "html") return ReportFormat::kHtml;
  return std::nullopt;
}

std::string render_report(const Analysis& analysis, const Rubric& rubric,
                          const Catalogue& catalogue, ReportFormat format,
                          const ReportOptions& options) {
  const ReportData data{analysis, rubric, catalogue, options,
                        compare(analysis, rubric, options.profile)};
  switch (format) {
    case ReportFormat::kText:
      return render_text(data);
    case ReportFormat::kJson:
      return render_json(data);
    case ReportFormat::kMarkdown:
      return render_markdown(data);
    case ReportFormat::kHtml:
      return render_html(data);
  }
  return "";
}

std::string_view clause_title(const Catalogue& catalogue, std::string_view clause) {
  const Clause* found = catalogue.find(clause);
  return found ? std::string_view(found->title) : clause;
}

std::string clause_topic(const Catalogue& catalogue, std::string_view clause) {
  const Clause* found = catalogue.find(clause);
  return found ? found->topic : std::string(clause.substr(0, clause.find('.')));
}

std::vector<std::string> topics_of(const ReportData& data) {
  std::vector<std::string> topics;
  std::set<std::string> others;
  for (const RubricQuestion& question : data.rubric.questions) topics.push_back(question.id);
  for (const VendorAnalysis& vendor : data.analysis.vendors) {
    for (const DocumentAnalysis& document : vendor.documents) {
      for (const Finding& finding : document.findings) {
        others.insert(clause_topic(data.catalogue, finding.clause));
      }
    }
  }
  for (const std::string& topic : others) {
    if (std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(topic);
  }
  return topics;
}

}  // namespace fineprint
