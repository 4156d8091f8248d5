// Which document of one collection was which of another.
//
// Paired are, in this order: two lone documents; documents of the same vendor and type (by path,
// then contents, then what is left where it is one on each side); documents anywhere that have most
// of their sentences in common, so that moves and renames are followed; and the last documents of a
// vendor, if one is left on each side and their kinds do not speak against it. Where each side has
// one vendor, it is taken for the same, whatever its name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/finding.h"

namespace fineprint {

// A document as pairing needs it.
struct PairingDocument {
  std::string vendor;
  std::string type;
  std::string path;
  std::vector<std::string> digests;  // SHA-256 of its parts
  // A key and a length in words for each sentence that says enough to be told by.
  struct Sentence {
    std::uint64_t key = 0;
    int words = 0;
  };
  std::vector<Sentence> sentences;
  bool whole = true;  // false: only sentences in which a clause was found are known
};

PairingDocument pairing_document(const DocumentAnalysis& document);

struct DocumentPair {
  int old_document = -1;  // -1: there is none on this side
  int new_document = -1;
};

// Every document of both sides in exactly one pair: those with a new document in its order, then
// the rest in the old order.
std::vector<DocumentPair> pair_documents(const std::vector<PairingDocument>& old_documents,
                                         const std::vector<PairingDocument>& new_documents);

}  // namespace fineprint
