// A word of a text as the rules of a language know it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "analyzer/symbol_gate.h"
#include "analyzer/symbols.h"
#include "analyzer/word_key.h"
#include "rules/words.h"

namespace fineprint {

// As large as a line of the processor's cache, since texts are full of words that lie in no order.
struct alignas(64) KnownWord {
  WordKey key;       // the word, normalised
  Sign follows = 0;  // PhraseTrie's, of what may go on a phrase that begins with it
  Sign sign = 0;     // the same of its symbols
  // One behind the other: its mark, its starts and what it is alone. They lie right behind the word
  // where its MatcherScratch keeps it; words that no pattern asks for share theirs.
  const std::uint32_t* items = nullptr;
  std::uint16_t mark_size = 0;
  std::uint16_t start_count = 0;
  std::uint16_t alone_count = 0;
  std::uint16_t symbol_count : 12 = 0;
  std::uint16_t may : 1 = 0;          // it says that somebody may do something
  std::uint16_t unit : 1 = 0;         // a unit of time may begin with it ...
  std::uint16_t number : 1 = 0;       // ... and a number ...
  std::uint16_t ends_number : 1 = 0;  // ... or end with it

  // What it leaves at the gate (SymbolGate::see_filled), the phrases that it is by itself included.
  std::span<const std::uint32_t> mark() const { return {items, mark_size}; }
  // Nodes of the PhraseTrie from which phrases that begin with it go on.
  std::span<const std::uint32_t> starts() const { return {items + mark_size, start_count}; }
  // What stands at the word by itself: its symbols (itself and its known beginnings), then the
  // concepts of which it is a plain phrase. Each once.
  std::span<const Symbol> alone() const { return {items + mark_size + start_count, alone_count}; }
  std::span<const Symbol> symbols() const { return alone().first(symbol_count); }
  std::span<const Symbol> concepts() const { return alone().subspan(symbol_count); }
};
static_assert(sizeof(KnownWord) == 64 && std::is_same_v<Symbol, std::uint32_t>);

// The words of a text, in order.
using KnownWords = std::vector<const KnownWord*>;

// Words that were cut and looked up; of as many.
struct CutText {
  WordsView words;
  std::span<const KnownWord* const> known;
};

}  // namespace fineprint
