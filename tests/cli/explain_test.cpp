#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const std::string kTerms =
    std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples/Wexmoor/Terms of Service.md";

}  // namespace

TEST_CASE("each clause is told with its sentence, section, rule and what matched") {
  const ProgramResult result = run_program({"explain", kTerms, "--only", "training.barred"});
  CHECK(result.code == 0);
  CHECK(result.out.find("# Wexmoor Terms of Service > ") != std::string::npos);
  CHECK(result.out.find("We do not use Meeting Data to train") != std::string::npos);
  CHECK(result.out.find("  + training.barred  (training.barred.") != std::string::npos);
  CHECK(result.out.find("=\"train\"") != std::string::npos);
  CHECK(result.out.find("retention.") == std::string::npos);
}

TEST_CASE("--most limits the near misses of a sentence") {
  const ProgramResult none = run_program({"explain", kTerms, "--near", "--most", "0"});
  CHECK(none.code == 0);
  CHECK(none.out.find("  - ") == std::string::npos);
  const std::string one = run_program({"explain", kTerms, "--near", "--most", "1"}).out;
  CHECK(one.find("  - ") != std::string::npos);
  CHECK(one.size() < run_program({"explain", kTerms, "--near", "--most", "9"}).out.size());
}

TEST_CASE("--near adds the sentences where rules only came close, and why") {
  const std::string found = run_program({"explain", kTerms}).out;
  const ProgramResult near = run_program({"explain", kTerms, "--near"});
  CHECK(near.code == 0);
  CHECK(near.out.size() > found.size());
  CHECK(near.out.find("  - ") != std::string::npos);
}

TEST_CASE("a document without rules for its language is said to be one") {
  const TemporaryFolder folder;
  folder.write("x.md",
               "# Nutzungsbedingungen\n\nWir verwenden Ihre Inhalte, um unsere Modelle zu "
               "trainieren, und speichern sie so lange, wie es erforderlich ist. Sie k\u00f6nnen "
               "jederzeit die L\u00f6schung Ihrer personenbezogenen Daten verlangen.\n");
  const ProgramResult result = run_program({"explain", folder / "x.md"});
  CHECK(result.code == 2);
  CHECK(result.err.find("there are no rules for its language, \"de\"") != std::string::npos);
}

TEST_CASE("what cannot be read is code 3") {
  const ProgramResult result = run_program({"explain", "/nowhere.md"});
  CHECK(result.code == 3);
  CHECK(result.err.find("/nowhere.md: ") != std::string::npos);
}
