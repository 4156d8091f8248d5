// The words of all sentences of a document, cut and looked up once for all who read them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/matcher.h"
#include "analyzer/sentence.h"
#include "corpus/document.h"

namespace fineprint {

// Keeps its memory from document to document: one a thread.
class DocumentWords {
 public:
  // Cuts the sentences. What was looked up stays in `scratch`: words must not be forgotten
  // (Matcher::forget_words) while this is read.
  void cut(const Document& document, const std::vector<Sentence>& sentences, const Matcher& matcher,
           MatcherScratch& scratch);

  std::size_t sentences() const { return ends_.size(); }
  // The words of a sentence; offsets count from its start.
  std::span<const Word> words(std::size_t sentence) const {
    return std::span(list_.words).subspan(begin(sentence), end(sentence) - begin(sentence));
  }
  // The same as the rules know them.
  std::span<const KnownWord* const> known(std::size_t sentence) const {
    return std::span(known_).subspan(begin(sentence), end(sentence) - begin(sentence));
  }
  std::string_view key(const Word& word) const {
    return std::string_view(list_.keys).substr(word.key_begin, word.key_end - word.key_begin);
  }

  CutText text(std::size_t sentence) const {
    return {{words(sentence), list_.keys}, known(sentence)};
  }
  // The words of what leads into a sentence; until it is asked for those of another.
  CutText lead_in(const std::vector<std::string_view>& lead_in, const Matcher& matcher,
                  MatcherScratch& scratch);

  // Makes `out` the sentence's words behind those of what leads into it, as Matcher::cut does.
  void load(std::size_t sentence, const std::vector<std::string_view>& lead_in,
            const Matcher& matcher, MatcherScratch& scratch, Annotation& out);

 private:
  std::size_t begin(std::size_t sentence) const { return sentence == 0 ? 0 : ends_[sentence - 1]; }
  std::size_t end(std::size_t sentence) const { return ends_[sentence]; }
  // Where the keys of a sentence begin.
  std::size_t key_begin(std::size_t sentence) const {
    return sentence == 0 ? 0 : key_ends_[sentence - 1];
  }

  WordList list_;
  KnownWords known_;
  std::vector<std::string_view> lead_in_;  // what led in last; many sentences share it
  Annotation lead_in_words_;
  std::vector<std::size_t> ends_;      // by sentence: the number of words up to its end ...
  std::vector<std::size_t> key_ends_;  // ... and of bytes of their keys
};

}  // namespace fineprint
