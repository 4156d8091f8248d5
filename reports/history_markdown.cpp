#include "reports/display_text.h"
#include "reports/history_report.h"
#include "reports/markdown_change.h"
#include "reports/markdown_text.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

void quiet(std::size_t versions, std::string& out) {
  if (versions > 0) out += "| | | | | *" + quiet_text(versions) + "* |\n";
}

void table(const Timeline& timeline, std::string& out) {
  out += "| Date | Revision | Score | Direction | Changes |\n|---|---|--:|---|---|\n";
  for (const TimelineStep& step : timeline_steps(timeline)) {
    const HistoryVersion& each = *step.version;
    const bool first = !step.before && each.change.changes.empty();
    quiet(step.quiet, out);
    out += "| " + markdown_escape(short_date(each.version.date)) + " | `" +
           short_revision(each.version.revision) + "` | " + points_text(each.summary.score) + ' ' +
           each.summary.grade + " | " + (first ? "" : markdown_direction(each.change.direction)) +
           " | " + (first ? "first version" : counts_text(count_changes(each.change.changes))) +
           " |\n";
  }
  quiet(quiet_end(timeline), out);
}

// What got worse or better, with its quotes.
void changes(const TimelineStep& step, const HistoryReportData& data, std::string& out) {
  const HistoryVersion& each = *step.version;
  std::string list;
  if (step.before) {
    for (const VerdictLine& line :
         verdict_lines(step.before->summary.verdict, each.summary.verdict, data.rubric)) {
      if (line.changed())
        list += "- " + markdown_escape(line.title) + ": " + markdown_escape(line.before) +
                " \u2192 " + markdown_escape(line.after) + '\n';
    }
  }
  for (const Change& change : each.change.changes) {
    if (change.direction != Direction::kNeutral) markdown_change(change, data.catalogue, list);
  }
  if (list.empty()) return;
  out += "\n" + markdown_escape(short_date(each.version.date)) + ", `" +
         short_revision(each.version.revision) + "`:\n\n" + list;
}

}  // namespace

std::string history_markdown(const HistoryReportData& data) {
  const History& history = data.history;
  std::string out = "# History\n\n" + history_summary(history) + ".\n";
  for (const auto& [begin, end] : vendor_ranges(history)) {
    out += "\n## " + markdown_escape(history.timelines[begin].vendor) + '\n';
    for (std::size_t i = begin; i < end; ++i) {
      const Timeline& timeline = history.timelines[i];
      out += "\n### " + markdown_escape(timeline.type) + "\n\n";
      table(timeline, out);
      for (const TimelineStep& step : timeline_steps(timeline)) changes(step, data, out);
    }
  }
  if (!history.skipped.empty()) out += "\n## Skipped\n\n";
  for (const auto& [path, error] : history.skipped)
    out += "- " + markdown_escape(path) + ": " + markdown_escape(error) + '\n';
  return out + "\nfineprint " + markdown_escape(data.options.version) + ", profile " +
         markdown_escape(history.profile->id) + ", rules " + markdown_escape(history.rules_digest) +
         "\n";
}

}  // namespace fineprint
