#include "reports/html_vendor.h"

#include <algorithm>

#include "reports/display_text.h"
#include "reports/html_text.h"
#include "reports/period.h"

namespace fineprint {
namespace {

constexpr std::size_t kShownQuotes = 1;  // of the evidence for a row; the others fold away

class VendorSection {
 public:
  VendorSection(const ReportData& data, const VendorScore& row)
      : data_(data), row_(row), vendor_(*row.vendor) {}

  std::string render(bool open) {
    summary(open);
    html_ += "<div class=\"body\" id=\"" + vendor_anchor(row_) + "\">\n";
    const Scorecard& card = row_.headline();
    chips(card);
    no_documents(card);
    html_ += "<h3>How the score adds up</h3>\n";
    sum(card);
    contradictions(row_.audience);
    other_audience();
    findings();
    documents();
    html_ += "<p class=\"back soft\"><a href=\"#comparison\">Back to the comparison</a></p>\n";
    html_ += "</div>\n</details>\n";
    return std::move(html_);
  }

 private:
  void summary(bool open);
  void chips(const Scorecard& card);
  void no_documents(const Scorecard& card);
  void sum(const Scorecard& card);
  void sum_row(const ScoreRow& row);
  void evidence(const ScoreRow& row);
  void quotes(const std::vector<FindingRef>& refs, std::size_t from, std::size_t to, bool against);
  void contradictions(Audience audience);
  void other_audience();
  void findings();
  void topic(const std::string& name, const std::string& title);
  void tags(const Finding& finding);
  void documents();

