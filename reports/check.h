// Whether documents hold to a policy (policy.h), and where they do not.
//
// Nothing passes for being unread: what could not be read, and documents in a language that has no
// rules, are kept beside the violations, and an empty collection does not pass either.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/finding.h"
#include "reports/diff.h"
#include "reports/policy.h"
#include "reports/source_region.h"
#include "rules/rule_set.h"

namespace fineprint {

// A sentence of a document, or the document as a whole where `quote` is empty.
struct CheckPlace {
  std::string path;
  SourceRegion region;  // of a whole document: line 1
  std::string clause;
  std::string quote;
  std::string lead_in;               // for list items and table cells: what introduces them
  std::vector<std::string> section;  // headings, outermost first
};

struct Violation {
  const PolicyRule* rule = nullptr;
  std::string vendor;
  std::string type;                         // of the document of the first place, or ""
  Audience audience = Audience::kBusiness;  // kBoth: of either audience alike
  std::string clause;                       // that violates the rule, or ""
  std::string detail;                       // what the documents say instead, on one line
  std::string before;                       // changes: the sentence as it was, or ""
  std::vector<CheckPlace> places;  // the first is where it is shown; none without a document
  const Waiver* waiver = nullptr;  // that lets it pass
  // What is violated where it is no one sentence ("trains=yes"); "" where it is the first place's.
  std::string subject;
  // 32 hexadecimal digits, different for each violation of a run. It stays when text moves or when
  // its markup, case, punctuation and numbering change.
  std::string fingerprint;
};

// A rule held against a vendor.
struct RuleOutcome {
  const PolicyRule* rule = nullptr;
  std::string vendor;
  std::vector<std::size_t> violations;  // indexes into CheckResult::violations
};

// Something about the policy that its author should know: an unknown vendor, an expired waiver.
struct CheckNotice {
  PolicyLevel level = PolicyLevel::kWarning;
  std::string message;
  int line = 0;  // in the policy file
};

enum class CheckVerdict { kHolds, kViolated, kNotRead };

struct CheckResult {
  std::vector<Violation> violations;  // by vendor, then in the order of rules and documents
  std::vector<RuleOutcome> outcomes;  // likewise
  std::vector<CheckNotice> notices;   // in the order of the policy file
  std::vector<std::pair<std::string, std::string>> unread;  // path, why; sorted
  std::size_t vendors = 0;
  std::size_t documents = 0;

  // Violated where a violation that is not waived, or a notice, is at least of this level; else
  // unread where anything could not be read or nothing was checked.
  CheckVerdict verdict(PolicyLevel fail_on = PolicyLevel::kError) const;
  // Violations of a level that are not waived.
  std::size_t count(PolicyLevel level) const;
  std::size_t waived() const;
};

// What conditions on changes are held against.
struct CheckBaseline {
  const Analysis& analysis;  // of the baseline
  const Diff& diff;          // from the baseline to what is checked
};

struct CheckOptions {
  std::string today;  // ISO 8601 date, that waivers are held against
  // The name under which a path of the analysis is reported; null: as it is.
  std::function<std::string(const std::string&)> locate;
  const CheckBaseline* baseline = nullptr;  // needed where a rule of the policy is about changes
};

// Holds every vendor against every rule that is for it. `policy` must outlive the result. Throws
// std::invalid_argument where a rule is about changes and there is no baseline, and where one asks
// for a score and the rubric has no profile for the audience.
CheckResult check_policy(const Policy& policy, const Analysis& analysis, const RuleSet& rules,
                         const Rubric& rubric, const CheckOptions& options);

}  // namespace fineprint
