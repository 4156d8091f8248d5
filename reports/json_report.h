// The report of a scan as JSON, valid against reports/schema/scan.schema.json.
#pragma once

#include <string>

#include "reports/report.h"

namespace fineprint {

std::string render_json(const ReportData& data);

}  // namespace fineprint
