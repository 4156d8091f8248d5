// A report that `fineprint scan --format json` wrote, read back as the analysis that it tells of.
#pragma once

#include <string_view>

#include "analyzer/finding.h"

namespace fineprint {

// Documents come back without their text: no blocks, parts without bytes, findings whose places in
// blocks are unknown. Their verdicts are those of the report; those of vendors are decided anew
// from the findings. Throws UnreadableInput where it is no such report.
Analysis read_saved_scan(std::string_view bytes);

}  // namespace fineprint
