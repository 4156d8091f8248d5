#include "reports/diff_report.h"
#include "reports/display_text.h"
#include "reports/html_change.h"
#include "reports/html_page.h"
#include "reports/html_text.h"
#include "reports/html_vendor.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

std::string anchor(std::size_t vendor) {
  return "v" + std::to_string(vendor + 1);
}

bool shown(const DocumentDiff& each) {
  return !each.note.empty() || !each.old_side || !each.new_side ||
         each.change.direction != Direction::kUnchanged ||
         each.change.text_added + each.change.text_removed > 0;
}

bool shown(const VendorDiff& vendor) {
  for (const DocumentDiff& each : vendor.documents) {
    if (shown(each)) return true;
  }
  return false;
}

void summary(const DiffReportData& data, std::string& out) {
  const Diff& diff = data.diff;
  const ChangeCounts counts = diff_counts(diff);
  std::size_t documents = 0;
  for (const VendorDiff& vendor : diff.vendors) documents += vendor.documents.size();
  out +=
      "<header class=\"top\">\n<h1>What changed, and is it worse?</h1>\n"
      "<p class=\"from-to\">From <code><bdi>" +
      html_escape(diff.old_source) + "</bdi></code> to <code><bdi>" + html_escape(diff.new_source) +
      "</bdi></code></p>\n<p>Scores by the profile <strong>" + html_escape(diff.profile->title) +
      "</strong>.</p>\n<ul class=\"facts\">\n";
  out += html_fact(documents, "document");
  out += html_fact(std::to_string(counts.worse), "worse");
  out += html_fact(std::to_string(counts.better), "better");
  out += html_fact(std::to_string(counts.neutral), "neutral");
  if (!diff.skipped.empty()) out += html_fact(diff.skipped.size(), "skipped input");
  out += "</ul>\n";
  if (!diff.other_rules.empty())
    out +=
        "<p class=\"note\">A saved scan was made with other rules: clauses that only one side "
        "names "
        "may come from that.</p>\n";
  out += "</header>\n";
}

std::string step(const std::string& before, const std::string& after) {
  return before == after ? after : before + " \u2192 " + after;
}

void overview(const Diff& diff, std::string& out) {
  out +=
      "<section aria-labelledby=\"vendors\">\n<h2 id=\"vendors\">Vendors</h2>\n"
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Vendors\">"
      "<table class=\"compare\">\n<thead><tr><th scope=\"col\">Vendor</th>"
      "<th scope=\"col\">Direction</th><th scope=\"col\">Changes</th>"
      "<th scope=\"col\" class=\"num\">Score</th><th scope=\"col\">Grade</th></tr></thead>\n"
      "<tbody>\n";
  for (std::size_t i = 0; i < diff.vendors.size(); ++i) {
    const VendorDiff& vendor = diff.vendors[i];
    const std::string name = html_escape(excerpt(clean_text(vendor.name()), 80));
    out += "<tr><th scope=\"row\"><bdi>" +
           (shown(vendor) ? "<a href=\"#" + anchor(i) + "\">" + name + "</a>" : name) +
           "</bdi></th><td>" + html_direction(vendor.direction) + "</td><td>" +
           counts_text(diff_counts(vendor)) + "</td><td class=\"num\">";
    if (vendor.old_side && vendor.new_side) {
      out += step(points_text(vendor.old_side->score), points_text(vendor.new_side->score)) +
             "</td><td>" +
             step(html_grade(vendor.old_side->grade), html_grade(vendor.new_side->grade));
    } else {
      out += std::string(vendor.new_side ? "new" : "gone") + "</td><td>" +
             html_grade(vendor.new_side ? vendor.new_side->grade : vendor.old_side->grade);
    }
    out += "</td></tr>\n";
  }
  out += "</tbody>\n</table></div>\n</section>\n";
}

