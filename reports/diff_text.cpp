#include "reports/diff_report.h"
#include "reports/text_change.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

class DiffText : private TextPage {
 public:
  explicit DiffText(const DiffReportData& data)
      : TextPage(data.options.width, data.options.colour), data_(data) {}

  std::string render() {
    heading();
    for (const VendorDiff& vendor : data_.diff.vendors) {
      if (shown(vendor)) add_vendor(vendor);
    }
    unchanged();
    skipped();
    footer();
    return take();
  }

 private:
  static bool shown(const DocumentDiff& document) {
    return !document.note.empty() || !document.old_side || !document.new_side ||
           document.change.direction != Direction::kUnchanged ||
           document.change.text_added + document.change.text_removed > 0;
  }
  static bool shown(const VendorDiff& vendor) {
    for (const DocumentDiff& each : vendor.documents) {
      if (shown(each)) return true;
    }
    return false;
  }

  void heading() {
    const Direction direction = data_.diff.direction();
    line("What changed", "1");
    paragraph("from " + clean_text(data_.diff.old_source), 2);
    paragraph("to   " + clean_text(data_.diff.new_source), 2);
    paragraph(documents_text(data_.diff) + ": " + counts_text(diff_counts(data_.diff)), 0,
              direction_colour(direction));
    if (!data_.diff.other_rules.empty())
      paragraph(
          "A saved scan was made with other rules: clauses that only one side names may come from "
          "that.",
          0, "33");
  }

  void add_vendor(const VendorDiff& vendor) {
    line("");
    line(clip_to_width(clean_text(vendor.name()), width()), "1");
    if (vendor.old_side && vendor.new_side) {
      if (vendor.old_side->name != vendor.new_side->name)
        paragraph("was called " + clean_text(vendor.old_side->name), 2);
      standing(*vendor.old_side, *vendor.new_side);
    } else {
      paragraph(vendor.new_side ? "is on the new side only" : "is on the old side only", 2, "2");
    }
    for (const DocumentDiff& each : vendor.documents) {
      if (shown(each)) document(each);
    }
  }

  static std::string grade_text(const VendorStanding& each) {
    return points_text(each.score) + " of 100, grade " + each.grade;
  }

  void standing(const VendorStanding& before, const VendorStanding& after) {
    const std::string was = grade_text(before);
    const std::string is = grade_text(after);
    paragraph(was == is ? "score " + is : "score " + was + " \u2192 " + is, 2,
              before.score > after.score   ? "31"
              : before.score < after.score ? "32"
                                           : "");
    for (const VerdictLine& each : verdict_lines(before.verdict, after.verdict, data_.rubric)) {
      if (each.changed())
        paragraph(clean_text(each.title + ": " + each.before + " \u2192 " + each.after), 2);
    }
  }

  void document(const DocumentDiff& each) {
    const DocumentChange& change = each.change;
    std::string text = clean_text(each.latest().type) + " (" + clean_text(paths_text(each)) + ")";
    if (change.direction != Direction::kUnchanged)
      text += ": " + counts_text(count_changes(change.changes));
    paragraph(text, 2, "1");
    if (!each.note.empty()) paragraph("not compared: " + clean_text(each.note), 4, "2");
    for (const Change& one : change.changes) text_change(*this, one, data_.catalogue);
    const std::string outside = outside_text(change);
    if (!outside.empty())
      paragraph(outside + (change.text.empty() ? " (--all shows them)" : ":"), 4, "2");
    for (const TextChange& one : change.text)
      paragraph(clean_text(one.text), 6, "", one.kind == ChangeKind::kAdded ? "+ " : "- ");
  }

  void unchanged() {
    std::string names;
    for (const VendorDiff& vendor : data_.diff.vendors) {
      if (!shown(vendor)) names += (names.empty() ? "" : ", ") + clean_text(vendor.name());
    }
    if (names.empty()) return;
    line("");
    paragraph("Unchanged: " + names, 0, "2");
  }

  void skipped() {
    if (data_.diff.skipped.empty()) return;
    line("");
    line("Skipped", "1;31");
    for (const SkippedInput& each : data_.diff.skipped)
      paragraph(clean_text(each.path) + (each.old_side ? " (old): " : " (new): ") +
                    clean_text(each.error),
                2);
  }

  void footer() {
    line("");
    paragraph("Scores by the profile " + clean_text(data_.diff.profile->id) + ". Rules " +
                  clean_text(data_.diff.rules_digest),
              0, "2");
  }

  const DiffReportData& data_;
};

}  // namespace

std::string diff_text(const DiffReportData& data) {
  return DiffText(data).render();
}

}  // namespace fineprint
