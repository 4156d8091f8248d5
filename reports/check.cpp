#include "reports/check.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include "reports/change_text.h"
#include "reports/check_changes.h"
#include "reports/check_conditions.h"
#include "reports/check_view.h"
#include "rules/json_reader.h"

namespace fineprint {
namespace {

std::string short_digest(const std::string& text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = 0; i < 16; ++i) {
    hex += kHex[digest[i] >> 4];
    hex += kHex[digest[i] & 15];
  }
  return hex;
}

// What tells a violation from others, wherever it stands. Each piece with its length before it, so
// that none can pass for two.
std::string identity(const Violation& violation) {
  std::vector<std::string> pieces = {violation.vendor, violation.rule->id, violation.subject};
  if (violation.subject.empty()) {
    const bool quoted = !violation.places.empty() && !violation.places.front().quote.empty();
    const std::string& quote = quoted ? violation.places.front().quote : violation.before;
    pieces.push_back(violation.type);
    pieces.push_back(violation.clause);
    pieces.push_back(std::to_string(words_key(text_words(quote))));
  }
  std::string text;
  for (const std::string& piece : pieces) text += std::to_string(piece.size()) + ':' + piece;
  return text;
}

class Check {
 public:
  Check(const Policy& policy, const Analysis& analysis, const RuleSet& rules, const Rubric& rubric,
        const CheckOptions& options)
      : policy_(policy), analysis_(analysis), rules_(rules), rubric_(rubric), options_(options) {}

  CheckResult run() {
    require_baseline();
    for (const VendorAnalysis& vendor : analysis_.vendors) check_vendor(vendor);
    if (options_.baseline) check_missing_vendors();
    add_fingerprints();
    list_unread();
    add_notices();
    result_.vendors = analysis_.vendors.size();
    return std::move(result_);
  }

 private:
  void require_baseline() const;
  void check_vendor(const VendorAnalysis& vendor);
  void check_missing_vendors();
  void check_rule(const PolicyRule& rule, const VendorAnalysis& vendor, PlaceMaker& places);
  const Waiver* waiver_for(const Violation& violation);
  void add_fingerprints();
  void list_unread();
  void add_notices();
  void notice_unknown_vendors(const std::vector<std::string>& names, const std::string& where,
                              int line);
  void notice_unknown_types(const PolicyRule& rule);
  void notice(PolicyLevel level, std::string message, int line) {
    result_.notices.push_back({level, std::move(message), line});
  }

