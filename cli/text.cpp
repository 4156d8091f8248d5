// fineprint text: a document as it was read, as Markdown.
#include <iostream>
#include <memory>

#include "cli/command.h"
#include "corpus/reader.h"

namespace fineprint {

// The one document of a file, or UsageError / UnreadableInput.
Document read_lone_file(const std::string& path, const CollectionOptions& options) {
  const Collection collection = list_collection({path}, options);
  if (!collection.skipped.empty()) {
    throw UnreadableInput(collection.skipped[0].path + ": " + collection.skipped[0].error);
  }
  if (collection.documents.size() != 1)
    throw UsageError(path + ": name one document, not a folder");
  std::vector<Skipped> skipped;
  try {
    return read_source(collection.documents[0], options, skipped);
  } catch (const UnreadableInput& error) {
    throw UnreadableInput(path + ": " + error.what());
  }
}

void add_text(CLI::App& app, int& exit_code) {
  auto file = std::make_shared<std::string>();
  auto options = std::make_shared<AnalysisOptions>();
  CLI::App* command =
      app.add_subcommand("text", "Print a document as the analysis reads it, as Markdown");
  command->add_option("file", *file, "Document")->required()->type_name("FILE");
  command->add_option("--max-bytes", options->max_bytes, "Longest input that is read, in bytes")
      ->check(CLI::PositiveNumber);
  command->callback([file, options, &exit_code] {
    try {
      write_output("", to_markdown(read_lone_file(*file, options->analyze_options().collection)));
    } catch (const UnreadableInput& error) {
      std::cerr << "fineprint: " << error.what() << '\n';
      exit_code = kSkipped;
    }
  });
}

}  // namespace fineprint
