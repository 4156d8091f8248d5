#include "analyzer/annotation.h"

namespace fineprint {

void Annotation::reset(std::size_t symbols) {
  if (present.size() != symbols) {
    present.assign(symbols, 0);
    possible.assign(symbols, 0);
  } else {
    for (const Symbol symbol : touched_) present[symbol] = 0;
    for (const Symbol symbol : allowed_) possible[symbol] = 0;
  }
  touched_.clear();
  allowed_.clear();
  if (words.words.size() > kMaxWords) words.words.resize(kMaxWords);
  if (at.size() < words.size() + 1) at.resize(words.size() + 1);
  for (std::size_t i = 0; i <= words.size(); ++i) at[i].clear();
  negated.assign(words.size() + 1, false);
  durations.clear();
}

void Annotation::allow(Symbol symbol) {
  if (possible[symbol]) return;
  possible[symbol] = 1;
  allowed_.push_back(symbol);
}

void Annotation::add(std::size_t begin, std::size_t end, Symbol symbol) {
  if (!present[symbol]) {
    present[symbol] = 1;
    touched_.push_back(symbol);
    allow(symbol);
  } else {
    for (const Entry& entry : at[begin]) {
      if (entry.symbol == symbol && entry.end == end) return;
    }
  }
  at[begin].push_back({symbol, static_cast<std::uint16_t>(end)});
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
