#include "corpus/git_tree.h"

#include "reading.h"
#include "test_repository.h"

using namespace fineprint;

namespace {

constexpr const char* kOld =
    "# Terms\n\nWe keep your prompts for 30 days and then delete them all.\n";
constexpr const char* kNew =
    "# Terms\n\nWe keep your prompts for 90 days and then delete them all.\n";

void write_history(const std::string& path, bool bare) {
  TestRepository repository(path, bare);
  repository.commit({{"Acme/Terms of Service.md", kOld}}, 1'700'000'000);
  repository.commit({{"Acme/Terms of Service.md", kNew}, {"Acme/Imprint.md", "Acme Ltd."}},
                    1'700'086'400);
  repository.commit({{"Acme/Terms.md", kNew}}, 1'700'172'800);
}

}  // namespace

TEST_CASE("A revision's files are listed and read from a repository, bare or not") {
  for (const bool bare : {true, false}) {
    const TemporaryFolder folder;
    write_history(folder / "terms", bare);
    CHECK(is_git_repository(folder / "terms"));
    const GitRepository repository(folder / "terms");
    const std::vector<InputFile> files = repository.files("HEAD~1");
    REQUIRE(files.size() == 2);
    CHECK(files[0].path == "Acme/Imprint.md");
    CHECK(files[1].path == "Acme/Terms of Service.md");
    CHECK(files[1].bytes() == kNew);
    CHECK(repository.files("HEAD~2").at(0).bytes() == kOld);
  }
}

TEST_CASE("A repository's history tells what each commit changed, oldest first") {
  const TemporaryFolder folder;
  write_history(folder / "terms", true);
  const GitRepository repository(folder / "terms");
  const std::vector<Revision> history = repository.history("HEAD");
  REQUIRE(history.size() == 3);
  CHECK(history[0].date == "2023-11-14T22:13:20Z");
  CHECK(history[0].subject == "Record new terms");
  REQUIRE(history[0].files.size() == 1);
  CHECK(history[0].files[0].change == FileChange::kAdded);
  CHECK(history[0].files[0].old_blob == "");
  REQUIRE(history[1].files.size() == 2);
  CHECK(history[1].files[1].change == FileChange::kModified);
  CHECK(repository.blob(history[1].files[1].old_blob) == kOld);
  CHECK(repository.blob(history[1].files[1].blob) == kNew);
  REQUIRE(history[2].files.size() == 2);
  CHECK(history[2].files[0].change == FileChange::kDeleted);
  CHECK(history[2].files[0].path == "Acme/Imprint.md");
  CHECK(history[2].files[1].change == FileChange::kRenamed);
  CHECK(history[2].files[1].old_path == "Acme/Terms of Service.md");
  CHECK(history[2].files[1].path == "Acme/Terms.md");
  CHECK(history[2].id == repository.resolve("HEAD"));
  CHECK(repository.history("HEAD", 1).at(0).id == history[2].id);
}

TEST_CASE("What is no repository or revision is refused in words") {
  const TemporaryFolder folder;
  CHECK_FALSE(is_git_repository(folder.path().string()));
  CHECK_THROWS_AS(GitRepository(folder.path().string()), UnreadableInput);
  write_history(folder / "terms", true);
  const GitRepository repository(folder / "terms");
  CHECK_THROWS_AS(repository.files("no-such-branch"), UnreadableInput);
  ReadLimits limits;
  limits.max_bytes = 5;
  CHECK_THROWS_AS(repository.files("HEAD", limits).at(0).bytes(), UnreadableInput);
}

TEST_CASE("A location names a folder and a revision") {
  CHECK(parse_git_location("terms@v1").directory == "terms");
  CHECK(parse_git_location("terms@v1").revision == "v1");
  CHECK(parse_git_location("terms").revision == "HEAD");
  const TemporaryFolder folder;
  folder.write("a@b/x.md", "x");
  CHECK(parse_git_location(folder / "a@b").directory == folder / "a@b");
}