  const ReportData& data_;
  const VendorScore& row_;
  const VendorAnalysis& vendor_;
  std::string html_;
};

void VendorSection::summary(bool open) {
  const Scorecard& card = row_.headline();
  html_ += std::string("<details class=\"vendor\"") + (open ? " open" : "") + ">\n<summary>" +
           html_grade(card) + "<div class=\"name\"><h2><bdi>" + html_escape(vendor_.name) +
           "</bdi></h2><span class=\"soft\">Rank " + std::to_string(row_.rank) + " of " +
           std::to_string(data_.comparison.ranked.size()) + ", " +
           html_counted(vendor_.documents.size(), "document") + " </span></div>" +
           "<div class=\"total\"><b>" + points_text(card.value) + "</b> of 100" +
           html_score_bar(card);
  if (card.low != card.high) {
    html_ += "<span class=\"soft\">" + points_text(card.low) + " to " + points_text(card.high) +
             " with what is open at its worst and best</span>";
  }
  html_ += "</div></summary>\n";
}

void VendorSection::chips(const Scorecard& card) {
  html_ += "<dl class=\"chips\">\n";
  for (const RubricCheck* column : data_.comparison.columns) {
    const ScoreRow* row = find_row(card, *column);
    if (!row) continue;
    html_ += "<div><dt>" + html_escape(column->column) + "</dt><dd>" +
             html_tone(row->tone, row->label) + "</dd></div>\n";
  }
  html_ += "</dl>\n";
}

void VendorSection::no_documents(const Scorecard& card) {
  const std::string text = silence_text(vendor_, card);
  if (!text.empty()) html_ += "<p class=\"note\">" + html_escape(text) + "</p>\n";
}

void VendorSection::sum(const Scorecard& card) {
  html_ += "<table class=\"sum\">\n<caption>Profile " + html_escape(card.profile->title) +
           ". The points won add up to the score; every point lost names the clause, or the "
           "silence, that lost it.</caption>\n"
           "<thead><tr><th scope=\"col\">Question</th><th scope=\"col\">Answer and evidence</th>"
           "<th scope=\"col\" class=\"num\">Points</th><th scope=\"col\" class=\"num\">What is "
           "open<br>at worst and best</th></tr></thead>\n";
  for (const QuestionScore& question : card.questions) {
    html_ += "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">" +
             html_escape(question.question->title) + "</th><td class=\"num points\">" +
             points_text(question.won) + " of " + points_text(question.possible) +
             "</td><td class=\"num open\">";
    if (question.low != question.high) {
      html_ += points_text(question.low) + " to " + points_text(question.high);
    }
    html_ += "</td></tr>\n";
    for (const ScoreRow& row : question.rows) {
      if (row.possible > 0) sum_row(row);
    }
    html_ += "</tbody>\n";
  }
  html_ += "<tfoot><tr><th scope=\"row\" colspan=\"2\">Score, grade " + grade_text(card) +
           "</th><td class=\"num points\">" + points_text(card.value) +
           " of 100.0</td><td class=\"num open\">";
  if (card.low != card.high) html_ += points_text(card.low) + " to " + points_text(card.high);
  html_ += "</td></tr></tfoot>\n</table>\n";
}

void VendorSection::sum_row(const ScoreRow& row) {
  html_ += "<tr><th scope=\"row\">" + html_escape(row.check->title) + "</th><td class=\"answer\">" +
           html_tone(row.tone, row.text);
  evidence(row);
  html_ +=
      "</td><td class=\"num points\">" + points_text(row.won) + " of " + points_text(row.possible);
  if (row.won < row.possible) {
    html_ += std::string("<span class=\"lost ") + (row.answer->silent ? "silent" : "bad") +
             "\">\u2212" + points_text(row.possible - row.won) + "</span>";
  }
  html_ += "</td><td class=\"num open soft\">";
  if (row.low != row.high) html_ += points_text(row.low) + " to " + points_text(row.high);
  html_ += "</td></tr>\n";
}

void VendorSection::evidence(const ScoreRow& row) {
  const std::size_t shown = std::min(row.deciding.size(), kShownQuotes);
  quotes(row.deciding, 0, shown, false);
  const std::size_t rest = row.deciding.size() - shown;
  if (rest > 0) {
    html_ += "<details><summary>" + std::to_string(rest) + " more</summary>\n";
    quotes(row.deciding, shown, row.deciding.size(), false);
    html_ += "</details>\n";
  }
  if (row.contradicting.empty()) return;
  html_ += "<details><summary>" + html_counted(row.contradicting.size(), "quote") + " that say" +
           (row.contradicting.size() == 1 ? "s" : "") + " otherwise</summary>\n";
  quotes(row.contradicting, 0, row.contradicting.size(), true);
  html_ += "</details>\n";
}

void VendorSection::quotes(const std::vector<FindingRef>& refs, std::size_t from, std::size_t to,
                           bool against) {
  if (against) html_ += "<div class=\"against\">\n";
  for (std::size_t i = from; i < to; ++i) {
    html_ += html_evidence(vendor_, refs[i], finding_anchor(row_.index, refs[i]));
  }
  if (against) html_ += "</div>\n";
}

// The rubric's words for a verdict's name.
std::string question_title(const Rubric& rubric, const std::string& verdict) {
  for (const RubricQuestion& question : rubric.questions) {
    for (const RubricCheck& check : question.checks) {
      if (check.verdict == verdict) return check.title;
    }
  }
  return verdict;
}

void VendorSection::contradictions(Audience audience) {
  const AudienceAnalysis& view =
      audience == Audience::kConsumer ? vendor_.consumer : vendor_.business;
  if (view.contradictions.empty()) return;
  html_ +=
      "<h3>Contradictions</h3>\n<p class=\"soft\">Two statements to the same audience that "
      "cannot both hold.</p>\n";
  for (const Contradiction& each : view.contradictions) {
    html_ += "<div class=\"clash\"><p>" + html_escape(question_title(data_.rubric, each.question)) +
             "</p>\n" + html_evidence(vendor_, each.one, finding_anchor(row_.index, each.one)) +
             html_evidence(vendor_, each.other, finding_anchor(row_.index, each.other)) +
             "</div>\n";
  }
}

void VendorSection::other_audience() {
  const Scorecard& card = row_.other();
  const Audience audience =
      row_.audience == Audience::kConsumer ? Audience::kBusiness : Audience::kConsumer;
  html_ += std::string("<details class=\"more\"><summary>Answers for ") +
           (audience == Audience::kConsumer ? "consumers" : "business customers") + ": grade " +
           grade_text(card) + ", " + points_text(card.value) + " of 100</summary>\n";
  no_documents(card);
  sum(card);
  contradictions(audience);
  html_ += "</details>\n";
}

void VendorSection::findings() {
  std::size_t count = 0;
  for (const DocumentAnalysis& document : vendor_.documents) count += document.findings.size();
  html_ += "<details class=\"more\"><summary>All findings by topic (" + std::to_string(count) +
           ")</summary>\n";
  for (const std::string& name : topics_of(data_)) {
    std::string title = name;
    for (const RubricQuestion& question : data_.rubric.questions) {
      if (question.id == name) title = question.title;
    }
    topic(name, title);
  }
  html_ += "</details>\n";
}

void VendorSection::topic(const std::string& name, const std::string& title) {
  std::vector<std::string> clauses;  // in the catalogue's order, then as found
  for (const Clause& clause : data_.catalogue.clauses()) {
    if (clause.topic == name) clauses.push_back(clause.id);
  }
  std::vector<std::pair<std::string, std::vector<FindingRef>>> groups;
  for (const std::string& clause : clauses) groups.push_back({clause, {}});
  for (std::size_t d = 0; d < vendor_.documents.size(); ++d) {
    const auto& all = vendor_.documents[d].findings;
    for (std::size_t f = 0; f < all.size(); ++f) {
      if (clause_topic(data_.catalogue, all[f].clause) != name) continue;
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const auto& each) { return each.first == all[f].clause; });
      if (group == groups.end()) group = groups.insert(groups.end(), {all[f].clause, {}});
      group->second.push_back({static_cast<int>(d), static_cast<int>(f)});
    }
  }
  bool headed = false;
  for (const auto& [clause, refs] : groups) {
    if (refs.empty()) continue;
    if (!headed) html_ += "<h3>" + html_escape(title) + "</h3>\n";
    headed = true;
    html_ += "<h4>" + html_escape(clause_title(data_.catalogue, clause)) +
             " <code class=\"soft\">" + html_escape(clause) + "</code></h4>\n";
    for (const FindingRef& ref : refs) {
      html_ += html_evidence(vendor_, ref, finding_anchor(row_.index, ref), true);
      tags(finding_of(vendor_, ref));
    }
  }
}

