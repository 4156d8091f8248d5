// The rule files that are compiled into the program, generated at build time.
#pragma once

#include <span>
#include <string_view>

namespace fineprint {

struct EmbeddedFile {
  std::string_view path;  // relative to rules/, for example "packs/en/training.json"
  std::string_view text;
};

// Sorted by path; lives as long as the program.
std::span<const EmbeddedFile> embedded_rules();

}  // namespace fineprint
