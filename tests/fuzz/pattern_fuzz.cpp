// Any text as a pattern: parsed, or refused at a place inside it. Also cut into words.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fineprint::WordCutter cutter({"l'", "d'", "qu'"}, {"'s", "n't"});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    std::vector<std::string> names;
    collect_concepts(fineprint::parse_pattern(text, cutter), names);
  } catch (const fineprint::PatternError& error) {
    if (error.position > text.size()) std::abort();
  }
  fineprint::WordList words;
  cutter.cut(text, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const fineprint::Word& word = words.words[i];
    if (word.begin > word.end || word.end > text.size() || words.key(i).empty()) std::abort();
  }
  return 0;
}