void answers(const VendorDiff& vendor, const Rubric& rubric, std::string& out) {
  if (!vendor.old_side || !vendor.new_side) return;
  std::string rows;
  for (const VerdictLine& line :
       verdict_lines(vendor.old_side->verdict, vendor.new_side->verdict, rubric)) {
    if (line.changed())
      rows += "<tr><th scope=\"row\">" + html_escape(line.title) + "</th><td>" +
              html_escape(line.before) + "</td><td>" + html_escape(line.after) + "</td></tr>\n";
  }
  if (rows.empty()) return;
  out +=
      "<table class=\"answers\">\n<thead><tr><th scope=\"col\">Answer</th>"
      "<th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n" +
      rows + "</tbody>\n</table>\n";
}

void document(const DocumentDiff& each, const Catalogue& catalogue, std::string& out) {
  out += "<h3><bdi>" + html_escape(each.latest().type) + "</bdi></h3>\n<p class=\"soft\"><bdi>" +
         html_escape(paths_text(each)) + "</bdi></p>\n";
  if (!each.note.empty())
    out += "<p class=\"note\">Not compared: " + html_escape(each.note) + ".</p>\n";
  out += html_changes(each.change.changes, catalogue);
  const std::string outside = outside_text(each.change);
  if (outside.empty()) return;
  if (each.change.text.empty()) {
    out += "<p class=\"soft\">Text " + outside + ".</p>\n";
    return;
  }
  out +=
      "<details class=\"quiet\"><summary>Text " + outside + "</summary>\n<ul class=\"outside\">\n";
  for (const TextChange& change : each.change.text) {
    const std::string name = change.kind == ChangeKind::kAdded ? "ins" : "del";
    out += "<li dir=\"auto\"><" + name + ">" + html_escape(change.text) + "</" + name + "></li>\n";
  }
  out += "</ul></details>\n";
}

void vendor(const DiffReportData& data, std::size_t index, std::string& out) {
  const VendorDiff& vendor = data.diff.vendors[index];
  if (!shown(vendor)) return;
  const VendorStanding& latest = vendor.new_side ? *vendor.new_side : *vendor.old_side;
  out += "<details class=\"vendor\" open>\n<summary>" + html_grade(latest.grade) +
         "<div class=\"name\"><h2><bdi>" + html_escape(vendor.name()) + "</bdi></h2></div>" +
         "<div class=\"total\"><b>" + points_text(latest.score) + "</b> of 100";
  if (vendor.old_side && vendor.new_side && vendor.old_side->score != vendor.new_side->score)
    out += "<span class=\"soft\"> (before: " + points_text(vendor.old_side->score) + ")</span>";
  out += "</div></summary>\n<div class=\"body\" id=\"" + anchor(index) + "\">\n";
  if (vendor.old_side && vendor.new_side && vendor.old_side->name != vendor.new_side->name)
    out +=
        "<p class=\"soft\">was called <bdi>" + html_escape(vendor.old_side->name) + "</bdi></p>\n";
  answers(vendor, data.rubric, out);
  for (const DocumentDiff& each : vendor.documents) {
    if (shown(each)) document(each, data.catalogue, out);
  }
  out += "</div>\n</details>\n";
}

void skipped(const Diff& diff, std::string& out) {
  if (diff.skipped.empty()) return;
  out +=
      "<section>\n<h2 id=\"skipped\">Skipped inputs</h2>\n<table class=\"skip\">\n<thead><tr>"
      "<th scope=\"col\">Side</th><th scope=\"col\">File</th><th scope=\"col\">Why it could not be "
      "read</th></tr></thead>\n<tbody>\n";
  for (const SkippedInput& each : diff.skipped)
    out += std::string("<tr><td>") + (each.old_side ? "before" : "after") +
           "</td><th scope=\"row\"><bdi>" + html_escape(each.path) + "</bdi></th><td>" +
           html_escape(each.error) + "</td></tr>\n";
  out += "</tbody>\n</table>\n</section>\n";
}

}  // namespace

std::string diff_html(const DiffReportData& data) {
  std::string out = html_page_head("What changed", "vendors", "vendors");
  summary(data, out);
  out += "<main>\n";
  if (!data.diff.vendors.empty()) overview(data.diff, out);
  for (std::size_t i = 0; i < data.diff.vendors.size(); ++i) vendor(data, i, out);
  skipped(data.diff, out);
  return out + html_page_foot(data.options.version, data.diff.rules_digest,
                              "The same documents and rules give the same report.");
}

}  // namespace fineprint
