// One side of a comparison: a file, a folder, a saved scan or a revision of a git repository.
#pragma once

#include <string>

#include "analyzer/analyzer.h"

namespace fineprint {

struct DiffSide {
  std::string source;  // as given
  Analysis analysis;
  bool saved = false;  // a saved scan: findings and verdicts without the documents' text
};

// Reads and analyses what `location` names: a file or folder (list_collection); a file of JSON that
// `fineprint scan` wrote; "REPO@REVISION", or "REPO@REVISION:FOLDER" for a folder in it; a bare
// repository, whose HEAD is taken. Never throws for what cannot be read: it is a row of the
// analysis' `skipped`.
DiffSide read_side(const std::string& location, const Analyzer& analyzer,
                   const AnalyzeOptions& options);

}  // namespace fineprint
