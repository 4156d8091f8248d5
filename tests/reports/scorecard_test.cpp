#include "reports/scorecard.h"

#include <doctest/doctest.h>

#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const ScoreRow& row_of(const Scorecard& card, std::string_view check) {
  for (const QuestionScore& question : card.questions) {
    for (const ScoreRow& row : question.rows) {
      if (row.check->id == check) return row;
    }
  }
  throw std::out_of_range(std::string(check));
}

Scorecard business_card(const VendorAnalysis& vendor, const Rubric& rubric) {
  return score_vendor(vendor, Audience::kBusiness, rubric, *rubric.find_profile("business"));
}

}  // namespace

TEST_CASE("the points of all rows add up to the score, in every profile") {
  const Rubric rubric = shipped_rubric();
  for (const VendorAnalysis& vendor : {halvory(), orbelane(), quillmarsh(), hostile()}) {
    for (const Profile& profile : rubric.profiles) {
      const Scorecard card = score_vendor(vendor, profile.audience, rubric, profile);
      int won = 0;
      int low = 0;
      int high = 0;
      int possible = 0;
      for (const QuestionScore& question : card.questions) {
        for (const ScoreRow& row : question.rows) {
          won += row.won;
          low += row.low;
          high += row.high;
          possible += row.possible;
          CHECK(row.low <= row.won);
          CHECK(row.won <= row.high);
          CHECK(row.high <= row.possible);
        }
      }
      CHECK(won == card.value);
      CHECK(low == card.low);
      CHECK(high == card.high);
      CHECK(possible == 1000);
    }
  }
}

TEST_CASE("every point lost names a clause or is silence") {
  const Rubric rubric = shipped_rubric();
  for (const VendorAnalysis& vendor : {halvory(), orbelane(), quillmarsh()}) {
    for (const QuestionScore& question : business_card(vendor, rubric).questions) {
      for (const ScoreRow& row : question.rows) {
        INFO(vendor.name << " " << row.check->id);
        if (row.won < row.possible) CHECK((row.answer->silent || !row.deciding.empty()));
      }
    }
  }
}

TEST_CASE("a vendor with a firm promise is ahead of a silent one, which is ahead of a greedy one") {
  const Rubric rubric = shipped_rubric();
  const Scorecard best = business_card(halvory(), rubric);
  const Scorecard middle = business_card(quillmarsh(), rubric);
  const Scorecard worst = business_card(orbelane(), rubric);
  CHECK(best.value > middle.value);
  CHECK(middle.value > worst.value);
  CHECK(best.grade <= 'B');
  CHECK(worst.grade == 'F');
}

TEST_CASE("silence opens the range and a statement closes it") {
  const Rubric rubric = shipped_rubric();
  const Scorecard silent = business_card(quillmarsh(), rubric);
  const ScoreRow& owner = row_of(silent, "output.owner");
  CHECK(owner.tone == Tone::kSilent);
  CHECK(owner.low == 0);
  CHECK(owner.high == owner.possible);
  CHECK(silent.low < silent.value);
  CHECK(silent.value < silent.high);
  const Scorecard stated = business_card(orbelane(), rubric);
  const ScoreRow& stated_owner = row_of(stated, "output.owner");
  CHECK(stated_owner.low == stated_owner.high);
}

TEST_CASE("documents that contradict each other open the range to both answers") {
  const Rubric rubric = shipped_rubric();
  VendorAnalysis vendor = halvory();
  const Scorecard contradicted = business_card(vendor, rubric);
  const ScoreRow& row = row_of(contradicted, "training.default");
  CHECK(row.contradicted);
  CHECK(row.won == row.possible);
  CHECK(row.low == 0);
  vendor.business.contradictions.clear();
  const Scorecard plain = business_card(vendor, rubric);
  CHECK(row_of(plain, "training.default").low == row.possible);
  CHECK(plain.value == contradicted.value);
}

