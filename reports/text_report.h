// The report of a scan as text for a terminal.
#pragma once

#include <string>

#include "reports/report.h"

namespace fineprint {

std::string render_text(const ReportData& data);

}  // namespace fineprint
