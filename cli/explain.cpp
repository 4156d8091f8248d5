// fineprint explain: a document sentence by sentence, with what matched and what came close.
#include <iostream>
#include <memory>
#include <sstream>

#include "cli/command.h"

namespace fineprint {
namespace {

struct ExplainOptions {
  AnalysisOptions analysis;
  std::string file;
  std::string vendor;
  std::string type;
  std::string only;
  bool near = false;
  std::size_t most = kNearMisses;
};

std::string place_of(const Document& document, const Sentence& sentence) {
  const Block& block = document.blocks[static_cast<std::size_t>(sentence.block)];
  std::string place;
  for (const std::string_view heading : section_path(document, block)) {
    place += (place.empty() ? "" : " > ") + std::string(heading);
  }
  return place;
}

void print_finding(const Finding& finding, std::ostream& out) {
  out << "  + " << finding.clause << "  (" << finding.rule << ")";
  if (!finding.period.empty()) out << "  " << finding.period;
  if (finding.audience != Audience::kBoth) out << "  for " << audience_name(finding.audience);
  out << "\n      ";
  bool first = true;
  for (const MatchedPart& part : finding.parts) {
    out << (first ? "" : " ... ") << part.concept_name;
    if (part.text.end > part.text.begin) {
      out << "=\""
          << finding.quote.substr(part.text.begin - finding.text.begin,
                                  part.text.end - part.text.begin)
          << '"';
    }
    first = false;
  }
  out << '\n';
}

std::string explain_document(const Document& document, const std::vector<SentenceTrace>& traces,
                             const ExplainOptions& options) {
  std::ostringstream out;
  out << document.path() << "  (" << document.type << ", " << document.language << ")\n";
  std::string last_place;
  for (const SentenceTrace& trace : traces) {
    std::ostringstream rows;
    for (const Finding& finding : trace.findings) {
      if (finding.clause.starts_with(options.only)) print_finding(finding, rows);
    }
    if (options.near || !trace.findings.empty()) {
      for (const NearMiss& miss : trace.near_misses) {
        if (!miss.rule->rule->clause.starts_with(options.only)) continue;
        rows << "  - " << miss.rule->rule->clause << "  (" << miss.rule->rule->id
             << "): " << miss.reason << '\n';
      }
    }
    if (rows.str().empty()) continue;
    const std::string place = place_of(document, trace.sentence);
    if (place != last_place) out << "\n# " << place << '\n';
    last_place = place;
    out << '\n';
    for (const std::string_view lead_in : trace.sentence.lead_in)
      out << "[" << one_line(lead_in) << "] ";
    const Block& block = document.blocks[static_cast<std::size_t>(trace.sentence.block)];
    out << std::string_view(block.text)
               .substr(trace.sentence.text.begin,
                       trace.sentence.text.end - trace.sentence.text.begin)
        << '\n'
        << rows.str();
  }
  return out.str();
}

}  // namespace

Document read_lone_file(const std::string& path, const CollectionOptions& options);

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain", "Print a document's clauses sentence by sentence, and why each was found");
  command->add_option("file", options->file, "Document")->required()->type_name("FILE");
  command->add_option("--vendor", options->vendor, "Vendor of the document");
  command->add_option("--type", options->type, "Terms type of the document");
  command->add_option("--only", options->only, "Only clauses that begin so, for example training.")
      ->type_name("PREFIX");
  command->add_flag("--near", options->near, "Also sentences where rules only came close");
  command->add_option("--most", options->most, "Near misses a sentence, closest first")
      ->type_name("N")
      ->capture_default_str();
  options->analysis.add_to(*command);
  command->callback([options, &exit_code] {
    const Analyzer analyzer(options->analysis.load());
    CollectionOptions collection = options->analysis.analyze_options().collection;
    collection.vendor = options->vendor;
    collection.type = options->type;
    try {
      const Document document = read_lone_file(options->file, collection);
      const Matcher* matcher = analyzer.matcher(document.language);
      if (!matcher)
        throw UsageError(options->file + ": there are no rules for its language, \"" +
                         document.language + "\"");
      const std::vector<SentenceTrace> traces =
          ClauseFinder(*matcher).trace(document, nullptr, options->most);
      write_output("", explain_document(document, traces, *options));
    } catch (const UnreadableInput& error) {
      std::cerr << "fineprint: " << error.what() << '\n';
      exit_code = kSkipped;
    }
  });
}

}  // namespace fineprint
