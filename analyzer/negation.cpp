#include "analyzer/negation.h"

namespace fineprint {
namespace {

bool begins_break(const NegationConcepts& concepts, const Annotation& text, std::size_t word) {
  if (text.words.words[word].marks & kSemicolon) return true;
  for (const Entry& entry : text.at[word]) {
    if (entry.symbol == concepts.scope_break) return true;
  }
  return false;
}

bool is_pseudo(const std::vector<WordSpan>& pseudo, const WordSpan& negator) {
  for (const WordSpan& span : pseudo) {
    if (span.begin <= negator.begin && negator.end <= span.end) return true;
  }
  return false;
}

}  // namespace

void mark_negation(const NegationConcepts& concepts, Annotation& text) {
  if (!text.has(concepts.negator) && !text.has(concepts.prohibited)) return;
  const std::vector<WordSpan> pseudo = text.spans(concepts.pseudo);
  for (const WordSpan& negator : text.spans(concepts.negator)) {
    if (is_pseudo(pseudo, negator)) continue;
    for (std::size_t word = negator.end; word < text.words.size(); ++word) {
      if (begins_break(concepts, text, word)) break;
      text.negated[word] = true;
    }
  }
  for (const WordSpan& span : text.spans(concepts.prohibited)) {
    for (std::size_t word = span.begin; word-- > 0;) {
      text.negated[word] = true;
      if (begins_break(concepts, text, word)) break;
    }
  }
}

}  // namespace fineprint
