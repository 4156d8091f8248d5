// From findings to answers: what a document, or a vendor to one audience, says on each question.
//
// Where findings disagree, a stated precedence decides: for training, a way out over plain use, use
// over use after agreement, that over a promise not to train, that over unclear "improvement". What
// decided and what contradicts is kept with each answer.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

// Decides the answers for readers of `audience`. Findings that speak only of the other audience are
// left out of account. Indexes in the answers are positions in `findings`.
Verdict decide_verdict(const std::vector<const Finding*>& findings, Audience audience);

// Whom a document addresses, by its terms type, else by whom its findings and text speak of.
Audience document_audience(std::string_view terms_type, int business_mentions,
                           int consumer_mentions);

}  // namespace fineprint
