#include "reports/text_report.h"

#include <algorithm>

#include "reports/display_text.h"

namespace fineprint {
namespace {

constexpr int kLeastWidth = 40;
constexpr std::string_view kGap = "  ";

struct Cell {
  std::string text;
  const char* colour = "";  // SGR parameters
  bool right = false;
};

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

class TextReport {
 public:
  explicit TextReport(const ReportData& data)
      : data_(data), width_(std::max(data.options.width, kLeastWidth)) {}

  std::string render() {
    heading();
    if (!data_.comparison.ranked.empty()) comparison();
    const auto limit = static_cast<std::size_t>(std::max(data_.options.detailed_vendors, 0));
    if (data_.comparison.ranked.size() <= limit) {
      for (const VendorScore& row : data_.comparison.ranked) vendor(row);
    } else {
      line("");
      paragraph("The sums of the scores and the quotes are in the Markdown, HTML and JSON reports.",
                0, "2");
    }
    skipped();
    footer();
    return std::move(out_);
  }

 private:
  void line(std::string_view text, const char* colour = "") {
    out_ += painted(text, colour);
    out_ += '\n';
  }

  std::string painted(std::string_view text, const char* colour) const {
    if (!data_.options.colour || *colour == '\0' || text.empty()) return std::string(text);
    return "\x1b[" + std::string(colour) + 'm' + std::string(text) + "\x1b[0m";
  }

  void paragraph(std::string_view text, int indent, const char* colour = "") {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    for (const std::string& each : wrap_text(text, width_ - indent)) {
      line(margin + painted(each, colour));
    }
  }

  void heading();
  void comparison();
  void table(const std::vector<std::vector<Cell>>& rows, std::vector<int> widths);
  void list_cells(const std::vector<std::vector<Cell>>& rows);
  void vendor(const VendorScore& row);
  void question(const VendorScore& vendor, const QuestionScore& score);
  void check(const VendorScore& vendor, const ScoreRow& row);
  void quote(const VendorAnalysis& vendor, const FindingRef& ref, std::string_view mark);
  void contradictions(const VendorScore& row);
  void skipped();
  void footer();

