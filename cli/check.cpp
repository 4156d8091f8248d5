// fineprint check: holds documents to a policy; for people and for continuous integration.
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/terminal.h"
#include "corpus/input_file.h"
#include "reports/check_report.h"
#include "reports/diff.h"
#include "reports/diff_side.h"

namespace fineprint {
namespace {

struct CheckCommand {
  AnalysisOptions analysis;
  std::vector<std::string> paths;
  std::string policy;
  std::string baseline;
  std::string format = "text";
  std::vector<std::string> outputs;
  std::string today;
  std::string fail_on = "error";
  std::string vendor;
  std::string type;
};

// One report to write: its format and file ("" for standard output).
struct Output {
  CheckFormat format;
  std::string file;
};

std::string known_formats() {
  std::string names;
  for (const std::string& name : check_format_names()) names += (names.empty() ? "" : ", ") + name;
  return names;
}

CheckFormat format_of(const std::string& name) {
  if (const auto format = check_format(name)) return *format;
  const std::string near = nearest(name, check_format_names());
  throw UsageError("there is no format \"" + name + "\"" +
                   (near.empty() ? "" : "; did you mean \"" + near + "\"?") + " (" +
                   known_formats() + ")");
}

// "-o FORMAT=FILE" or "-o FILE"; without the latter, --format goes to standard output.
std::vector<Output> outputs_of(const CheckCommand& command) {
  std::vector<Output> outputs;
  bool placed = false;
  for (const std::string& each : command.outputs) {
    const std::size_t equals = each.find('=');
    if (equals == std::string::npos || each.find('/') < equals) {
      if (placed) throw UsageError("-o FILE can be given once; write -o FORMAT=FILE for others");
      placed = true;
      outputs.push_back({format_of(command.format), each});
    } else {
      outputs.push_back({format_of(each.substr(0, equals)), each.substr(equals + 1)});
    }
  }
  if (!placed) outputs.push_back({format_of(command.format), ""});
  return outputs;
}

std::string current_date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &utc);
  return text;
}

Policy read_policy(const std::string& file, const Catalogue& catalogue) {
  try {
    return load_policy(JsonSource(file, read_file(file, ReadLimits{}.max_bytes)), catalogue);
  } catch (const UnreadableInput& error) {
    throw UsageError(file + ": " + error.what());
  }
}

// Reports name files relative to the folder that was scanned; annotations must name them as seen
// from here.
std::string located(const std::vector<std::string>& paths, const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  for (const std::string& each : paths) {
    const fs::path full = fs::path(each) / path;
    if (fs::is_directory(each, error) && fs::exists(full, error))
      return full.lexically_normal().generic_string();
  }
  return path;
}

void show_progress(std::size_t done, std::size_t total) {
  std::cerr << "\rread " << done << " of " << total << " documents" << (done == total ? "\n" : "")
            << std::flush;
}

PolicyLevel level_of(const std::string& name) {
  for (const PolicyLevel level : {PolicyLevel::kError, PolicyLevel::kWarning, PolicyLevel::kNote}) {
    if (name == level_name(level)) return level;
  }
  throw UsageError("--fail-on must be error, warning or note");
}

int exit_code_of(CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::kHolds:
      return kDone;
    case CheckVerdict::kViolated:
      return kViolated;
    case CheckVerdict::kNotRead:
      return kSkipped;
  }
  return kSkipped;
}

// A rule on changes that is not held against anything would pass.
void require_baseline(const Policy& policy, const CheckCommand& command) {
  for (const PolicyRule& rule : policy.rules) {
    if (rule.needs_baseline() && command.baseline.empty())
      throw UsageError(policy.file + ':' + std::to_string(rule.line) + ": rule \"" + rule.id +
                       "\" is about changes; name what to compare with by --baseline");
  }
}

