// fineprint history: how a collection's documents changed from version to version.
#include <unistd.h>

#include <iostream>
#include <memory>
#include <regex>

#include "cli/command.h"
#include "cli/program_id.h"
#include "cli/terminal.h"
#include "reports/history_report.h"

namespace fineprint {
namespace {

struct HistoryCommand {
  AnalysisOptions analysis;
  HistoryOptions history;
  std::string repository;
  std::string format = "text";
  std::string output;
  std::string profile = "business";
  std::string cache;
  bool no_cache = false;
};

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rread " << done << " of " << total << " versions" << (done == total ? "\n" : "")
            << std::flush;
}

void check_date(const char* option, const std::string& date) {
  static const std::regex kDate(R"(\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}Z?)?)?)?)?)");
  if (!date.empty() && !std::regex_match(date, kDate))
    throw UsageError(std::string(option) + " must be a date like 2024-05-31");
}

HistoryReportOptions report_options(const HistoryCommand& command) {
  HistoryReportOptions report;
  report.version = FINEPRINT_VERSION;
  report.colour = wants_colour(command.output);
  report.width = terminal_width();
  return report;
}

// Throws RuleFileError where the rules have a fault, cached or not what they would find. Those that
// once loaded without one, in this program, are known to have none.
void require_sound(const LazyAnalyzer& analyzer, AnalysisCache& cache) {
  std::string key = "rules without a fault";
  for (const RuleFile& file : analyzer.files().files) key += '\n' + file.name;
  if (cache.get(key)) return;
  analyzer.get();
  cache.put(key, "");
}

AnalysisCache open_cache(const HistoryCommand& command, const std::string& rules_digest) {
  const std::string file = command.no_cache        ? ""
                           : command.cache.empty() ? default_cache_file()
                                                   : command.cache;
  return AnalysisCache(file, rules_digest + ' ' + program_id(), warn);
}

int history(const HistoryCommand& command) {
  const std::optional<HistoryFormat> format = history_format(command.format);
  if (!format) throw UsageError("--format must be text, json, csv, markdown or html");
  check_date("--since", command.history.since);
  check_date("--until", command.history.until);
  const GitLocation location = parse_git_location(command.repository);
  if (!is_git_repository(location.directory))
    throw UsageError(location.directory + " is not a git repository");
  const LazyAnalyzer analyzer(command.analysis.read_files());
  AnalysisCache cache = open_cache(command, analyzer.files().digest);
  require_sound(analyzer, cache);
  const RuleMetadata& rules = analyzer.metadata();
  const Rubric rubric =
      load_rubric(JsonSource(rules.rubric.name, rules.rubric.text), rules.catalogue);
  const Profile* profile = rubric.find_profile(command.profile);
  if (!profile) throw UsageError("the rubric has no profile \"" + command.profile + "\"");

  HistoryOptions options = command.history;
  options.revision = location.revision;
  options.threads = command.analysis.threads;
  options.limits.max_bytes = command.analysis.max_bytes;
  if (isatty(STDERR_FILENO)) options.progress = show_progress;
  try {
    const GitRepository repository(location.directory);
    const History result = read_history(repository, analyzer, rubric, *profile, cache, options);
    const HistoryReportOptions report = report_options(command);
    write_output(command.output,
                 render_history({result, rules.catalogue, rubric, report}, *format));
    for (const auto& [path, error] : result.skipped) warn("skipped " + path + ": " + error);
    if (result.timelines.empty()) warn("no documents found");
    return result.skipped.empty() ? kDone : kSkipped;
  } catch (const UnreadableInput& error) {
    warn(command.repository + ": " + error.what());
    return kSkipped;
  }
}

}  // namespace

void add_history(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<HistoryCommand>();
  CLI::App* command =
      app.add_subcommand("history", "Tell how documents in a git repository changed over time");
  command
      ->add_option("repository", options->repository,
                   "Git repository, bare or not, laid out as <Vendor>/<Terms type>.<ext>; "
                   "REPO@REVISION ends there")
      ->required()
      ->type_name("REPO");
  command->add_option("--vendor", options->history.filter.vendor, "Only this vendor");
  command->add_option("--type", options->history.filter.type, "Only this terms type");
  command->add_option("--since", options->history.since, "Only versions from this day on")
      ->type_name("DATE");
  command->add_option("--until", options->history.until, "Only versions up to this day")
      ->type_name("DATE");
  command->add_option("--format", options->format, "text, json, csv, markdown or html")
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write instead of standard output")
      ->type_name("FILE");
  command->add_option("--profile", options->profile, "Whose score is shown: business or consumer")
      ->capture_default_str();
  auto* cache =
      command->add_option("--cache", options->cache, "SQLite file that keeps what was analysed")
          ->type_name("FILE");
  command->add_flag("--no-cache", options->no_cache, "Keep nothing between runs")->excludes(cache);
  options->analysis.add_to(*command);
  command->callback([options, &exit_code] { exit_code = history(*options); });
}

}  // namespace fineprint
