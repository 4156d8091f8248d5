// Where documents live: files and folders in the layout <Vendor>/<Terms type>[ #part].<ext>.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/reader.h"

namespace fineprint {

// Source of the bytes of one input file; reading is deferred so that documents can be read in
// parallel and one at a time.
struct InputFile {
  std::string path;                    // as reported: relative to the scanned folder, '/' separated
  std::function<std::string()> bytes;  // throws UnreadableInput
};

// The files that make up one document, parts in order of their names.
struct DocumentSource {
  std::string vendor;
  std::string type;  // normalised; "" where the reader has to derive it from the title
  std::vector<InputFile> files;
};

struct Skipped {
  std::string path;
  std::string error;
  friend bool operator==(const Skipped&, const Skipped&) = default;
};

struct Collection {
  std::vector<DocumentSource> documents;  // sorted by vendor, type, path
  std::vector<Skipped> skipped;           // what could not even be listed
};

struct CollectionOptions {
  std::string vendor;  // overrides for a lone file
  std::string type;
  ReadLimits limits;
};

// Lists files and folders (recursively; hidden files and folders, README and LICENSE files and
// unknown extensions inside folders are left out; a file named explicitly is always taken).
// Symbolic links that leave the folder and links to folders are not followed. Does not read file
// contents. A path that does not exist is a row in `skipped`. The same documents come out whatever
// the order of paths; a file reached twice counts once. Where two folders hold the same relative
// path, the folder as given is put in front of it.
Collection list_collection(const std::vector<std::string>& paths, const CollectionOptions& options);

// Groups already listed files (of a git tree, for example) into documents by the same layout.
Collection group_files(std::vector<InputFile> files, const CollectionOptions& options);

// Reads all parts of a document and fills vendor, type, title and date. A part that cannot be read
// is appended to `skipped`, also where none can, when this throws UnreadableInput: the caller has
// no row to add.
Document read_source(const DocumentSource& source, const CollectionOptions& options,
                     std::vector<Skipped>& skipped);

// "terms of use" -> "Terms of Service", "DPA" -> "Data Processor Agreement", ...; an unknown name
// comes back trimmed as it is.
std::string normalise_terms_type(std::string_view name);

}  // namespace fineprint
