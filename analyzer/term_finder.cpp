#include "analyzer/term_finder.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "analyzer/vendor_name.h"

namespace fineprint {

TermFinder::TermFinder(const Matcher& matcher)
    : matcher_(matcher),
      reader_(matcher),
      definition_heading_(matcher.find_concept("definition-heading")) {}

bool TermFinder::is_definitions(const std::string& heading, MatcherScratch& scratch) {
  matcher_.cut({heading}, scratch, heading_);
  matcher_.find_plain(nullptr, scratch, heading_);
  return definition_heading_ != kNoSymbol &&
         matcher_.establish(definition_heading_, scratch, heading_);
}

void TermFinder::add_names(const std::string& vendor, const DocumentWords& words,
                           DefinedTerms& terms) const {
  WordList name;
  matcher_.language().lexicon.cutter.cut(vendor, name);
  DefinedTerm term;
  for (std::size_t i = 0; i < name.size(); ++i) term.keys.emplace_back(name.key(i));
  term.stands_for = {matcher_.find_concept("vendor")};
  terms.add(term);
  for (std::string& acting : acting_names(words, name, matcher_)) {
    term.keys = {std::move(acting)};
    terms.add(term);
  }
}

DefinedTerms TermFinder::find(const Document& document, const std::vector<Sentence>& sentences,
                              DocumentWords& words, MatcherScratch& scratch) {
  DefinedTerms terms;
  add_names(document.vendor, words, terms);
  int section = kNone;
  bool in_definitions = false;
  std::vector<int> likely;  // headings of definitions, by block
  int quotes_of = kNone;    // the block that was asked for quotation marks last
  bool quotes = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    const Block& block = document.blocks[static_cast<std::size_t>(sentence.block)];
    if (block.section != section) {
      section = block.section;
      in_definitions =
          std::binary_search(likely.begin(), likely.end(), section) &&
          is_definitions(document.blocks[static_cast<std::size_t>(section)].text, scratch);
    }
    if (block.kind == BlockKind::kHeading && matcher_.may_head_definitions(words.known(i)))
      likely.push_back(sentence.block);
    if (std::exchange(quotes_of, sentence.block) != sentence.block)
      quotes = DefinitionReader::may_quote(block.text);
    if (!quotes && !in_definitions) continue;
    reader_.read(
        std::string_view(block.text)
            .substr(sentence.text.begin, sentence.text.end - sentence.text.begin),
        in_definitions, [&](Annotation& text) { words.load(i, {}, matcher_, scratch, text); },
        scratch, terms);
  }
  return terms;
}

}  // namespace fineprint
