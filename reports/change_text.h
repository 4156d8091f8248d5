// Sentences reduced to what their wording says, so that two versions of a text can be compared.
//
// Left out: case, punctuation, quotation marks, white space, addresses of links, the numbers of
// clauses and of sections referred to, and calendar dates. Kept: every other word and number, in
// order ("30 days" against "90 days" is a difference). A word is its 64-bit hash.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fineprint {

using WordHashes = std::vector<std::uint64_t>;

// The words of a text. Ideographs are words of their own.
WordHashes text_words(std::string_view text);

// One number for a sequence of words; equal for equal sequences on every machine.
std::uint64_t words_key(const WordHashes& words);

// What similarity needs of a text, sorted: its words and its pairs of neighbouring words.
struct TextShingles {
  WordHashes words;
  WordHashes pairs;
};
TextShingles text_shingles(const WordHashes& words);

// From 0 (no word in common) to 1 (the same words in the same order, all but).
double similarity(const TextShingles& a, const TextShingles& b);

// The share of the words of `part` that are in `whole` too, as often, neighbours counted likewise.
double containment(const TextShingles& part, const TextShingles& whole);

}  // namespace fineprint
