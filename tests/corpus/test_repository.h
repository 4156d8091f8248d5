// A git repository that a test makes, without a git program.
#pragma once

#include <doctest/doctest.h>
#include <git2.h>

#include <map>
#include <string>

namespace fineprint {

class TestRepository {
 public:
  using Files = std::map<std::string, std::string>;  // path to contents

  TestRepository(const std::string& path, bool bare) {
    git_libgit2_init();
    REQUIRE(git_repository_init(&repository_, path.c_str(), bare) == 0);
  }
  ~TestRepository() {
    git_repository_free(repository_);
    git_libgit2_shutdown();
  }
  TestRepository(const TestRepository&) = delete;
  TestRepository& operator=(const TestRepository&) = delete;

  // Commits a tree of just these files on HEAD; gives the commit's id.
  std::string commit(const Files& files, git_time_t time) {
    const git_oid root = write_tree(files);
    git_tree* tree = nullptr;
    REQUIRE(git_tree_lookup(&tree, repository_, &root) == 0);
    git_signature* author = nullptr;
    REQUIRE(git_signature_new(&author, "Bot", "bot@example.org", time, 120) == 0);
    git_commit* parent = nullptr;
    git_oid head;
    if (git_reference_name_to_id(&head, repository_, "HEAD") == 0)
      git_commit_lookup(&parent, repository_, &head);
    const git_commit* parents[] = {parent};
    git_oid id;
    REQUIRE(git_commit_create(&id, repository_, "HEAD", author, author, nullptr,
                              "Record new terms\n\nMore", tree, parent != nullptr ? 1 : 0,
                              parents) == 0);
    git_commit_free(parent);
    git_signature_free(author);
    git_tree_free(tree);
    char text[GIT_OID_HEXSZ + 1];
    return git_oid_tostr(text, sizeof text, &id);
  }

 private:
  git_oid write_tree(const Files& files) {
    git_index* index = nullptr;
    REQUIRE(git_repository_index(&index, repository_) == 0);
    git_index_clear(index);
    for (const auto& [path, text] : files) {
      git_index_entry entry{};
      entry.path = path.c_str();
      entry.mode = GIT_FILEMODE_BLOB;
      REQUIRE(git_index_add_from_buffer(index, &entry, text.data(), text.size()) == 0);
    }
    git_oid id;
    REQUIRE(git_index_write_tree(&id, index) == 0);
    git_index_free(index);
    return id;
  }

  git_repository* repository_ = nullptr;
};

}  // namespace fineprint
