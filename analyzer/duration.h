// Reads lengths of time: "thirty (30) days", "18 mois", "24h", "two and a half years" -> P30D,
// P18M, PT24H, P30M. Number words, units and what joins numbers come from the lexicon.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyzer/annotation.h"
#include "rules/lexicon.h"

namespace fineprint {

class DurationReader {
 public:
  explicit DurationReader(const Lexicon& lexicon);

  // What a word may be of a length of time.
  struct Roles {
    bool unit = false;         // a unit begins with it, as every length of time has one: "days"
    bool number = false;       // a number begins with it, as every length of time does: "30"
    bool ends_number = false;  // a number, or the half behind one, ends with it: that of a length
                               // of time stands right before its unit, or in one word with it
  };
  Roles roles(std::string_view key) const;

  // Fills text.durations from the words, which have been looked up. A range gives its upper end.
  // Thread-safe.
  void read(Annotation& text) const;

 private:
  struct Number {
    double value = 0;
    std::size_t end = 0;  // word behind it
  };
  Number number_at(const WordList& words, std::size_t at) const;
  Number numbers_at(const WordList& words, std::size_t at) const;
  const TimeUnit* unit_at(const WordList& words, std::size_t at, std::size_t& end) const;
  const TimeUnit* unit_behind_digits(std::string_view key, double& value) const;
  std::size_t half_at(const WordList& words, std::size_t at) const;

  TextMap<Roles> roles_;  // of words, but those that begin with a digit
  std::map<std::string, int, std::less<>> numbers_;
  std::map<std::string, TimeUnit, std::less<>> units_;
  std::set<std::string, std::less<>> joints_;
  std::set<std::string, std::less<>> halves_;
  std::size_t longest_number_ = 1;
  std::size_t longest_half_ = 1;
  std::size_t longest_unit_ = 1;
};

// Whether a text may hold a length of time, told word by word.
class DurationSeen {
 public:
  void see(const KnownWord& word) {
    seen_ |= word.unit & (behind_number_ | word.number);
    behind_number_ = word.ends_number;
  }
  bool seen() const { return seen_ != 0; }

 private:
  unsigned behind_number_ = 0;
  unsigned seen_ = 0;
};

// Nominal seconds of an ISO 8601 duration (a month is 30.44 days), or 0 if it is none.
double nominal_seconds(std::string_view iso);

}  // namespace fineprint
