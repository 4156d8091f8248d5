// The report of a scan as Markdown that pastes into a ticket.
#pragma once

#include <string>

#include "reports/report.h"

namespace fineprint {

std::string render_markdown(const ReportData& data);

}  // namespace fineprint
