#include "analyzer/vendor_name.h"

#include <algorithm>
#include <map>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kBlocks = 300;  // of a document's start that are looked at
constexpr int kOften = 4;

}  // namespace

std::vector<std::string> acting_names(const Document& document, const Matcher& matcher,
                                      MatcherScratch& scratch) {
  const Symbol may = matcher.find_concept("may");
  const Symbol third_party = matcher.find_concept("third-party");
  WordList words;
  std::map<std::string, int> count;
  const auto is = [&](std::string_view key, const auto& wanted) {
    bool found = false;
    matcher.each_plain(matcher.look_up(key, scratch),
                       [&](Symbol symbol) { found = found || wanted(symbol); });
    return found;
  };
  for (std::size_t i = 0; i < std::min(kBlocks, document.blocks.size()); ++i) {
    Matcher::forget_words(scratch);
    words.clear();
    matcher.language().lexicon.cutter.cut(document.blocks[i].text, words);
    for (std::size_t word = 0; word + 1 < words.size(); ++word) {
      if (!words.words[word].capital || words.key(word).size() < 3) continue;
      // A word that the lexicon knows is no proper name.
      if (is(words.key(word + 1), [&](Symbol symbol) { return symbol == may; }) &&
          !is(words.key(word), [&](Symbol symbol) { return symbol != third_party; }))
        ++count[std::string(words.key(word))];
    }
  }
  std::vector<std::string> names;
  const auto best = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best != count.end() && best->second >= kOften) names.push_back(best->first);
  words.clear();
  matcher.language().lexicon.cutter.cut(document.vendor, words);
  if (words.size() > 1) {
    std::string family(words.key(0));
    if (count.contains(family) && (names.empty() || names[0] != family))
      names.push_back(std::move(family));
  }
  return names;
}

}  // namespace fineprint
