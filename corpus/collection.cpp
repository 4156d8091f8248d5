#include "corpus/collection.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/input_file.h"
#include "corpus/terms_type.h"

namespace fineprint {
namespace {

namespace fs = std::filesystem;

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// A file that was found, before grouping.
struct Found {
  InputFile file;
  std::string folder;  // what tells documents of the same vendor and type apart
  std::string vendor;  // what its place says, or ""
  std::string type;    // likewise
};

std::string stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return std::string(name);
}

// "Terms of Service #part-2" without its part.
std::string without_part(const std::string& name) {
  const std::size_t mark = name.find(" #");
  return mark == std::string::npos || mark == 0 ? name : name.substr(0, mark);
}

std::string parent_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return "";
  const std::string_view parent = path.substr(0, slash);
  const std::size_t before = parent.rfind('/');
  return std::string(before == std::string_view::npos ? parent : parent.substr(before + 1));
}

bool is_document_name(const fs::path& path) {
  static constexpr std::array<std::string_view, 7> kExtensions = {
      ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"};
  const std::string extension = lowered(path.extension().string());
  if (std::find(kExtensions.begin(), kExtensions.end(), extension) == kExtensions.end())
    return false;
  const std::string name = lowered(path.stem().string());
  return name != "readme" && name != "license" && name != "licence" && name != "copying";
}

std::vector<DocumentSource> group(std::vector<Found> found) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, DocumentSource> documents;
  for (Found& each : found) {
    const std::string extension = fs::path(each.file.path).extension().string();
    DocumentSource& document =
        documents[{each.folder, without_part(stem(each.file.path)), extension}];
    document.vendor = each.vendor;
    document.type = each.type;
    document.files.push_back(std::move(each.file));
  }
  std::vector<DocumentSource> result;
  for (auto& [key, document] : documents) {
    std::sort(document.files.begin(), document.files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    result.push_back(std::move(document));
  }
  std::sort(result.begin(), result.end(), [](const DocumentSource& a, const DocumentSource& b) {
    return std::tie(a.vendor, a.type, a.files.front().path) <
           std::tie(b.vendor, b.type, b.files.front().path);
  });
  return result;
}

Found place(InputFile file, const std::string& root_name, const CollectionOptions& options) {
  Found found;
  const std::size_t slash = file.path.rfind('/');
  found.folder = slash == std::string::npos ? "" : file.path.substr(0, slash);
  found.vendor = parent_name(file.path);
  if (found.vendor.empty()) found.vendor = options.vendor.empty() ? root_name : options.vendor;
  found.type = normalise_terms_type(without_part(stem(file.path)));
  file.path.shrink_to_fit();
  found.file = std::move(file);
  return found;
}

class Lister {
 public:
  explicit Lister(const CollectionOptions& options) : options_(options) {}

  Collection list(const std::vector<std::string>& paths) {
    std::vector<std::pair<std::string, std::string>> folders;  // canonical, as given
    std::vector<std::string> files;
    for (const std::string& path : paths) {
      std::error_code error;
      const fs::file_status status = fs::status(path, error);
      if (status.type() == fs::file_type::not_found)
        skip(path, fs::is_symlink(fs::symlink_status(path, error)) ? "dangling symbolic link"
                                                                   : "no such file or folder");
      else if (!fs::status_known(status))
        skip(path, "cannot be read: " + error.message());
      else if (fs::is_directory(status))
        folders.emplace_back(fs::canonical(path, error).string(), path);
      else
        files.push_back(path);
    }
    // Outer folders first, folders before lone files: a file that is named twice counts once.
    std::sort(folders.begin(), folders.end());
    std::sort(files.begin(), files.end());
    for (const auto& [canonical, given] : folders) folder(canonical, given);
    make_unambiguous();
    for (const std::string& path : files) lone_file(path);
    Collection collection;
    std::vector<Found> all;
    for (Listed& listed : listed_) all.push_back(std::move(listed.found));
    collection.documents = group(std::move(all));
    std::sort(skipped_.begin(), skipped_.end(),
              [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
    skipped_.erase(std::unique(skipped_.begin(), skipped_.end()), skipped_.end());
    collection.skipped = std::move(skipped_);
    return collection;
  }

 private:
  struct Listed {
    Found found;
    std::string given;  // the folder it was found in, as given
  };

  void skip(std::string path, std::string error) {
    skipped_.push_back({std::move(path), std::move(error)});
  }

  std::function<std::string()> reader(std::string path) const {
    return [path = std::move(path), limit = options_.limits.max_bytes] {
      return read_file(path, limit);
    };
  }

  void folder(const std::string& canonical, const std::string& given) {
    const std::string root_name = fs::path(canonical).filename().string();
    std::error_code error;
    fs::recursive_directory_iterator at(canonical, error);
    if (error) return skip(given, "cannot be read: " + error.message());
    for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
      if (error) break;
      const std::string name = at->path().filename().string();
      std::error_code ignored;
      if (name.starts_with('.')) {
        at.disable_recursion_pending();
        continue;
      }
      const std::string relative = at->path().lexically_relative(canonical).generic_string();
      if (at->is_directory(ignored)) {
        if (at->is_symlink(ignored))
          at.disable_recursion_pending();
        else if (::access(at->path().c_str(), R_OK | X_OK) != 0) {
          skip(relative, "cannot be read: Permission denied");
          at.disable_recursion_pending();
        }
        continue;
      }
      if (is_document_name(at->path())) entry(*at, canonical, given, relative, root_name);
    }
    if (error) skip(given, "cannot be read: " + error.message());
  }

  void entry(const fs::directory_entry& at, const std::string& root, const std::string& given,
             const std::string& relative, const std::string& root_name) {
    std::error_code error;
    // What is no link is canonical as the folder is: no link to a folder is followed.
    fs::path target = at.path();
    if (at.is_symlink(error)) {
      target = fs::canonical(at.path(), error);
      if (error) return skip(relative, "dangling symbolic link");
      if (!target.string().starts_with(root + "/"))
        return skip(relative, "symbolic link that leaves the folder");
    }
    if (!at.is_regular_file(error)) return skip(relative, "not a regular file");
    if (!seen_.insert(target.string()).second) return;
    InputFile file{relative, reader(at.path().string())};
    listed_.push_back({place(std::move(file), root_name, options_), given});
  }

  // The same relative path in two folders: the folder, as given, goes in front.
  void make_unambiguous() {
    std::map<std::string, int> count;
    for (const Listed& listed : listed_) ++count[listed.found.file.path];
    for (Listed& listed : listed_) {
      std::string& path = listed.found.file.path;
      if (count[path] < 2) continue;
      path = (fs::path(listed.given) / path).lexically_normal().generic_string();
      listed.found.folder = fs::path(path).parent_path().generic_string();
    }
  }

  // Takes what the options say; else a name like a terms type has its folder for a vendor; the
  // rest is the title's to tell, when it is read.
  void lone_file(const std::string& path) {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    if (!fs::is_regular_file(canonical, error)) return skip(path, "not a regular file");
    if (!seen_.insert(canonical.string()).second) return;
    Found found;
    found.file = {path, reader(path)};
    found.folder = canonical.parent_path().string();
    found.vendor = options_.vendor;
    found.type = options_.type.empty() ? "" : normalise_terms_type(options_.type);
    const std::string name = without_part(stem(canonical.generic_string()));
    if (is_known_terms_type(name)) {
      if (found.type.empty()) found.type = normalise_terms_type(name);
      if (found.vendor.empty()) found.vendor = canonical.parent_path().filename().string();
    }
    listed_.push_back({std::move(found), ""});
  }

  const CollectionOptions& options_;
  std::vector<Listed> listed_;
  std::vector<Skipped> skipped_;
  std::set<std::string> seen_;  // canonical paths
};

// Fills what the place of a lone file left open.
void derive_from_title(Document& document) {
  if (!document.vendor.empty() && !document.type.empty()) return;
  const std::string name = without_part(stem(document.path()));
  TitleParts title = read_title(document.title);
  const TitleParts from_name = read_title(name);
  if (title.type.empty()) title.type = from_name.type;
  if (title.vendor.empty()) title.vendor = from_name.vendor;
  if (document.type.empty()) document.type = title.type.empty() ? name : title.type;
  if (document.vendor.empty()) document.vendor = title.vendor;
  if (document.vendor.empty()) document.vendor = parent_name(document.path());
  if (document.vendor.empty())
    document.vendor = fs::absolute(document.path()).parent_path().filename().string();
}

}  // namespace

Collection list_collection(const std::vector<std::string>& paths,
                           const CollectionOptions& options) {
  return Lister(options).list(paths);
}

Collection group_files(std::vector<InputFile> files, const CollectionOptions& options) {
  std::vector<Found> found;
  for (InputFile& file : files)
    if (is_document_name(file.path)) found.push_back(place(std::move(file), "", options));
  return {group(std::move(found)), {}};
}

Document read_source(const DocumentSource& source, const CollectionOptions& options,
                     std::vector<Skipped>& skipped) {
  Document document;
  std::string error = "there are no files";
  for (const InputFile& file : source.files) {
    try {
      Document part = read_document(file.bytes(), file.path, options.limits);
      if (document.parts.empty())
        document = std::move(part);
      else
        append_part(document, std::move(part));
    } catch (const UnreadableInput& unreadable) {
      error = unreadable.what();
      skipped.push_back({file.path, error});
    }
  }
  if (document.parts.empty()) throw UnreadableInput(error);
  document.vendor = source.vendor;
  document.type = source.type;
  derive_from_title(document);
  return document;
}

}  // namespace fineprint
