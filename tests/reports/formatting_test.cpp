// Changes of formatting only give no clause change: the samples are written otherwise and compared.
#include <filesystem>
#include <functional>

#include "corpus/collection.h"
#include "reformat.h"
#include "versions.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

struct Sample {
  std::string name;  // "Halvory/Privacy Policy.md"
  std::string bytes;
  bool html() const { return name.ends_with(".html"); }
};

std::vector<Sample> samples() {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(FINEPRINT_SOURCE_DIR) / "corpus/samples";
  std::vector<Sample> result;
  for (const auto& vendor : fs::directory_iterator(folder)) {
    if (!vendor.is_directory() || vendor.path().filename() == "labels") continue;
    for (const auto& file : fs::directory_iterator(vendor.path())) {
      const std::string name = fs::relative(file.path(), folder).generic_string();
      result.push_back({name, read_source("corpus/samples/" + name)});
    }
  }
  return result;
}

DocumentAnalysis analyse_as(const Sample& sample, const std::string& bytes,
                            const std::string& extension) {
  Document document = read_document(bytes, "sample" + extension);
  const std::filesystem::path path(sample.name);
  document.vendor = path.parent_path().string();
  document.type = normalise_terms_type(path.stem().string());
  return shipped_analyzer().analyze_document(std::move(document));
}

// Writes every sample otherwise and requires that no clause changes, either way.
void check_samples(const std::function<std::string(const Sample&, const Document&)>& rewrite,
                   const std::string& extension = "") {
  int rewritten = 0;
  for (const Sample& sample : samples()) {
    const std::string own = std::filesystem::path(sample.name).extension().string();
    const DocumentAnalysis before = analyse_as(sample, sample.bytes, own);
    REQUIRE(!before.document.blocks.empty());
    const std::string bytes = rewrite(sample, before.document);
    if (bytes == sample.bytes) continue;
    ++rewritten;
    const DocumentAnalysis after = analyse_as(sample, bytes, extension.empty() ? own : extension);
    CAPTURE(sample.name);
    const DocumentChange change = compare(before, after);
    CHECK_MESSAGE(change.changes.empty(), told(change));
    const DocumentChange back = compare(after, before);
    CHECK_MESSAGE(back.changes.empty(), told(back));
  }
  CHECK(rewritten >= 5);
}

}  // namespace

TEST_CASE("re-wrapped lines change no clause") {
  check_samples([](const Sample& sample, const Document&) {
    return sample.html() ? rewrapped_html(sample.bytes) : rewrapped(sample.bytes, 58);
  });
}

TEST_CASE("renumbered sections change no clause") {
  check_samples([](const Sample& sample, const Document&) {
    return renumbered(sample.bytes, sample.html());
  });
}

TEST_CASE("sections in another order change no clause") {
  check_samples(
      [](const Sample&, const Document& document) { return reordered(to_markdown(document)); },
      ".md");
}

TEST_CASE("other quotation marks change no clause") {
  check_samples([](const Sample& sample, const Document&) {
    return curly_quotes(sample.bytes, sample.html());
  });
  check_samples([](const Sample& sample, const Document&) {
    return straight_quotes(sample.bytes, sample.html());
  });
}

TEST_CASE("changed links change no clause") {
  check_samples([](const Sample& sample, const Document&) { return other_links(sample.bytes); });
}

TEST_CASE("the same text as Markdown changes no clause") {
  check_samples([](const Sample&, const Document& document) { return to_markdown(document); },
                ".md");
}

TEST_CASE("the same text as HTML changes no clause") {
  check_samples([](const Sample&, const Document& document) { return html_of(document); }, ".html");
}
