#include "reports/history_report.h"
#include "reports/text_change.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

constexpr int kIndent = 8;

class HistoryText : private TextPage {
 public:
  explicit HistoryText(const HistoryReportData& data)
      : TextPage(data.options.width, data.options.colour), data_(data) {}

  std::string render() {
    const History& history = data_.history;
    line("History", "1");
    paragraph(history_summary(history), 0);
    for (const auto& [begin, end] : vendor_ranges(history)) {
      line("");
      line(clip_to_width(clean_text(history.timelines[begin].vendor), width()), "1");
      for (std::size_t i = begin; i < end; ++i) timeline(history.timelines[i]);
    }
    skipped();
    line("");
    paragraph("Scores of each document alone, by the profile " + clean_text(history.profile->id) +
                  ". Rules " + clean_text(history.rules_digest),
              0, "2");
    return take();
  }

 private:
  void timeline(const Timeline& timeline) {
    line("  " + painted(clip_to_width(clean_text(timeline.type), width() - 2), "1"));
    for (const TimelineStep& step : timeline_steps(timeline)) {
      quiet(step.quiet);
      version(step);
    }
    quiet(quiet_end(timeline));
  }

  void quiet(std::size_t versions) {
    if (versions > 0) paragraph(quiet_text(versions), 15, "2");
  }

  void version(const TimelineStep& step) {
    const HistoryVersion& each = *step.version;
    const ChangeCounts counts = count_changes(each.change.changes);
    const bool first = !step.before && each.change.changes.empty();
    line("    " + short_date(each.version.date) + ' ' + short_revision(each.version.revision) +
         "  " + pad_left(points_text(each.summary.score), 5) + ' ' + each.summary.grade + "  " +
         painted(first ? "first version" : counts_text(counts),
                 direction_colour(each.change.direction)));
    if (step.before) answers(step.before->summary.verdict, each.summary.verdict);
    for (const Change& change : each.change.changes) {
      if (change.direction != Direction::kNeutral)
        text_change_line(*this, change, data_.catalogue, kIndent);
    }
  }

  void answers(const Verdict& before, const Verdict& after) {
    for (const VerdictLine& each : verdict_lines(before, after, data_.rubric)) {
      if (each.changed())
        paragraph(clean_text(each.title + ": " + each.before + " \u2192 " + each.after), kIndent);
    }
  }

  void skipped() {
    if (data_.history.skipped.empty()) return;
    line("");
    line("Skipped", "1;31");
    for (const auto& [path, error] : data_.history.skipped)
      paragraph(clean_text(path) + ": " + clean_text(error), 2);
  }

  const HistoryReportData& data_;
};

}  // namespace

std::string history_text(const HistoryReportData& data) {
  return HistoryText(data).render();
}

}  // namespace fineprint
