// A chart of scores over time as inline SVG.
#pragma once

#include <string>
#include <vector>

#include "reports/change.h"

namespace fineprint {

struct ChartPoint {
  std::string date;  // ISO 8601, UTC
  int score = 0;     // tenths
  Direction direction = Direction::kUnchanged;
  std::string anchor;  // where a click leads; "" for a point without a mark
  std::string label;   // what pointing at the mark says
};

struct ChartSeries {
  std::string name;
  std::vector<ChartPoint> points;  // oldest first
};

// A line that keeps its height until the next point, for each series; the colour of series i is
// that of the class "s<i>" of the style sheet (html_style.h), i modulo kChartColours. Points that
// have an anchor are marked: filled where something got worse or better.
std::string history_chart(const std::vector<ChartSeries>& series, std::string_view label);

inline constexpr std::size_t kChartColours = 8;

}  // namespace fineprint
