// A change as every format shows it: what its heading says, and both quotes with the words that
// differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/change.h"
#include "reports/scorecard.h"
#include "reports/word_diff.h"

namespace fineprint {

// One side of a change. Quotes and places are as documents have them, not yet cleaned or escaped.
struct ChangeSide {
  const ChangeQuote* quote = nullptr;  // null: there is nothing on this side
  std::vector<WordRun> words;          // of the quote; those that the other side lacks are marked
};

struct ChangeView {
  ChangeSide old_side;
  ChangeSide new_side;
};

// Points into the change. A clause that came into a sentence, or went out of it, has the sentence
// on both sides.
ChangeView view_change(const Change& change);

// "Content trains models", "Training can be switched off → Content trains models", "How long data
// is kept: 30 days → 90 days".
std::string change_title(const Change& change, const Catalogue& catalogue);

// "4. Your data, line 12"; "" where nothing is known.
std::string quote_place(const ChangeQuote& quote);

// How a direction is coloured.
Tone direction_tone(Direction direction);

struct ChangeCounts {
  int worse = 0;
  int better = 0;
  int neutral = 0;
  int total() const { return worse + better + neutral; }
};
ChangeCounts count_changes(const std::vector<Change>& changes);
ChangeCounts& operator+=(ChangeCounts& sum, const ChangeCounts& more);

// "2 worse, 1 better, 3 neutral"; "no clause changed" where there is none.
std::string counts_text(const ChangeCounts& counts);

}  // namespace fineprint
