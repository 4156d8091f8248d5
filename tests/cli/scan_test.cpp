#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "run_program.h"
#include "run_shell.h"
#include "scan_checks.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

const std::string kSamples = std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples";
const std::string kTerms =
    "# Acme Terms of Service\n\nWe may use your content to train our models.\n\n"
    "You own all output.\n";

nlohmann::json scan_json(std::vector<std::string> arguments, int code = 0) {
  arguments.insert(arguments.begin(), "scan");
  arguments.insert(arguments.end(), {"--format", "json"});
  const ProgramResult result = run_program(arguments);
  INFO(result.err);
  REQUIRE(result.code == code);
  return nlohmann::json::parse(result.out);
}

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (const char c : text) {
    if (c == '\n')
      length = 0;
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)  // characters, not bytes
      longest = std::max(longest, ++length);
  }
  return longest;
}

}  // namespace

TEST_CASE("the scan of the samples is valid, complete and leads to its quotes") {
  const nlohmann::json scan = scan_json({kSamples});
  CHECK(schema_faults("reports/schema/scan.schema.json", scan) == "");
  CHECK(scan["vendors"].size() >= 8);
  CHECK(scan["skipped"].empty());
  const ScanFigures figures = check_scan(scan, kSamples);
  CHECK(figures.documents >= 16);
  CHECK(figures.findings > 150);
  CHECK(figures.plain > 100);
  CHECK(figures.cut == figures.plain);
}

TEST_CASE("the same documents give the same bytes, with one thread or several, in any order") {
  for (const char* format : {"text", "json", "markdown", "html"}) {
    const auto scan = [&](std::vector<std::string> arguments) {
      arguments.insert(arguments.begin(), {"scan", "--format", format});
      const ProgramResult result = run_program(arguments);
      CHECK(result.code == 0);
      return result.out;
    };
    const std::string one = scan({kSamples, "--threads", "1"});
    CHECK(one.size() > 1000);
    CHECK(scan({kSamples, "--threads", "2"}) == one);
  }
  const nlohmann::json forward = scan_json({kSamples + "/Halvory", kSamples + "/Wexmoor"});
  const nlohmann::json backward = scan_json({kSamples + "/Wexmoor", kSamples + "/Halvory"});
  CHECK(forward == backward);
}

TEST_CASE("every format is its own") {
  CHECK(run_program({"scan", kSamples}).out.starts_with("Trust score report"));
  CHECK(run_program({"scan", kSamples, "--format", "markdown"}).out.starts_with("#"));
  const std::string page = run_program({"scan", kSamples, "--format", "html"}).out;
  CHECK(page.starts_with("<!"));
  CHECK(page.find("</html>") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http-equiv=\"refresh\"") == std::string::npos);
}

TEST_CASE("what cannot be read is skipped with a reason, the rest is in the report, code 3") {
  const TemporaryFolder folder;
  folder.write("Acme/Terms of Service.md", kTerms);
  folder.write("Empty/Terms of Service.md", "");
  folder.write("Picture/Privacy Policy.html", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18));
  folder.write("Broken/Terms of Service.txt",
               std::string("\xff\xfe\xfd\xfc\xc3\x28\x80\x81\0\x07", 10));
  folder.write("Locked/Terms of Service.md", kTerms);
  std::vector<std::string> expected = {"Broken/Terms of Service.txt", "Empty/Terms of Service.md",
                                       "Picture/Privacy Policy.html"};
  std::filesystem::permissions(folder / "Locked/Terms of Service.md", std::filesystem::perms::none);
  if (geteuid() == 0) {
    MESSAGE("skipped: the superuser can read any file");
    std::filesystem::remove_all(folder / "Locked");
  } else {
    expected.insert(expected.end() - 1, "Locked/Terms of Service.md");
  }
  const nlohmann::json scan = scan_json({folder.path().string()}, 3);
  CHECK(schema_faults("reports/schema/scan.schema.json", scan) == "");
  REQUIRE(scan["vendors"].size() == 1);
  CHECK(scan["vendors"][0]["name"] == "Acme");
  CHECK(scan["vendors"][0]["documents"][0]["findings"].size() >= 2);
  std::vector<std::string> skipped;
  for (const auto& row : scan["skipped"]) {
    skipped.push_back(row["path"]);
    CHECK(row["error"] != "");
  }
  CHECK(skipped == expected);
  const ProgramResult text = run_program({"scan", folder.path().string()});
  CHECK(text.code == 3);
  CHECK(text.err.find("skipped Empty/Terms of Service.md: ") != std::string::npos);
  CHECK(text.out.find("Acme") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 are read in the encoding they are in, or refused, never wrong") {
  const TemporaryFolder folder;
  folder.write("Acme/Terms of Service.md",
               "# Acme Terms\n\nThe caf\xe9 clause: we may use your content to train our models. "
               "You own all output that the caf\xe9 makes.\n");
  const nlohmann::json scan = scan_json({folder.path().string()});
  CHECK(scan.dump().find("caf\xc3\xa9 clause") != std::string::npos);
  check_scan(scan, folder.path());
}

TEST_CASE("a path that is not there is skipped too") {
  const nlohmann::json scan = scan_json({kSamples + "/Halvory", "/nowhere/at/all"}, 3);
  REQUIRE(scan["skipped"].size() == 1);
  CHECK(scan["skipped"][0]["path"] == "/nowhere/at/all");
  CHECK(scan["vendors"].size() == 1);
}

