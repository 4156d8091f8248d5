// Scans of real documents; skipped where there are none.
#include "run_program.h"
#include "scan_checks.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

std::size_t count_documents(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    count += entry.is_regular_file() && entry.path().extension() == ".md" &&
             !name.starts_with("README") && !name.starts_with("LICENSE");
  }
  return count;
}

}  // namespace

TEST_CASE("a collection of real terms: complete, valid, deterministic, every quote in its place") {
  const std::string corpora = corpora_folder();
  if (corpora.empty()) return;
  const std::string folder = corpora + "/genai-contrib";
  const ProgramResult one = run_program({"scan", folder, "--format", "json", "--threads", "1"});
  CHECK(one.code == 0);
  CHECK(run_program({"scan", folder, "--format", "json", "--threads", "2"}).out == one.out);
  const nlohmann::json scan = nlohmann::json::parse(one.out);
  CHECK(schema_faults("reports/schema/scan.schema.json", scan) == "");
  const std::filesystem::path shared = std::filesystem::path(corpora) / "../scan.schema.json";
  if (std::filesystem::exists(shared))
    CHECK(schema_faults_of(nlohmann::json::parse(file_bytes(shared)), scan) == "");
  const ScanFigures figures = check_scan(scan, folder);
  std::size_t parts = 0;
  for (const auto& vendor : scan["vendors"]) {
    for (const auto& document : vendor["documents"])
      parts += std::max<std::size_t>(1, document["parts"].size());
  }
  CHECK(parts == count_documents(folder));
  CHECK(scan["skipped"].empty());
  CHECK(figures.findings > 500);
  CHECK(figures.cut == figures.findings);
}

TEST_CASE("web pages as they came: no crash, valid, and offsets inside the source") {
  const std::string corpora = corpora_folder();
  if (corpora.empty()) return;
  const std::string folder = corpora + "/genai-contrib-snapshots";
  const ProgramResult result = run_program({"scan", folder, "--format", "json"});
  CHECK((result.code == 0 || result.code == 3));
  const nlohmann::json scan = nlohmann::json::parse(result.out);
  CHECK(schema_faults("reports/schema/scan.schema.json", scan) == "");
  CHECK(check_scan(scan, folder).findings > 500);
}
