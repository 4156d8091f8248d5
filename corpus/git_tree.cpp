#include "corpus/git_tree.h"

#include <git2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <utility>

namespace fineprint {
namespace {

template <typename T, void (*Close)(T*)>
struct Closer {
  void operator()(T* object) const { Close(object); }
};
template <typename T, void (*Close)(T*)>
using Handle = std::unique_ptr<T, Closer<T, Close>>;

using Repository = Handle<git_repository, git_repository_free>;
using Object = Handle<git_object, git_object_free>;
using Commit = Handle<git_commit, git_commit_free>;
using Tree = Handle<git_tree, git_tree_free>;
using Blob = Handle<git_blob, git_blob_free>;
using Diff = Handle<git_diff, git_diff_free>;

// libgit2 counts its users; the first sets it up.
void start_libgit2() {
  static const int users = git_libgit2_init();
  (void)users;
}

void check(int result, const std::string& what) {
  if (result == 0) return;
  const git_error* error = git_error_last();
  std::string message = what;
  if (error != nullptr && error->message != nullptr) message += std::string(": ") + error->message;
  throw UnreadableInput(message);
}

std::string id_text(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ + 1> text{};
  git_oid_tostr(text.data(), text.size(), &id);
  return text.data();
}

// The id, or "" for the all-zero id of what does not exist.
std::string id_or_none(const git_oid& id) {
  return git_oid_is_zero(&id) ? "" : id_text(id);
}

std::string utc(git_time_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

Commit find_commit(git_repository* repository, const std::string& revision) {
  git_object* object = nullptr;
  check(git_revparse_single(&object, repository, revision.c_str()), "no revision " + revision);
  const Object owned(object);
  git_object* peeled = nullptr;
  check(git_object_peel(&peeled, object, GIT_OBJECT_COMMIT), "no commit " + revision);
  return Commit(reinterpret_cast<git_commit*>(peeled));
}

Tree tree_of(const Commit& commit) {
  git_tree* tree = nullptr;
  check(git_commit_tree(&tree, commit.get()), "cannot read a tree");
  return Tree(tree);
}

ChangedFile changed_file(const git_diff_delta& delta) {
  ChangedFile file;
  file.blob = id_or_none(delta.new_file.id);
  file.old_blob = id_or_none(delta.old_file.id);
  file.path = delta.new_file.path;
  file.old_path = delta.old_file.path;
  switch (delta.status) {
    case GIT_DELTA_ADDED:
      file.change = FileChange::kAdded;
      file.old_path.clear();
      file.old_blob.clear();
      break;
    case GIT_DELTA_DELETED:
      file.change = FileChange::kDeleted;
      file.path = file.old_path;
      file.blob.clear();
      break;
    case GIT_DELTA_RENAMED:
      file.change = FileChange::kRenamed;
      break;
    default:
      break;
  }
  return file;
}

Tree find_tree(git_repository* repository, const git_tree_entry* entry) {
  git_tree* tree = nullptr;
  check(git_tree_lookup(&tree, repository, git_tree_entry_id(entry)), "cannot read a tree");
  return Tree(tree);
}

constexpr int kDeepestFolder = 100;  // deeper ones are left to libgit2, which does not recur

// Appends the files below `folder`, at a depth, whose contents changed. False, with any files
// appended, where something came, went or became something else.
bool append_modified(git_repository* repository, const git_tree* before, const git_tree* after,
                     const std::string& folder, int depth, std::vector<ChangedFile>& files) {
  const std::size_t count = git_tree_entrycount(after);
  if (git_tree_entrycount(before) != count || depth > kDeepestFolder) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const git_tree_entry* old_entry = git_tree_entry_byindex(before, i);
    const git_tree_entry* entry = git_tree_entry_byindex(after, i);
    const char* name = git_tree_entry_name(entry);
    if (git_tree_entry_filemode_raw(old_entry) != git_tree_entry_filemode_raw(entry) ||
        std::strcmp(git_tree_entry_name(old_entry), name) != 0)
      return false;
    const git_oid* old_id = git_tree_entry_id(old_entry);
    const git_oid* id = git_tree_entry_id(entry);
    if (git_oid_equal(old_id, id)) continue;
    const std::string path = folder + name;
    if (git_tree_entry_type(entry) == GIT_OBJECT_BLOB)
      files.push_back({FileChange::kModified, path, path, id_text(*id), id_text(*old_id)});
    else if (git_tree_entry_type(entry) != GIT_OBJECT_TREE ||
             !append_modified(repository, find_tree(repository, old_entry).get(),
                              find_tree(repository, entry).get(), path + '/', depth + 1, files))
      return false;
  }
  return true;
}

// What differs between two trees, whatever it is; renames are found.
std::vector<ChangedFile> all_changes(git_repository* repository, git_tree* before,
                                     git_tree* after) {
  git_diff* diff = nullptr;
  git_diff_options options{};
  check(git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION), "libgit2");
  check(git_diff_tree_to_tree(&diff, repository, before, after, &options), "cannot compare trees");
  const Diff owned(diff);
  git_diff_find_options find{};
  check(git_diff_find_options_init(&find, GIT_DIFF_FIND_OPTIONS_VERSION), "libgit2");
  find.flags = GIT_DIFF_FIND_RENAMES;
  check(git_diff_find_similar(diff, &find), "cannot find renames");
  std::vector<ChangedFile> files;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i)
    files.push_back(changed_file(*git_diff_get_delta(diff, i)));
  return files;
}

