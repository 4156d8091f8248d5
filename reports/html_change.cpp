#include "reports/html_change.h"

#include <algorithm>

#include "reports/display_text.h"
#include "reports/html_text.h"
#include "reports/html_vendor.h"

namespace fineprint {
namespace {

std::string marked(const std::vector<WordRun>& words) {
  std::string html;
  for (const WordRun& run : words) {
    const std::string clean = clean_text(run.text);
    const std::size_t end = clean.find_last_not_of(' ') + 1;
    const std::string escaped = html_escape(std::string_view(clean).substr(0, end));
    if (run.change == WordChange::kSame || end == 0) {
      html += escaped;
    } else {
      const std::string name = run.change == WordChange::kRemoved ? "del" : "ins";
      html += "<" + name + ">" + escaped + "</" + name + ">";
    }
    html += clean.substr(end);
  }
  return html;
}

std::string side(const ChangeSide& side, const char* name) {
  if (!side.quote)
    return std::string("<figure class=\"quote none\"><span class=\"side\">") + name +
           "</span><br>not there</figure>\n";
  std::string html = std::string("<figure class=\"quote\"><span class=\"side\">") + name +
                     "</span><blockquote dir=\"auto\">";
  if (!side.quote->lead_in.empty())
    html += "<span class=\"lead\">" + html_escape(side.quote->lead_in) + "</span> ";
  html += marked(side.words) + "</blockquote>";
  const std::string place = quote_place(*side.quote);
  if (!place.empty()) html += "<figcaption><bdi>" + html_escape(place) + "</bdi></figcaption>";
  return html + "</figure>\n";
}

bool neutral(const Change& change) {
  return change.direction == Direction::kNeutral;
}

}  // namespace

std::string html_direction(Direction direction) {
  return html_tone(direction_tone(direction),
                   direction == Direction::kUnchanged ? "unchanged" : direction_name(direction));
}

std::string html_change(const Change& change, const Catalogue& catalogue) {
  const ChangeView view = view_change(change);
  std::string html = "<article class=\"change\"><h4>" + html_direction(change.direction) +
                     "<span>" + html_escape(change_title(change, catalogue)) +
                     "</span> <span class=\"soft\">" + change_kind_name(change.kind) + ", " +
                     severity_name(change.severity);
  if (!change.reason.empty()) html += "; " + html_escape(change.reason);
  return html + "</span></h4>\n<div class=\"sides\">\n" + side(view.old_side, "Before") +
         side(view.new_side, "After") + "</div></article>\n";
}

std::string html_changes(const std::vector<Change>& changes, const Catalogue& catalogue) {
  std::string html;
  std::string quiet;
  for (const Change& change : changes)
    (neutral(change) ? quiet : html) += html_change(change, catalogue);
  if (html.empty() || quiet.empty()) return html + quiet;
  const auto count =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), neutral));
  return html + "<details class=\"quiet\"><summary>" + html_counted(count, "neutral change") +
         "</summary>\n" + quiet + "</details>\n";
}

}  // namespace fineprint