// The baseline and what changed since, for as long as the check's result needs them.
class BaselineComparison {
 public:
  BaselineComparison(DiffSide before, const DiffSide& now, const RuleSet& rules,
                     const Rubric& rubric, const DiffOptions& options)
      : before_(std::move(before)),
        diff_(compare_sides(before_, now, rules, rubric, options)),
        baseline_{before_.analysis, diff_} {}
  BaselineComparison(const BaselineComparison&) = delete;
  BaselineComparison& operator=(const BaselineComparison&) = delete;

  const CheckBaseline* baseline() const { return &baseline_; }

 private:
  DiffSide before_;
  Diff diff_;
  CheckBaseline baseline_;
};

// One path may be all that `diff` takes too; several are one collection.
DiffSide read_paths(const std::vector<std::string>& paths, const Analyzer& analyzer,
                    const AnalyzeOptions& analyze) {
  if (paths.size() == 1) return read_side(paths.front(), analyzer, analyze);
  DiffSide side;
  side.analysis = analyzer.analyze(list_collection(paths, analyze.collection), analyze);
  return side;
}

CheckOptions check_options(const CheckCommand& command) {
  CheckOptions options;
  options.today = command.today.empty() ? current_date() : command.today;
  if (!is_calendar_date(options.today)) throw UsageError("--today must be a date like 2026-12-31");
  options.locate = [paths = command.paths](const std::string& path) {
    return located(paths, path);
  };
  return options;
}

int check(const CheckCommand& command) {
  const std::vector<Output> outputs = outputs_of(command);
  CheckReportOptions report_options;
  report_options.version = FINEPRINT_VERSION;
  report_options.fail_on = level_of(command.fail_on);
  CheckOptions options = check_options(command);

  const Analyzer analyzer(command.analysis.load());
  const RuleSet& rules = analyzer.rules();
  const Rubric rubric =
      load_rubric(JsonSource(rules.rubric.name, rules.rubric.text), rules.catalogue);
  const Policy policy = read_policy(command.policy, rules.catalogue);
  require_baseline(policy, command);

  AnalyzeOptions analyze = command.analysis.analyze_options();
  if (isatty(STDERR_FILENO)) analyze.progress = show_progress;
  analyze.collection.vendor = command.vendor;
  analyze.collection.type = command.type;
  const DiffSide side = read_paths(command.paths, analyzer, analyze);
  std::optional<BaselineComparison> comparison;
  if (!command.baseline.empty()) {
    DiffOptions diff_options;
    diff_options.threads = command.analysis.threads;
    comparison.emplace(read_side(command.baseline, analyzer, analyze), side, rules, rubric,
                       diff_options);
    options.baseline = comparison->baseline();
  }
  const CheckResult result = check_policy(policy, side.analysis, rules, rubric, options);
  for (const Output& output : outputs) {
    report_options.colour = wants_colour(output.file);
    write_output(output.file,
                 render_check({policy, result, rules.catalogue, report_options}, output.format));
  }
  return exit_code_of(result.verdict(report_options.fail_on));
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckCommand>();
  CLI::App* command = app.add_subcommand("check", "Hold documents to a policy");
  command
      ->add_option("path", options->paths,
                   "Files, or folders laid out as <Vendor>/<Terms type>.<ext>; or REPO@REVISION")
      ->required()
      ->type_name("PATH");
  command->add_option("--policy", options->policy, "The policy, a JSON file")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--baseline", options->baseline,
                   "What changes are held against: a file, a folder, a saved scan or REPO@REVISION")
      ->type_name("OLD");
  command->add_option("--format", options->format, known_formats())->capture_default_str();
  command
      ->add_option("-o,--output", options->outputs,
                   "File to write instead of standard output; as FORMAT=FILE beside it, repeatable")
      ->type_name("[FORMAT=]FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      ->add_option("--fail-on", options->fail_on,
                   "What violates the policy: error, warning or note")
      ->capture_default_str();
  command->add_option("--today", options->today, "Day that waivers are held against (UTC)")
      ->type_name("DATE");
  command->add_option("--vendor", options->vendor, "Vendor of a lone file");
  command->add_option("--type", options->type, "Terms type of a lone file");
  options->analysis.add_to(*command);
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace fineprint
