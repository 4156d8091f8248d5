// fineprint scan: the trust score report of vendors' documents.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "cli/command.h"
#include "cli/terminal.h"
#include "reports/report.h"

namespace fineprint {
namespace {

struct ScanOptions {
  AnalysisOptions analysis;
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  std::string profile = "business";
  std::string vendor;
  std::string type;
};

ReportOptions report_options(const ScanOptions& options, const RuleSet& rules) {
  ReportOptions report;
  report.profile = options.profile;
  report.version = FINEPRINT_VERSION;
  report.colour = wants_colour(options.output);
  report.width = terminal_width();
  for (const auto& [language, language_rules] : rules.languages) {
    for (const Rule& rule : language_rules.rules) report.rule_titles[rule.id] = rule.title;
  }
  return report;
}

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rread " << done << " of " << total << " documents" << (done == total ? "\n" : "")
            << std::flush;
}

int scan(const ScanOptions& options) {
  const std::optional<ReportFormat> format = report_format(options.format);
  if (!format) throw UsageError("--format must be text, json, markdown or html");
  const Analyzer analyzer(options.analysis.load());
  const Rubric rubric =
      load_rubric(JsonSource(analyzer.rules().rubric.name, analyzer.rules().rubric.text),
                  analyzer.rules().catalogue);
  if (!rubric.find_profile(options.profile))
    throw UsageError("the rubric has no profile \"" + options.profile + "\"");
  AnalyzeOptions analyze = options.analysis.analyze_options();
  analyze.keep_text = false;
  analyze.collection.vendor = options.vendor;
  analyze.collection.type = options.type;
  const Collection collection = list_collection(options.paths, analyze.collection);
  if (isatty(STDERR_FILENO) && collection.documents.size() > 20) analyze.progress = show_progress;
  const Analysis analysis = analyzer.analyze(collection, analyze);
  write_output(options.output, render_report(analysis, rubric, analyzer.rules().catalogue, *format,
                                             report_options(options, analyzer.rules())));
  for (const auto& [path, error] : analysis.skipped) warn("skipped " + path + ": " + error);
  if (analysis.vendors.empty() && analysis.skipped.empty()) warn("no documents found");
  return analysis.skipped.empty() ? kDone : kSkipped;
}

}  // namespace

void add_scan(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ScanOptions>();
  CLI::App* command =
      app.add_subcommand("scan", "Find clauses in documents and compare their vendors");
  command
      ->add_option("path", options->paths,
                   "Files, or folders laid out as <Vendor>/<Terms type>.<ext>")
      ->required()
      ->type_name("PATH");
  command->add_option("--format", options->format, "text, json, markdown or html")
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write instead of standard output")
      ->type_name("FILE");
  command
      ->add_option("--profile", options->profile,
                   "Whose score is the headline: business or consumer")
      ->capture_default_str();
  command->add_option("--vendor", options->vendor, "Vendor of a lone file");
  command->add_option("--type", options->type, "Terms type of a lone file");
  options->analysis.add_to(*command);
  command->callback([options, &exit_code] { exit_code = scan(*options); });
}

}  // namespace fineprint
