// The lengths of time in a text, as a language's lexicon has them.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "analyzer/duration.h"

namespace fineprint::test {

// In ISO 8601, parted by blanks.
inline std::string durations_of(const Lexicon& lexicon, std::string_view text) {
  const DurationReader reader(lexicon);
  Annotation annotation;
  lexicon.cutter.cut(text, annotation.words);
  annotation.reset(0);
  std::deque<KnownWord> known;
  for (std::size_t i = 0; i < annotation.words.size(); ++i) {
    known.emplace_back().number = reader.roles(annotation.words.key(i)).number;
    annotation.known.push_back(&known.back());
  }
  reader.read(annotation);
  std::string found;
  for (const Duration& each : annotation.durations) found += (found.empty() ? "" : " ") + each.iso;
  return found;
}

}  // namespace fineprint::test
