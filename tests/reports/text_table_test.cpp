#include "reports/text_table.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

TextTable table() {
  TextTable result;
  result.columns = {{"Vendor", false, 6, -1}, {"Kept for", false, 6, 9}, {"Deleted", false, 6, 4}};
  result.rows = {{{"A vendor with a long name"}, {"As needed"}, {"Yes"}}};
  return result;
}

}  // namespace

TEST_CASE("columns take what their cells need where there is room") {
  CHECK(fit_table(table(), 80, 1) == std::vector<int>{25, 9, 7});
}

TEST_CASE("the first columns are clipped before one is left out") {
  CHECK(fit_table(table(), 30, 1) == std::vector<int>{10, 9, 7});
}

TEST_CASE("the lightest column is left out first, and its room is used") {
  CHECK(fit_table(table(), 20, 1) == std::vector<int>{9, 9, 0});
}

TEST_CASE("no widths come where too few columns would be left") {
  CHECK(fit_table(table(), 20, 2).empty());
  CHECK(fit_table(table(), 5, 0).empty());
}