TEST_CASE("a privacy policy alone does not show that competing use is allowed") {
  const Rubric rubric = shipped_rubric();
  CHECK(row_of(business_card(quillmarsh(), rubric), "output.competing-use").answer->value ==
        "unread");
  CHECK(row_of(business_card(orbelane(), rubric), "output.competing-use").answer->value == "no");
  CHECK(row_of(business_card(halvory(), rubric), "output.competing-use").answer->value == "yes");
}

TEST_CASE("terms in which nothing was found do not show that anything is allowed") {
  const Rubric rubric = shipped_rubric();
  const VendorAnalysis mute =
      vendor("Mute", {document("Mute", "Terms of Service", Audience::kBoth, {})});
  const Scorecard card = business_card(mute, rubric);
  CHECK(card.documents == 1);
  CHECK(card.low == 0);
  CHECK(card.high == 1000);
}

TEST_CASE("shorter retention earns more") {
  const Rubric rubric = shipped_rubric();
  int before = 1000;
  for (const char* period : {"P7D", "P90D", "P12M", "P2Y", "P10Y"}) {
    VendorAnalysis vendor = halvory();
    vendor.business.verdict.longest_period = period;
    const Scorecard card = business_card(vendor, rubric);
    const ScoreRow& row = row_of(card, "retention.length");
    CHECK(row.won < before);
    before = row.won;
  }
  VendorAnalysis vendor = halvory();
  vendor.business.verdict.longest_period = "";
  CHECK(row_of(business_card(vendor, rubric), "retention.length").won == before);
}

TEST_CASE("the period found stands in the answer") {
  const Rubric rubric = shipped_rubric();
  const Scorecard card = business_card(halvory(), rubric);
  CHECK(row_of(card, "retention.length").label == "30 days");
  CHECK(row_of(card, "retention.length").text == "Kept for at most 30 days.");
}

TEST_CASE("the finding with the longest period stands first") {
  const Rubric rubric = shipped_rubric();
  VendorAnalysis vendor = halvory();
  vendor.documents[1].findings[3].clause = "retention.period";
  vendor.documents[1].findings[3].period = "P2Y";
  for (auto* view : {&vendor.business, &vendor.consumer}) {
    view->verdict.longest_period = "P2Y";
    view->verdict.retention.deciding = with_clause(vendor, *view, "retention.period");
  }
  const Scorecard card = business_card(vendor, rubric);
  const ScoreRow& row = row_of(card, "retention.length");
  REQUIRE(row.deciding.size() == 2);
  CHECK(row.deciding[0].finding == 3);
  CHECK(row.label == "2 years");
}

TEST_CASE("a clause that speaks of consumers does not count for a business") {
  const Rubric rubric = shipped_rubric();
  VendorAnalysis vendor = orbelane();
  CHECK(row_of(business_card(vendor, rubric), "output.licence").answer->value == "broad");
  vendor.documents[0].findings[1].audience = Audience::kConsumer;
  CHECK(row_of(business_card(vendor, rubric), "output.licence").answer->value == "silent");
}

TEST_CASE("a vendor with no document for the audience gets the score of silence") {
  const Rubric rubric = shipped_rubric();
  const VendorAnalysis none = vendor("Nobody", {});
  const Scorecard card = business_card(none, rubric);
  CHECK(card.documents == 0);
  CHECK(card.low == 0);
  CHECK(card.high == 1000);
}

TEST_CASE("a document is scored on its own") {
  const Rubric rubric = shipped_rubric();
  VendorAnalysis source = orbelane();
  DocumentAnalysis terms = source.documents[0];
  terms.verdict.output_owner = {"vendor", {0}, {}};
  const Scorecard card = score_document(terms, rubric, *rubric.find_profile("consumer"));
  CHECK(row_of(card, "output.owner").deciding.size() == 1);
  CHECK(row_of(card, "output.licence").answer->value == "broad");
}

TEST_CASE("points are shown with one decimal") {
  CHECK(points_text(635) == "63.5");
  CHECK(points_text(1000) == "100.0");
  CHECK(points_text(-5) == "-0.5");
}
