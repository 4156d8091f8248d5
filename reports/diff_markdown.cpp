#include "reports/diff_report.h"
#include "reports/markdown_change.h"
#include "reports/markdown_text.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

std::string arrow(const std::string& before, const std::string& after) {
  return before == after ? after : before + " \u2192 " + after;
}

std::string grade(const VendorStanding& each) {
  return std::string("**") + each.grade + "**";
}

void overview(const Diff& diff, std::string& out) {
  out += "| Vendor | Direction | Changes | Score | Grade |\n|---|---|---|--:|:-:|\n";
  for (const VendorDiff& vendor : diff.vendors) {
    out += "| " + markdown_escape(vendor.name()) + " | " + markdown_direction(vendor.direction) +
           " | " + counts_text(diff_counts(vendor)) + " | ";
    if (vendor.old_side && vendor.new_side)
      out += arrow(points_text(vendor.old_side->score), points_text(vendor.new_side->score)) +
             " | " + arrow(grade(*vendor.old_side), grade(*vendor.new_side));
    else
      out += vendor.new_side ? "new | " + grade(*vendor.new_side)
                             : "gone | " + grade(*vendor.old_side);
    out += " |\n";
  }
}

void answers(const VendorDiff& vendor, const Rubric& rubric, std::string& out) {
  if (!vendor.old_side || !vendor.new_side) return;
  if (vendor.old_side->name != vendor.new_side->name)
    out += "\nWas called " + markdown_escape(vendor.old_side->name) + ".\n";
  std::string rows;
  for (const VerdictLine& line :
       verdict_lines(vendor.old_side->verdict, vendor.new_side->verdict, rubric)) {
    if (line.changed())
      rows += "| " + markdown_escape(line.title) + " | " + markdown_escape(line.before) + " | " +
              markdown_escape(line.after) + " |\n";
  }
  if (!rows.empty()) out += "\n| Answer | before | after |\n|---|---|---|\n" + rows;
}

void document(const DocumentDiff& each, const Catalogue& catalogue, std::string& out) {
  const std::string outside = outside_text(each.change);
  if (each.note.empty() && each.change.direction == Direction::kUnchanged && outside.empty() &&
      each.old_side && each.new_side)
    return;
  out += "\n### " + markdown_escape(each.latest().type) + "\n\n" +
         markdown_escape(paths_text(each)) + ": " +
         counts_text(count_changes(each.change.changes)) + "\n";
  if (!each.note.empty()) out += "\nNot compared: " + markdown_escape(each.note) + ".\n";
  if (!each.change.changes.empty()) out += '\n';
  for (const Change& change : each.change.changes) markdown_change(change, catalogue, out);
  if (outside.empty()) return;
  out += "\nText " + outside + (each.change.text.empty() ? ".\n" : ":\n\n");
  for (const TextChange& change : each.change.text)
    out += std::string("- ") + (change.kind == ChangeKind::kAdded ? "came" : "went") + ": " +
           markdown_escape(change.text) + '\n';
}

void skipped(const Diff& diff, std::string& out) {
  if (diff.skipped.empty()) return;
  out += "\n## Skipped\n\n";
  for (const SkippedInput& each : diff.skipped)
    out += "- " + markdown_escape(each.path) + (each.old_side ? " (old): " : " (new): ") +
           markdown_escape(each.error) + '\n';
}

}  // namespace

std::string diff_markdown(const DiffReportData& data) {
  const Diff& diff = data.diff;
  std::string out = "# What changed\n\nFrom " + markdown_escape(diff.old_source) + " to " +
                    markdown_escape(diff.new_source) + ": " + documents_text(diff) + ", " +
                    counts_text(diff_counts(diff)) + ".\n";
  if (!diff.other_rules.empty())
    out +=
        "\nA saved scan was made with other rules: clauses that only one side names may come from "
        "that.\n";
  if (!diff.vendors.empty()) {
    out += '\n';
    overview(diff, out);
  }
  for (const VendorDiff& vendor : diff.vendors) {
    std::string body;
    answers(vendor, data.rubric, body);
    for (const DocumentDiff& each : vendor.documents) document(each, data.catalogue, body);
    if (!body.empty()) out += "\n## " + markdown_escape(vendor.name()) + '\n' + body;
  }
  skipped(diff, out);
  return out + "\nfineprint " + markdown_escape(data.options.version) + ", profile " +
         markdown_escape(diff.profile->id) + ", rules " + markdown_escape(diff.rules_digest) + "\n";
}

}  // namespace fineprint
