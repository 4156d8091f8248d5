// Reading one file of the file system.
#pragma once

#include <cstddef>
#include <string>

namespace fineprint {

// The bytes of a regular file of at most `max_bytes`. Throws UnreadableInput where it is none (a
// folder, a pipe), is longer or cannot be opened; never waits for a pipe's writer.
std::string read_file(const std::string& path, std::size_t max_bytes);

}  // namespace fineprint
