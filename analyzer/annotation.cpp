#include "analyzer/annotation.h"

namespace fineprint {

void Annotation::reset(std::size_t symbols) {
  if (present.size() != symbols) {
    present.assign(symbols, 0);
    last_begin_.resize(symbols);
  } else {
    for (const Symbol symbol : touched_) present[symbol] = 0;
  }
  touched_.clear();
  begins_.clear();
  if (words.words.size() > kMaxWords) words.words.resize(kMaxWords);
  if (at.size() < words.size() + 1) at.resize(words.size() + 1);
  for (std::size_t i = 0; i <= words.size(); ++i) at[i].clear();
  signs.assign(words.size() + 1, 0);
  negated.assign(words.size() + 1, false);
  durations.clear();
  searched.clear();
}

void Annotation::add(std::size_t begin, std::size_t end, Symbol symbol, std::uint16_t rank) {
  std::vector<Entry>& entries = at[begin];
  std::uint32_t before = kFirst;
  if (!present[symbol]) {
    present[symbol] = 1;
    touched_.push_back(symbol);
  } else {
    for (const Entry& entry : entries) {
      if (entry.symbol == symbol && entry.end == end) return;
    }
    before = last_begin_[symbol];
  }
  last_begin_[symbol] = static_cast<std::uint32_t>(begins_.size());
  begins_.push_back({static_cast<std::uint16_t>(begin), before});
  signs[begin] |= sign_of(symbol);
  auto place = entries.end();
  while (place != entries.begin() && (place - 1)->rank > rank) --place;
  entries.insert(place, {symbol, static_cast<std::uint16_t>(end), rank});
}

void Annotation::append_begins(Symbol symbol, std::vector<std::uint16_t>& out) const {
  if (!has(symbol)) return;
  for (std::uint32_t i = last_begin_[symbol]; i != kFirst; i = begins_[i].before)
    out.push_back(begins_[i].word);
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
