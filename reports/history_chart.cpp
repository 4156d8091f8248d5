#include "reports/history_chart.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "reports/html_text.h"

namespace fineprint {
namespace {

constexpr int kWidth = 1000;
constexpr int kHeight = 230;
constexpr int kLeft = 34;
constexpr int kRight = 986;
constexpr int kTop = 12;
constexpr int kBottom = 200;
constexpr int kMostLabels = 12;

using Seconds = long long;  // since 1970

Seconds seconds_of(int year, int month, int day) {
  using namespace std::chrono;
  const sys_days days = std::chrono::year(year) / month / day;
  return duration_cast<seconds>(days.time_since_epoch()).count();
}

Seconds read_date(const std::string& date) {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::sscanf(date.c_str(), "%5d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute,
              &second);
  return seconds_of(year, month, day) + hour * 3600LL + minute * 60LL + second;
}

int year_of(Seconds time) {
  using namespace std::chrono;
  return static_cast<int>(year_month_day(floor<days>(sys_seconds(seconds(time)))).year());
}

// Tenths of a unit as text: no locale, always the same.
std::string number(double value) {
  const auto tenths = static_cast<long long>(value * 10 + 0.5);
  return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
}

class Chart {
 public:
  explicit Chart(const std::vector<ChartSeries>& series) : series_(series) {
    for (const ChartSeries& each : series) {
      for (const ChartPoint& point : each.points) {
        first_ = std::min(first_, read_date(point.date));
        last_ = std::max(last_, read_date(point.date));
      }
    }
    if (first_ > last_) first_ = last_ = 0;
  }

  std::string render(std::string_view label) {
    svg_ = "<svg class=\"chart\" role=\"img\" aria-label=\"" + html_escape(label) +
           "\" viewBox=\"0 0 " + std::to_string(kWidth) + ' ' + std::to_string(kHeight) + "\">\n";
    for (int score = 0; score <= 1000; score += 250) score_line(score);
    dates();
    for (std::size_t i = 0; i < series_.size(); ++i) line(i);
    for (std::size_t i = 0; i < series_.size(); ++i) marks(i);
    return svg_ + "</svg>\n";
  }

 private:
  double x(Seconds time) const {
    if (first_ == last_) return kRight;
    return kLeft + (kRight - kLeft) *
                       (static_cast<double>(time - first_) / static_cast<double>(last_ - first_));
  }
  static double y(int score) { return kBottom - (kBottom - kTop) * (score / 1000.0); }

  void text(double at_x, double at_y, const char* anchor, const std::string& content) {
    svg_ += "<text x=\"" + number(at_x) + "\" y=\"" + number(at_y) + "\" text-anchor=\"" + anchor +
            "\">" + content + "</text>\n";
  }
  void grid(double x1, double y1, double x2, double y2) {
    svg_ += "<line class=\"grid\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" +
            number(x2) + "\" y2=\"" + number(y2) + "\"/>\n";
  }

  void score_line(int score) {
    grid(kLeft, y(score), kRight, y(score));
    text(kLeft - 6, y(score) + 4, "end", std::to_string(score / 10));
  }

  // Years, or months where there are few of them.
  void dates() {
    const int from = year_of(first_);
    const int to = year_of(last_);
    const int months = (to - from + 1) * 12;
    int step = 1;
    for (const int each : {1, 2, 3, 6, 12, 24, 60, 120, 600}) {
      step = each;
      if (months / step <= kMostLabels) break;
    }
    for (int month = 0; month < months; month += step) {
      const int year = from + month / 12;
      const Seconds time = seconds_of(year, month % 12 + 1, 1);
      if (time < first_ || time > last_) continue;
      grid(x(time), kTop, x(time), kBottom + 5);
      const int number = month % 12 + 1;
      text(x(time), kBottom + 20, "middle",
           std::to_string(year) +
               (step >= 12 ? "" : (number < 10 ? "-0" : "-") + std::to_string(number)));
    }
    if (last_ - first_ > 45 * 86400LL) return;
    text(kLeft, kBottom + 20, "start", html_escape(first_date()));
  }

  std::string first_date() const {
    for (const ChartSeries& each : series_) {
      for (const ChartPoint& point : each.points) {
        if (read_date(point.date) == first_) return point.date.substr(0, 10);
      }
    }
    return "";
  }

  static std::string colour(std::size_t index) {
    return "s" + std::to_string(index % kChartColours);
  }

  void line(std::size_t index) {
    std::string path;
    std::string last_y;
    for (const ChartPoint& point : series_[index].points) {
      const std::string at_x = number(x(read_date(point.date)));
      const std::string at_y = number(y(point.score));
      if (path.empty())
        path = "M" + at_x + ' ' + at_y;
      else if (at_y != last_y)
        path += "H" + at_x + "V" + at_y;
      last_y = at_y;
    }
    if (path.empty()) return;
    svg_ += "<path class=\"line " + colour(index) + "\" d=\"" + path + "H" +
            std::to_string(kRight) + "\"/>\n";
  }

  void marks(std::size_t index) {
    for (const ChartPoint& point : series_[index].points) {
      if (point.anchor.empty()) continue;
      const bool loud =
          point.direction != Direction::kNeutral && point.direction != Direction::kUnchanged;
      svg_ += "<a class=\"" + colour(index) + "\" href=\"#" + html_escape(point.anchor) +
              "\"><circle class=\"dot" + (loud ? " full" : "") + "\" cx=\"" +
              number(x(read_date(point.date))) + "\" cy=\"" + number(y(point.score)) + "\" r=\"" +
              (loud ? "4" : "2.5") + "\"><title>" + html_escape(point.label) +
              "</title></circle></a>\n";
    }
  }

  const std::vector<ChartSeries>& series_;
  Seconds first_ = std::numeric_limits<Seconds>::max();
  Seconds last_ = std::numeric_limits<Seconds>::min();
  std::string svg_;
};

}  // namespace

std::string history_chart(const std::vector<ChartSeries>& series, std::string_view label) {
  return Chart(series).render(label);
}

}  // namespace fineprint
