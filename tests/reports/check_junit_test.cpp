#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "check_samples.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

pugi::xml_document parse(const SampleCheck& sample) {
  pugi::xml_document document;
  const std::string text = sample.render(CheckFormat::kJunit);
  const auto parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_full, pugi::encoding_utf8);
  CAPTURE(text);
  REQUIRE(parsed);
  return document;
}

}  // namespace

TEST_CASE("JUnit has a suite a vendor and a case a rule") {
  const auto document = parse(*mixed_check());
  const auto root = document.child("testsuites");
  CHECK(root.attribute("name").as_string() == std::string("Customer data"));
  CHECK(root.attribute("tests").as_int() == 5);
  CHECK(root.attribute("failures").as_int() == 1);
  CHECK(root.attribute("skipped").as_int() == 1);
  CHECK(root.attribute("errors").as_int() == 1);
  const auto suite = root.find_child_by_attribute("testsuite", "name", "Orbelane");
  const auto test = suite.find_child_by_attribute("testcase", "name", "no-training");
  CHECK(test.attribute("file").as_string() == std::string("Orbelane/Terms of Service.md"));
  const std::string text = test.child("failure").text().as_string();
  CHECK(text.find("Orbelane/Terms of Service.md:22: error: Orbelane: Our content must not") == 0);
  CHECK(text.find("You can switch training off") != std::string::npos);
}

TEST_CASE("a warning passes and says so; with --fail-on warning it fails") {
  auto sample = mixed_check();
  // The text of the case's child, or "-" where it has none.
  const auto warned = [&](const char* name) {
    const auto document = parse(*sample);
    const auto child = document.child("testsuites")
                           .find_child_by_attribute("testsuite", "name", "Orbelane")
                           .find_child_by_attribute("testcase", "name", "no-exception")
                           .child(name);
    return std::string(child ? child.text().as_string() : "-");
  };
  CHECK(warned("failure") == "-");
  CHECK(warned("system-out").find("Backups may persist") != std::string::npos);
  sample->options.fail_on = PolicyLevel::kWarning;
  CHECK(warned("failure") != "-");
}

TEST_CASE("a waived case is skipped with the reason; what was not read is an error") {
  const auto document = parse(*mixed_check());
  const auto root = document.child("testsuites");
  const auto waived = root.find_child_by_attribute("testsuite", "name", "Quillmarsh")
                          .find_child_by_attribute("testcase", "name", "no-training");
  CHECK(waived.child("skipped").attribute("message").as_string() ==
        std::string("waived until 2026-12-31: only tests"));
  const auto unread =
      root.find_child_by_attribute("testsuite", "name", "fineprint")
          .find_child_by_attribute("testcase", "name", "Broken/Terms of Service.html");
  CHECK(unread.child("error").attribute("message").as_string() == std::string("is empty"));
}

TEST_CASE("an empty run is an error, not a success") {
  const auto document = parse(*check(Analysis{}, policy_of(R"("forbid": {"clauses": ["*"]})")));
  CHECK(document.child("testsuites").attribute("errors").as_int() == 1);
}

TEST_CASE("hostile text stays text in XML") {
  const auto document = parse(*hostile_check());
  for (const auto& suite : document.child("testsuites").children("testsuite")) {
    for (const auto& test : suite.children()) CHECK(test.name() == std::string("testcase"));
  }
  VendorAnalysis vendor = orbelane();
  vendor.documents[0].findings[7].quote = "A\x01\x0B\xEF\xBF\xBE\xEF\xBF\xBFZ ]]>";
  const auto sample =
      check(analysis_of({vendor}), policy_of(R"("forbid": {"clauses": ["retention.exception"]})"));
  const std::string text = sample->render(CheckFormat::kJunit);
  CHECK(text.find("\xEF\xBF\xBF") == std::string::npos);
  CHECK(text.find("\xEF\xBF\xBE") == std::string::npos);
  CHECK(text.find('\x01') == std::string::npos);
  CHECK(text.find("]]>") == std::string::npos);
}
