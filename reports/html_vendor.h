// One vendor's section of the HTML report: the sum of its score, its evidence and its documents.
#pragma once

#include <string>

#include "reports/report.h"

namespace fineprint {

// `open` shows the section from the start. Its anchor is vendor_anchor().
std::string html_vendor(const ReportData& data, const VendorScore& row, bool open);

std::string vendor_anchor(const VendorScore& row);

// A word with a mark and a colour that say how it stands for the customer.
std::string html_tone(Tone tone, std::string_view text);

std::string html_grade(char grade);
std::string html_grade(const Scorecard& card);

}  // namespace fineprint
