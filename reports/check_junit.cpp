// JUnit XML: a suite a vendor, a case a rule, and a suite of errors for what was not read.
#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "reports/check_report.h"
#include "reports/display_text.h"

namespace fineprint {
namespace {

constexpr std::size_t kQuoteLimit = 500;
constexpr const char* kReplacement = "\xEF\xBF\xBD";

// Clean text without the two code points that XML does not take even escaped.
std::string xml_text(std::string_view text) {
  std::string clean = clean_text(text);
  for (const char* banned : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = clean.find(banned); at != std::string::npos; at = clean.find(banned, at))
      clean.replace(at, 3, kReplacement);
  }
  return clean;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(xml_text(value).c_str());
}

void set(pugi::xml_node node, const char* name, std::size_t value) {
  node.append_attribute(name).set_value(std::to_string(value).c_str());
}

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

void set_counts(pugi::xml_node node, const Counts& counts) {
  set(node, "tests", counts.tests);
  set(node, "failures", counts.failures);
  set(node, "errors", counts.errors);
  set(node, "skipped", counts.skipped);
}

std::string lines_of(const Violation& violation) {
  std::string text;
  if (!violation.places.empty()) {
    const CheckPlace& place = violation.places.front();
    text += xml_text(place.path) + ':' + std::to_string(std::max(place.region.line, 1)) + ": ";
  }
  text += std::string(violation.waiver ? "waived" : level_name(violation.rule->level)) + ": " +
          xml_text(violation_text(violation));
  const std::string quote = violation_quote(violation, kQuoteLimit);
  if (!quote.empty()) text += '\n' + xml_text(quote);
  if (violation.waiver) text += '\n' + xml_text(waiver_text(violation));
  return text + '\n';
}

class Writer {
 public:
  explicit Writer(const CheckReport& report) : report_(report) {
    root_ = document_.append_child("testsuites");
    set(root_, "name", report.policy.title.empty() ? report.policy.file : report.policy.title);
  }

  std::string write() {
    for (const RuleOutcome& outcome : report_.result.outcomes) add(outcome);
    finish_suite();
    add_unread();
    finish_suite();
    set_counts(root_, total_);
    std::ostringstream out;
    document_.save(out, "  ");
    return out.str();
  }

 private:
  void begin_suite(const std::string& name) {
    finish_suite();
    suite_ = root_.append_child("testsuite");
    set(suite_, "name", name);
    suite_name_ = name;
  }

  void finish_suite() {
    if (!suite_) return;
    set_counts(suite_, counts_);
    total_.tests += counts_.tests;
    total_.failures += counts_.failures;
    total_.errors += counts_.errors;
    total_.skipped += counts_.skipped;
    counts_ = {};
    suite_ = {};
  }

  pugi::xml_node add_case(const std::string& name, const std::string& file) {
    ++counts_.tests;
    pugi::xml_node node = suite_.append_child("testcase");
    set(node, "classname", suite_name_);
    set(node, "name", name);
    if (!file.empty()) set(node, "file", file);
    return node;
  }

  void add(const RuleOutcome& outcome);
  void add_unread();

  const CheckReport& report_;
  pugi::xml_document document_;
  pugi::xml_node root_;
  pugi::xml_node suite_;
  std::string suite_name_;
  Counts counts_;
  Counts total_;
};

// A rule below the level that fails the check passes, and says so in its output.
void Writer::add(const RuleOutcome& outcome) {
  if (!suite_ || suite_name_ != outcome.vendor) begin_suite(outcome.vendor);
  const auto& all = report_.result.violations;
  const bool fails = outcome.rule->level >= report_.options.fail_on;
  std::string text;
  std::string file;
  std::size_t open = 0;
  const Violation* first = nullptr;
  for (const std::size_t index : outcome.violations) {
    const Violation& each = all[index];
    text += lines_of(each);
    open += each.waiver ? 0 : 1;
    if (!first || (first->waiver && !each.waiver)) first = &each;
  }
  if (first && !first->places.empty()) file = first->places.front().path;
  pugi::xml_node node = add_case(outcome.rule->id, file);
  if (!first) return;
  if (open > 0 && fails) {
    ++counts_.failures;
    pugi::xml_node failure = node.append_child("failure");
    set(failure, "message", violation_text(*first));
    set(failure, "type", level_name(outcome.rule->level));
    failure.text().set(text.c_str());
  } else if (open == 0) {
    ++counts_.skipped;
    set(node.append_child("skipped"), "message", waiver_text(*first));
  } else {
    node.append_child("system-out").text().set(text.c_str());
  }
}

void Writer::add_unread() {
  const auto add_error = [&](const std::string& name, const std::string& path,
                             const std::string& why, const char* type) {
    ++counts_.errors;
    pugi::xml_node error = add_case(name, path).append_child("error");
    set(error, "message", why);
    set(error, "type", type);
  };
  const std::string nothing = nothing_checked(report_.result);
  const auto failing = [&](const CheckNotice& each) {
    return each.level >= report_.options.fail_on;
  };
  const auto& notices = report_.result.notices;
  const bool any = std::any_of(notices.begin(), notices.end(), failing);
  if (report_.result.unread.empty() && nothing.empty() && !any) return;
  begin_suite("fineprint");
  for (const auto& [path, why] : report_.result.unread) add_error(path, path, why, "unread");
  if (!nothing.empty()) add_error("documents", "", nothing, "unread");
  for (const CheckNotice& each : notices) {
    if (failing(each)) add_error("policy", report_.policy.file, each.message, "policy");
  }
}

}  // namespace

std::string check_junit(const CheckReport& report) {
  return Writer(report).write();
}

}  // namespace fineprint
