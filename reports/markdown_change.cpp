#include "reports/markdown_change.h"

#include "reports/display_text.h"
#include "reports/markdown_text.h"

namespace fineprint {
namespace {

// Marks must touch the words, so blanks stay outside. Strong emphasis as HTML elements would be
// dropped by some renderers; the marks of a run never meet those of the next, for only one kind
// of run is marked on each side.
std::string marked(const std::vector<WordRun>& words) {
  std::string text;
  for (const WordRun& run : words) {
    const std::string clean = clean_text(run.text);
    const std::size_t end = clean.find_last_not_of(' ') + 1;
    const std::string escaped = markdown_escape(clean.substr(0, end));
    if (run.change == WordChange::kSame || end == 0) {
      text += escaped;
    } else {
      const char* mark = run.change == WordChange::kRemoved ? "~~" : "**";
      text += mark + escaped + mark;
    }
    text += clean.substr(end);
  }
  return text;
}

void quote(const ChangeSide& side, const char* head, std::string& out) {
  if (!side.quote) return;
  out += std::string("  - ") + head + ": ";
  if (!side.quote->lead_in.empty()) out += markdown_escape(side.quote->lead_in) + ' ';
  out += "\u201c" + marked(side.words) + "\u201d";
  const std::string place = quote_place(*side.quote);
  if (!place.empty()) out += " (" + markdown_escape(place) + ")";
  out += '\n';
}

}  // namespace

std::string markdown_direction(Direction direction) {
  switch (direction) {
    case Direction::kWorse:
      return "\u2716 worse";
    case Direction::kBetter:
      return "\u2714 better";
    case Direction::kMixed:
      return "\u25d0 mixed";
    case Direction::kNeutral:
      return "\u00b7 neutral";
    case Direction::kUnchanged:
      break;
  }
  return "none";
}

void markdown_change(const Change& change, const Catalogue& catalogue, std::string& out) {
  const ChangeView view = view_change(change);
  out += "- " + markdown_direction(change.direction) + ", " + severity_name(change.severity) +
         ": **" + markdown_escape(change_title(change, catalogue)) + "** (" +
         change_kind_name(change.kind) +
         (change.reason.empty() ? "" : "; " + markdown_escape(change.reason)) + ")\n";
  quote(view.old_side, "was", out);
  quote(view.new_side, "now", out);
}

}  // namespace fineprint
