// The shell of README's recipes for continuous integration, run on a repository made from the
// samples; programs that would talk to a service are stood in for.
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::size_t indent_of(const std::string& line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string trimmed(const std::string& line) {
  return line.substr(indent_of(line));
}

struct Step {
  std::string name;  // of the step, or of the GitLab key
  std::string shell;
};

// The block scalars of the YAML between a heading of README and the next one.
std::vector<Step> steps_under(const std::string& heading) {
  std::istringstream in(file_bytes(std::string(FINEPRINT_SOURCE_DIR) + "/README.md"));
  std::vector<Step> steps;
  std::string name;
  bool within = false;
  std::size_t block = std::string::npos;  // indentation of the scalar's owner
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#") && block == std::string::npos) within = line == heading;
    if (!within) continue;
    if (block != std::string::npos) {
      if (line.empty() || indent_of(line) > block) {
        steps.back().shell += line + '\n';
        continue;
      }
      block = std::string::npos;
    }
    const std::string text = trimmed(line);
    if (text.starts_with("- name: ")) name = text.substr(8);
    if (text.ends_with("script:")) name = text.substr(0, text.size() - 1);
    if (text != "run: |" && text != "- |") continue;
    steps.push_back({name, ""});
    block = indent_of(line);
  }
  return steps;
}

std::string shell_of(const std::vector<Step>& steps, const std::string& name) {
  const auto found =
      std::find_if(steps.begin(), steps.end(), [&](const Step& each) { return each.name == name; });
  REQUIRE(found != steps.end());
  return found->shell;
}

// A collection with two revisions, the second with worse terms; a policy; programs to call.
struct Runner {
  Runner() {
    namespace fs = std::filesystem;
    const fs::path source(FINEPRINT_SOURCE_DIR);
    fs::copy(source / "corpus/samples", folder.path() / "collection", fs::copy_options::recursive);
    fs::remove_all(folder.path() / "collection/labels");
    fs::create_directory(folder.path() / "job");
    fs::copy_file(source / "docs/policy.baseline.example.json", folder.path() / "job/policy.json");
    fs::create_directory(folder.path() / "bin");
    fs::create_symlink(FINEPRINT_PROGRAM, folder.path() / "bin/fineprint");
    // Stand-ins that keep what they are called with.
    for (const char* program : {"gh", "curl"}) {
      const std::string path = folder / (std::string("bin/") + program);
      folder.write(std::string("bin/") + program,
                   "#!/bin/sh\nfor each; do printf '%s\\n' \"$each\"; done >> called.txt\n");
      fs::permissions(path, fs::perms::owner_all);
    }
    shell("cd ../collection\n" + git() +
              "git init --quiet\ngit add .\ngit commit --quiet --message first\n"
              "git rev-parse HEAD > ../job/terms-baseline\n",
          0);
  }

  static std::string git() {
    return "export GIT_AUTHOR_NAME=Bot GIT_AUTHOR_EMAIL=bot@example.org GIT_COMMITTER_NAME=Bot "
           "GIT_COMMITTER_EMAIL=bot@example.org\n";
  }

  // Wexmoor's promise goes.
  void make_worse() const {
    shell("cd ../collection\n" + git() +
              "sed -i 's/We do not use Meeting Data to train/We use Meeting Data to train/' "
              "'Wexmoor/Terms of Service.md'\ngit commit --quiet --all --message second\n",
          0);
  }

  // Runs a script in the folder "job" as GitHub and GitLab do.
  void shell(const std::string& script, int expected) const {
    folder.write("script.sh", "cd '" + (folder / "job") + "'\nexport PATH='" + (folder / "bin") +
                                  "':\"$PATH\"\nexport COLLECTION='" + (folder / "collection") +
                                  "'\n" + script);
    const int status = std::system(
        ("sh -e '" + (folder / "script.sh") + "' > '" + (folder / "output.txt") + "' 2>&1")
            .c_str());
    INFO(output());
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == expected);
  }

  std::string output() const { return file_bytes(folder / "output.txt"); }
  std::string written(const std::string& name) const {
    return file_bytes(folder / ("job/" + name));
  }

  TemporaryFolder folder;
};

bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("the GitHub workflow passes while nothing got worse") {
  const Runner runner;
  const auto steps = steps_under("#### In GitHub Actions");
  runner.shell(shell_of(steps, "Check the terms"), 0);
  CHECK(nlohmann::json::parse(runner.written("terms.sarif"))["runs"][0]["results"].empty());
}

TEST_CASE("the GitHub workflow fails, annotates and comments when terms got worse") {
  const Runner runner;
  runner.make_worse();
  const auto steps = steps_under("#### In GitHub Actions");
  runner.shell(shell_of(steps, "Check the terms"), 1);
  CHECK(has(runner.output(), "::error file=terms/Wexmoor/Terms of Service.md,line="));
  CHECK(!nlohmann::json::parse(runner.written("terms.sarif"))["runs"][0]["results"].empty());
  CHECK(has(runner.written("terms.md"), "### Wexmoor"));
  runner.shell("export GITHUB_REPOSITORY=acme/terms PULL_REQUEST=7\n" + shell_of(steps, "Comment"),
               0);
  CHECK(runner.written("called.txt") ==
        "pr\ncomment\n7\n--repo\nacme/terms\n--body-file\nterms.md\n--edit-last\n");
}

TEST_CASE("the GitLab job fails, leaves its reports and comments when terms got worse") {
  const Runner runner;
  runner.make_worse();
  const auto steps = steps_under("#### In GitLab");
  runner.shell(shell_of(steps, "script"), 1);
  CHECK(!nlohmann::json::parse(runner.written("terms-quality.json")).empty());
  CHECK(has(runner.written("terms-junit.xml"), "<testsuite name=\"Wexmoor\""));
  const std::string comment = shell_of(steps, "after_script");
  runner.shell(comment, 0);
  CHECK(runner.written("called.txt") == "");
  runner.shell(
      "export CI_MERGE_REQUEST_IID=3 CI_PROJECT_ID=5 TERMS_TOKEN=secret\n"
      "export CI_API_V4_URL=https://git.example/api/v4\n" +
          comment,
      0);
  CHECK(has(runner.written("called.txt"), "body@terms.md\n"));
  CHECK(has(runner.written("called.txt"),
            "https://git.example/api/v4/projects/5/merge_requests/3/notes\n"));
}

TEST_CASE("both recipes install what their scripts call") {
  for (const char* heading : {"#### In GitHub Actions", "#### In GitLab"}) {
    const auto steps = steps_under(heading);
    std::string install;
    for (const Step& step : steps) {
      if (has(step.shell, "apt-get install")) install += step.shell;
    }
    for (const Step& step : steps) {
      for (const char* program : {"git", "curl", "gh"}) {
        if (has(step.shell, std::string(program) + ' '))
          CHECK(has(install, std::string(" ") + program));
      }
    }
  }
}
