#include "reports/html_report.h"

#include <algorithm>

#include "reports/display_text.h"
#include "reports/html_page.h"
#include "reports/html_text.h"
#include "reports/html_vendor.h"
#include "reports/period.h"

namespace fineprint {
namespace {

constexpr std::size_t kOpenVendors = 4;      // with more of them, their sections start folded
constexpr std::size_t kIndexedVendors = 12;  // with more of them, there is an index by name

void summary(const ReportData& data, std::string& out) {
  std::size_t documents = 0;
  std::size_t findings = 0;
  std::size_t contradictions = 0;
  for (const VendorScore& row : data.comparison.ranked) {
    documents += row.vendor->documents.size();
    for (const auto& document : row.vendor->documents) findings += document.findings.size();
    contradictions +=
        (row.audience == Audience::kConsumer ? row.vendor->consumer : row.vendor->business)
            .contradictions.size();
  }
  const Profile& profile = *data.comparison.profile;
  out +=
      "<header class=\"top\">\n<h1>Trust score report</h1>\n<p>What the vendors\u2019 own terms "
      "say about who owns the output, what trains on customer data, and how long it is kept. "
      "Profile: <strong>" +
      html_escape(profile.title) + "</strong>. " + html_escape(profile.explanation) +
      "</p>\n<ul class=\"facts\">\n";
  out += html_fact(data.comparison.ranked.size(), "vendor");
  out += html_fact(documents, "document");
  out += html_fact(findings, "finding");
  out += html_fact(contradictions, "contradiction");
  if (!data.analysis.skipped.empty())
    out += html_fact(data.analysis.skipped.size(), "skipped input");
  out += "</ul>\n</header>\n";
}

void comparison_row(const ReportData& data, const VendorScore& row, std::string& out) {
  const Scorecard& card = row.headline();
  out += "<tr><td class=\"num soft\">" + std::to_string(row.rank) +
         "</td><th scope=\"row\"><a href=\"#" + vendor_anchor(row) + "\"><bdi>" +
         html_escape(excerpt(clean_text(row.vendor->name), 80)) + "</bdi></a></th><td>" +
         html_grade(card) + "</td><td class=\"num\">" + points_text(card.value) +
         "</td><td class=\"num soft\">" +
         (card.low == card.high ? "" : points_text(card.low) + " to " + points_text(card.high)) +
         html_score_bar(card) + "</td>";
  for (const RubricCheck* column : data.comparison.columns) {
    const ScoreRow* found = find_row(card, *column);
    out += "<td>" + (found ? html_tone(found->tone, found->label) : "") + "</td>";
  }
  out += "</tr>\n";
}

void comparison(const ReportData& data, std::string& out) {
  out +=
      "<section aria-labelledby=\"comparison\">\n<h2 id=\"comparison\">Comparison</h2>\n"
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Comparison of vendors\">"
      "<table class=\"compare\">\n<thead><tr><th scope=\"col\" class=\"num\">Rank</th>"
      "<th scope=\"col\">Vendor</th><th scope=\"col\">Grade</th>"
      "<th scope=\"col\" class=\"num\">Score</th><th scope=\"col\" class=\"num\">Range</th>";
  for (const RubricCheck* column : data.comparison.columns) {
    out += "<th scope=\"col\">" + html_escape(column->column) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const VendorScore& row : data.comparison.ranked) comparison_row(data, row, out);
  out +=
      "</tbody>\n</table></div>\n<ul class=\"legend\" aria-label=\"Legend\">"
      "<li class=\"tone good\">good for the customer</li><li class=\"tone mixed\">in between</li>"
      "<li class=\"tone bad\">bad for the customer</li><li class=\"tone silent\">the documents do "
      "not say</li></ul>\n</section>\n";
}

// The comparison is in order of score; this finds a vendor by its name.
void index_by_name(const ReportData& data, std::string& out) {
  if (data.comparison.ranked.size() <= kIndexedVendors) return;
  std::vector<const VendorScore*> rows;
  for (const VendorScore& row : data.comparison.ranked) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(),
            [](const VendorScore* a, const VendorScore* b) { return a->index < b->index; });
  out += "<details><summary>Index by name</summary>\n<ul class=\"names\">\n";
  for (const VendorScore* row : rows) {
    out += "<li><a href=\"#" + vendor_anchor(*row) + "\"><bdi>" +
           html_escape(excerpt(clean_text(row->vendor->name), 80)) + "</bdi></a></li>\n";
  }
  out += "</ul></details>\n";
}

void skipped(const ReportData& data, std::string& out) {
  if (data.analysis.skipped.empty()) return;
  out +=
      "<section>\n<h2 id=\"skipped\">Skipped inputs</h2>\n<table class=\"skip\">\n<thead><tr>"
      "<th scope=\"col\">File</th><th scope=\"col\">Why it could not be read</th></tr></thead>\n"
      "<tbody>\n";
  for (const auto& [path, error] : data.analysis.skipped) {
    out += "<tr><th scope=\"row\"><bdi>" + html_escape(path) + "</bdi></th><td>" +
           html_escape(error) + "</td></tr>\n";
  }
  out += "</tbody>\n</table>\n</section>\n";
}

std::string percent_text(const RubricAnswer& answer) {
  std::string text = std::to_string(answer.percent) + " %";
  if (answer.low != answer.high) {
    text += " (" + std::to_string(answer.low) + " to " + std::to_string(answer.high) + ")";
  }
  return text;
}

// "{period}" stands for what a document says; here, for any.
std::string answer_text(const RubricAnswer& answer) {
  std::string text = answer.text;
  const std::string limit = answer.up_to.empty() ? "a longer time" : period_words(answer.up_to);
  const std::size_t at = text.find("{period}");
  if (at != std::string::npos) text.replace(at, 8, limit);
  return text;
}

void method(const ReportData& data, std::string& out) {
  const Profile& profile = *data.comparison.profile;
  out +=
      "<section>\n<h2 id=\"method\">How the scores come about</h2>\n"
      "<p>A score is a sum. Each question has points; the answer found in the documents earns a "
      "share of them. Every answer rests on sentences quoted from the documents. What the "
      "documents do not say is silence, never a guess: it earns the share stated below, and the "
      "range of a score shows what would come out if silence meant the worst or the best. Where "
      "two "
      "documents contradict each other, the range covers both answers.</p>\n"
      "<p>Grades: ";
  for (const GradeStep& step : data.rubric.grades) {
    out += html_grade(step.grade) + " from " + std::to_string(step.from) + "\u2002";
  }
  out += "</p>\n<details><summary>All questions, points and answers of the profile " +
         html_escape(profile.title) +
         "</summary>\n<table class=\"method\">\n<thead><tr>"
         "<th scope=\"col\">Question</th><th scope=\"col\" class=\"num\">Points</th>"
         "<th scope=\"col\">Answer</th><th scope=\"col\" class=\"num\">Share</th></tr></thead>\n";
  for (const RubricQuestion& question : data.rubric.questions) {
    for (const RubricCheck& check : question.checks) {
      const auto points = profile.points.find(check.id);
      if (points == profile.points.end() || points->second == 0) continue;
      const std::string rows = std::to_string(check.answers.size());
      out += "<tbody>\n<tr><th scope=\"rowgroup\" rowspan=\"" + rows + "\">" +
             html_escape(check.title) + "</th><td class=\"num\" rowspan=\"" + rows + "\">" +
             std::to_string(points->second) + "</td>";
      for (std::size_t i = 0; i < check.answers.size(); ++i) {
        out += std::string(i ? "<tr>" : "") + "<td>" + html_escape(answer_text(check.answers[i])) +
               "</td><td class=\"num\">" + percent_text(check.answers[i]) + "</td></tr>\n";
      }
      out += "</tbody>\n";
    }
  }
  out += "</table>\n</details>\n</section>\n";
}

}  // namespace

std::string render_html(const ReportData& data) {
  std::string out = html_page_head("Trust score report", "comparison", "comparison");
  summary(data, out);
  out += "<main>\n";
  if (!data.comparison.ranked.empty()) comparison(data, out);
  const bool open = data.comparison.ranked.size() <= kOpenVendors;
  if (!data.comparison.ranked.empty()) {
    out += "<section aria-labelledby=\"vendors\">\n<h2 id=\"vendors\">Vendors</h2>\n";
    index_by_name(data, out);
    for (const VendorScore& row : data.comparison.ranked) out += html_vendor(data, row, open);
    out += "</section>\n";
  }
  skipped(data, out);
  method(data, out);
  return out + html_page_foot(data.options.version, data.analysis.rules_digest,
                              "The same documents and rules give the same report.");
}

}  // namespace fineprint
