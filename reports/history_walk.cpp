#include "reports/history_walk.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace fineprint {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

// The path without its part: the same for all files of a document.
std::string document_key(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = path.rfind('.');
  const std::size_t mark = path.find(" #", name);
  if (mark == std::string::npos || mark == name || dot == std::string::npos || dot < mark)
    return path;
  return path.substr(0, mark) + path.substr(dot);
}

class Walker {
 public:
  void step(const Revision& revision) {
    follow_renames(revision);
    std::map<std::string, std::string> touched;  // document to its first touched path
    for (const ChangedFile& file : revision.files) {
      if (file.change == FileChange::kDeleted || file.change == FileChange::kRenamed)
        files_[folder_of(old_path(file))].erase(old_path(file));
    }
    for (const ChangedFile& file : revision.files) {
      if (file.change == FileChange::kDeleted) continue;
      files_[folder_of(file.path)][file.path] = file.blob;
      touched.try_emplace(document_key(file.path), file.path);
    }
    for (const auto& [key, path] : touched) add_version(revision, key, path);
  }

  std::vector<DocumentTimeline> take() {
    std::erase_if(timelines_, [](const DocumentTimeline& each) { return each.versions.empty(); });
    std::sort(timelines_.begin(), timelines_.end(),
              [](const DocumentTimeline& a, const DocumentTimeline& b) {
                return std::tie(a.vendor, a.type, a.versions.back().path) <
                       std::tie(b.vendor, b.type, b.versions.back().path);
              });
    return std::move(timelines_);
  }

 private:
  static const std::string& old_path(const ChangedFile& file) {
    return file.old_path.empty() ? file.path : file.old_path;
  }

  // All at once: documents may have changed places.
  void follow_renames(const Revision& revision) {
    std::map<std::string, std::size_t> moved;
    for (const ChangedFile& file : revision.files) {
      if (file.change != FileChange::kRenamed) continue;
      const auto found = timeline_of_.find(document_key(file.old_path));
      if (found != timeline_of_.end()) moved.try_emplace(document_key(file.path), found->second);
    }
    for (const ChangedFile& file : revision.files) {
      if (file.change == FileChange::kRenamed) timeline_of_.erase(document_key(file.old_path));
    }
    for (const auto& [key, timeline] : moved) timeline_of_[key] = timeline;
  }

  void add_version(const Revision& revision, const std::string& key, const std::string& path) {
    const std::optional<DocumentSource> source = source_of(path);
    if (!source) return;
    DocumentVersion version{revision.id, revision.date, path, source->vendor, source->type, {}};
    const auto& folder = files_[folder_of(path)];
    for (const InputFile& file : source->files)
      version.files.push_back({file.path, folder.at(file.path)});
    DocumentTimeline& timeline = timelines_[find_timeline(key, version)];
    timeline.vendor = version.vendor;
    timeline.type = version.type;
    timeline.versions.push_back(std::move(version));
  }

  std::optional<DocumentSource> source_of(const std::string& path) {
    std::vector<InputFile> files;
    for (const auto& [each, blob] : files_[folder_of(path)]) {
      if (document_key(each) == document_key(path)) files.push_back({each, {}});
    }
    Collection collection = group_files(std::move(files), {});
    if (collection.documents.empty()) return std::nullopt;
    return std::move(collection.documents.front());
  }

  // The document's own, else that of a document of the same vendor and type that is no more.
  std::size_t find_timeline(const std::string& key, const DocumentVersion& version) {
    const auto known = timeline_of_.find(key);
    if (known != timeline_of_.end()) return known->second;
    std::size_t index = timelines_.size();
    for (auto each = timeline_of_.begin(); each != timeline_of_.end(); ++each) {
      const DocumentTimeline& timeline = timelines_[each->second];
      if (timeline.vendor != version.vendor || timeline.type != version.type || exists(each->first))
        continue;
      index = each->second;
      timeline_of_.erase(each);
      break;
    }
    if (index == timelines_.size()) timelines_.emplace_back();
    timeline_of_[key] = index;
    return index;
  }

  bool exists(const std::string& key) {
    const auto& folder = files_[folder_of(key)];
    return std::any_of(folder.begin(), folder.end(),
                       [&](const auto& each) { return document_key(each.first) == key; });
  }

  std::map<std::string, std::map<std::string, std::string>> files_;  // by folder: path to blob
  std::map<std::string, std::size_t> timeline_of_;                   // by document key
  std::vector<DocumentTimeline> timelines_;
};

}  // namespace

std::vector<DocumentTimeline> document_timelines(const std::vector<Revision>& revisions) {
  Walker walker;
  for (const Revision& revision : revisions) walker.step(revision);
  return walker.take();
}

}  // namespace fineprint
