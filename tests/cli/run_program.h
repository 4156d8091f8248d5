// Runs the program as a user does.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "../corpus/reading.h"

namespace fineprint::test {

// Starts the program; its outputs go to files. The caller waits for it.
inline pid_t start_program(const std::vector<std::string>& arguments, const std::string& out,
                           const std::string& err) {
  std::vector<char*> argv = {const_cast<char*>(FINEPRINT_PROGRAM)};
  for (const std::string& each : arguments) argv.push_back(const_cast<char*>(each.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child > 0) return child;
  const auto redirect = [](const std::string& file, int to) {
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    return descriptor >= 0 && dup2(descriptor, to) >= 0;
  };
  if (redirect(out, STDOUT_FILENO) && redirect(err, STDERR_FILENO)) execv(argv[0], argv.data());
  _exit(127);
}

// The exit code, or the negative number of the signal that ended it.
inline int wait_for(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct ProgramResult {
  int code = 0;
  std::string out;
  std::string err;
};

inline ProgramResult run_program(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const int code = wait_for(start_program(arguments, folder / "out", folder / "err"));
  return {code, file_bytes(folder / "out"), file_bytes(folder / "err")};
}

}  // namespace fineprint::test
