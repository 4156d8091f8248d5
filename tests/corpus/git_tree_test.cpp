#include "corpus/git_tree.h"

#include <git2.h>

#include "reading.h"

using namespace fineprint;

namespace {

// A repository that a test writes commits to.
class TestRepository {
 public:
  explicit TestRepository(const std::string& path, bool bare) {
    git_libgit2_init();
    REQUIRE(git_repository_init(&repository_, path.c_str(), bare) == 0);
  }
  ~TestRepository() {
    git_repository_free(repository_);
    git_libgit2_shutdown();
  }
  TestRepository(const TestRepository&) = delete;
  TestRepository& operator=(const TestRepository&) = delete;

  // Commits the tree { "Acme": { files } } on HEAD.
  void commit(const std::vector<std::pair<std::string, std::string>>& files, git_time_t time) {
    const git_oid folder = tree(files);
    git_treebuilder* builder = nullptr;
    REQUIRE(git_treebuilder_new(&builder, repository_, nullptr) == 0);
    git_treebuilder_insert(nullptr, builder, "Acme", &folder, GIT_FILEMODE_TREE);
    git_oid root;
    REQUIRE(git_treebuilder_write(&root, builder) == 0);
    git_treebuilder_free(builder);
    git_tree* root_tree = nullptr;
    REQUIRE(git_tree_lookup(&root_tree, repository_, &root) == 0);
    git_signature* author = nullptr;
    REQUIRE(git_signature_new(&author, "Bot", "bot@example.org", time, 120) == 0);
    git_commit* parent = nullptr;
    git_oid head;
    if (git_reference_name_to_id(&head, repository_, "HEAD") == 0)
      git_commit_lookup(&parent, repository_, &head);
    const git_commit* parents[] = {parent};
    git_oid id;
    REQUIRE(git_commit_create(&id, repository_, "HEAD", author, author, nullptr,
                              "Record new terms\n\nMore", root_tree, parent != nullptr ? 1 : 0,
                              parents) == 0);
    git_commit_free(parent);
    git_signature_free(author);
    git_tree_free(root_tree);
  }

 private:
  git_oid tree(const std::vector<std::pair<std::string, std::string>>& files) {
    git_treebuilder* builder = nullptr;
    REQUIRE(git_treebuilder_new(&builder, repository_, nullptr) == 0);
    for (const auto& [name, text] : files) {
      git_oid blob;
      REQUIRE(git_blob_create_from_buffer(&blob, repository_, text.data(), text.size()) == 0);
      git_treebuilder_insert(nullptr, builder, name.c_str(), &blob, GIT_FILEMODE_BLOB);
    }
    git_oid id;
    REQUIRE(git_treebuilder_write(&id, builder) == 0);
    git_treebuilder_free(builder);
    return id;
  }

  git_repository* repository_ = nullptr;
};

constexpr const char* kOld =
    "# Terms\n\nWe keep your prompts for 30 days and then delete them all.\n";
constexpr const char* kNew =
    "# Terms\n\nWe keep your prompts for 90 days and then delete them all.\n";

void write_history(const std::string& path, bool bare) {
  TestRepository repository(path, bare);
  repository.commit({{"Terms of Service.md", kOld}}, 1'700'000'000);
  repository.commit({{"Terms of Service.md", kNew}, {"Imprint.md", "Acme Ltd."}}, 1'700'086'400);
  repository.commit({{"Terms.md", kNew}}, 1'700'172'800);
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
