// The real documents that some tests want and that are not part of the project.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace fineprint {

// The folder of real documents, or "" where it is not there.
inline std::string corpora_folder() {
  const char* set = std::getenv("FINEPRINT_CORPORA");
  const std::string folder =
      set != nullptr ? set : std::string(FINEPRINT_SOURCE_DIR) + "/../shared/corpora";
  if (std::filesystem::is_directory(folder)) return folder;
  MESSAGE("skipped: no corpora at ", folder, " (set FINEPRINT_CORPORA)");
  return "";
}

}  // namespace fineprint
