// What changed between two collections of documents, for better or worse.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/change.h"
#include "reports/diff_side.h"
#include "reports/document_filter.h"
#include "reports/version_summary.h"
#include "rules/rule_set.h"

namespace fineprint {

// A document on one side.
struct DiffDocument {
  std::string vendor;
  std::string type;
  std::string path;
  std::string sha256;  // of its first part
  VersionSummary summary;
};

// Two versions of a document, or one that came or went.
struct DocumentDiff {
  std::optional<DiffDocument> old_side;  // at least one of them is there
  std::optional<DiffDocument> new_side;
  std::string note;       // why it was not compared, or ""
  DocumentChange change;  // none where it was not compared

  const DiffDocument& latest() const { return new_side ? *new_side : *old_side; }
  bool renamed() const;  // on both sides, under another vendor, type or path
};

// A vendor on one side: its score and answers for the audience of the profile.
struct VendorStanding {
  std::string name;
  int score = 0;  // tenths
  int low = 0;
  int high = 0;
  char grade = 'F';
  Verdict verdict;
};

struct VendorDiff {
  std::optional<VendorStanding> old_side;
  std::optional<VendorStanding> new_side;
  std::vector<DocumentDiff> documents;  // by type and path
  Direction direction = Direction::kUnchanged;

  const std::string& name() const { return new_side ? new_side->name : old_side->name; }
};

struct SkippedInput {
  bool old_side = false;
  std::string path;
  std::string error;
};

struct Diff {
  std::string old_source;
  std::string new_source;
  std::vector<VendorDiff> vendors;  // by name
  std::vector<SkippedInput> skipped;
  std::string rules_digest;
  std::string other_rules;  // digest of other rules, with which a saved scan was made, or ""
  const Profile* profile = nullptr;

  Direction direction() const;
};

struct DiffOptions {
  std::string profile = "business";
  DocumentFilter filter;  // by either side's names
  bool text = false;      // list the text that changed outside any clause
  int threads = 0;        // 0: as many as the machine has cores
};

// Pairs the documents of both sides (diff_pair.h) and compares each pair. Documents with the same
// contents are not changed, whatever rules found in them.
//
// A document that came or went, of a vendor that is on both sides, is compared with nothing: its
// clauses came or went, those neutrally that another of the vendor's documents states on the other
// side. Nothing is compared where the vendor is on one side only, or where the other side's
// document could not be read. Throws std::invalid_argument for a profile that the rubric does not
// have. `rubric` must outlive the result.
Diff compare_sides(const DiffSide& old_side, const DiffSide& new_side, const RuleSet& rules,
                   const Rubric& rubric, const DiffOptions& options);

}  // namespace fineprint
