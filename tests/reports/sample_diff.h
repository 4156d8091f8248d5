// Comparisons and histories built by hand for the tests of their reports.
#pragma once

#include <string>

#include "reports/diff_report.h"
#include "reports/history_report.h"
#include "sample_analysis.h"

namespace fineprint::test {

inline ChangeQuote change_quote(std::string clause, std::string quote, int line,
                                std::string period = "") {
  ChangeQuote result;
  result.quote = std::move(quote);
  result.section = {"Acme Terms", "4. Your data"};
  result.path = "Acme/Terms of Service.md";
  result.line = line;
  result.source = {static_cast<std::size_t>(line) * 100, static_cast<std::size_t>(line) * 100 + 50};
  result.clause = std::move(clause);
  result.period = std::move(period);
  return result;
}

inline Change longer_retention() {
  Change change;
  change.kind = ChangeKind::kChanged;
  change.clause = "retention.period";
  change.direction = Direction::kWorse;
  change.reason = "longer";
  change.old_quote = change_quote("retention.period", "We keep prompts for 30 days.", 20, "P30D");
  change.new_quote = change_quote("retention.period", "We keep prompts for 90 days.", 21, "P90D");
  return change;
}

inline Change new_promise() {
  Change change;
  change.kind = ChangeKind::kAdded;
  change.clause = "training.barred";
  change.direction = Direction::kBetter;
  change.severity = Severity::kHigh;
  change.reason = "the clause is new";
  change.new_quote = change_quote("training.barred", "We never train on your content.", 12);
  change.counterpart = change_quote("", "We value your content.", 11);
  return change;
}

inline Change reworded_ownership() {
  Change change;
  change.clause = "output.customer-owns";
  change.reason = "same meaning";
  change.old_quote = change_quote("output.customer-owns", "You own the output.", 30);
  change.new_quote = change_quote("output.customer-owns", "All output is yours.", 31);
  return change;
}

inline VersionSummary version_summary(int score, const std::string& trains) {
  VersionSummary summary;
  summary.language = "en";
  summary.score = score;
  summary.score_low = score - 100;
  summary.score_high = score + 100;
  summary.grade = score > 600 ? 'C' : 'D';
  summary.findings = 3;
  summary.verdict.trains.value = trains;
  summary.verdict.competing_use_ban.value = "no";
  summary.verdict.delete_on_request.value = "yes";
  return summary;
}

inline constexpr const char* kHostile =
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> \" ' & | *b* `c` "
    "[x](https://evil.example/) @everyone \xE2\x80\xAE\x1b[31m \xff\r\n=1+1";

// Every text that comes from outside tries to break out of its place.
inline Change hostile_change() {
  Change change = longer_retention();
  for (auto* quote : {&change.old_quote, &change.new_quote}) {
    (*quote)->quote = kHostile;
    (*quote)->lead_in = kHostile;
    (*quote)->section = {kHostile};
    (*quote)->path = kHostile;
    (*quote)->period = kHostile;
    (*quote)->clause = kHostile;
  }
  change.new_quote->quote += " more";
  change.clause = "retention.period";
  change.reason = kHostile;
  return change;
}

inline DiffDocument diff_document(const std::string& type, int score, const std::string& trains) {
  return {"Acme", type, "Acme/" + type + ".md", "9f86d081884c7d65", version_summary(score, trains)};
}

inline VendorStanding vendor_standing(const std::string& name, int score,
                                      const std::string& trains) {
  const VersionSummary summary = version_summary(score, trains);
  return {name,          summary.score,  summary.score_low, summary.score_high,
          summary.grade, summary.verdict};
}

inline const Rubric& report_rubric() {
  static const Rubric rubric = shipped_rubric();
  return rubric;
}

// One vendor with a document that changed, one that stayed and one that is new; another vendor
// that is new.
inline Diff sample_diff() {
  DocumentDiff terms;
  terms.old_side = diff_document("Terms of Service", 550, "opt-in");
  terms.new_side = diff_document("Terms of Service", 620, "never");
  terms.change.direction = Direction::kMixed;
  terms.change.changes = {longer_retention(), new_promise(), reworded_ownership()};
  terms.change.text_added = 2;
  terms.change.text_removed = 1;
  DocumentDiff policy;
  policy.old_side = policy.new_side = diff_document("Privacy Policy", 550, "silent");
  policy.old_side->path = "Acme/Privacy.md";
  DocumentDiff fresh;
  fresh.new_side = diff_document("Terms of Service", 500, "yes");
  fresh.new_side->vendor = "Brill";
  fresh.note = "the vendor is on the new side only";
  VendorDiff acme;
  acme.old_side = vendor_standing("Acme", 550, "opt-in");
  acme.new_side = vendor_standing("Acme", 620, "never");
  acme.documents = {policy, terms};
  acme.direction = Direction::kMixed;
  VendorDiff brill;
  brill.new_side = vendor_standing("Brill", 500, "yes");
  brill.documents = {fresh};
  Diff diff;
  diff.old_source = "terms@v1";
  diff.new_source = "terms";
  diff.vendors = {acme, brill};
  diff.skipped = {{true, "Acme/logo.html", "is a PNG image, not a document"}};
  diff.rules_digest = "sha256:0a1b2c3d";
  diff.profile = report_rubric().find_profile("business");
  return diff;
}

inline Diff hostile_diff() {
  Diff diff = sample_diff();
  for (DocumentDiff& each : diff.vendors[0].documents) {
    each.change.direction = Direction::kWorse;
    each.change.changes = {hostile_change()};
    each.change.text = {{ChangeKind::kAdded, kHostile, {kHostile}}};
    each.change.text_added = 1;
    each.new_side->type = each.new_side->path = each.note = kHostile;
  }
  diff.vendors[0].new_side->name = kHostile;
  diff.vendors[0].new_side->verdict.trains.value = kHostile;
  diff.old_source = diff.new_source = diff.rules_digest = diff.other_rules = kHostile;
  diff.skipped = {{false, kHostile, kHostile}};
  return diff;
}

inline HistoryVersion history_version(const std::string& date, int score,
                                      const std::string& trains) {
  HistoryVersion version;
  version.version = {std::string(39, 'a') + date.substr(9, 1),
                     date + "T09:00:00Z",
                     "Acme/Terms of Service.md",
                     "Acme",
                     "Terms of Service",
                     {}};
  version.summary = version_summary(score, trains);
  return version;
}

inline History sample_history() {
  Timeline terms{"Acme", "Terms of Service", {}};
  terms.versions.push_back(history_version("2023-01-01", 550, "opt-in"));
  terms.versions.push_back(history_version("2023-02-02", 550, "opt-in"));
  terms.versions.push_back(history_version("2023-05-03", 620, "never"));
  terms.versions[2].change.direction = Direction::kMixed;
  terms.versions[2].change.changes = {longer_retention(), new_promise(), reworded_ownership()};
  terms.versions.push_back(history_version("2024-03-04", 620, "never"));
  terms.versions[3].change.direction = Direction::kNeutral;
  terms.versions[3].change.changes = {reworded_ownership()};
  terms.versions.push_back(history_version("2024-04-05", 620, "never"));
  Timeline policy{"Acme", "Privacy Policy", {history_version("2023-03-01", 500, "silent")}};
  Timeline brill{"Brill", "Terms of Service", {history_version("2024-01-01", 480, "yes")}};
  History history;
  history.timelines = {policy, terms, brill};
  history.skipped = {{"Acme/logo.html@aaaaaaaa", "is a PNG image, not a document"}};
  history.rules_digest = "sha256:0a1b2c3d";
  history.profile = report_rubric().find_profile("business");
  return history;
}

inline History hostile_history() {
  History history = sample_history();
  for (Timeline& timeline : history.timelines) {
    timeline.vendor = timeline.type = kHostile;
    for (HistoryVersion& each : timeline.versions) {
      each.change.direction = Direction::kWorse;
      each.change.changes = {hostile_change()};
      each.version.path = kHostile;
    }
    timeline.versions.back().summary.verdict.trains.value = kHostile;
  }
  history.skipped = {{kHostile, kHostile}};
  history.rules_digest = kHostile;
  return history;
}

inline std::string render(const Diff& diff, DiffFormat format, DiffReportOptions options = {}) {
  static const Catalogue catalogue = shipped_catalogue();
  options.version = "0.1.0";
  return render_diff({diff, catalogue, report_rubric(), options}, format);
}

inline std::string render(const History& history, HistoryFormat format,
                          HistoryReportOptions options = {}) {
  static const Catalogue catalogue = shipped_catalogue();
  options.version = "0.1.0";
  return render_history({history, catalogue, report_rubric(), options}, format);
}

// What hostile text must not bring into a page, or Markdown that becomes one.
inline std::string escape_faults(const std::string& report) {
  std::string faults;
  for (const char* bad : {"<script", "<img", "\x1b", "\xE2\x80\xAE", "\xff", "\r"}) {
    if (report.find(bad) != std::string::npos) faults += std::string(bad) + ' ';
  }
  return faults;
}

}  // namespace fineprint::test