// Most commits of a collection change the contents of a file and no more. Comparing the ids in
// trees, which skips all folders in which nothing changed, takes a fraction of a diff of libgit2's.
std::vector<ChangedFile> changes(git_repository* repository, git_tree* before, git_tree* after) {
  std::vector<ChangedFile> files;
  if (!before || !append_modified(repository, before, after, "", 0, files))
    files = all_changes(repository, before, after);
  std::sort(files.begin(), files.end(),
            [](const ChangedFile& a, const ChangedFile& b) { return a.path < b.path; });
  return files;
}

struct TreeEntry {
  std::string path;
  std::string blob;
};

int collect_entry(const char* folder, const git_tree_entry* entry, void* payload) {
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE)
    static_cast<std::vector<TreeEntry>*>(payload)->push_back(
        {std::string(folder) + git_tree_entry_name(entry), id_text(*git_tree_entry_id(entry))});
  return 0;
}

}  // namespace

struct GitRepository::State {
  std::mutex mutex;
  Repository repository;

  std::string read_blob(const std::string& id, std::size_t max_bytes) {
    const std::lock_guard lock(mutex);
    git_oid oid;
    check(git_oid_fromstr(&oid, id.c_str()), "not an object id: " + id);
    git_blob* blob = nullptr;
    check(git_blob_lookup(&blob, repository.get(), &oid), "cannot be read");
    const Blob owned(blob);
    const auto size = static_cast<std::size_t>(git_blob_rawsize(blob));
    if (size > max_bytes)
      throw UnreadableInput("too long: " + std::to_string(size) + " bytes, the limit is " +
                            std::to_string(max_bytes));
    return {static_cast<const char*>(git_blob_rawcontent(blob)), size};
  }
};

GitLocation parse_git_location(std::string_view location) {
  const std::string whole(location);
  const std::size_t mark = whole.rfind('@');
  std::error_code ignored;
  if (mark == std::string::npos || mark == 0 || mark + 1 == whole.size() ||
      std::filesystem::exists(whole, ignored))
    return {whole, "HEAD"};
  return {whole.substr(0, mark), whole.substr(mark + 1)};
}

bool is_git_repository(const std::string& directory) {
  start_libgit2();
  return git_repository_open_ext(nullptr, directory.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH,
                                 nullptr) == 0;
}

GitRepository::GitRepository(const std::string& directory) : state_(std::make_shared<State>()) {
  start_libgit2();
  git_repository* repository = nullptr;
  check(git_repository_open_ext(&repository, directory.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH,
                                nullptr),
        "not a git repository");
  state_->repository.reset(repository);
}

std::string GitRepository::resolve(const std::string& revision) const {
  const std::lock_guard lock(state_->mutex);
  return id_text(*git_commit_id(find_commit(state_->repository.get(), revision).get()));
}

std::vector<InputFile> GitRepository::files(const std::string& revision,
                                            const ReadLimits& limits) const {
  std::vector<TreeEntry> entries;
  {
    const std::lock_guard lock(state_->mutex);
    const Tree tree = tree_of(find_commit(state_->repository.get(), revision));
    check(git_tree_walk(tree.get(), GIT_TREEWALK_PRE, collect_entry, &entries),
          "cannot list a tree");
  }
  std::sort(entries.begin(), entries.end(),
            [](const TreeEntry& a, const TreeEntry& b) { return a.path < b.path; });
  std::vector<InputFile> files;
  for (TreeEntry& entry : entries)
    files.push_back({std::move(entry.path),
                     [state = state_, id = std::move(entry.blob), limit = limits.max_bytes] {
                       return state->read_blob(id, limit);
                     }});
  return files;
}

std::string GitRepository::blob(const std::string& id, const ReadLimits& limits) const {
  return state_->read_blob(id, limits.max_bytes);
}

std::vector<Revision> GitRepository::history(const std::string& revision,
                                             std::size_t max_revisions) const {
  const std::lock_guard lock(state_->mutex);
  std::vector<Revision> revisions;
  Commit commit = find_commit(state_->repository.get(), revision);
  Tree tree = tree_of(commit);
  while (commit && (max_revisions == 0 || revisions.size() < max_revisions)) {
    git_commit* parent = nullptr;
    // A shallow clone ends where a parent is missing.
    if (git_commit_parentcount(commit.get()) > 0 &&
        git_commit_parent(&parent, commit.get(), 0) != 0)
      parent = nullptr;
    Commit before(parent);
    Tree old_tree = before ? tree_of(before) : nullptr;
    const char* subject = git_commit_summary(commit.get());
    revisions.push_back({id_text(*git_commit_id(commit.get())), utc(git_commit_time(commit.get())),
                         subject != nullptr ? subject : "",
                         changes(state_->repository.get(), old_tree.get(), tree.get())});
    commit = std::move(before);
    tree = std::move(old_tree);
  }
  std::reverse(revisions.begin(), revisions.end());
  return revisions;
}

}  // namespace fineprint
