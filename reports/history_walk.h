// From the commits of a collection to the versions of each document, renames followed.
#pragma once

#include <string>
#include <vector>

#include "corpus/git_tree.h"

namespace fineprint {

struct VersionFile {
  std::string path;
  std::string blob;
  friend bool operator==(const VersionFile&, const VersionFile&) = default;
};

// A document as it stood after a commit that touched it.
struct DocumentVersion {
  std::string revision;  // full commit id
  std::string date;      // ISO 8601
  std::string path;      // of the file that the commit touched (the first, if several parts were)
  std::string vendor;    // as its place says at this revision
  std::string type;
  std::vector<VersionFile> files;  // all its parts
};

// All versions of one document, oldest first. A document that was deleted and came back, or whose
// file, vendor or type was renamed, goes on.
struct DocumentTimeline {
  std::string vendor;  // of its latest version
  std::string type;
  std::vector<DocumentVersion> versions;
};

// Sorted by vendor, type and latest path. `revisions` must begin with the first of the history,
// oldest first.
std::vector<DocumentTimeline> document_timelines(const std::vector<Revision>& revisions);

}  // namespace fineprint
