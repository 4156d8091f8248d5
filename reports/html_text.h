// Small pieces of HTML, safe with any text from documents.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/finding.h"
#include "reports/report.h"

namespace fineprint {

// Clean text (display_text.h) with everything escaped that means something in content or in a
// quoted attribute.
std::string html_escape(std::string_view text);

// The quote of a finding with the words that its rule matched in <mark>.
std::string html_quote(const Finding& finding);

// The same in a <blockquote> with document, section and place; the place links to `anchor`, or the
// figure has that id where `here` is true.
std::string html_evidence(const VendorAnalysis& vendor, const FindingRef& ref,
                          std::string_view anchor, bool here = false);

// The anchor of a finding, unique in the page.
std::string finding_anchor(int vendor, const FindingRef& ref);

// A bar from 0 to 100 with the range that silence leaves open and the score.
std::string html_score_bar(const Scorecard& card);

// "1 vendor", "2 vendors".
std::string html_counted(std::size_t count, std::string_view noun);

}  // namespace fineprint
