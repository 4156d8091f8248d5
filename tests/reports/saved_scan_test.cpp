#include "reports/saved_scan.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analyzer/vendor.h"
#include "corpus/reader.h"
#include "sample_analysis.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// As the analyser would have decided it.
Analysis decided(Analysis analysis) {
  std::vector<DocumentAnalysis> documents;
  for (VendorAnalysis& vendor : analysis.vendors) {
    for (DocumentAnalysis& each : vendor.documents) {
      for (Finding& finding : each.findings) finding.parts.clear();
      documents.push_back(std::move(each));
    }
  }
  analysis.vendors = group_vendors(std::move(documents));
  return analysis;
}

std::string refusal(const std::string& bytes) {
  try {
    read_saved_scan(bytes);
    return "";
  } catch (const UnreadableInput& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a saved report read back and written again is the same report") {
  Analysis analysis = sample_analysis();
  analysis.vendors.push_back(halvory());
  analysis.vendors.back().name = "Tallowick";
  for (DocumentAnalysis& each : analysis.vendors.back().documents) {
    each.document.vendor = "Tallowick";
    each.findings[0].audience = Audience::kConsumer;
    each.verdict.trains = {"never", {0}, {1}};
  }
  const std::string saved = render(decided(std::move(analysis)), ReportFormat::kJson);
  CHECK(render(read_saved_scan(saved), ReportFormat::kJson) == saved);
}

TEST_CASE("what is no report of a scan is refused in words") {
  CHECK(refusal("").find("not a report of fineprint scan") != std::string::npos);
  CHECK(refusal("{\"timelines\": []}") == "JSON, but not a report of fineprint scan");
  CHECK(refusal("{\"schema_version\": 2, \"vendors\": []}").find("version") != std::string::npos);
  CHECK(refusal(std::string(100'000, '[')) != "");
}

TEST_CASE("a report with something broken in it is refused, not trusted") {
  const std::string saved = render(sample_analysis(), ReportFormat::kJson);
  const auto with = [&](const char* pointer, nlohmann::json value) {
    nlohmann::json json = nlohmann::json::parse(saved);
    json[nlohmann::json::json_pointer(pointer)] = std::move(value);
    return json.dump();
  };
  const std::string document = "/vendors/0/documents/0";
  CHECK(refusal(with((document + "/findings/0/line").c_str(), -1)) != "");
  CHECK(refusal(with((document + "/findings/0/line").c_str(), 1e30)) != "");
  CHECK(refusal(with((document + "/findings/0/start").c_str(), "1")) != "");
  CHECK(refusal(with((document + "/findings/0/section").c_str(), 7)) != "");
  CHECK(refusal(with((document + "/evidence/trains/deciding").c_str(), {999})) != "");
  CHECK(refusal(with((document + "/verdict").c_str(), nullptr)) != "");
  CHECK(refusal(with("/vendors", "none")) != "");
}
