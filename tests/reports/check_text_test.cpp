#include <doctest/doctest.h>

#include <sstream>

#include "check_samples.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::vector<std::string> lines(const SampleCheck& sample) {
  std::istringstream in(sample.render(CheckFormat::kText));
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

}  // namespace

TEST_CASE("a violation is one line with file, line, message and quote") {
  const auto out = lines(*mixed_check());
  REQUIRE(out.size() == 7);
  CHECK(out[0] ==
        "Orbelane/Terms of Service.md:22: error: Orbelane: Our content must not train models "
        "[no-training] trains is \"opt-out\" for business customers; allowed: \"never\" or "
        "\"opt-in\": \u201cYou can switch training off in your settings.\u201d");
  CHECK(out[1].starts_with("Orbelane/Terms of Service.md:40: warning: "));
  CHECK(out[3].starts_with("Quillmarsh/Privacy Policy.md:9: waived: "));
  CHECK(out[3].ends_with("(waived until 2026-12-31: only tests)"));
  CHECK(out[4].starts_with("policy.json:"));
  CHECK(out[4].find("warning: rule no-exception: no vendor \"Orbelan\"") != std::string::npos);
  CHECK(out[5] == "Broken/Terms of Service.html: unread: is empty");
  CHECK(out[6] ==
        "violated: 1 error, 2 warnings, 1 waived, 1 unread input (2 rules, 3 vendors, 4 "
        "documents)");
}

TEST_CASE("an item of a list is quoted with what leads in") {
  const auto out =
      lines(*check(analysis_of({halvory()}),
                   policy_of(R"("forbid": {"clauses": ["output.competing-use-ban"]})")));
  CHECK(out[0].find("\u201cCustomer shall not, and shall not permit others to: use the Services") !=
        std::string::npos);
}

TEST_CASE("documents and names stay on their line and give no commands") {
  for (const std::string& line : lines(*hostile_check())) {
    CAPTURE(line);
    CHECK(!line.starts_with("::"));
    CHECK(!line.starts_with("##["));
    CHECK(line.find('\x1b') == std::string::npos);
    CHECK(line.find("\u202e") == std::string::npos);
  }
}

TEST_CASE("an empty run says that nothing was checked") {
  const auto out = lines(*check(Analysis{}, policy_of(R"("forbid": {"clauses": ["*"]})")));
  REQUIRE(out.size() == 2);
  CHECK(out[0] == "unread: no documents were found, so nothing was checked");
  CHECK(out[1].starts_with("unread: "));
}
