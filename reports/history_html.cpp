#include <algorithm>

#include "reports/display_text.h"
#include "reports/history_chart.h"
#include "reports/history_report.h"
#include "reports/html_change.h"
#include "reports/html_page.h"
#include "reports/html_text.h"
#include "reports/html_vendor.h"
#include "reports/verdict_words.h"

namespace fineprint {
namespace {

constexpr std::size_t kOpenVendors = 6;  // with more of them, their sections start folded

std::string vendor_id(std::size_t vendor) {
  return "v" + std::to_string(vendor + 1);
}
std::string timeline_id(std::size_t timeline) {
  return "t" + std::to_string(timeline + 1);
}

class HistoryPage {
 public:
  explicit HistoryPage(const HistoryReportData& data)
      : data_(data), history_(data.history), vendors_(vendor_ranges(data.history)) {}

  std::string render() {
    html_ = html_page_head("History of terms", "vendors", "vendors");
    summary();
    html_ += "<main>\n";
    if (!vendors_.empty()) overview();
    for (std::size_t i = 0; i < vendors_.size(); ++i) vendor(i);
    skipped();
    return html_ + html_page_foot(data_.options.version, history_.rules_digest,
                                  "The same repository and rules give the same report.");
  }

 private:
  ChangeCounts counts(std::size_t begin, std::size_t end) const {
    ChangeCounts sum;
    for (std::size_t t = begin; t < end; ++t) {
      for (const HistoryVersion& each : history_.timelines[t].versions)
        sum += count_changes(each.change.changes);
    }
    return sum;
  }

  static std::string version_id(std::size_t timeline, const Timeline& of,
                                const HistoryVersion& version) {
    return timeline_id(timeline) + "-" +
           std::to_string(static_cast<std::size_t>(&version - of.versions.data()) + 1);
  }

  void summary() {
    std::size_t versions = 0;
    for (const Timeline& each : history_.timelines) versions += each.versions.size();
    const ChangeCounts sum = counts(0, history_.timelines.size());
    html_ +=
        "<header class=\"top\">\n<h1>History of terms</h1>\n<p>What each version of each document "
        "changed for the customer. Scores are of each document alone, by the profile <strong>" +
        html_escape(history_.profile->title) + "</strong>.</p>\n<ul class=\"facts\">\n" +
        html_fact(vendors_.size(), "vendor") + html_fact(history_.timelines.size(), "document") +
        html_fact(versions, "version") + html_fact(std::to_string(sum.worse), "worse") +
        html_fact(std::to_string(sum.better), "better");
    if (!history_.skipped.empty()) html_ += html_fact(history_.skipped.size(), "skipped version");
    html_ += "</ul>\n</header>\n";
  }

  void overview() {
    html_ +=
        "<section aria-labelledby=\"vendors\">\n<h2 id=\"vendors\">Vendors</h2>\n"
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Vendors\">"
        "<table class=\"compare\">\n<thead><tr><th scope=\"col\">Vendor</th>"
        "<th scope=\"col\">Documents</th><th scope=\"col\">Clause changes</th>"
        "<th scope=\"col\" class=\"num\">Last version</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < vendors_.size(); ++i) {
      const auto [begin, end] = vendors_[i];
      std::string last;
      std::string documents;
      for (std::size_t t = begin; t < end; ++t) {
        const Timeline& timeline = history_.timelines[t];
        last = std::max(last, timeline.versions.back().version.date);
        documents +=
            (documents.empty() ? "<bdi>" : ", <bdi>") + html_escape(timeline.type) + "</bdi>";
      }
      html_ += "<tr><th scope=\"row\"><a href=\"#" + vendor_id(i) + "\"><bdi>" +
               html_escape(excerpt(clean_text(history_.timelines[begin].vendor), 80)) +
               "</bdi></a></th><td>" + documents + "</td><td>" + counts_text(counts(begin, end)) +
               "</td><td class=\"num\">" + html_escape(short_date(last)) + "</td></tr>\n";
    }
    html_ += "</tbody>\n</table></div>\n</section>\n";
  }

  void vendor(std::size_t index) {
    const auto [begin, end] = vendors_[index];
    html_ += std::string("<details class=\"vendor\"") +
             (vendors_.size() <= kOpenVendors ? " open" : "") + "><summary><span></span>" +
             "<div class=\"name\"><h2><bdi>" + html_escape(history_.timelines[begin].vendor) +
             "</bdi></h2></div><div class=\"soft\">" + counts_text(counts(begin, end)) +
             "</div></summary>\n<div class=\"body\" id=\"" + vendor_id(index) + "\">\n";
    chart(begin, end);
    for (std::size_t t = begin; t < end; ++t) timeline(t);
    html_ += "</div>\n</details>\n";
  }

