#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string pack(const std::string& members) {
  return "{\"language\": \"en\", \"rules\": [\n{\"id\": \"training.barred.kept-out\",\n"
         "\"clause\": \"training.barred\", \"title\": \"Kept out\", \"explanation\": \"E\",\n" +
         members + "}]}";
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the shipped rules have no fault and all their examples pass") {
  const ProgramResult check = run_program({"rules", "check"});
  CHECK(check.code == 0);
  CHECK(has(check.out, "languages: no faults"));
  const ProgramResult test = run_program({"rules", "test"});
  CHECK(test.code == 0);
  CHECK(has(test.out, " examples passed, 0 failed\n"));
}

TEST_CASE("a fault ends with 2 and names file, line, JSON path and the mend") {
  const TemporaryFolder folder;
  folder.write("mine.json", pack("\"match\": [\"{contnt} is kept out\"]"));
  for (const char* command : {"check", "test", "list"}) {
    const ProgramResult result = run_program({"rules", command, "--rules", folder.path().string()});
    CHECK(result.code == 2);
    CHECK(has(result.err, folder / "mine.json" +
                              ":4: at /rules/0/match/0: the concept {contnt} is not in the lexicon "
                              "for \"en\"; did you mean {content}?"));
  }
}

TEST_CASE("a fault in a user's rubric is found by check") {
  const TemporaryFolder folder;
  folder.write("rubric.json", "{\"questions\": 1}");
  const ProgramResult result = run_program({"rules", "check", "--rules", folder.path().string()});
  CHECK(result.code == 2);
  CHECK(has(result.err, folder / "rubric.json" + ":1: at /"));
}

TEST_CASE("an example that fails is named with its reason, code 1") {
  const TemporaryFolder folder;
  folder.write("mine.json",
               pack("\"match\": [\"{content} is kept out\"], \"unless\": [\"beta\"], \"examples\": "
                    "{\"match\": [\"Your content is kept out of the beta.\"]}"));
  const ProgramResult result = run_program({"rules", "test", "--rules", folder.path().string()});
  CHECK(result.code == 1);
  CHECK(has(result.out, folder / "mine.json" +
                            ":2: training.barred.kept-out: should match: \"Your content is kept "
                            "out of the beta.\": "));
  CHECK(has(result.out, ", 1 failed\n"));
}

TEST_CASE("list shows ids, languages and titles, or those of one topic") {
  const ProgramResult all = run_program({"rules", "list"});
  CHECK(all.code == 0);
  CHECK(has(all.out, "  [en]  "));
  CHECK(has(all.out, "  [fr]  "));
  const ProgramResult some = run_program({"rules", "list", "--only", "retention.zero"});
  CHECK(some.out.starts_with("retention.zero."));
  CHECK_FALSE(has(some.out, "training."));
}

TEST_CASE("explain shows a rule with its vocabulary, or the nearest id") {
  const TemporaryFolder folder;
  folder.write("mine.json", pack("\"match\": [\"{content} is kept out\"]"));
  const ProgramResult result = run_program(
      {"rules", "explain", "training.barred.kept-out", "--rules", folder.path().string()});
  CHECK(result.code == 0);
  CHECK(has(result.out, "  match: {content} is kept out\n"));
  CHECK(has(result.out, "    {content}  "));
  CHECK(has(result.out, "  clause: training.barred\n"));
  const ProgramResult wrong =
      run_program({"rules", "explain", "training.barred.kept", "--rules", folder.path().string()});
  CHECK(wrong.code == 2);
  CHECK(has(wrong.err, "did you mean \"training.barred.kept-out\"?"));
}

TEST_CASE("--rules-only leaves the shipped rules out") {
  const std::string rules = std::string(FINEPRINT_SOURCE_DIR) + "/rules";
  CHECK(run_program({"rules", "list", "--rules-only", rules}).out ==
        run_program({"rules", "list"}).out);
  const TemporaryFolder empty;
  CHECK(has(run_program({"rules", "check", "--rules-only", empty.path().string()}).out,
            "0 rules, 0 concepts, 0 languages"));
}
