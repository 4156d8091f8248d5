#include "reports/change.h"

#include <algorithm>

#include "versions.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

constexpr const char* kTerms = R"(# Acme Terms of Service

## 1. Your content

You own all content that you submit to the service, and you own the output that it generates for you.
See our [privacy policy](https://acme.example/privacy) for more.

We will not use your content to train our models unless you agree to it in your account settings.

## 2. How long we keep data

We keep your prompts for 30 days after you submit them, and then we delete them.

You may ask us to delete your "personal data" at any time, and we will do so.

## 3. General

These terms were last updated on 3 May 2024. They are governed by the laws of Arcadia.
)";

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

DocumentChange change(const std::string& before, const std::string& after) {
  return compare(analyse(before), analyse(after));
}

void check_unchanged(const std::string& after) {
  const DocumentChange result = change(kTerms, after);
  INFO(told(result));
  CHECK(result.direction == Direction::kUnchanged);
  CHECK(result.changes.empty());
}

const Change* find(const DocumentChange& change, std::string_view clause) {
  const auto found = std::find_if(change.changes.begin(), change.changes.end(),
                                  [&](const Change& each) { return each.clause == clause; });
  return found == change.changes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the sample document has the clauses that these tests change") {
  const DocumentAnalysis analysis = analyse(kTerms);
  for (const char* clause : {"output.customer-owns", "training.opt-in", "retention.period",
                             "retention.delete-request"}) {
    CAPTURE(clause);
    CHECK(std::any_of(analysis.findings.begin(), analysis.findings.end(),
                      [&](const Finding& each) { return each.clause == clause; }));
  }
}

TEST_CASE("a paragraph that moved is no change") {
  const std::string moved =
      "You may ask us to delete your \"personal data\" at any time, and we will do so.\n\n";
  const std::string without = with(kTerms, moved, "");
  check_unchanged(with(without, "## 1. Your content\n\n", "## 1. Your content\n\n" + moved));
}

TEST_CASE("a section that was renumbered or renamed is no change") {
  std::string text = with(kTerms, "## 2. How long", "## 7. How long");
  text = with(text, "## 3. General", "## 8.1 General provisions");
  check_unchanged(text);
}

TEST_CASE("a changed link is no change") {
  check_unchanged(with(kTerms, "https://acme.example/privacy", "https://acme.example/en/p?v=2"));
}

TEST_CASE("a changed date is no change") {
  check_unchanged(with(kTerms, "3 May 2024", "17 June 2025"));
}

TEST_CASE("other quotation marks, white space and line breaks are no change") {
  std::string text = with(kTerms, "\"personal data\"", "\u201cpersonal data\u201d");
  text = with(text, "for 30 days after", "for  30 days\nafter");
  text = with(text, "our models unless", "our\u00a0models unless");
  check_unchanged(text);
}

TEST_CASE("other markup is no change") {
  std::string text = with(kTerms, "30 days", "**30 days**");
  text = with(text, "We will not use", "*We* will not use");
  check_unchanged(text);
}

TEST_CASE("opt-in that became opt-out is worse") {
  const DocumentChange result = change(
      kTerms,
      with(kTerms,
           "We will not use your content to train our models unless you agree to it in your "
           "account settings.",
           "We use your content to train our models unless you opt out in your account settings."));
  INFO(told(result));
  CHECK(result.direction == Direction::kWorse);
  const Change* found = find(result, "training.opt-out");
  REQUIRE(found != nullptr);
  CHECK(found->kind == ChangeKind::kChanged);
  CHECK(found->severity == Severity::kHigh);
  REQUIRE(found->old_quote);
  CHECK(found->old_quote->clause == "training.opt-in");
  REQUIRE(found->new_quote);
  CHECK(found->new_quote->section ==
        std::vector<std::string>{"Acme Terms of Service", "1. Your content"});
}

TEST_CASE("a longer period is worse, a shorter one better") {
  const std::string longer = with(kTerms, "for 30 days", "for 90 days");
  const DocumentChange worse = change(kTerms, longer);
  INFO(told(worse));
  CHECK(worse.direction == Direction::kWorse);
  const Change* found = find(worse, "retention.period");
  REQUIRE(found != nullptr);
  CHECK(found->kind == ChangeKind::kChanged);
  CHECK(found->old_quote->period == "P30D");
  CHECK(found->new_quote->period == "P90D");
  CHECK(change(longer, kTerms).direction == Direction::kBetter);
}