void VendorSection::tags(const Finding& finding) {
  std::string text;
  if (!finding.period.empty())
    text += "Period: " + html_escape(period_words(finding.period)) + ". ";
  if (finding.audience != Audience::kBoth) {
    text +=
        "Speaks of " +
        std::string(finding.audience == Audience::kConsumer ? "consumers" : "business customers") +
        ". ";
  }
  const auto title = data_.options.rule_titles.find(finding.rule);
  if (title != data_.options.rule_titles.end()) text += html_escape(title->second) + ". ";
  html_ +=
      "<p class=\"tags\">" + text + "Rule <code>" + html_escape(finding.rule) + "</code></p>\n";
}

void VendorSection::documents() {
  html_ +=
      "<details class=\"more\"><summary>Documents (" + std::to_string(vendor_.documents.size()) +
      ")</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Documents\"><table class=\"docs\"><thead><tr>"
      "<th scope=\"col\">Type</th><th scope=\"col\">File</th><th scope=\"col\">Language</th>"
      "<th scope=\"col\">Date</th><th scope=\"col\">Audience</th>"
      "<th scope=\"col\" class=\"num\">Findings</th><th scope=\"col\">SHA-256</th></tr></thead>"
      "<tbody>\n";
  for (const DocumentAnalysis& analysis : vendor_.documents) {
    const Document& document = analysis.document;
    std::string files;
    std::string sums;
    for (const Part& part : document.parts) {
      files += (files.empty() ? "" : "<br>") + html_escape(part.path);
      sums += (sums.empty() ? "" : "<br>") + ("<code>" + html_escape(part.sha256.substr(0, 16))) +
              "</code>";
    }
    html_ += "<tr><th scope=\"row\"><bdi>" + html_escape(document.type) + "</bdi></th><td><bdi>" +
             files + "</bdi></td><td>" + html_escape(document.language) + "</td><td>" +
             html_escape(document.date) + "</td><td>" + audience_name(analysis.verdict.audience) +
             "</td><td class=\"num\">" +
             (analysis.has_rules ? std::to_string(analysis.findings.size()) : "no rules") +
             "</td><td>" + sums + "</td></tr>\n";
  }
  html_ += "</tbody></table></div></details>\n";
}

}  // namespace

std::string html_vendor(const ReportData& data, const VendorScore& row, bool open) {
  return VendorSection(data, row).render(open);
}

std::string vendor_anchor(const VendorScore& row) {
  return "v" + std::to_string(row.index + 1);
}

std::string html_tone(Tone tone, std::string_view text) {
  return std::string("<span class=\"tone ") + tone_name(tone) + "\">" + html_escape(text) +
         "</span>";
}

std::string html_grade(char grade) {
  return std::string("<span class=\"grade g") + grade + "\" aria-label=\"Grade " + grade + "\">" +
         grade + "</span>";
}

std::string html_grade(const Scorecard& card) {
  if (card.documents > 0) return html_grade(card.grade);
  return "<span class=\"grade\" aria-label=\"Not graded\">" + grade_text(card) + "</span>";
}

}  // namespace fineprint