  void chart(std::size_t begin, std::size_t end) {
    std::vector<ChartSeries> series;
    html_ += "<ul class=\"key\" aria-label=\"Lines\">";
    for (std::size_t t = begin; t < end; ++t) {
      const Timeline& timeline = history_.timelines[t];
      html_ += "<li class=\"s" + std::to_string((t - begin) % kChartColours) + "\"><a href=\"#" +
               timeline_id(t) + "\"><bdi>" + html_escape(timeline.type) + "</bdi></a></li>";
      series.push_back({timeline.type, {}});
      for (const HistoryVersion& each : timeline.versions)
        series.back().points.push_back(point(t, timeline, each));
    }
    html_ += "</ul>\n" + history_chart(series, "Scores of " + history_.timelines[begin].vendor +
                                                   " over time, from 0 to 100");
  }

  static ChartPoint point(std::size_t index, const Timeline& timeline,
                          const HistoryVersion& version) {
    ChartPoint point{version.version.date, version.summary.score, version.change.direction, "", ""};
    if (point.direction == Direction::kUnchanged && &version != timeline.versions.data())
      return point;
    point.anchor = version_id(index, timeline, version);
    point.label = timeline.type + ", " + short_date(point.date) + ": " + points_text(point.score) +
                  ", " + counts_text(count_changes(version.change.changes));
    return point;
  }

  void timeline(std::size_t index) {
    const Timeline& timeline = history_.timelines[index];
    html_ += "<h3 id=\"" + timeline_id(index) + "\"><bdi>" + html_escape(timeline.type) +
             "</bdi></h3>\n<p class=\"soft\">" + html_counted(timeline.versions.size(), "version") +
             ", " + html_escape(short_date(timeline.versions.front().version.date)) + " to " +
             html_escape(short_date(timeline.versions.back().version.date)) +
             "; newest first</p>\n";
    std::vector<TimelineStep> steps = timeline_steps(timeline);
    quiet(quiet_end(timeline));
    for (auto each = steps.rbegin(); each != steps.rend(); ++each) {
      step(index, timeline, *each);
      quiet(each->quiet);
    }
  }

  void quiet(std::size_t versions) {
    if (versions > 0) html_ += "<div class=\"step soft\">" + quiet_text(versions) + "</div>\n";
  }

  void step(std::size_t index, const Timeline& timeline, const TimelineStep& step) {
    const HistoryVersion& each = *step.version;
    const bool first = !step.before && each.change.changes.empty();
    html_ += "<section class=\"step\" id=\"" + version_id(index, timeline, each) + "\"><h4><time>" +
             html_escape(short_date(each.version.date)) + "</time>" +
             (first ? "<span>first version</span>" : html_direction(each.change.direction)) +
             "<span>" + points_text(each.summary.score) + ' ' + html_grade(each.summary.grade) +
             "</span><span class=\"soft\"><code>" +
             html_escape(short_revision(each.version.revision)) + "</code> <bdi>" +
             html_escape(each.version.path) + "</bdi></span></h4>\n";
    if (step.before) answers(step.before->summary.verdict, each.summary.verdict);
    if (each.change.direction == Direction::kNeutral)
      html_ += "<details class=\"quiet\"><summary>" +
               html_counted(each.change.changes.size(), "neutral change") + "</summary>\n" +
               html_changes(each.change.changes, data_.catalogue) + "</details>\n";
    else
      html_ += html_changes(each.change.changes, data_.catalogue);
    html_ += "</section>\n";
  }

  void answers(const Verdict& before, const Verdict& after) {
    std::string list;
    for (const VerdictLine& line : verdict_lines(before, after, data_.rubric)) {
      if (line.changed())
        list += "<div><dt>" + html_escape(line.title) + "</dt><dd>" + html_escape(line.before) +
                " \u2192 " + html_escape(line.after) + "</dd></div>\n";
    }
    if (!list.empty()) html_ += "<dl class=\"chips\">\n" + list + "</dl>\n";
  }

  void skipped() {
    if (history_.skipped.empty()) return;
    html_ +=
        "<section>\n<h2 id=\"skipped\">Skipped versions</h2>\n<table class=\"skip\">\n<thead><tr>"
        "<th scope=\"col\">Version</th><th scope=\"col\">Why it could not be read</th></tr></thead>"
        "\n<tbody>\n";
    for (const auto& [path, error] : history_.skipped)
      html_ += "<tr><th scope=\"row\"><bdi>" + html_escape(path) + "</bdi></th><td>" +
               html_escape(error) + "</td></tr>\n";
    html_ += "</tbody>\n</table>\n</section>\n";
  }

  const HistoryReportData& data_;
  const History& history_;
  std::vector<std::pair<std::size_t, std::size_t>> vendors_;
  std::string html_;
};

}  // namespace

std::string history_html(const HistoryReportData& data) {
  return HistoryPage(data).render();
}

}  // namespace fineprint
