// The report of a scan as one self-contained HTML page.
#pragma once

#include <string>

#include "reports/report.h"

namespace fineprint {

std::string render_html(const ReportData& data);

}  // namespace fineprint
