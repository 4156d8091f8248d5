// Runs shell commands, for what depends on the environment, the terminal or the README's lines.
#pragma once

#include <cstdlib>
#include <filesystem>

#include "run_program.h"

namespace fineprint::test {

// A word of a shell command.
inline std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

// Runs `sh -c command` in a folder, with `fineprint` on the PATH.
inline ProgramResult run_shell(const std::string& command,
                               const std::string& folder = FINEPRINT_SOURCE_DIR) {
  const TemporaryFolder scratch;
  const std::string programs = std::filesystem::path(FINEPRINT_PROGRAM).parent_path().string();
  const std::string line = "cd " + quoted(folder) + " && PATH=" + quoted(programs) +
                           ":$PATH && {\n" + command + "\n} >" + quoted(scratch / "out") + " 2>" +
                           quoted(scratch / "err") + " </dev/null";
  const int status = std::system(line.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return {code, file_bytes(scratch / "out"), file_bytes(scratch / "err")};
}

}  // namespace fineprint::test
