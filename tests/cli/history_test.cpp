// fineprint history as a user runs it, and its cache under kills and in company.
#include <signal.h>

#include <chrono>
#include <random>
#include <thread>

#include "../corpus/test_repository.h"
#include "../reports/schema_check.h"
#include "run_program.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::string terms(int days, const std::string& training) {
  return "# Acme Terms\n\nWe keep your prompts for " + std::to_string(days) +
         " days and then delete them.\n\n" + training + "\n";
}

constexpr const char* kOptIn =
    "We will not use your content to train our models unless you agree to it.";
constexpr const char* kOptOut = "We use your content to train our models unless you opt out.";

// Three versions of Acme's terms, the last under another name; one of Brill's.
void write_history(const std::string& path) {
  TestRepository repository(path, true);
  const std::string brill = "# Brill Terms\n\nYou own the output.\n";
  repository.commit({{"Acme/Terms of Service.md", terms(30, kOptIn)}}, 1'700'000'000);
  repository.commit(
      {{"Acme/Terms of Service.md", terms(90, kOptIn)}, {"Brill/Terms of Service.md", brill}},
      1'700'086'400);
  repository.commit(
      {{"Acme/Commercial Terms.md", terms(90, kOptOut)}, {"Brill/Terms of Service.md", brill}},
      1'702'000'000);
}

// A history that takes a moment: many versions of long documents.
void write_long_history(const std::string& path) {
  TestRepository repository(path, true);
  std::string filler;
  for (int i = 0; i < 150; ++i)
    filler += "## Section " + std::to_string(i) +
              "\n\nThe customer shall keep its account data, its keys and its content safe, and we "
              "may use aggregated data about the use of the service to improve section " +
              std::to_string(i) + ".\n\n";
  TestRepository::Files files;
  for (int i = 0; i < 60; ++i) {
    files["Acme/Terms of Service.md"] = terms(i + 1, i % 3 ? kOptIn : kOptOut) + filler;
    files["Brill/Privacy Policy.md"] = terms(100 - i, kOptIn) + filler;
    repository.commit(files, 1'700'000'000 + i * 86'400);
  }
}

nlohmann::json history_json(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"history", "--format", "json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const ProgramResult result = run_program(all);
  INFO(result.err);
  CHECK(result.code == 0);
  const nlohmann::json json = nlohmann::json::parse(result.out);
  CHECK(schema_faults("reports/schema/changes.schema.json", json) == "");
  return json;
}

using Strings = std::vector<std::string>;

std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "\nThe parties remain independent of each other.\n";
  return text;
}

// The directions that history tells of a document of which each day has a version.
Strings directions(const Strings& pages) {
  const TemporaryFolder folder;
  TestRepository repository(folder / "terms", true);
  std::int64_t day = 1'700'000'000;
  for (const std::string& page : pages) {
    repository.commit({{"Acme/Terms of Service.md", page}}, day);
    day += 86'400;
  }
  Strings found;
  const nlohmann::json report = history_json({folder / "terms", "--no-cache"});
  for (const nlohmann::json& version : report["timelines"][0]["versions"])
    found.push_back(version["direction"]);
  return found;
}

}  // namespace

TEST_CASE("history tells each version's clause changes, renames followed") {
  const TemporaryFolder folder;
  write_history(folder / "terms");
  const nlohmann::json report = history_json({folder / "terms", "--no-cache"});
  REQUIRE(report["timelines"].size() == 2);
  const nlohmann::json& acme = report["timelines"][0];
  CHECK(acme["vendor"] == "Acme");
  CHECK(acme["type"] == "Commercial Terms");
  REQUIRE(acme["versions"].size() == 3);
  CHECK(acme["versions"][0]["direction"] == "none");
  CHECK(acme["versions"][1]["changes"][0]["new"]["period"] == "P90D");
  CHECK(acme["versions"][2]["path"] == "Acme/Commercial Terms.md");
  CHECK(acme["versions"][2]["direction"] == "worse");
  CHECK(acme["versions"][2]["verdict"]["trains"] == "opt-out");
}

TEST_CASE("history is limited to a vendor, a type and a time") {
  const TemporaryFolder folder;
  write_history(folder / "terms");
  CHECK(history_json({folder / "terms", "--no-cache", "--vendor", "brill"})["timelines"].size() ==
        1);
  CHECK(history_json({folder / "terms", "--no-cache", "--type", "terms"})["timelines"].size() == 1);
  const nlohmann::json late = history_json({folder / "terms", "--no-cache", "--since", "2023-12"});
  REQUIRE(late["timelines"].size() == 1);
  REQUIRE(late["timelines"][0]["versions"].size() == 1);
  CHECK(late["timelines"][0]["versions"][0]["direction"] == "worse");
  const nlohmann::json early =
      history_json({folder / "terms", "--no-cache", "--until", "2023-11-14"});
  CHECK(early["timelines"].size() == 1);
}

TEST_CASE("history has every format, the same bytes with any number of threads") {
  const TemporaryFolder folder;
  write_history(folder / "terms");
  for (const char* format : {"text", "json", "csv", "markdown", "html"}) {
    CAPTURE(format);
    const auto run = [&](const char* threads) {
      return run_program(
          {"history", folder / "terms", "--no-cache", "--format", format, "--threads", threads});
    };
    const ProgramResult one = run("1");
    CHECK(one.code == 0);
    CHECK(one.out.find("pt-out") != std::string::npos);
    CHECK(one.out == run("3").out);
  }
}

TEST_CASE("history lists versions that cannot be read, and ends with 3") {
  const TemporaryFolder folder;
  TestRepository repository(folder / "terms", true);
  repository.commit({{"Acme/Terms of Service.md", terms(30, kOptIn)}}, 1'700'000'000);
  repository.commit({{"Acme/Terms of Service.md", ""}}, 1'700'086'400);
  repository.commit({{"Acme/Terms of Service.md", terms(90, kOptIn)}}, 1'700'172'800);
  const ProgramResult result =
      run_program({"history", folder / "terms", "--no-cache", "--format", "json"});
  CHECK(result.code == 3);
  const nlohmann::json report = nlohmann::json::parse(result.out);
  CHECK(report["skipped"].size() == 1);
  REQUIRE(report["timelines"][0]["versions"].size() == 2);
  CHECK(report["timelines"][0]["versions"][1]["direction"] == "worse");
}

TEST_CASE("a page that failed to load is no version, nor is its coming back a change") {
  const std::string page = terms(30, kOptIn) + filler(20);
  CHECK(directions({page, "Something went wrong.\n", page, "Please wait.\n",
                    terms(90, kOptIn) + filler(20)}) ==
        Strings{"none", "none", "none", "none", "worse"});
}

TEST_CASE(
    "what is left of a page that lost nearly all of its text is not compared with older pages") {
  const std::string page = terms(30, kOptIn) + filler(60);
  CHECK(directions({terms(30, kOptIn) + filler(5), page,
                    "# Acme Terms\n\nWe may use your feedback freely.\n", page}) ==
        Strings{"none", "none", "none", "none"});
}

TEST_CASE("a page that was far too long once is passed over") {
  CHECK(directions({terms(30, kOptIn), terms(30, kOptIn) + filler(80), terms(90, kOptIn)})[2] ==
        "worse");
}

TEST_CASE("a translation that was fetched for once is compared with none in another language") {
  const TemporaryFolder folder;
  TestRepository repository(folder / "terms", true);
  const auto commit = [&](const std::string& text, int day) {
    repository.commit({{"Acme/Terms of Service.md", text}}, 1'700'000'000 + day * 86'400);
  };
  commit(terms(30, kOptIn), 0);
  commit(
      "# Acme Nutzungsbedingungen\n\nWir bewahren Ihre Eingaben 30 Tage lang auf und loeschen "
      "sie dann.\n\nWir nutzen Ihre Inhalte nicht ohne Ihre Zustimmung.\n",
      1);
  commit(terms(90, kOptIn), 2);
  const nlohmann::json report = history_json({folder / "terms", "--no-cache"});
  const nlohmann::json& versions = report["timelines"][0]["versions"];
  REQUIRE(versions.size() == 3);
  CHECK(versions[1]["language"] == "de");
  CHECK(versions[1]["direction"] == "none");
  CHECK(versions[2]["changes"][0]["old"]["period"] == "P30D");
  CHECK(versions[2]["direction"] == "worse");
}

TEST_CASE("history refuses wrong use with 2") {
  const TemporaryFolder folder;
  CHECK(run_program({"history", folder.path().string()}).code == 2);
  write_history(folder / "terms");
  CHECK(run_program({"history", folder / "terms", "--format", "pdf"}).code == 2);
  CHECK(run_program({"history", folder / "terms", "--since", "yesterday"}).code == 2);
}

TEST_CASE("rules with a fault are refused, whatever is cached") {
  const TemporaryFolder folder;
  write_history(folder / "terms");
  folder.write("rules/note.json", R"({"language": "en", "rules": []})");
  const auto run = [&](const std::string& vendor = "Acme") {
    return run_program({"history", folder / "terms", "--rules", folder / "rules", "--cache",
                        folder / "cache.sqlite", "--vendor", vendor});
  };
  const ProgramResult first = run();
  CHECK(first.code == 0);
  CHECK(run().out == first.out);
  folder.write("rules/typo.json", R"({"language": "en", "rules": [{"idd": "x"}]})");
  for (const char* vendor : {"Acme", "Acme", "of whom nothing is read"}) {
    const ProgramResult faulty = run(vendor);
    CHECK(faulty.code == 2);
    CHECK(faulty.out == "");
    CHECK(faulty.err == "fineprint: " + folder / "rules/typo.json" +
                            ":1: at /rules/0/idd: the key \"idd\" is not known here; did you mean "
                            "\"id\"?\n");
  }
  std::filesystem::remove(folder / "rules/typo.json");
  CHECK(run().out == first.out);
}

TEST_CASE("a kill at any moment neither spoils the cache nor changes a result") {
  const TemporaryFolder folder;
  write_long_history(folder / "terms");
  const std::vector<std::string> arguments = {"history", folder / "terms", "--format",
                                              "json",    "--cache",        folder / "cache.sqlite"};
  const ProgramResult expected =
      run_program({"history", folder / "terms", "--format", "json", "--no-cache"});
  REQUIRE(expected.code == 0);
  std::minstd_rand random(1);
  int killed = 0;
  for (int i = 0; i < 10; ++i) {
    const pid_t child = start_program(arguments, folder / "out", folder / "err");
    std::this_thread::sleep_for(std::chrono::milliseconds(5 + random() % 400));
    kill(child, SIGKILL);
    killed += wait_for(child) == -SIGKILL;
    if (i % 5 == 4) {  // now and then the cache begins anew, so that the first writes are hit too
      const ProgramResult after = run_program(arguments);
      CHECK(after.err == "");
      CHECK(after.out == expected.out);
      for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(folder / (std::string("cache.sqlite") + suffix));
    }
  }
  MESSAGE(killed, " of 10 runs were killed before their end");
}

TEST_CASE("runs that begin at once all use the cache that one of them sets up") {
  const TemporaryFolder folder;
  write_history(folder / "terms");
  for (int round = 0; round < 4; ++round) {
    const std::string cache = folder / ("cache" + std::to_string(round) + ".sqlite");
    std::vector<pid_t> runs;
    for (int i = 0; i < 4; ++i) {
      const std::string number = std::to_string(i);
      runs.push_back(start_program({"history", folder / "terms", "--cache", cache},
                                   folder / ("out" + number), folder / ("err" + number)));
    }
    for (const pid_t run : runs) CHECK(wait_for(run) == 0);
    for (int i = 0; i < 4; ++i) CHECK(file_bytes(folder / ("err" + std::to_string(i))) == "");
  }
}

TEST_CASE("two runs at once share a cache, and a broken one is built anew") {
  const TemporaryFolder folder;
  write_long_history(folder / "terms");
  const std::vector<std::string> arguments = {"history", folder / "terms", "--format",
                                              "json",    "--cache",        folder / "cache.sqlite"};
  const pid_t one = start_program(arguments, folder / "out1", folder / "err1");
  const pid_t two = start_program(arguments, folder / "out2", folder / "err2");
  CHECK(wait_for(one) == 0);
  CHECK(wait_for(two) == 0);
  const std::string expected = file_bytes(folder / "out1");
  CHECK(expected.size() > 1000);
  CHECK(file_bytes(folder / "out2") == expected);
  CHECK(file_bytes(folder / "err1") == "");
  CHECK(file_bytes(folder / "err2") == "");

  std::string bytes = file_bytes(folder / "cache.sqlite");
  for (std::size_t i = 200; i < bytes.size(); i += 997)
    bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
  folder.write("cache.sqlite", bytes);
  const ProgramResult after = run_program(arguments);
  CHECK(after.code == 0);
  CHECK(after.out == expected);
}
