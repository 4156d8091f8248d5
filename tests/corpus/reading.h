// Helpers that the tests of reading share.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"

namespace fineprint {

inline Document read_html_text(std::string_view html) {
  return read_document(std::string(html), "page.html");
}
inline Document read_markdown_text(std::string_view text) {
  return read_document(std::string(text), "page.md");
}
inline Document read_plain_text(std::string_view text) {
  return read_document(std::string(text), "page.txt");
}

// The block whose text begins with `start`; fails the test where there is none.
inline const Block& block_at(const Document& document, std::string_view start) {
  for (const Block& block : document.blocks)
    if (block.text.starts_with(start)) return block;
  FAIL("no block begins with: ", std::string(start), "\n", to_markdown(document));
  return document.blocks.front();
}

inline bool has_text(const Document& document, std::string_view text) {
  for (const Block& block : document.blocks)
    if (block.text.find(text) != std::string::npos) return true;
  return false;
}

inline std::string text_of(const Document& document, int block) {
  return block == kNone ? "(none)" : document.blocks[static_cast<std::size_t>(block)].text;
}

// What the source has for `part` of a block's text.
inline std::string source_of(const Document& document, const Block& block, std::string_view part) {
  const std::size_t at = block.text.find(part);
  REQUIRE(at != std::string::npos);
  const ByteRange range = block.map.to_source({at, at + part.size()});
  const std::string& bytes = document.parts[static_cast<std::size_t>(block.part)].bytes;
  REQUIRE(range.end <= bytes.size());
  return bytes.substr(range.begin, range.end - range.begin);
}

// Why an input is refused; "" where it is read.
inline std::string refusal(std::string bytes, std::string path, const ReadLimits& limits = {}) {
  try {
    read_document(std::move(bytes), std::move(path), limits);
    return "";
  } catch (const UnreadableInput& unreadable) {
    return unreadable.what();
  }
}

// The folder of real documents, or "" where it is not there.
inline std::string corpora_folder() {
  const char* set = std::getenv("FINEPRINT_CORPORA");
  const std::string folder =
      set != nullptr ? set : std::string(FINEPRINT_SOURCE_DIR) + "/../shared/corpora";
  if (std::filesystem::is_directory(folder)) return folder;
  MESSAGE("skipped: no corpora at ", folder, " (set FINEPRINT_CORPORA)");
  return "";
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A folder that goes when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "fineprint-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  void write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace fineprint
