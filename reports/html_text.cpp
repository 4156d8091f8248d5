#include "reports/html_text.h"

#include <algorithm>
#include <vector>

#include "reports/display_text.h"

namespace fineprint {
namespace {

// Ranges of the quote that the rule matched: sorted, inside the quote, merged where they meet.
std::vector<ByteRange> marked_ranges(const Finding& finding) {
  std::vector<ByteRange> ranges;
  for (const MatchedPart& part : finding.parts) {
    if (part.text.begin < finding.text.begin || part.text.end > finding.text.end) continue;
    const ByteRange range{part.text.begin - finding.text.begin, part.text.end - finding.text.begin};
    if (range.begin < range.end && range.end <= finding.quote.size()) ranges.push_back(range);
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> merged;
  for (const ByteRange& range : ranges) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

// Offsets that would cut a character in two cannot be used.
bool on_characters(std::string_view text, const std::vector<ByteRange>& ranges) {
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  return std::none_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) {
    return inside(range.begin) || inside(range.end);
  });
}

}  // namespace

std::string html_escape(std::string_view text) {
  std::string result;
  for (const char c : clean_text(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string html_quote(const Finding& finding) {
  const std::string_view quote = finding.quote;
  const std::vector<ByteRange> ranges = marked_ranges(finding);
  if (!on_characters(quote, ranges)) return html_escape(quote);
  std::string result;
  std::size_t at = 0;
  for (const ByteRange& range : ranges) {
    result += html_escape(quote.substr(at, range.begin - at));
    result +=
        "<mark>" + html_escape(quote.substr(range.begin, range.end - range.begin)) + "</mark>";
    at = range.end;
  }
  return result + html_escape(quote.substr(at));
}

std::string html_evidence(const VendorAnalysis& vendor, const FindingRef& ref,
                          std::string_view anchor, bool here) {
  const Finding& finding = finding_of(vendor, ref);
  const Document& document = document_of(vendor, ref).document;
  std::string html = "<figure class=\"quote\"";
  if (here) html += " id=\"" + std::string(anchor) + '"';
  html += "><blockquote dir=\"auto\">";
  if (!finding.lead_in.empty()) {
    html += "<span class=\"lead\">" + html_escape(finding.lead_in) + "</span> ";
  }
  html += html_quote(finding) + "</blockquote><figcaption>";
  std::string place = "<bdi>" + html_escape(document.type) + "</bdi>";
  for (const std::string& section : finding.section) {
    place += " <span class=\"sep\" aria-hidden=\"true\">\u203a</span> <bdi>" +
             html_escape(excerpt(clean_text(section), 80)) + "</bdi>";
  }
  html += place + ", ";
  const std::string line = "line " + std::to_string(finding.line);
  html += here ? line : "<a href=\"#" + std::string(anchor) + "\">" + line + "</a>";
  return html + "</figcaption></figure>\n";
}

std::string finding_anchor(int vendor, const FindingRef& ref) {
  return "v" + std::to_string(vendor + 1) + "-d" + std::to_string(ref.document + 1) + "-f" +
         std::to_string(ref.finding + 1);
}

std::string html_score_bar(const Scorecard& card) {
  const auto rect = [](const char* name, int from, int width) {
    return std::string("<rect class=\"") + name + "\" x=\"" + std::to_string(from) +
           "\" y=\"0\" width=\"" + std::to_string(width) + "\" height=\"10\"/>";
  };
  const std::string label = "Score " + points_text(card.value) + " of 100, between " +
                            points_text(card.low) + " and " + points_text(card.high);
  const int tick = std::clamp(card.value - 6, 0, 988);
  return "<svg class=\"bar\" role=\"img\" aria-label=\"" + label +
         "\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\">" + rect("track", 0, 1000) +
         rect("range", card.low, card.high - card.low) + rect("value", tick, 12) + "</svg>";
}

std::string html_counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace fineprint
