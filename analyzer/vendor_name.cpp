#include "analyzer/vendor_name.h"

#include <algorithm>
#include <map>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kBlocks = 300;  // of a document's start that are looked at
constexpr int kOften = 4;

// Whether the lexicon has a concept for the word alone: then it is no proper name.
bool is_known(const std::vector<Symbol>& symbols, const Annotation& text, std::size_t word,
              Symbol third_party) {
  for (const Entry& entry : text.at[word]) {
    if (entry.symbol == third_party) continue;
    const bool plain = std::find(symbols.begin(), symbols.end(), entry.symbol) != symbols.end();
    if (!plain) return true;
  }
  return false;
}

}  // namespace

std::string acting_name(const Document& document, const Matcher& matcher, MatcherScratch& scratch) {
  const Symbol may = matcher.find_concept("may");
  const Symbol third_party = matcher.find_concept("third-party");
  Annotation text;
  std::map<std::string, int> count;
  for (std::size_t i = 0; i < std::min(kBlocks, document.blocks.size()); ++i) {
    matcher.annotate_plain(document.blocks[i].text, scratch, text);
    if (!text.has(may)) continue;
    for (std::size_t word = 0; word + 1 < text.words.size(); ++word) {
      if (!text.words.words[word].capital || text.words.key(word).size() < 3) continue;
      const bool acts = std::any_of(text.at[word + 1].begin(), text.at[word + 1].end(),
                                    [&](const Entry& entry) { return entry.symbol == may; });
      if (acts && !is_known(*scratch.word_symbols[word], text, word, third_party)) {
        ++count[std::string(text.words.key(word))];
      }
    }
  }
  const auto best = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == count.end() || best->second < kOften ? "" : best->first;
}

}  // namespace fineprint
