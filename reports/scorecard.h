// The trust score of one vendor for one audience, as a sum whose every line names its evidence.
//
// All points are whole tenths, so won points of the checks add up to those of the questions and
// those to the score, exactly. Scorecards point into the rubric and must not outlive it.
#pragma once

#include <string>
#include <vector>

#include "analyzer/finding.h"
#include "reports/rubric.h"

namespace fineprint {

// How an answer stands for the customer: what colours and marks show.
enum class Tone { kGood, kMixed, kBad, kSilent };
const char* tone_name(Tone tone);  // "good", "mixed", "bad", "silent"

// One line of the sum.
struct ScoreRow {
  const RubricCheck* check = nullptr;
  const RubricAnswer* answer = nullptr;
  std::string label;  // the answer in a word or two ...
  std::string text;   // ... and in a sentence, periods filled in
  Tone tone = Tone::kSilent;
  int possible = 0;  // tenths
  int won = 0;
  int low = 0;  // the least and the most that silence or a contradiction leaves open
  int high = 0;
  std::vector<FindingRef> deciding;       // the clauses that won or lost the points
  std::vector<FindingRef> contradicting;  // those that say otherwise
  bool contradicted = false;              // two documents contradict each other on it
};

struct QuestionScore {
  const RubricQuestion* question = nullptr;
  int possible = 0;
  int won = 0;
  int low = 0;
  int high = 0;
  std::vector<ScoreRow> rows;
};

struct Scorecard {
  const Profile* profile = nullptr;
  int documents = 0;  // that the audience reads and there are rules for; 0: the score is that of
                      // silence, and no grade is shown
  int value = 0;      // tenths of a point out of 1000
  int low = 0;        // with what is open, silence and contradictions, at its worst
  int high = 0;       // and at its best
  char grade = 'F';
  std::vector<QuestionScore> questions;
};

// The vendor's score for an audience, with the weights of a profile (mostly the audience's own).
Scorecard score_vendor(const VendorAnalysis& vendor, Audience audience, const Rubric& rubric,
                       const Profile& profile);

// The score of a document on its own; refs have document 0.
Scorecard score_document(const DocumentAnalysis& document, const Rubric& rubric,
                         const Profile& profile);

// The row for a check of the rubric that the scorecard was made with, or null.
const ScoreRow* find_row(const Scorecard& card, const RubricCheck& check);

// "B", or "–" where no document was read that the grade could rest on.
std::string grade_text(const Scorecard& card);

// Why the score is that of silence, in a sentence: none of the vendor's documents addresses the
// audience, or there are no rules for their languages. "" where it is not, or only partly.
std::string silence_text(const VendorAnalysis& vendor, const Scorecard& card);

// Whether a document or finding for `of` speaks to `audience` too.
bool addresses(Audience of, Audience audience);

// 635 tenths as "63.5".
std::string points_text(int tenths);

}  // namespace fineprint
