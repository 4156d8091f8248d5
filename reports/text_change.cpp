#include "reports/text_change.h"

namespace fineprint {
namespace {

constexpr int kIndent = 4;
constexpr int kQuoteIndent = 11;

// Marks go around the words, blanks stay outside.
std::string marked(const std::vector<WordRun>& words) {
  std::string text;
  for (const WordRun& run : words) {
    const std::string clean = clean_text(run.text);
    if (run.change == WordChange::kSame) {
      text += clean;
      continue;
    }
    const std::size_t end = clean.find_last_not_of(' ') + 1;
    const bool gone = run.change == WordChange::kRemoved;
    text += (gone ? "[-" : "{+") + clean.substr(0, end) + (gone ? "-]" : "+}") + clean.substr(end);
  }
  return text;
}

void quote(TextPage& page, const ChangeSide& side, const char* head) {
  if (!side.quote) return;
  std::string text = "\u201c" + marked(side.words) + "\u201d";
  const std::string place = clean_text(quote_place(*side.quote));
  if (!place.empty()) text += " (" + place + ")";
  if (!side.quote->lead_in.empty()) text = clean_text(side.quote->lead_in) + " " + text;
  page.paragraph(text, kQuoteIndent, "", std::string(head) + "  ");
}

}  // namespace

const char* direction_colour(Direction direction) {
  switch (direction) {
    case Direction::kWorse:
      return "1;31";
    case Direction::kBetter:
      return "1;32";
    case Direction::kMixed:
      return "1;33";
    case Direction::kNeutral:
    case Direction::kUnchanged:
      break;
  }
  return "2";
}

void text_change(TextPage& page, const Change& change, const Catalogue& catalogue) {
  const ChangeView view = view_change(change);
  page.paragraph(std::string(direction_name(change.direction)) + ": " +
                     clean_text(change_title(change, catalogue)) + " (" +
                     change_kind_name(change.kind) + ", " + severity_name(change.severity) +
                     (change.reason.empty() ? "" : "; " + clean_text(change.reason)) + ")",
                 kIndent, direction_colour(change.direction));
  quote(page, view.old_side, "was");
  quote(page, view.new_side, "now");
}

void text_change_line(TextPage& page, const Change& change, const Catalogue& catalogue,
                      int indent) {
  const ChangeQuote& quote = change.new_quote ? *change.new_quote : *change.old_quote;
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  const std::string head = pad_right(direction_name(change.direction), 7) + ' ' +
                           pad_right(change.kind == ChangeKind::kAdded     ? "+"
                                     : change.kind == ChangeKind::kRemoved ? "-"
                                                                           : "~",
                                     1);
  const std::string text =
      clean_text(change_title(change, catalogue)) + ": \u201c" + clean_text(quote.quote) + "\u201d";
  page.line(margin + page.painted(head, direction_colour(change.direction)) + ' ' +
            clip_to_width(text, page.width() - indent - display_width(head) - 1));
}

}  // namespace fineprint