TEST_CASE("a ban that was added is worse, one that went better") {
  const std::string banned = with(
      kTerms, "## 2. How long",
      "You may not use the output to develop models that compete with ours.\n\n## 2. How long");
  const DocumentChange worse = change(kTerms, banned);
  INFO(told(worse));
  CHECK(worse.direction == Direction::kWorse);
  REQUIRE(worse.changes.size() == 1);
  CHECK(worse.changes[0].clause == "output.competing-use-ban");
  CHECK(worse.changes[0].kind == ChangeKind::kAdded);
  CHECK_FALSE(worse.changes[0].old_quote);
  const DocumentChange better = change(banned, kTerms);
  CHECK(better.direction == Direction::kBetter);
  CHECK(better.changes.at(0).kind == ChangeKind::kRemoved);
}

TEST_CASE("a clause that was reworded is neutral") {
  const DocumentChange result = change(
      kTerms, with(kTerms, "We keep your prompts for 30 days after you submit them, and then",
                   "Your prompts are kept for 30 days from the day you submit them; then"));
  INFO(told(result));
  CHECK(result.direction == Direction::kNeutral);
  const Change* found = find(result, "retention.period");
  REQUIRE(found != nullptr);
  CHECK(found->kind == ChangeKind::kReworded);
}

TEST_CASE("a clause that the document states elsewhere of the same thing is neutral") {
  const std::string twice =
      with(kTerms, "## 3. General",
           "Your prompts are kept by us for 30 days after you submit them.\n\n## 3. General");
  CHECK(change(kTerms, twice).direction == Direction::kNeutral);
  CHECK(change(twice, kTerms).direction == Direction::kNeutral);
}

TEST_CASE("a period that is stated elsewhere of other data does not stand in for one that went") {
  const std::string both =
      with(kTerms, "## 3. General",
           "Recordings of calls with our support team are erased within 30 days of the call.\n\n"
           "## 3. General");
  const std::string left =
      with(both, "We keep your prompts for 30 days after you submit them, and then we delete them.",
           "How we handle your prompts is told on our website.");
  const DocumentChange result = change(both, left);
  INFO(told(result));
  CHECK(result.direction == Direction::kWorse);
  CHECK(change(left, both).direction == Direction::kBetter);
}

TEST_CASE("a period that grew in a sentence of other words is told") {
  const std::string_view period =
      "We keep your prompts for 30 days after you submit them, and then we delete them.";
  const std::string after = with(kTerms, period,
                                 "Prolonged silence has consequences: to limit what is stored, any "
                                 "prompt is erased three (3) years after its submission.");
  const DocumentChange result = change(kTerms, after);
  INFO(told(result));
  REQUIRE(find(result, "retention.period"));
  CHECK(result.direction != Direction::kNeutral);
  CHECK(result.direction != Direction::kUnchanged);
}

TEST_CASE("data without names of one kind does not stand in for those of another") {
  const std::string usage = with(
      kTerms, "## 2. How long",
      "We may also create and share de-identified usage data with our partners to help us make "
      "improvements.\n\n## 2. How long");
  REQUIRE(find(change(kTerms, usage), "training.deidentified"));
  const std::string personal =
      with(usage, "## 2. How long",
           "We may also de-identify your personal information and use it to conduct research and "
           "to add features.\n\n## 2. How long");
  const DocumentChange result = change(usage, personal);
  INFO(told(result));
  const Change* more = find(result, "training.deidentified");
  REQUIRE(more);
  CHECK(more->direction == Direction::kWorse);
}

TEST_CASE("one more purpose is neutral where improvement was allowed already") {
  const std::string improves = with(
      kTerms, "## 2. How long", "We use your prompts to improve the service.\n\n## 2. How long");
  const std::string more = with(
      improves, "## 2. How long",
      "We use data about your device to develop and improve our mobile app.\n\n## 2. How long");
  const DocumentChange result = change(improves, more);
  INFO(told(result));
  CHECK(result.direction == Direction::kNeutral);
}

