#include "reports/markdown_report.h"

#include <algorithm>

#include "reports/display_text.h"
#include "reports/markdown_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kQuoteLimit = 300;

std::string place(const VendorAnalysis& vendor, const FindingRef& ref) {
  const Finding& finding = finding_of(vendor, ref);
  std::string text = markdown_escape(document_of(vendor, ref).document.type);
  if (!finding.section.empty()) text += ", " + markdown_escape(excerpt(finding.section.back(), 80));
  return text + ", line " + std::to_string(finding.line);
}

std::string quote(const VendorAnalysis& vendor, const FindingRef& ref) {
  return "\u201c" +
         markdown_escape(excerpt(clean_text(finding_of(vendor, ref).quote), kQuoteLimit)) +
         "\u201d (" + place(vendor, ref) + ")";
}

std::string range(const Scorecard& card) {
  return card.low == card.high ? "\u2013" : points_text(card.low) + " to " + points_text(card.high);
}

const char* tone_mark(Tone tone) {
  switch (tone) {
    case Tone::kGood:
      return "\u2714 ";
    case Tone::kMixed:
      return "\u25d0 ";
    case Tone::kBad:
      return "\u2716 ";
    case Tone::kSilent:
      return "\u00b7 ";
  }
  return "";
}

void comparison(const ReportData& data, std::string& out) {
  out += "| Vendor | Grade | Score | Range |";
  std::string rule = "|---|:-:|--:|:-:|";
  for (const RubricCheck* column : data.comparison.columns) {
    out += ' ' + markdown_escape(column->column) + " |";
    rule += "---|";
  }
  out += '\n' + rule + '\n';
  for (const VendorScore& row : data.comparison.ranked) {
    const Scorecard& card = row.headline();
    out += "| " + markdown_escape(row.vendor->name) + " | **" + grade_text(card) + "** | " +
           points_text(card.value) + " | " + range(card) + " |";
    for (const RubricCheck* column : data.comparison.columns) {
      const ScoreRow* found = find_row(card, *column);
      out += ' ' + (found ? tone_mark(found->tone) + markdown_escape(found->label) : "") + " |";
    }
    out += '\n';
  }
  out += "\n\u2714 good for the customer, \u25d0 in between, \u2716 bad, \u00b7 not said\n";
}

void sum(const Scorecard& card, std::string& out) {
  out += "\n| Question | Answer | Points |\n|---|---|--:|\n";
  for (const QuestionScore& question : card.questions) {
    out += "| **" + markdown_escape(question.question->title) + "** | | **" +
           points_text(question.won) + " of " + points_text(question.possible) + "** |\n";
    for (const ScoreRow& row : question.rows) {
      if (row.possible == 0) continue;
      out += "| " + markdown_escape(row.check->title) + " | " + tone_mark(row.tone) +
             markdown_escape(row.text) + " | " + points_text(row.won) + " of " +
             points_text(row.possible) + " |\n";
    }
  }
  out += "| **Score** | **Grade " + grade_text(card) + "** | **" + points_text(card.value) +
         " of 100.0** |\n";
}

void evidence(const VendorAnalysis& vendor, const Scorecard& card, std::string& out) {
  std::string list;
  for (const QuestionScore& question : card.questions) {
    for (const ScoreRow& row : question.rows) {
      if (row.possible == 0 || row.deciding.empty()) continue;
      const int lost = row.possible - row.won;
      list += "- **" + markdown_escape(row.check->title) + "** " + markdown_escape(row.label) +
              (lost ? " (\u2212" + points_text(lost) + ")" : "") + '\n';
      list += "  - " + quote(vendor, row.deciding.front()) + '\n';
      if (!row.contradicting.empty()) {
        list += "  - but " + quote(vendor, row.contradicting.front()) + '\n';
      }
    }
  }
  if (!list.empty()) out += "\nEvidence:\n\n" + list;
}

void contradictions(const VendorScore& row, std::string& out) {
  const AudienceAnalysis& view =
      row.audience == Audience::kConsumer ? row.vendor->consumer : row.vendor->business;
  if (view.contradictions.empty()) return;
  out += "\nContradictions:\n\n";
  for (const Contradiction& each : view.contradictions) {
    out += "- " + quote(*row.vendor, each.one) + "\n  **but** " + quote(*row.vendor, each.other) +
           '\n';
  }
}

void vendor(const VendorScore& row, std::string& out) {
  const Scorecard& card = row.headline();
  out += "\n## " + markdown_escape(row.vendor->name) + ": " + grade_text(card) + ", " +
         points_text(card.value) + " of 100\n";
  if (card.low != card.high) {
    out += "\nBetween " + points_text(card.low) + " and " + points_text(card.high) +
           ", with what is open, silence and contradictions, at its worst and best.\n";
  }
  const std::string silence = silence_text(*row.vendor, card);
  if (!silence.empty()) out += "\n" + markdown_escape(silence) + "\n";
  sum(card, out);
  evidence(*row.vendor, card, out);
  contradictions(row, out);
}

}  // namespace

std::string render_markdown(const ReportData& data) {
  std::string out =
      "# Trust score report\n\nProfile: " + markdown_escape(data.comparison.profile->title) + ". " +
      markdown_escape(data.comparison.profile->explanation) + "\n\n";
  if (!data.comparison.ranked.empty()) comparison(data, out);
  const auto limit = static_cast<std::size_t>(std::max(data.options.detailed_vendors, 0));
  if (data.comparison.ranked.size() <= limit) {
    for (const VendorScore& row : data.comparison.ranked) vendor(row, out);
  } else {
    out += "\nThe sums of the scores and the quotes are in the HTML and JSON reports.\n";
  }
  if (!data.analysis.skipped.empty()) {
    out += "\n## Skipped\n\n";
    for (const auto& [path, error] : data.analysis.skipped) {
      out += "- " + markdown_escape(path) + ": " + markdown_escape(error) + '\n';
    }
  }
  out += "\nfineprint " + markdown_escape(data.options.version) + ", rules " +
         markdown_escape(data.analysis.rules_digest) + "\n";
  return out;
}

}  // namespace fineprint
