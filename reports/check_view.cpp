#include "reports/check_view.h"

#include <algorithm>
#include <utility>

#include "analyzer/vendor.h"
#include "reports/comparison.h"
#include "reports/scorecard.h"

namespace fineprint {
namespace {

// What the answers are decided from.
DocumentAnalysis without_text(const DocumentAnalysis& from) {
  DocumentAnalysis result;
  result.document.vendor = from.document.vendor;
  result.document.type = from.document.type;
  result.document.language = from.document.language;
  for (const Part& part : from.document.parts)
    result.document.parts.push_back({part.path, part.sha256, ""});
  result.findings = from.findings;
  result.verdict = from.verdict;
  return result;
}

}  // namespace

SourceRegion PlaceMaker::region(int document, int part, ByteRange range, int line) {
  const Document& source = vendor_.documents[static_cast<std::size_t>(document)].document;
  const std::string_view bytes = source.parts.at(static_cast<std::size_t>(part)).bytes;
  SourceRegion result = indexes_.try_emplace({document, part}, bytes).first->second.region(range);
  if (result.line == 0) result.line = result.end_line = line;
  return result;
}

CheckPlace PlaceMaker::of_finding(int document, const Finding& finding) {
  const Document& source = vendor_.documents[static_cast<std::size_t>(document)].document;
  return {located(source.parts.at(static_cast<std::size_t>(finding.part)).path),
          region(document, finding.part, finding.source, finding.line),
          finding.clause,
          finding.quote,
          finding.lead_in,
          finding.section};
}

CheckPlace PlaceMaker::of_quote(const ChangeQuote& quote) {
  CheckPlace place{located(quote.path), {},           quote.clause, quote.quote,
                   quote.lead_in,       quote.section};
  place.region.bytes = quote.source;
  place.region.line = place.region.end_line = quote.line;
  for (std::size_t d = 0; d < vendor_.documents.size(); ++d) {
    const std::vector<Part>& parts = vendor_.documents[d].document.parts;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (parts[p].path == quote.path && quote.source.end > 0)
        place.region = region(static_cast<int>(d), static_cast<int>(p), quote.source, quote.line);
    }
  }
  return place;
}

CheckPlace PlaceMaker::of_document(int document) {
  CheckPlace place;
  place.path = located(vendor_.documents[static_cast<std::size_t>(document)].document.path());
  place.region.line = place.region.end_line = 1;
  return place;
}

VendorView::VendorView(const VendorAnalysis& vendor, const std::vector<std::string>& types,
                       PlaceMaker& places)
    : vendor_(vendor), places_(places) {
  if (types.empty()) return;
  std::vector<DocumentAnalysis> chosen;
  for (std::size_t d = 0; d < vendor.documents.size(); ++d) {
    const std::string& type = vendor.documents[d].document.type;
    if (std::find(types.begin(), types.end(), type) == types.end()) continue;
    chosen.push_back(without_text(vendor.documents[d]));
    documents_.push_back(static_cast<int>(d));
  }
  std::vector<VendorAnalysis> grouped = group_vendors(std::move(chosen));
  if (!grouped.empty()) {
    own_ = std::move(grouped.front());
    return;
  }
  own_.emplace();
  own_->name = vendor.name;
  for (AudienceAnalysis* answers : {&own_->business, &own_->consumer}) {
    answers->verdict.competing_use_ban.value = "no";
    answers->verdict.delete_on_request.value = "no";
  }
}

const AudienceAnalysis& VendorView::answers(Audience audience) const {
  return audience == Audience::kConsumer ? vendor().consumer : vendor().business;
}

const Finding& VendorView::finding(const FindingRef& ref) const {
  return finding_of(vendor(), ref);
}

const std::string& VendorView::type(const FindingRef& ref) const {
  return document_of(vendor(), ref).document.type;
}

CheckPlace VendorView::place(const FindingRef& ref) const {
  const int document = own_ ? documents_[static_cast<std::size_t>(ref.document)] : ref.document;
  return places_.of_finding(document, finding(ref));
}

std::optional<int> VendorView::document_for(Audience audience) const {
  const auto& documents = vendor().documents;
  if (documents.empty()) return std::nullopt;
  const auto found = std::find_if(
      documents.begin(), documents.end(),
      [&](const DocumentAnalysis& each) { return addresses(each.verdict.audience, audience); });
  return found == documents.end() ? 0 : static_cast<int>(found - documents.begin());
}

CheckPlace VendorView::document_place(int document) const {
  return places_.of_document(own_ ? documents_[static_cast<std::size_t>(document)] : document);
}

CheckPlace VendorView::path_place(const std::string& path) const {
  CheckPlace place;
  place.path = places_.located(path);
  place.region.line = place.region.end_line = 1;
  return place;
}

}  // namespace fineprint
