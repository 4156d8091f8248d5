#include "analyzer/section_headings.h"

#include <algorithm>
#include <utility>

namespace fineprint {

void SectionHeadings::clear() {
  section_ = kNone;
  headings_.clear();
  texts_.clear();
}

std::size_t SectionHeadings::free(const std::vector<Heading>& before) const {
  std::size_t at = 0;
  const auto here = [&](const Heading& each) { return each.at == at; };
  while (std::any_of(headings_.begin(), headings_.end(), here) ||
         std::any_of(before.begin(), before.end(), here))
    ++at;
  return at;
}

const std::vector<Surrounding>& SectionHeadings::above(int section, const Document& document,
                                                       const DefinedTerms& terms,
                                                       MatcherScratch& scratch) {
  if (std::exchange(section_, section) == section) return texts_;
  const std::vector<Heading> before = std::exchange(headings_, {});
  texts_.clear();
  for (int block = section; block != kNone;) {
    const Block& heading = document.blocks[static_cast<std::size_t>(block)];
    const auto known = std::find_if(before.begin(), before.end(),
                                    [&](const Heading& each) { return each.block == block; });
    const std::size_t at = known != before.end() ? known->at : free(before);
    if (annotations_.size() <= at) annotations_.emplace_back();
    Annotation& text = annotations_[at];
    if (known == before.end()) {
      matcher_.cut({heading.text}, scratch, text);
      matcher_.find_plain(&terms, scratch, text);
    }
    headings_.push_back({block, at});
    texts_.push_back({&text, heading.text});
    block = heading.section;
  }
  return texts_;
}

}  // namespace fineprint