TEST_CASE("a file over the limit is skipped, and the limit can be raised") {
  const TemporaryFolder folder;
  folder.write("Acme/Terms of Service.md", kTerms + std::string(5000, 'x') + "\n");
  CHECK(scan_json({folder.path().string(), "--max-bytes", "1000"}, 3)["skipped"].size() == 1);
  CHECK(scan_json({folder.path().string(), "--max-bytes", "9000"})["skipped"].empty());
}

TEST_CASE("vendor and type of a lone file can be said") {
  const TemporaryFolder folder;
  folder.write("x.md", kTerms);
  const nlohmann::json scan = scan_json({folder / "x.md", "--vendor", "Corvane", "--type", "DPA"});
  CHECK(scan["vendors"][0]["name"] == "Corvane");
  CHECK(scan["vendors"][0]["documents"][0]["type"] == "Data Processor Agreement");
}

TEST_CASE("the profile decides whose score is the headline") {
  const nlohmann::json business = scan_json({kSamples});
  const nlohmann::json consumer = scan_json({kSamples, "--profile", "consumer"});
  CHECK(business["profile"]["audience"] == "business");
  CHECK(consumer["profile"]["audience"] == "consumer");
  for (const auto& vendor : consumer["vendors"])
    CHECK(vendor["score"] == vendor["audiences"]["consumer"]["score"]);
}

TEST_CASE("-o writes a file and leaves standard output alone") {
  const TemporaryFolder folder;
  const ProgramResult result =
      run_program({"scan", kSamples, "--format", "json", "-o", folder / "scan.json"});
  CHECK(result.code == 0);
  CHECK(result.out == "");
  CHECK(nlohmann::json::parse(file_bytes(folder / "scan.json"))["tool"]["name"] == "fineprint");
  CHECK(run_program({"scan", kSamples, "-o", "/nowhere/at/all/scan.json"}).code == 2);
}

TEST_CASE("away from a terminal there is no colour, no progress and a fixed width") {
  const ProgramResult result = run_program({"scan", kSamples});
  CHECK(result.out.find('\x1b') == std::string::npos);
  CHECK(result.err == "");
  CHECK(longest_line(result.out) <= 100);
}

// util-linux's `script` gives the program a terminal.
TEST_CASE("on a terminal there is colour unless NO_COLOR is set, and the table fits the width") {
  if (std::system("script -q -e -c true /dev/null >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: no `script`, or no terminals (/dev/pts) for it to make one");
    return;
  }
  const TemporaryFolder folder;
  const auto on_terminal = [&](const std::string& environment, const std::string& arguments) {
    const std::string command = "stty cols 72 rows 40 2>/dev/null; " + environment +
                                " fineprint scan " + arguments + " 2>/dev/null";
    run_shell("script -q -e -c " + quoted(command) + " " + quoted(folder / "typescript"));
    std::string text = file_bytes(folder / "typescript");
    std::erase(text, '\r');
    const std::size_t start = text.find('\n');
    return text.substr(start == std::string::npos ? 0 : start + 1);
  };
  const std::string samples = quoted(kSamples);
  const std::string coloured = on_terminal("", samples);
  CHECK(coloured.find("\x1b[") != std::string::npos);
  const std::string plain = on_terminal("NO_COLOR=1", samples);
  CHECK(plain.find("\x1b[") == std::string::npos);
  REQUIRE(plain.find("Trust score report") != std::string::npos);
  const std::size_t end = plain.rfind("\nScript done");
  CHECK(longest_line(plain.substr(0, end)) <= 72);
}

TEST_CASE("wrong use ends with 2 and says what is right") {
  const auto wrong = [](const std::vector<std::string>& arguments) {
    const ProgramResult result = run_program(arguments);
    CHECK(result.code == 2);
    CHECK(result.out == "");
    return result.err;
  };
  CHECK(wrong({"scan"}).find("path") != std::string::npos);
  CHECK(wrong({"scan", kSamples, "--format", "pdf"})
            .find("--format must be text, json, markdown or html") != std::string::npos);
  CHECK(wrong({"scan", kSamples, "--profile", "nobody"}) != "");
  CHECK(wrong({"scan", kSamples, "--threads", "many"}) != "");
  CHECK(wrong({"scan", kSamples, "--rules", "/nowhere"}).find("this is no folder of rule files") !=
        std::string::npos);
  CHECK(wrong({"scan", kSamples, "--colour"}) != "");
}

TEST_CASE("a hostile document can neither break out of a report nor stop the scan") {
  const TemporaryFolder folder;
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  folder.write(
      "<script>alert(1)<\x1b[31m/Terms of Service.html",
      "<title>T</title><p>We may use your content <b>&lt;script&gt;alert(2)&lt;/script&gt; "
      "\x1b[31m</b> to train our models.</p>" +
          deep);
  for (const char* format : {"text", "json", "markdown", "html"}) {
    const ProgramResult result = run_program({"scan", folder.path().string(), "--format", format});
    CHECK(result.code == 0);
    CHECK(result.out.find('\x1b') == std::string::npos);
    if (std::string_view(format) == "html") CHECK(result.out.find("<script") == std::string::npos);
  }
}
