#include "analyzer/defined_terms.h"

#include <algorithm>
#include <utility>

namespace fineprint {

void DefinedTerms::add(DefinedTerm term) {
  if (term.keys.empty()) return;
  first_signs_.set(sign_of(WordKey(term.keys.front())));
  std::vector<DefinedTerm>& list = by_first_[term.keys.front()];
  for (DefinedTerm& known : list) {
    if (known.keys != term.keys) continue;
    for (const Symbol symbol : term.stands_for) {
      if (std::find(known.stands_for.begin(), known.stands_for.end(), symbol) ==
          known.stands_for.end()) {
        known.stands_for.push_back(symbol);
      }
    }
    return;
  }
  list.push_back(std::move(term));
}

bool DefinedTerms::stands_at(const DefinedTerm& term, const WordsView& words, std::size_t at) {
  if (at + term.keys.size() > words.size()) return false;
  for (std::size_t i = 1; i < term.keys.size(); ++i) {
    if (words.key(at + i) != term.keys[i]) return false;
  }
  return true;
}

}  // namespace fineprint
