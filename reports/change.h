// What changed between two versions of a document, clause by clause, and for better or worse.
//
// Only sentences whose words changed count: a clause that is found in one version and not in the
// other, although the sentence stands in both, is no change. A clause that came or went while the
// document states it elsewhere too, and one that was reworded, are neutral. Where the stance of a
// sentence changed (opt-in became opt-out), what it became decides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/finding.h"
#include "reports/change_snapshot.h"
#include "reports/rubric.h"
#include "rules/catalogue.h"

namespace fineprint {

// For the customer.
enum class Direction { kUnchanged, kNeutral, kWorse, kBetter, kMixed };
const char* direction_name(Direction direction);  // "none", "neutral", "worse", "better", "mixed"
std::optional<Direction> find_direction(std::string_view name);

enum class ChangeKind { kAdded, kRemoved, kChanged, kReworded };
const char* change_kind_name(ChangeKind kind);  // "added", "removed", "changed", "reworded"
std::optional<ChangeKind> find_change_kind(std::string_view name);

// A sentence of one version, with its place.
struct ChangeQuote {
  std::string quote;
  std::string lead_in;  // for list items and table cells: what introduces them
  std::vector<std::string> section;
  std::string path;  // of the part it stands in
  int line = 0;      // 1-based; 0 where unknown, as is then `source`
  ByteRange source;
  std::string clause;  // found in it, "" if none
  std::string period;  // that the clause states, or ""
};

struct Change {
  ChangeKind kind = ChangeKind::kReworded;
  std::string clause;  // after the change, or before it where it was removed
  Direction direction = Direction::kNeutral;
  Severity severity = Severity::kMedium;
  std::optional<ChangeQuote> old_quote;  // none where the clause is not there on this side
  std::optional<ChangeQuote> new_quote;
  std::optional<ChangeQuote> counterpart;  // the sentence there that this one came from or became
  std::string reason;                      // why it has this direction, in a few words
};

// Text outside any clause that came, went or changed.
struct TextChange {
  ChangeKind kind = ChangeKind::kAdded;  // added or removed
  std::string text;
  std::vector<std::string> section;
};

struct DocumentChange {
  Direction direction = Direction::kUnchanged;
  std::vector<Change> changes;   // worse ones first, then better and neutral; each by place
  int text_added = 0;            // sentences outside any clause that came ...
  int text_removed = 0;          // ... and went; a changed one counts as both
  std::vector<TextChange> text;  // these, if asked for
};

struct CompareOptions {
  bool text = false;  // list the text that changed outside any clause
};

DocumentChange compare_versions(const Snapshot& old_version, const Snapshot& new_version,
                                const Catalogue& catalogue, const Rubric& rubric,
                                const CompareOptions& options = {});

// What changes of several directions come to.
Direction combined(Direction a, Direction b);

}  // namespace fineprint
