#include "reports/text_report.h"

#include <algorithm>

#include "reports/display_text.h"
#include "reports/text_page.h"
#include "reports/text_table.h"

namespace fineprint {
namespace {

constexpr int kLeastColumns = 3;  // of answers; with fewer, a list is easier to read

const char* tone_colour(Tone tone) {
  switch (tone) {
    case Tone::kGood:
      return "32";
    case Tone::kMixed:
      return "33";
    case Tone::kBad:
      return "31";
    case Tone::kSilent:
      return "2";
  }
  return "";
}

const char* grade_colour(char grade) {
  if (grade <= 'B') return "1;32";
  return grade <= 'D' ? "1;33" : "1;31";
}

std::string range_text(const Scorecard& card) {
  return card.low == card.high ? "" : points_text(card.low) + "\u2013" + points_text(card.high);
}

class TextReport : private TextPage {
 public:
  explicit TextReport(const ReportData& data)
      : TextPage(data.options.width, data.options.colour), data_(data) {}

  std::string render() {
    heading();
    if (!data_.comparison.ranked.empty()) comparison();
    const auto limit = static_cast<std::size_t>(std::max(data_.options.detailed_vendors, 0));
    if (data_.comparison.ranked.size() <= limit) {
      for (const VendorScore& row : data_.comparison.ranked) vendor(row);
    } else {
      line("");
      paragraph("The sums of the scores and the quotes are in the HTML and JSON reports.", 0, "2");
    }
    skipped();
    footer();
    return take();
  }

 private:
  void heading();
  void comparison();
  TextTable comparison_table() const;
  void table(const TextTable& table, const std::vector<int>& widths);
  void table_head(const TextTable& table, const std::vector<int>& widths);
  void table_line(const std::vector<TableCell>& cells, const TextTable& table,
                  const std::vector<int>& widths);
  void left_out(const TextTable& table, const std::vector<int>& widths);
  void list_cells(const TextTable& table);
  void vendor(const VendorScore& row);
  void question(const VendorScore& vendor, const QuestionScore& score);
  void check(const VendorScore& vendor, const ScoreRow& row);
  void quote(const VendorAnalysis& vendor, const FindingRef& ref, std::string_view mark);
  void contradictions(const VendorScore& row);
  void skipped();
  void footer();

  const ReportData& data_;
};

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

void TextReport::heading() {
  std::size_t documents = 0;
  for (const VendorAnalysis& vendor : data_.analysis.vendors) documents += vendor.documents.size();
  line("Trust score report", "1");
  paragraph(counted(data_.analysis.vendors.size(), "vendor") + ", " +
                counted(documents, "document") + ", profile " +
                clean_text(data_.comparison.profile->id),
            0);
  line("");
}

TextTable TextReport::comparison_table() const {
  const Comparison& comparison = data_.comparison;
  TextTable result;
  result.columns = {{"Vendor", false, 16, -1},
                    {"Grade", false, 5, -1},
                    {"Score", true, 5, -1},
                    {"Range", true, 11, 0}};
  for (const RubricCheck* column : comparison.columns) {
    const auto points = comparison.profile->points.find(column->id);
    result.columns.push_back({clean_text(column->column), false, 12,
                              points == comparison.profile->points.end() ? 1 : points->second});
  }
  for (const VendorScore& each : comparison.ranked) {
    const Scorecard& card = each.headline();
    std::vector<TableCell> row = {{clean_text(each.vendor->name), "1"},
                                  {grade_text(card), grade_colour(card.grade)},
                                  {points_text(card.value), ""},
                                  {range_text(card), "2"}};
    for (const RubricCheck* column : comparison.columns) {
      const ScoreRow* found = find_row(card, *column);
      row.push_back(found ? TableCell{clean_text(found->label), tone_colour(found->tone)}
                          : TableCell{});
    }
    result.rows.push_back(std::move(row));
  }
  return result;
}

void TextReport::comparison() {
  const TextTable compared = comparison_table();
  const std::vector<int> widths = fit_table(compared, width(), kLeastColumns);
  if (widths.empty()) {
    list_cells(compared);
  } else {
    table(compared, widths);
    left_out(compared, widths);
  }
}

// Headings are wrapped, cells are clipped.
void TextReport::table(const TextTable& table, const std::vector<int>& widths) {
  table_head(table, widths);
  for (const std::vector<TableCell>& row : table.rows) table_line(row, table, widths);
}

void TextReport::table_head(const TextTable& table, const std::vector<int>& widths) {
  std::vector<std::vector<std::string>> heads;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    heads.push_back(wrap_text(table.columns[i].head, widths[i]));
    if (widths[i] > 0) height = std::max(height, heads.back().size());
  }
  for (std::size_t h = 0; h < height; ++h) {
    std::vector<TableCell> cells;
    for (const std::vector<std::string>& head : heads) {
      const std::size_t skip = height - std::min(height, head.size());
      cells.push_back({h < skip ? "" : head[h - skip], "1"});
    }
    table_line(cells, table, widths);
  }
}

void TextReport::table_line(const std::vector<TableCell>& cells, const TextTable& table,
                            const std::vector<int>& widths) {
  std::string text;
  int blanks = 0;  // put off until a cell with text follows
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::string cell = clip_to_width(cells[i].text, widths[i]);
    const int missing = widths[i] - display_width(cell);
    if (table.columns[i].right) blanks += missing;
    if (!cell.empty()) {
      text += std::string(static_cast<std::size_t>(blanks), ' ') + painted(cell, cells[i].colour);
      blanks = 0;
    }
    blanks += (table.columns[i].right ? 0 : missing) + kTableGap;
  }
  line(text);
}

