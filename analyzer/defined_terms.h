// Terms that a document defines for itself, and the concepts they stand for.
//
// '"Content" means Inputs and Outputs' makes "Content" stand for {output} too in this document;
// 'Acme Labs, Inc. ("Acme", "we")' makes "Acme" a name of the vendor.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation.h"

namespace fineprint {

// A capitalised term and what it stands for.
struct DefinedTerm {
  std::vector<std::string> keys;  // its words, normalised
  std::vector<Symbol> stands_for;
};

class DefinedTerms {
 public:
  void add(DefinedTerm term);
  // Calls visit(begin, end, symbol) for each term that occurs, capitalised, in the words, with each
  // concept that it stands for.
  template <typename Visit>
  void each_in(const CutText& text, const Visit& visit) const {
    if (by_first_.empty()) return;
    const WordsView& words = text.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      // Both at once: where a sentence has capitals cannot be foreseen.
      if ((unsigned{words.words[i].capital} &
           unsigned{first_signs_[sign_of(text.known[i]->key)]}) == 0)
        continue;
      const auto found = by_first_.find(words.key(i));
      if (found == by_first_.end()) continue;
      for (const DefinedTerm& term : found->second) {
        if (!stands_at(term, words, i)) continue;
        for (const Symbol symbol : term.stands_for) visit(i, i + term.keys.size(), symbol);
      }
    }
  }
  bool empty() const { return by_first_.empty(); }
  const TextMap<std::vector<DefinedTerm>>& terms() const { return by_first_; }

 private:
  static bool stands_at(const DefinedTerm& term, const WordsView& words, std::size_t at);

  static constexpr unsigned kSignBits = 10;
  // Tells most words from those that begin terms, by their first letters.
  static std::size_t sign_of(const WordKey& key) {
    return (key.head * 0x9E3779B97F4A7C15) >> (64 - kSignBits);
  }

  TextMap<std::vector<DefinedTerm>> by_first_;            // by first word
  std::bitset<std::size_t{1} << kSignBits> first_signs_;  // of the first words
};

}  // namespace fineprint
