#include "analyzer/duration.h"

#include "durations_of.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const RuleSet& shipped() {
  static const RuleSet set = load_rules({});
  return set;
}

std::string english(std::string_view text) {
  return durations_of(shipped().for_language("en")->lexicon, text);
}
std::string french(std::string_view text) {
  return durations_of(shipped().for_language("fr")->lexicon, text);
}

}  // namespace

TEST_CASE("digits, words and both") {
  CHECK(english("kept for 30 days") == "P30D");
  CHECK(english("kept for thirty days") == "P30D");
  CHECK(english("within thirty (30) days of termination") == "P30D");
  CHECK(english("18 months") == "P18M");
  CHECK(english("up to two years") == "P2Y");
  CHECK(english("for a period of 90 days") == "P90D");
  CHECK(english("a 30-day period") == "P30D");
  CHECK(english("one hundred and eighty (180) days") == "P180D");
  CHECK(english("1,000 days") == "P1000D");
}

TEST_CASE("hours, minutes, weeks, quarters and business days") {
  CHECK(english("72 hours") == "PT72H");
  CHECK(english("24-hour window") == "PT24H");
  CHECK(english("5 minutes") == "PT5M");
  CHECK(english("six weeks") == "P6W");
  CHECK(english("two quarters") == "P6M");
  CHECK(english("10 business days") == "P10D");
  CHECK(english("30 calendar days") == "P30D");
}

TEST_CASE("a range gives its upper end") {
  CHECK(english("30 to 60 days") == "P60D");
  CHECK(english("30-60 days") == "P60D");
  CHECK(english("between 12 and 18 months") == "P18M");
  CHECK(english("one or two years") == "P2Y");
}

TEST_CASE("a fraction is given in the next smaller unit") {
  CHECK(english("1.5 years") == "P18M");
  CHECK(english("1.5 days") == "PT36H");
}

TEST_CASE("several in one sentence are told in order") {
  CHECK(english("for 30 days, and in backups for 90 days") == "P30D P90D");
}

TEST_CASE("numbers that are no length of time") {
  CHECK(english("section 30 of the days of old") == "");
  CHECK(english("30 users") == "");
  CHECK(english("days") == "");
  CHECK(english("0 days") == "");
  CHECK(english("99999999999999999999 days") == "");
  CHECK(english("30") == "");
}

TEST_CASE("French durations") {
  CHECK(french("trente (30) jours") == "P30D");
  CHECK(french("18 mois") == "P18M");
  CHECK(french("trois ans") == "P3Y");
  CHECK(french("de 30 à 60 jours") == "P60D");
  CHECK(french("1,5 an") == "P18M");
  CHECK(french("soixante-douze heures") == "PT72H");
}

TEST_CASE("a duration knows its words and how long it is") {
  const SmallRules rules;
  const Annotation text = rules.annotate({"Data is kept for thirty (30) days."});
  REQUIRE(text.durations.size() == 1);
  CHECK(text.durations[0].words.begin == 4);
  CHECK(text.durations[0].words.end == 7);
  CHECK(text.durations[0].seconds == 30 * 86400.0);
}

TEST_CASE("durations are compared by nominal seconds") {
  CHECK(nominal_seconds("P1D") == 86400);
  CHECK(nominal_seconds("PT24H") == nominal_seconds("P1D"));
  CHECK(nominal_seconds("P18M") > nominal_seconds("P1Y"));
  CHECK(nominal_seconds("P5Y") > nominal_seconds("P40M"));
  CHECK(nominal_seconds("PT5M") == 300);
  CHECK(nominal_seconds("P1Y6M") > nominal_seconds("P1Y"));
  CHECK(nominal_seconds("") == 0);
  CHECK(nominal_seconds("thirty days") == 0);
}