TEST_CASE("a ban on training with output is news beside one on building a rival service") {
  const std::string rivals = with(
      kTerms, "## 2. How long",
      "You may not access the service in order to build a competing product.\n\n## 2. How long");
  const std::string both =
      with(rivals, "## 2. How long",
           "You may not use output to train any machine learning model.\n\n## 2. How long");
  const DocumentChange result = change(rivals, both);
  INFO(told(result));
  CHECK(result.direction == Direction::kWorse);
  CHECK(change(both, rivals).direction == Direction::kBetter);
  const std::string twice =
      with(rivals, "## 2. How long",
           "To build a competing product you may not access the service.\n\n## 2. How long");
  CHECK(change(rivals, twice).direction == Direction::kNeutral);
}

TEST_CASE("a licence that only those give who opt in is no use for improvement besides") {
  const std::string licensed =
      with(kTerms, "## 2. How long",
           "If you have opted in to our using your prompts to improve the product, you grant us a "
           "perpetual licence to host, store and use your prompts.\n\n## 2. How long");
  const DocumentChange result = change(licensed, kTerms);
  INFO(told(result));
  CHECK(find(result, "training.improvement") == nullptr);
}

TEST_CASE(
    "an exception that comes or goes with its period counts with it, one that is new does not") {
  const std::string_view period =
      "We keep your prompts for 30 days after you submit them, and then we delete them.";
  const std::string limited =
      with(kTerms, period,
           "We keep your prompts for 30 days after you submit them, after which they are deleted, "
           "except where we must retain copies to resolve disputes.");
  const std::string none = with(kTerms, period, "Our website tells how we handle prompts.");
  const DocumentChange gone = change(limited, none);
  INFO(told(gone));
  REQUIRE(find(gone, "retention.exception") != nullptr);
  CHECK(find(gone, "retention.exception")->direction == Direction::kNeutral);
  CHECK(gone.direction == Direction::kWorse);
  const DocumentChange limits = change(kTerms, limited);
  REQUIRE(find(limits, "retention.exception") != nullptr);
  CHECK(find(limits, "retention.exception")->direction == Direction::kWorse);
}

TEST_CASE("deletion when the account is closed is no news where deletion can be asked for") {
  const std::string closed = with(
      kTerms, "## 3. General",
      "You can delete your account in the settings; your account will then be deactivated and your "
      "data will be deleted.\n\n## 3. General");
  const DocumentChange result = change(kTerms, closed);
  INFO(told(result));
  CHECK(result.direction == Direction::kNeutral);
}

TEST_CASE("worse and better together are mixed") {
  std::string text = with(kTerms, "for 30 days", "for 10 days");
  text = with(
      text, "## 2. How long",
      "You may not use the output to develop models that compete with ours.\n\n## 2. How long");
  CHECK(change(kTerms, text).direction == Direction::kMixed);
}

TEST_CASE("text outside clauses is counted, and listed where asked for") {
  const std::string text = with(kTerms, "the laws of Arcadia", "the laws of Cockaigne");
  const DocumentChange counted = change(kTerms, text);
  CHECK(counted.direction == Direction::kUnchanged);
  CHECK(counted.text_added == 1);
  CHECK(counted.text_removed == 1);
  CHECK(counted.text.empty());
  const DocumentChange listed = compare(analyse(kTerms), analyse(text), true);
  REQUIRE(listed.text.size() == 2);
  CHECK(listed.text[0].kind == ChangeKind::kRemoved);
  CHECK(listed.text[1].text == "They are governed by the laws of Cockaigne.");
}

TEST_CASE("directions add up") {
  CHECK(combined(Direction::kUnchanged, Direction::kNeutral) == Direction::kNeutral);
  CHECK(combined(Direction::kNeutral, Direction::kWorse) == Direction::kWorse);
  CHECK(combined(Direction::kBetter, Direction::kNeutral) == Direction::kBetter);
  CHECK(combined(Direction::kBetter, Direction::kWorse) == Direction::kMixed);
  CHECK(combined(Direction::kMixed, Direction::kWorse) == Direction::kMixed);
}
