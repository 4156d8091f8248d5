#include "analyzer/annotation.h"

namespace fineprint {

void Annotation::reset(std::size_t symbols) {
  if (present.size() != symbols) {
    present.assign(symbols, 0);
  } else {
    for (const Symbol symbol : touched_) present[symbol] = 0;
  }
  touched_.clear();
  where_.clear();
  if (words.words.size() > kMaxWords) words.words.resize(kMaxWords);
  if (at.size() < words.size() + 1) at.resize(words.size() + 1);
  for (std::size_t i = 0; i <= words.size(); ++i) at[i].clear();
  signs.assign(words.size() + 1, 0);
  negated.assign(words.size() + 1, 0);
  durations.clear();
  searched.clear();
}

void Annotation::add(std::size_t begin, std::size_t end, Symbol symbol, std::uint16_t rank) {
  std::vector<Entry>& entries = at[begin];
  if (signs[begin] & sign_of(symbol)) {
    for (const Entry& entry : entries) {
      if (entry.symbol == symbol && entry.end == end) return;
    }
  }
  touch(symbol, begin);
  signs[begin] |= sign_of(symbol);
  auto place = entries.end();
  while (place != entries.begin() && (place - 1)->rank > rank) --place;
  entries.insert(place, {symbol, static_cast<std::uint16_t>(end), rank});
}

void Annotation::add_word(std::size_t word, std::span<const Symbol> symbols) {
  std::vector<Entry>& entries = at[word];
  for (const Symbol symbol : symbols) {
    touch(symbol, word);
    signs[word] |= sign_of(symbol);
    entries.push_back({symbol, static_cast<std::uint16_t>(word + 1), 0});
  }
}

std::vector<WordSpan> Annotation::spans(Symbol symbol) const {
  std::vector<WordSpan> found;
  if (!has(symbol)) return found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const Entry& entry : at[i]) {
      if (entry.symbol == symbol) found.push_back({static_cast<std::uint16_t>(i), entry.end});
    }
  }
  return found;
}

}  // namespace fineprint
