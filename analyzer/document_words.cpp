#include "analyzer/document_words.h"

#include <algorithm>

namespace fineprint {

void DocumentWords::cut(const Document& document, const std::vector<Sentence>& sentences,
                        const Matcher& matcher, MatcherScratch& scratch) {
  list_.clear();
  ends_.clear();
  key_ends_.clear();
  lead_in_.clear();
  for (const Sentence& sentence : sentences) {
    const std::string_view text = document.blocks[static_cast<std::size_t>(sentence.block)].text;
    matcher.language().lexicon.cutter.cut(
        text.substr(sentence.text.begin, sentence.text.end - sentence.text.begin), list_);
    ends_.push_back(list_.words.size());
    key_ends_.push_back(list_.keys.size());
  }
  matcher.look_up(list_, scratch, known_);
}

CutText DocumentWords::lead_in(const std::vector<std::string_view>& lead_in, const Matcher& matcher,
                               MatcherScratch& scratch) {
  if (lead_in.empty()) return {};
  // The same text in the same place; comparing it would cost more.
  const bool same = std::equal(lead_in.begin(), lead_in.end(), lead_in_.begin(), lead_in_.end(),
                               [](std::string_view a, std::string_view b) {
                                 return a.data() == b.data() && a.size() == b.size();
                               });
  if (!same) {
    lead_in_ = lead_in;
    matcher.cut(lead_in, scratch, lead_in_words_);
  }
  return {lead_in_words_.words, lead_in_words_.known};
}

void DocumentWords::load(std::size_t sentence, const std::vector<std::string_view>& lead_in,
                         const Matcher& matcher, MatcherScratch& scratch, Annotation& out) {
  const CutText before = this->lead_in(lead_in, matcher, scratch);
  out.words.words.assign(before.words.words.begin(), before.words.words.end());
  out.words.keys = before.words.keys;
  out.known.assign(before.known.begin(), before.known.end());
  const std::span<const Word> own = words(sentence);
  out.own_begin = out.words.size();
  if (own.empty()) return;
  const std::size_t keys = out.words.keys.size();
  const std::size_t shift = key_begin(sentence);
  out.words.keys.append(list_.keys, shift, key_ends_[sentence] - shift);
  for (Word word : own) {
    word.key_begin = static_cast<std::uint32_t>(word.key_begin - shift + keys);
    word.key_end = static_cast<std::uint32_t>(word.key_end - shift + keys);
    out.words.words.push_back(word);
  }
  if (!lead_in.empty()) out.words.words[out.own_begin].marks |= kColon;
  if (out.words.size() > kMaxWords) out.words.words.resize(kMaxWords);
  const std::span<const KnownWord* const> known = this->known(sentence);
  out.known.insert(out.known.end(), known.begin(), known.end());
  out.known.resize(out.words.size());
}

}  // namespace fineprint
