#include <doctest/doctest.h>

#include <sstream>

#include "check_samples.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::vector<std::string> lines(const SampleCheck& sample) {
  std::istringstream in(sample.render(CheckFormat::kGithub));
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

}  // namespace

TEST_CASE("each violation is an annotation at its place") {
  const auto out = lines(*mixed_check());
  REQUIRE(out.size() == 6);
  CHECK(out[0] ==
        "::error file=Orbelane/Terms of Service.md,line=22,endLine=22,title=no-training::"
        "Orbelane: Our content must not train models [no-training] trains is \"opt-out\" for "
        "business customers; allowed: \"never\" or \"opt-in\"%0A\u201cYou can switch training off "
        "in your settings.\u201d");
  CHECK(out[1].starts_with("::warning file=Orbelane/Terms of Service.md,line=40"));
  CHECK(out[3].starts_with("::notice file=Quillmarsh/Privacy Policy.md"));
  CHECK(out[3].find("title=waived%3A no-training") != std::string::npos);
  CHECK(out[4].starts_with("::warning file=policy.json,line="));
  CHECK(out[5].starts_with("::error file=Broken/Terms of Service.html,title=unread::"));
}

TEST_CASE("documents, names and policies cannot give commands or properties of their own") {
  for (const std::string& line : lines(*hostile_check())) {
    CAPTURE(line);
    const bool own = line.starts_with("::error ") || line.starts_with("::warning ");
    CHECK(own);
    CHECK(line.find('\r') == std::string::npos);
    CHECK(line.find('\x1b') == std::string::npos);
    const std::string properties = line.substr(8, line.find("::", 8) - 8);
    CHECK(properties.find("::") == std::string::npos);
    for (std::size_t at = properties.find(','); at != std::string::npos;
         at = properties.find(',', at + 1)) {
      const std::string next = properties.substr(at + 1, properties.find('=', at) - at - 1);
      const bool known = next == "line" || next == "endLine" || next == "col" ||
                         next == "endColumn" || next == "title";
      CHECK(known);
    }
  }
}

TEST_CASE("a policy that holds says so; an empty run is an error") {
  const auto fine = lines(
      *check(analysis_of({halvory()}), policy_of(R"("forbid": {"clauses": ["retention.zero"]})")));
  REQUIRE(fine.size() == 1);
  CHECK(fine[0].starts_with("::notice::holds: "));
  const auto empty = lines(*check(Analysis{}, policy_of(R"("forbid": {"clauses": ["*"]})")));
  REQUIRE(empty.size() == 1);
  CHECK(empty[0].starts_with("::error::no documents were found"));
}