  const ReportData& data_;
  int width_;
  std::string out_;
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

std::string range_text(const Scorecard& card) {
  return card.low == card.high ? "" : points_text(card.low) + "\u2013" + points_text(card.high);
}

void TextReport::comparison() {
  std::vector<std::vector<Cell>> rows(1);
  rows[0] = {{"Vendor", "1"}, {"Grade", "1"}, {"Score", "1", true}, {"Range", "1", true}};
  for (const RubricCheck* column : data_.comparison.columns) {
    rows[0].push_back({clean_text(column->column), "1"});
  }
  for (const VendorScore& each : data_.comparison.ranked) {
    const Scorecard& card = each.headline();
    std::vector<Cell> row = {{clean_text(each.vendor->name), "1"},
                             {std::string(1, card.grade), grade_colour(card.grade)},
                             {points_text(card.value), "", true},
                             {range_text(card), "2", true}};
    for (const RubricCheck* column : data_.comparison.columns) {
      const ScoreRow* found = find_row(card, *column);
      row.push_back(found ? Cell{clean_text(found->label), tone_colour(found->tone)} : Cell{});
    }
    rows.push_back(std::move(row));
  }
  std::vector<int> widths(rows[0].size(), 0);
  int total = static_cast<int>(kGap.size()) * static_cast<int>(widths.size() - 1);
  for (std::size_t column = 0; column < widths.size(); ++column) {
    for (const auto& row : rows) {
      widths[column] = std::max(widths[column], display_width(row[column].text));
    }
    total += widths[column];
  }
  // Long names give way first, then long headings, down to a size that can still be read.
  const auto shrink = [&](std::size_t column, int least) {
    const int cut = std::min(std::max(total - width_, 0), std::max(widths[column] - least, 0));
    widths[column] -= cut;
    total -= cut;
  };
  shrink(0, 16);
  for (std::size_t column = widths.size(); total > width_ && column-- > 4;) {
    int widest = 4;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      widest = std::max(widest, display_width(rows[row][column].text));
    }
    shrink(column, std::max(widest, 7));
  }
  if (total > width_) {
    list_cells(rows);
  } else {
    table(rows, widths);
  }
}

// Headings are wrapped, cells are clipped.
void TextReport::table(const std::vector<std::vector<Cell>>& rows, std::vector<int> widths) {
  std::vector<std::vector<std::string>> heads;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    heads.push_back(wrap_text(rows[0][i].text, widths[i]));
    height = std::max(height, heads.back().size());
  }
  const auto padded = [&](std::string_view text, std::size_t i, bool right) {
    const std::string clipped = clip_to_width(text, widths[i]);
    if (right) return pad_left(clipped, widths[i]);
    return i + 1 == widths.size() ? clipped : pad_right(clipped, widths[i]);
  };
  for (std::size_t h = 0; h < height; ++h) {
    std::string text;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::size_t skip = height - heads[i].size();
      text += (i ? std::string(kGap) : "") +
              padded(h < skip ? "" : heads[i][h - skip], i, rows[0][i].right);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    line(text, "1");
  }
  for (std::size_t r = 1; r < rows.size(); ++r) {
    std::string text;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const Cell& cell = rows[r][i];
      text += (i ? std::string(kGap) : "") + painted(padded(cell.text, i, cell.right), cell.colour);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    line(text);
  }
}

// For terminals too narrow for the table: a block a vendor.
void TextReport::list_cells(const std::vector<std::vector<Cell>>& rows) {
  int widest = 0;
  for (std::size_t i = 4; i < rows[0].size(); ++i) {
    widest = std::max(widest, display_width(rows[0][i].text));
  }
  widest = std::min(widest, width_ / 2);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const std::vector<Cell>& row = rows[r];
    const std::string range = row[3].text.empty() ? "" : " (" + row[3].text + ")";
    const std::string score = "  " + row[2].text + range;
    line(painted(row[1].text, row[1].colour) + ' ' +
         painted(clip_to_width(row[0].text, width_ - 2 - display_width(score)), "1") + score);
    for (std::size_t i = 4; i < row.size(); ++i) {
      line("  " + pad_right(clip_to_width(rows[0][i].text, widest), widest) + "  " +
           painted(clip_to_width(row[i].text, width_ - widest - 4), row[i].colour));
    }
  }
}

void TextReport::vendor(const VendorScore& row) {
  const Scorecard& card = row.headline();
  line("");
  const std::string score = points_text(card.value) + " of 100, grade " + card.grade;
  const std::string range = range_text(card);
  line(clip_to_width(clean_text(row.vendor->name), width_), "1");
  paragraph(score + (range.empty() ? "" : ", " + range + " depending on what silence means"), 0,
            grade_colour(card.grade));
  if (card.documents == 0) {
    paragraph("No document addresses this audience: the score is that of silence.", 0, "33");
  }
  for (const QuestionScore& each : card.questions) question(row, each);
  contradictions(row);
}

void TextReport::question(const VendorScore& vendor, const QuestionScore& score) {
  const std::string sum = points_text(score.won) + " of " + points_text(score.possible);
  line("  " + painted(pad_left(sum, 13), "1") + kGap.data() +
       painted(clip_to_width(clean_text(score.question->title), width_ - 17), "1"));
  for (const ScoreRow& row : score.rows) {
    if (row.possible > 0) check(vendor, row);
  }
}

void TextReport::check(const VendorScore& vendor, const ScoreRow& row) {
  const std::string sum = points_text(row.won) + " of " + points_text(row.possible);
  const std::vector<std::string> lines = wrap_text(clean_text(row.text), width_ - 17);
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
  paragraph("Silence counts as the rubric says; the range shows what it could mean. Rules " +
                clean_text(data_.analysis.rules_digest),
            0, "2");
}

}  // namespace

std::string render_text(const ReportData& data) {
  return TextReport(data).render();
}

}  // namespace fineprint
