#include "reports/change_view.h"

#include "reports/period.h"
#include "reports/report.h"

namespace fineprint {
namespace {

const ChangeQuote* quote_of(const std::optional<ChangeQuote>& quote) {
  return quote ? &*quote : nullptr;
}

std::vector<WordRun> plain(const ChangeQuote& quote) {
  return {{WordChange::kSame, quote.quote}};
}

}  // namespace

ChangeView view_change(const Change& change) {
  ChangeView view;
  view.old_side.quote = quote_of(change.old_quote);
  view.new_side.quote = quote_of(change.new_quote);
  if (change.kind == ChangeKind::kAdded) view.old_side.quote = quote_of(change.counterpart);
  if (change.kind == ChangeKind::kRemoved) view.new_side.quote = quote_of(change.counterpart);
  const ChangeQuote* before = view.old_side.quote;
  const ChangeQuote* after = view.new_side.quote;
  if (!before || !after) {
    if (before) view.old_side.words = plain(*before);
    if (after) view.new_side.words = plain(*after);
    return view;
  }
  for (WordRun& run : word_diff(before->quote, after->quote)) {
    if (run.change != WordChange::kAdded) view.old_side.words.push_back(run);
    if (run.change != WordChange::kRemoved) view.new_side.words.push_back(std::move(run));
  }
  return view;
}

std::string change_title(const Change& change, const Catalogue& catalogue) {
  std::string title(clause_title(catalogue, change.clause));
  if (!change.old_quote || !change.new_quote) return title;
  const std::string& before = change.old_quote->clause;
  if (!before.empty() && before != change.clause)
    title = std::string(clause_title(catalogue, before)) + " \u2192 " + title;
  const std::string& old_period = change.old_quote->period;
  const std::string& new_period = change.new_quote->period;
  if (!old_period.empty() && !new_period.empty() && old_period != new_period)
    title += ": " + period_words(old_period) + " \u2192 " + period_words(new_period);
  return title;
}

std::string quote_place(const ChangeQuote& quote) {
  std::string place = quote.section.empty() ? "" : quote.section.back();
  if (quote.line > 0) place += (place.empty() ? "" : ", ") + ("line " + std::to_string(quote.line));
  return place;
}

Tone direction_tone(Direction direction) {
  switch (direction) {
    case Direction::kWorse:
      return Tone::kBad;
    case Direction::kBetter:
      return Tone::kGood;
    case Direction::kMixed:
      return Tone::kMixed;
    case Direction::kNeutral:
    case Direction::kUnchanged:
      break;
  }
  return Tone::kSilent;
}

ChangeCounts count_changes(const std::vector<Change>& changes) {
  ChangeCounts counts;
  for (const Change& change : changes) {
    if (change.direction == Direction::kWorse)
      ++counts.worse;
    else if (change.direction == Direction::kBetter)
      ++counts.better;
    else
      ++counts.neutral;
  }
  return counts;
}

ChangeCounts& operator+=(ChangeCounts& sum, const ChangeCounts& more) {
  sum.worse += more.worse;
  sum.better += more.better;
  sum.neutral += more.neutral;
  return sum;
}

std::string counts_text(const ChangeCounts& counts) {
  std::string text;
  const auto add = [&](int count, const char* name) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + name;
  };
  add(counts.worse, "worse");
  add(counts.better, "better");
  add(counts.neutral, "neutral");
  return text.empty() ? "no clause changed" : text;
}

}  // namespace fineprint
