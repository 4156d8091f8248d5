// fineprint diff: what changed between two versions of documents, and whether it is worse.
#include <memory>

#include "cli/command.h"
#include "cli/terminal.h"
#include "reports/diff_report.h"

namespace fineprint {
namespace {

struct DiffCommand {
  AnalysisOptions analysis;
  DiffOptions diff;
  std::string old_side;
  std::string new_side;
  std::string format = "text";
  std::string output;
};

int diff(const DiffCommand& command) {
  const std::optional<DiffFormat> format = diff_format(command.format);
  if (!format) throw UsageError("--format must be text, json, markdown or html");
  const Analyzer analyzer(command.analysis.load());
  const RuleSet& rules = analyzer.rules();
  const Rubric rubric =
      load_rubric(JsonSource(rules.rubric.name, rules.rubric.text), rules.catalogue);
  if (!rubric.find_profile(command.diff.profile))
    throw UsageError("the rubric has no profile \"" + command.diff.profile + "\"");
  AnalyzeOptions analyze = command.analysis.analyze_options();
  analyze.collection.vendor = command.diff.filter.vendor;
  analyze.collection.type = command.diff.filter.type;
  const DiffSide old_side = read_side(command.old_side, analyzer, analyze);
  const DiffSide new_side = read_side(command.new_side, analyzer, analyze);
  DiffOptions options = command.diff;
  options.threads = command.analysis.threads;
  const Diff result = compare_sides(old_side, new_side, rules, rubric, options);

  DiffReportOptions report;
  report.version = FINEPRINT_VERSION;
  report.colour = wants_colour(command.output);
  report.width = terminal_width();
  write_output(command.output, render_diff({result, rules.catalogue, rubric, report}, *format));
  for (const SkippedInput& each : result.skipped)
    warn("skipped " + each.path + (each.old_side ? " (old): " : " (new): ") + each.error);
  if (result.vendors.empty() && result.skipped.empty()) warn("no documents found");
  return result.skipped.empty() ? kDone : kSkipped;
}

}  // namespace

void add_diff(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<DiffCommand>();
  CLI::App* command =
      app.add_subcommand("diff", "Tell what changed between two versions of documents");
  const char* sides = "A file, a folder, a saved JSON report of `scan`, or REPO@REVISION[:FOLDER]";
  command->add_option("old", options->old_side, sides)->required()->type_name("OLD");
  command->add_option("new", options->new_side, sides)->required()->type_name("NEW");
  command->add_option("--format", options->format, "text, json, markdown or html")
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write instead of standard output")
      ->type_name("FILE");
  command->add_flag("--all", options->diff.text, "Show also text that changed outside any clause");
  command
      ->add_option("--profile", options->diff.profile, "Whose score is shown: business or consumer")
      ->capture_default_str();
  command->add_option("--vendor", options->diff.filter.vendor,
                      "Only this vendor; of lone files, whose they are");
  command->add_option("--type", options->diff.filter.type,
                      "Only this terms type; of lone files, what they are");
  options->analysis.add_to(*command);
  command->callback([options, &exit_code] { exit_code = diff(*options); });
}

}  // namespace fineprint
