#include "analyzer/likelihood.h"

#include <cstddef>
#include <string_view>

namespace fineprint {
namespace {

constexpr double kOfMostCommon = 0.1;    // of a text's words are the most common one
constexpr std::size_t kRareRank = 2500;  // of words that are not among the common ones
constexpr int kWords = 20;               // of a sentence

double either(double a, double b) {
  return 1 - (1 - a) * (1 - b);
}

// The nth word of a language is found about 1/n times as often as the first (Zipf's law).
double in_sentence(std::size_t rank) {
  double without = 1;
  for (int i = 0; i < kWords; ++i) without *= 1 - kOfMostCommon / static_cast<double>(rank);
  return 1 - without;
}

}  // namespace

Likelihood::Likelihood(const SymbolTable& symbols, const std::vector<std::string>& common_words)
    : symbols_(symbols), rare_(in_sentence(kRareRank)) {
  std::size_t rank = 0;
  for (const std::string& word : common_words) words_.try_emplace(word, in_sentence(++rank));
}

double Likelihood::of_new(Symbol symbol) const {
  if (symbols_.kind(symbol) == SymbolKind::kConcept) return 0;
  const std::string& name = symbols_.name(symbol);
  if (symbols_.kind(symbol) == SymbolKind::kWord) {
    const auto known = words_.find(name);
    return known == words_.end() ? rare_ : known->second;
  }
  const std::string_view prefix = std::string_view(name).substr(0, name.size() - 1);
  double any = rare_;
  for (auto at = words_.lower_bound(prefix); at != words_.end() && at->first.starts_with(prefix);
       ++at)
    any = either(any, at->second);
  return any;
}

double Likelihood::of_symbol(Symbol symbol) {
  if (known_.size() <= symbol) known_.resize(symbol + 1);
  if (!known_[symbol]) known_[symbol] = of_new(symbol);
  return *known_[symbol];
}

void Likelihood::set(Symbol concept_symbol, double likelihood) {
  of_symbol(concept_symbol);
  known_[concept_symbol] = likelihood;
}

void Likelihood::add_phrase(Symbol concept_symbol, const RequiredLists& required) {
  double phrase = 1;
  for (const std::vector<Symbol>& list : required) phrase *= of(list);
  set(concept_symbol, either(of_symbol(concept_symbol), phrase));
}

double Likelihood::of(const std::vector<Symbol>& list) {
  double any = 0;
  for (const Symbol symbol : list) any = either(any, of_symbol(symbol));
  return any;
}

}  // namespace fineprint
