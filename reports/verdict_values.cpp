#include "reports/verdict_values.h"

namespace fineprint {

const std::vector<std::pair<std::string, std::vector<std::string>>>& verdict_values() {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> kValues = {
      {"output_owner", {"customer", "vendor", "conditional", "disclaimed", "silent"}},
      {"trains", {"never", "opt-in", "opt-out", "yes", "unclear", "deidentified", "silent"}},
      {"competing_use_ban", {"yes", "no"}},
      {"retention", {"zero", "period", "as-needed", "indefinite", "silent"}},
      {"delete_on_request", {"yes", "no"}},
  };
  return kValues;
}

}  // namespace fineprint
