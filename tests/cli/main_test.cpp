#include <algorithm>
#include <sstream>

#include "run_program.h"
#include "run_shell.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// The names under "Subcommands:" in the help.
std::vector<std::string> subcommands() {
  std::istringstream help(run_program({"--help"}).out);
  std::vector<std::string> names;
  bool listed = false;
  for (std::string line; std::getline(help, line);) {
    if (line.starts_with("Subcommands:"))
      listed = true;
    else if (line.empty())
      listed = false;
    else if (listed && line.starts_with("  ") && line[2] != ' ')
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return names;
}

}  // namespace

TEST_CASE("--help tells the subcommands and the exit codes") {
  const ProgramResult result = run_program({"--help"});
  CHECK(result.code == 0);
  CHECK(result.err == "");
  CHECK(result.out.find("Exit codes: 0 done") != std::string::npos);
  const std::vector<std::string> names = subcommands();
  for (const char* name : {"scan", "text", "explain", "rules", "history"})
    CHECK(std::find(names.begin(), names.end(), name) != names.end());
}

TEST_CASE("every subcommand has help of its own") {
  for (const std::string& name : subcommands()) {
    INFO(name);
    const ProgramResult result = run_program({name, "--help"});
    CHECK(result.code == 0);
    CHECK(result.out.find("Usage: fineprint " + name) != std::string::npos);
  }
}

TEST_CASE("the version is told") {
  const ProgramResult result = run_program({"--version"});
  CHECK(result.code == 0);
  CHECK(result.out.starts_with("fineprint "));
}

TEST_CASE("no subcommand, or one that is none, is wrong use") {
  CHECK(run_program({}).code == 2);
  const ProgramResult result = run_program({"skan"});
  CHECK(result.code == 2);
  CHECK(result.out == "");
  CHECK(result.err != "");
}

TEST_CASE("output that cannot be written is no success") {
  CHECK(run_shell("fineprint scan corpus/samples >/dev/full").code == 2);
}
