// What the analysis says about a document: findings (evidence) and the verdict they lead to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace fineprint {

// Whom a sentence or document addresses. kBoth is also the answer where nothing is said.
enum class Audience { kBoth, kConsumer, kBusiness };

// A matched piece of a sentence: which concept or word of the rule it stood for.
struct MatchedPart {
  std::string concept_name;  // "{train}", or the literal word of the rule
  ByteRange text;            // in the block's text
};

// One clause found in one sentence, list item or table cell.
struct Finding {
  std::string clause;                   // "training.opt-out"
  std::string rule;                     // id of the rule that found it
  std::string quote;                    // the sentence as the document has it, without markup
  std::vector<std::string> section;     // headings above it, outermost first
  int part = 0;                         // index into Document::parts
  ByteRange source;                     // where the quote stands in the bytes of that part
  int line = 0;                         // 1-based line of source.begin in that part
  int block = 0;                        // index into Document::blocks
  ByteRange text;                       // the quote inside the block's text
  std::string period;                   // ISO 8601 duration, or ""
  bool minor_data = false;              // it speaks of cookies, invoices, applicants, ...
  Audience audience = Audience::kBoth;  // whom the sentence speaks of
  std::string lead_in;             // for list items and table cells: what introduces them, or ""
  std::vector<MatchedPart> parts;  // what the rule matched, in order of the text
};

// Values as strings are those of the JSON output.
struct Answer {
  std::string value = "silent";
  std::vector<int> deciding;       // indexes into the findings of the document (or vendor)
  std::vector<int> contradicting;  // findings that say otherwise
};

// The answers of one document, or of one vendor to one audience.
struct Verdict {
  Audience audience = Audience::kBoth;
  Answer output_owner;         // customer | vendor | conditional | disclaimed | silent
  Answer trains;               // never | opt-in | opt-out | yes | unclear | deidentified | silent
  Answer competing_use_ban;    // yes | no
  Answer retention;            // zero | period | as-needed | indefinite | silent
  Answer delete_on_request;    // yes | no
  std::string longest_period;  // the longest ISO 8601 period behind `retention`, or ""
};

struct DocumentAnalysis {
  Document document;
  std::vector<Finding> findings;  // in order of the document
  Verdict verdict;
  bool has_rules = true;  // false: nothing was looked for, there are no rules for its language
};

// A finding of one of a vendor's documents.
struct FindingRef {
  int document = 0;  // index into VendorAnalysis::documents
  int finding = 0;
};

// Two quotes of one vendor, for one audience, that cannot both hold.
struct Contradiction {
  std::string question;  // "trains", "output_owner", ...
  FindingRef one;
  FindingRef other;
};

// An audience's view of a vendor: in the answers, `deciding` and `contradicting` index `findings`.
struct AudienceAnalysis {
  std::vector<int> documents;        // that this audience reads: indexes into the vendor's
  std::vector<FindingRef> findings;  // of the documents that address this audience
  Verdict verdict;
  std::vector<Contradiction> contradictions;
};

struct VendorAnalysis {
  std::string name;
  std::vector<DocumentAnalysis> documents;  // sorted by type, then path
  AudienceAnalysis business;
  AudienceAnalysis consumer;
};

struct Analysis {
  std::vector<VendorAnalysis> vendors;                       // sorted by name
  std::vector<std::pair<std::string, std::string>> skipped;  // path, error; sorted
  std::string rules_digest;  // "sha256:..." of lexicons, rules and rubric
};

const char* audience_name(Audience audience);  // "both", "consumer", "business"

}  // namespace fineprint
