#include "analyzer/vendor_name.h"

#include <algorithm>
#include <map>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kSentences = 1000;  // of a document's start that are looked at
constexpr std::size_t kShortestName = 3;  // bytes
constexpr int kOften = 3;

}  // namespace

std::vector<std::string> acting_names(const DocumentWords& words, const WordList& folder,
                                      const Matcher& matcher) {
  const Symbol third_party = matcher.find_concept("third-party");
  std::map<std::string, int, std::less<>> count;
  // A word that the lexicon knows is no proper name.
  const auto is_name = [&](const KnownWord& word) {
    const std::span<const Symbol> concepts = word.concepts();
    return std::all_of(concepts.begin(), concepts.end(),
                       [&](Symbol symbol) { return symbol == third_party; });
  };
  for (std::size_t sentence = 0; sentence < std::min(kSentences, words.sentences()); ++sentence) {
    const std::span<const Word> all = words.words(sentence);
    const std::span<const KnownWord* const> known = words.known(sentence);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      // Both at once: where a sentence has capitals cannot be foreseen.
      if ((unsigned{all[i].capital} & known[i + 1]->may) == 0) continue;
      if (all[i].key_end - all[i].key_begin >= kShortestName && is_name(*known[i]))
        ++count[std::string(words.key(all[i]))];
    }
  }
  std::vector<std::string> names;
  const auto best = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best != count.end() && best->second >= kOften) names.push_back(best->first);
  if (folder.size() > 1) {
    std::string family(folder.key(0));
    if (count.contains(family) && (names.empty() || names[0] != family))
      names.push_back(std::move(family));
  }
  return names;
}

}  // namespace fineprint