void TextReport::left_out(const TextTable& table, const std::vector<int>& widths) {
  std::string names;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == 0) names += (names.empty() ? "" : ", ") + table.columns[i].head;
  }
  if (!names.empty()) paragraph("Too wide to show: " + names, 0, "2");
}

// For terminals too narrow for the table: a block a vendor.
void TextReport::list_cells(const TextTable& table) {
  int widest = 0;
  for (std::size_t i = 4; i < table.columns.size(); ++i) {
    widest = std::max(widest, display_width(table.columns[i].head));
  }
  widest = std::min(widest, width() / 2);
  for (const std::vector<TableCell>& row : table.rows) {
    const std::string range = row[3].text.empty() ? "" : " (" + row[3].text + ")";
    const std::string score = "  " + row[2].text + range;
    line(painted(row[1].text, row[1].colour) + ' ' +
         painted(clip_to_width(row[0].text, width() - 2 - display_width(score)), "1") + score);
    for (std::size_t i = 4; i < row.size(); ++i) {
      line("  " + pad_right(clip_to_width(table.columns[i].head, widest), widest) + "  " +
           painted(clip_to_width(row[i].text, width() - widest - 4), row[i].colour));
    }
  }
}

void TextReport::vendor(const VendorScore& row) {
  const Scorecard& card = row.headline();
  line("");
  const std::string score = points_text(card.value) + " of 100, grade " + grade_text(card);
  const std::string range = range_text(card);
  line(clip_to_width(clean_text(row.vendor->name), width()), "1");
  paragraph(
      score + (range.empty() ? "" : ", " + range + " with what is open at its worst and best"), 0,
      grade_colour(card.grade));
  const std::string silence = silence_text(*row.vendor, card);
  if (!silence.empty()) paragraph(silence, 0, "33");
  for (const QuestionScore& each : card.questions) question(row, each);
  contradictions(row);
}

void TextReport::question(const VendorScore& vendor, const QuestionScore& score) {
  const std::string sum = points_text(score.won) + " of " + points_text(score.possible);
  line("  " + painted(pad_left(sum, 13), "1") + "  " +
       painted(clip_to_width(clean_text(score.question->title), width() - 17), "1"));
  for (const ScoreRow& row : score.rows) {
    if (row.possible > 0) check(vendor, row);
  }
}

void TextReport::check(const VendorScore& vendor, const ScoreRow& row) {
  const std::string sum = points_text(row.won) + " of " + points_text(row.possible);
  const std::vector<std::string> lines = wrap_text(clean_text(row.text), width() - 17);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line("  " + pad_left(i ? "" : sum, 13) + "  " + painted(lines[i], tone_colour(row.tone)));
  }
  if (row.won == row.possible) return;
  if (!row.deciding.empty()) quote(*vendor.vendor, row.deciding.front(), "");
  if (!row.contradicting.empty()) quote(*vendor.vendor, row.contradicting.front(), "but ");
}

void TextReport::quote(const VendorAnalysis& vendor, const FindingRef& ref, std::string_view mark) {
  const Finding& finding = finding_of(vendor, ref);
  const Document& document = document_of(vendor, ref).document;
  const std::string place = clean_text(document.type) + ", line " + std::to_string(finding.line);
  paragraph(std::string(mark) + "\u201c" + excerpt(clean_text(finding.quote), 200) + "\u201d (" +
                place + ")",
            19, "2");
}

void TextReport::contradictions(const VendorScore& row) {
  const AudienceAnalysis& view =
      row.audience == Audience::kConsumer ? row.vendor->consumer : row.vendor->business;
  if (view.contradictions.empty()) return;
  line("  " + painted("Contradictions", "1;31"));
  for (const Contradiction& each : view.contradictions) {
    quote(*row.vendor, each.one, "");
    quote(*row.vendor, each.other, "but ");
  }
}

void TextReport::skipped() {
  if (data_.analysis.skipped.empty()) return;
  line("");
  line("Skipped", "1;31");
  for (const auto& [path, error] : data_.analysis.skipped) {
    paragraph(clean_text(path) + ": " + clean_text(error), 2);
  }
}

void TextReport::footer() {
  line("");
  paragraph(
      "Silence counts as the rubric says. The range reads what is open, silence and "
      "contradictions, at its worst and best. Rules " +
          clean_text(data_.analysis.rules_digest),
      0, "2");
}

}  // namespace

std::string render_text(const ReportData& data) {
  return TextReport(data).render();
}

}  // namespace fineprint
