#include "reports/period.h"

#include <doctest/doctest.h>

using namespace fineprint;

TEST_CASE("lengths compare as a reader would compare them") {
  CHECK(period_seconds("P12M") == period_seconds("P1Y"));
  CHECK(period_seconds("P2W") == period_seconds("P14D"));
  CHECK(period_seconds("PT24H") == period_seconds("P1D"));
  CHECK(*period_seconds("P1M") < *period_seconds("P31D"));
  CHECK(*period_seconds("PT5M") < *period_seconds("P5M"));
}

TEST_CASE("what is no length of time is refused") {
  for (const char* text : {"", "P", "30D", "P30", "PD", "P3X", "P1H", "P99999999999999Y", "PT"}) {
    INFO(text);
    CHECK(!period_seconds(text));
  }
}

TEST_CASE("periods are shown in words") {
  CHECK(period_words("P30D") == "30 days");
  CHECK(period_words("P1Y6M") == "1 year 6 months");
  CHECK(period_words("PT1H") == "1 hour");
  CHECK(period_words("a while") == "a while");
}
