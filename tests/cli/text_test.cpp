#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const std::string kSamples = std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples";

}  // namespace

TEST_CASE("a document is printed as Markdown, the way it was read") {
  const ProgramResult result = run_program({"text", kSamples + "/Wexmoor/Privacy Policy.txt"});
  CHECK(result.code == 0);
  CHECK(result.err == "");
  CHECK(result.out.starts_with("# "));
  CHECK(result.out.find("\n## 2\\. HOW WE USE INFORMATION\n") != std::string::npos);
}

TEST_CASE("what is printed reads the same again") {
  const TemporaryFolder folder;
  const ProgramResult once = run_program({"text", kSamples + "/Orbelane/Privacy Policy.html"});
  folder.write("once.md", once.out);
  CHECK(run_program({"text", folder / "once.md"}).out == once.out);
}

TEST_CASE("what cannot be read is named with the reason, code 3") {
  const TemporaryFolder folder;
  folder.write("empty.md", "");
  const ProgramResult result = run_program({"text", folder / "empty.md"});
  CHECK(result.code == 3);
  CHECK(result.out == "");
  CHECK(result.err.starts_with("fineprint: " + folder / "empty.md" + ": "));
  CHECK(run_program({"text", folder / "nothing.md"}).code == 3);
}

TEST_CASE("a folder is wrong use") {
  const ProgramResult result = run_program({"text", kSamples});
  CHECK(result.code == 2);
  CHECK(result.err.find("name one document") != std::string::npos);
}
