// Terms that a document defines for itself, and the concepts they stand for.
//
// '"Content" means Inputs and Outputs' makes "Content" stand for {output} too in this document;
// 'Acme Labs, Inc. ("Acme", "we")' makes "Acme" a name of the vendor.
#pragma once

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
  void each_in(const WordsView& words, const Visit& visit) const {
    if (by_first_.empty()) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words.words[i].capital || (firsts_ & sign_of_word(words.key(i))) == 0) continue;
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

  // One bit of 64, by which most words are told from those that begin terms.
  static std::uint64_t sign_of_word(std::string_view key) {
    if (key.empty()) return 1;
    const auto first = static_cast<unsigned char>(key.front());
    const auto last = static_cast<unsigned char>(key.back());
    return std::uint64_t{1} << ((first * 5U + last * 3U + key.size()) % 64);
  }

  TextMap<std::vector<DefinedTerm>> by_first_;  // by first word
  std::uint64_t firsts_ = 0;                    // the signs of the first words
};

}  // namespace fineprint