  const Policy& policy_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  const Rubric& rubric_;
  const CheckOptions& options_;
  CheckResult result_;
  std::set<const Waiver*> used_;
};

bool is_for(const PolicyRule& rule, const std::string& vendor) {
  return (rule.vendors.empty() || any_name_matches(rule.vendors, vendor)) &&
         !any_name_matches(rule.except, vendor);
}

void Check::require_baseline() const {
  for (const PolicyRule& rule : policy_.rules) {
    if (rule.needs_baseline() && !options_.baseline)
      throw std::invalid_argument("rule " + rule.id + " is about changes and needs a baseline");
  }
}

void Check::check_vendor(const VendorAnalysis& vendor) {
  PlaceMaker places(vendor, options_.locate);
  for (const PolicyRule& rule : policy_.rules) {
    if (is_for(rule, vendor.name)) check_rule(rule, vendor, places);
  }
}

void Check::check_rule(const PolicyRule& rule, const VendorAnalysis& vendor, PlaceMaker& places) {
  const VendorView view(vendor, rule.types, places);
  RuleOutcome outcome{&rule, vendor.name, {}};
  const std::size_t first = result_.violations.size();
  for (const Audience audience : rule.audiences) {
    std::multimap<std::string, std::size_t> known;  // the other audience's violations
    for (std::size_t i = first; i < result_.violations.size(); ++i)
      known.emplace(identity(result_.violations[i]), i);
    std::vector<Violation> found =
        rule.needs_baseline() ? change_violations(rule.condition, view, rule.types, audience,
                                                  rubric_, *options_.baseline)
                              : condition_violations(rule.condition, view, audience, rubric_);
    for (Violation& each : found) {
      each.rule = &rule;
      each.vendor = vendor.name;
      const auto same = known.find(identity(each));
      if (same != known.end()) {
        result_.violations[same->second].audience = Audience::kBoth;
        known.erase(same);
        continue;
      }
      each.waiver = waiver_for(each);
      result_.violations.push_back(std::move(each));
    }
  }
  for (std::size_t i = first; i < result_.violations.size(); ++i) outcome.violations.push_back(i);
  result_.outcomes.push_back(std::move(outcome));
}

// Rules on changes are for the vendors of the baseline too.
void Check::check_missing_vendors() {
  for (const VendorDiff& gone : options_.baseline->diff.vendors) {
    if (gone.new_side) continue;
    for (const PolicyRule& rule : policy_.rules) {
      if (!rule.needs_baseline() || !is_for(rule, gone.name())) continue;
      RuleOutcome outcome{&rule, gone.name(), {}};
      for (Violation& each : missing_vendor_violations(rule.condition, gone, rule.types)) {
        each.rule = &rule;
        each.vendor = gone.name();
        each.waiver = waiver_for(each);
        outcome.violations.push_back(result_.violations.size());
        result_.violations.push_back(std::move(each));
      }
      result_.outcomes.push_back(std::move(outcome));
    }
  }
}

const Waiver* Check::waiver_for(const Violation& violation) {
  const Waiver* found = nullptr;
  for (const Waiver& waiver : policy_.waivers) {
    if (!name_matches(waiver.rule, violation.rule->id) ||
        !name_matches(waiver.vendor, violation.vendor) ||
        (!waiver.clause.empty() && !name_matches(waiver.clause, violation.clause))) {
      continue;
    }
    used_.insert(&waiver);
    if (!found && options_.today <= waiver.expires) found = &waiver;
  }
  return found;
}

// The same sentence twice in a document gives two violations, told apart by their number alone.
void Check::add_fingerprints() {
  std::map<std::string, int> count;
  for (Violation& violation : result_.violations) {
    const std::string id = identity(violation);
    violation.fingerprint = short_digest(id + '#' + std::to_string(++count[id]));
  }
}

void Check::list_unread() {
  const auto located = [&](const std::string& path) {
    return options_.locate ? options_.locate(path) : path;
  };
  for (const auto& [path, error] : analysis_.skipped)
    result_.unread.emplace_back(located(path), error);
  if (options_.baseline) {
    for (const auto& [path, error] : options_.baseline->analysis.skipped)
      result_.unread.emplace_back(path, "in the baseline: " + error);
  }
  for (const VendorAnalysis& vendor : analysis_.vendors) {
    for (const DocumentAnalysis& each : vendor.documents) {
      ++result_.documents;
      if (!policy_.other_languages_unread || rules_.for_language(each.document.language)) continue;
      result_.unread.emplace_back(
          located(each.document.path()),
          "there are no rules for its language (" + each.document.language + ")");
    }
  }
  std::sort(result_.unread.begin(), result_.unread.end());
}

void Check::notice_unknown_vendors(const std::vector<std::string>& names, const std::string& where,
                                   int line) {
  std::vector<std::string> known;
  for (const VendorAnalysis& vendor : analysis_.vendors) known.push_back(vendor.name);
  if (options_.baseline) {
    for (const VendorAnalysis& vendor : options_.baseline->analysis.vendors)
      known.push_back(vendor.name);
  }
  for (const std::string& name : names) {
    const bool found = std::any_of(known.begin(), known.end(), [&](const std::string& vendor) {
      return name_matches(name, vendor);
    });
    if (found) continue;
    const std::string near = nearest(name, known);
    notice(PolicyLevel::kWarning,
           where + ": no vendor \"" + name + "\" among the documents" +
               (near.empty() ? "" : "; did you mean \"" + near + "\"?"),
           line);
  }
}

void Check::notice_unknown_types(const PolicyRule& rule) {
  for (const std::string& type : rule.types) {
    bool found = false;
    for (const VendorAnalysis& vendor : analysis_.vendors) {
      if (!is_for(rule, vendor.name)) continue;
      for (const DocumentAnalysis& each : vendor.documents) found |= each.document.type == type;
    }
    if (!found) {
      notice(PolicyLevel::kWarning,
             "rule " + rule.id + ": no document of the type \"" + type + "\" among the documents",
             rule.line);
    }
  }
}

void Check::add_notices() {
  for (const PolicyRule& rule : policy_.rules) {
    notice_unknown_vendors(rule.vendors, "rule " + rule.id, rule.line);
    notice_unknown_vendors(rule.except, "rule " + rule.id, rule.line);
    notice_unknown_types(rule);
  }
  for (const Waiver& waiver : policy_.waivers) {
    const std::string name = "waiver of " + waiver.rule + " for " + waiver.vendor;
    notice_unknown_vendors({waiver.vendor}, name, waiver.line);
    if (waiver.expires < options_.today) {
      notice(PolicyLevel::kWarning,
             name + ": expired on " + waiver.expires + " (" + waiver.reason + ")", waiver.line);
    } else if (!used_.contains(&waiver)) {
      notice(PolicyLevel::kNote, name + ": there is nothing left to waive", waiver.line);
    }
  }
  std::stable_sort(result_.notices.begin(), result_.notices.end(),
                   [](const CheckNotice& a, const CheckNotice& b) { return a.line < b.line; });
}

}  // namespace

CheckVerdict CheckResult::verdict(PolicyLevel fail_on) const {
  const auto fails = [&](PolicyLevel level) { return level >= fail_on; };
  const bool violated =
      std::any_of(violations.begin(), violations.end(),
                  [&](const Violation& each) { return !each.waiver && fails(each.rule->level); }) ||
      std::any_of(notices.begin(), notices.end(),
                  [&](const CheckNotice& each) { return fails(each.level); });
  if (violated) return CheckVerdict::kViolated;
  return unread.empty() && !outcomes.empty() ? CheckVerdict::kHolds : CheckVerdict::kNotRead;
}

std::size_t CheckResult::count(PolicyLevel level) const {
  return static_cast<std::size_t>(std::count_if(
      violations.begin(), violations.end(),
      [&](const Violation& each) { return !each.waiver && each.rule->level == level; }));
}

std::size_t CheckResult::waived() const {
  return static_cast<std::size_t>(std::count_if(violations.begin(), violations.end(),
                                                [](const Violation& each) { return each.waiver; }));
}

CheckResult check_policy(const Policy& policy, const Analysis& analysis, const RuleSet& rules,
                         const Rubric& rubric, const CheckOptions& options) {
  return Check(policy, analysis, rules, rubric, options).run();
}

}  // namespace fineprint
