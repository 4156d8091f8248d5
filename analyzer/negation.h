// Marks the words of a sentence that stand under a negation.
//
// A `not` negates what follows it up to a `scope-break`, a semicolon or the end; a `prohibited`
// negates what stands before it back to such a break. A `not` inside a `pseudo-not` is none.
#pragma once

#include "analyzer/annotation.h"

namespace fineprint {

struct NegationConcepts {
  Symbol negator = kNoSymbol;  // {not}
  Symbol prohibited = kNoSymbol;
  Symbol pseudo = kNoSymbol;  // {pseudo-not}
  Symbol scope_break = kNoSymbol;
};

// Fills text.negated from the entries.
void mark_negation(const NegationConcepts& concepts, Annotation& text);

}  // namespace fineprint
