#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "reports/display_text.h"

namespace fineprint {

int terminal_width() {
  if (!isatty(STDOUT_FILENO)) return 100;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool wants_colour(const std::string& output) {
  const char* no_colour = std::getenv("NO_COLOR");
  return output.empty() && isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
}

void warn(const std::string& message) {
  std::cerr << "fineprint: " << clean_text(message) << '\n';
}

}  // namespace fineprint
