#include "analyzer/annotation.h"

#include <algorithm>
#include <bit>

namespace fineprint {

void Annotation::reset(std::size_t symbols) {
  if (present.size() != symbols) {
    present.assign(symbols, 0);
  } else {
    for (const Present& each : this->symbols()) present[each.symbol] = 0;
  }
  present_count_ = 1;
  if (words.words.size() > kMaxWords) words.words.resize(kMaxWords);
  const std::size_t last = std::max<std::size_t>(words.size(), 1) - 1;
  shift_ = static_cast<unsigned>(std::bit_width(last / 64));
  at.reset(words.size() + 1);
  signs.assign(words.size() + 1, 0);
  negated.assign(words.size() + 1, 0);
  durations.clear();
  searched.clear();
}

void Annotation::add(std::size_t begin, std::size_t end, Symbol symbol, std::uint16_t rank) {
  if (signs[begin] & sign_of(symbol)) {
    for (const Entry& entry : at[begin]) {
      if (entry.symbol == symbol && entry.end == end) return;
    }
  }
  if (present[symbol] == 0) {
    make_room(1);
    present[symbol] = static_cast<std::uint16_t>(present_count_);
    present_[present_count_++] = {symbol, 0};
  }
  present_[present[symbol]].where |= bit_of(begin);
  signs[begin] |= sign_of(symbol);
  at.insert(begin, {symbol, static_cast<std::uint16_t>(end), rank});
}

void Annotation::add_word(std::size_t word, std::span<const Symbol> symbols) {
  const std::span<Entry> entries = at.start(word, symbols.size());
  const auto end = static_cast<std::uint16_t>(word + 1);
  const std::uint64_t bit = bit_of(word);
  make_room(symbols.size());
  // Copies of the members, so that they need not be read again for each symbol.
  std::uint16_t* const places = present.data();
  Present* const seen = present_.data();
  std::size_t count = present_count_;
  Sign sign = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const Symbol symbol = symbols[i];
    if (places[symbol] == 0) {
      places[symbol] = static_cast<std::uint16_t>(count);
      seen[count++] = {symbol, 0};
    }
    seen[places[symbol]].where |= bit;
    sign |= sign_of(symbol);
    entries[i] = {symbol, end, 0};
  }
  present_count_ = count;
  signs[word] = sign;
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
