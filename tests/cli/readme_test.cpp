// Every command of the README runs as it stands there.
//
// The blocks marked `sh` and the lines behind "$ " in those marked `console` run one after the
// other in one folder: a git repository with the project's corpus/samples and docs/ in it, as if it
// were a clone. A block must exit with 0, or with the code in a comment right before it:
// <!-- exit 1 -->.
#include <filesystem>
#include <sstream>

#include "run_shell.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

namespace fs = std::filesystem;

struct CodeBlock {
  int line = 0;
  int exit_code = 0;
  std::string commands;
};

// Lines that are left out, by how they begin, and why.
struct Exclusion {
  const char* start;
  const char* reason;
};
constexpr Exclusion kExclusions[] = {
    {"./run", "builds the project; run from a clean clone instead"},
    {"./test", "builds the project and runs this test"},
    {"cmake --install", "wants a build in build/release and rights on /usr/local"},
    {"cpack", "wants a build in build/release"},
    {"git clone http", "fetches from the network, which tests do without"},
};

const Exclusion* exclusion(const std::string& line) {
  for (const Exclusion& each : kExclusions) {
    if (line.starts_with(each.start)) return &each;
  }
  return nullptr;
}

// The commands of a block's lines; heredocs and continued lines of `sh` blocks stay together.
std::string commands_of(const std::string& language, const std::string& body) {
  std::istringstream lines(body);
  std::string commands;
  for (std::string line; std::getline(lines, line);) {
    if (language == "console") {
      if (!line.starts_with("$ ")) continue;  // what the command printed
      line.erase(0, 2);
    }
    if (!exclusion(line)) commands += line + "\n";
  }
  return commands;
}

std::vector<CodeBlock> read_blocks(const std::string& readme) {
  std::vector<CodeBlock> blocks;
  std::istringstream lines(readme);
  std::string language;
  std::string body;
  bool inside = false;
  int number = 0;
  int begin = 0;
  int exit_code = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) {
        language = line.substr(3);
        begin = number + 1;
        body.clear();
        continue;
      }
      if (language == "sh" || language == "console")
        blocks.push_back({begin, exit_code, commands_of(language, body)});
      exit_code = 0;
    } else if (inside) {
      body += line + "\n";
    } else if (line.starts_with("<!-- exit ")) {
      exit_code = std::stoi(line.substr(10));
    }
  }
  return blocks;
}

// Columns are as wide as what stands in them.
std::string single_spaced(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' || !result.ends_with(' ')) result += c;
  }
  return result;
}

// Who commits, where the README's commands do.
const std::string kIdentity =
    "export GIT_AUTHOR_NAME=Archive GIT_AUTHOR_EMAIL=archive@example.org\n"
    "export GIT_COMMITTER_NAME=Archive GIT_COMMITTER_EMAIL=archive@example.org\n";

// What the commands of the README find in their folder.
void prepare(const TemporaryFolder& folder) {
  const fs::path source = FINEPRINT_SOURCE_DIR;
  for (const char* name : {"corpus/samples", "docs"}) {
    fs::create_directories((folder.path() / name).parent_path());
    fs::copy(source / name, folder.path() / name, fs::copy_options::recursive);
  }
  const ProgramResult made =
      run_shell(kIdentity + "git init -q -b main . && git add . && git commit -q -m 'First record'",
                folder.path().string());
  INFO(made.err);
  REQUIRE(made.code == 0);
}

}  // namespace

TEST_CASE("every command of the README runs") {
  const TemporaryFolder folder;
  prepare(folder);
  const std::vector<CodeBlock> blocks =
      read_blocks(file_bytes(std::string(FINEPRINT_SOURCE_DIR) + "/README.md"));
  REQUIRE(blocks.size() >= 8);
  for (const CodeBlock& block : blocks) {
    if (block.commands.empty()) continue;
    const ProgramResult result =
        run_shell(kIdentity + "set -e\n" + block.commands, folder.path().string());
    INFO("README.md:" << block.line << ":\n" << block.commands << result.out << result.err);
    CHECK(result.code == block.exit_code);
  }
}

TEST_CASE("the README shows what the program prints") {
  const std::string readme = file_bytes(std::string(FINEPRINT_SOURCE_DIR) + "/README.md");
  const ProgramResult list = run_program({"rules", "list", "--only", "training.opt-out"});
  CHECK(readme.find(list.out.substr(0, list.out.find('\n'))) != std::string::npos);
  const ProgramResult scan = run_shell("fineprint scan corpus/samples");
  std::istringstream rows(scan.out);
  std::string row;
  while (std::getline(rows, row) && !row.starts_with("Vendor  ")) {
  }
  CHECK(single_spaced(readme).find(single_spaced(row)) != std::string::npos);  // the table's head
}
