// Documents in a git repository, read from its objects: no working tree, no git program.
//
// Open Terms Archive keeps each collection's history as one commit per changed document. A tree at
// one revision lists as files do (collection.h, group_files); the walk gives what changed when.
//
// libgit2's objects must not be used by two threads at once. A GitRepository therefore guards its
// own with a mutex: its functions, and those it hands out, may be called from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection.h"

namespace fineprint {

// "DIR@REV" taken apart; revision "HEAD" where there is none. A path that exists as it stands is
// never taken apart.
struct GitLocation {
  std::string directory;
  std::string revision;
};
GitLocation parse_git_location(std::string_view location);

// Whether `directory` is a git repository or the top of a working tree.
bool is_git_repository(const std::string& directory);

enum class FileChange { kAdded, kModified, kDeleted, kRenamed };

struct ChangedFile {
  FileChange change = FileChange::kModified;
  std::string path;      // after the change; for a deleted file, before
  std::string old_path;  // before the change; "" for an added file
  std::string blob;      // id of the contents after the change; "" for a deleted file
  std::string old_blob;  // id of the contents before; "" for an added file
};

struct Revision {
  std::string id;                  // commit
  std::string date;                // when it was committed, UTC: "2024-05-17T09:30:00Z"
  std::string subject;             // first line of the message
  std::vector<ChangedFile> files;  // sorted by path
};

class GitRepository {
 public:
  // Opens a repository, bare or not. Throws UnreadableInput.
  explicit GitRepository(const std::string& directory);

  // The id of the commit that `revision` (branch, tag, id, "HEAD~3") names. Throws UnreadableInput.
  std::string resolve(const std::string& revision) const;

  // The files of a revision, sorted by path; contents are read when asked for. The files keep the
  // repository open. Symbolic links and submodules are left out. Throws UnreadableInput.
  std::vector<InputFile> files(const std::string& revision, const ReadLimits& limits = {}) const;

  // The contents of a blob. Throws UnreadableInput where it is missing or too long.
  std::string blob(const std::string& id, const ReadLimits& limits = {}) const;

  // The commits that lead to `revision` along first parents, oldest first, each with what it
  // changed against its first parent; renames are told from an add and a delete by likeness.
  // Only the last `max_revisions`, if that is not 0. Throws UnreadableInput.
  std::vector<Revision> history(const std::string& revision, std::size_t max_revisions = 0) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace fineprint
