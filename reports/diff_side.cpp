#include "reports/diff_side.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "corpus/git_tree.h"
#include "corpus/input_file.h"
#include "reports/saved_scan.h"

namespace fineprint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestScan = 1u << 30;  // of a saved scan, which may tell of thousands

// JSON, which no document begins like.
bool is_saved_scan(const std::string& location) {
  std::error_code error;
  if (!fs::is_regular_file(location, error)) return false;
  std::ifstream file(location, std::ios::binary);
  char first = 0;
  return file >> first && first == '{';
}

// "v1:corpus/terms" taken apart, as git does; the folder ends in a slash.
std::pair<std::string, std::string> split_folder(const std::string& revision) {
  const std::size_t mark = revision.find(':');
  if (mark == std::string::npos) return {revision, ""};
  std::string folder = revision.substr(mark + 1);
  if (!folder.empty() && folder.back() != '/') folder += '/';
  return {revision.substr(0, mark), folder};
}

Collection list_revision(const GitLocation& location, CollectionOptions options) {
  const auto [revision, folder] = split_folder(location.revision);
  const GitRepository repository(location.directory);
  std::vector<InputFile> files = repository.files(revision, options.limits);
  std::erase_if(files, [&folder = folder](const InputFile& file) {
    return !file.path.starts_with(folder) || file.path.front() == '.' ||
           file.path.find("/.") != std::string::npos;
  });
  for (InputFile& file : files) file.path.erase(0, folder.size());
  if (options.vendor.empty() && !folder.empty())
    options.vendor = fs::path(folder).parent_path().filename().string();
  return group_files(std::move(files), options);
}

// Whether a location names a revision: it says so, or is a repository without a working tree.
bool is_revision(const std::string& location, const GitLocation& taken_apart) {
  if (taken_apart.directory != location) return is_git_repository(taken_apart.directory);
  std::error_code error;
  return fs::is_directory(location, error) && !fs::exists(fs::path(location) / ".git", error) &&
         is_git_repository(location);
}

}  // namespace

DiffSide read_side(const std::string& location, const Analyzer& analyzer,
                   const AnalyzeOptions& options) {
  DiffSide side;
  side.source = location;
  try {
    const GitLocation git = parse_git_location(location);
    if (is_revision(location, git)) {
      side.analysis = analyzer.analyze(list_revision(git, options.collection), options);
    } else if (is_saved_scan(location)) {
      side.saved = true;
      side.analysis = read_saved_scan(read_file(location, kLongestScan));
    } else {
      side.analysis = analyzer.analyze(list_collection({location}, options.collection), options);
    }
  } catch (const UnreadableInput& error) {
    side.analysis.skipped.emplace_back(location, error.what());
  }
  return side;
}

}  // namespace fineprint
