// The program: parses the command line and hands over to a subcommand.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/command.h"
#include "rules/json_source.h"

int main(int argc, char** argv) {
  using namespace fineprint;
  CLI::App app{
      "Finds and compares the clauses that matter in vendors' terms and privacy policies."};
  app.name("fineprint");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("fineprint ") + FINEPRINT_VERSION);
  app.footer(
      "Exit codes: 0 done; 1 a check is violated or an example fails; 2 wrong use;\n"
      "3 done, but some inputs could not be read.");
  int exit_code = kDone;
  add_scan(app, exit_code);
  add_text(app, exit_code);
  add_explain(app, exit_code);
  add_rules(app, exit_code);
  add_diff(app, exit_code);
  add_history(app, exit_code);
  add_check(app, exit_code);
  try {
    app.parse(argc, argv);
    return exit_code;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  } catch (const UsageError& error) {
    std::cerr << "fineprint: " << error.what() << '\n';
  } catch (const RuleFileError& error) {
    std::cerr << "fineprint: " << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "fineprint: " << error.what() << '\n';
  }
  return kWrongUse;
}
