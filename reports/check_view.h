// A vendor as one rule of a policy sees it: the documents of the rule's types, and places in them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/finding.h"
#include "reports/change.h"
#include "reports/check.h"

namespace fineprint {

// Makes the places of one vendor's findings. Keeps views of the documents.
class PlaceMaker {
 public:
  using Locate = std::function<std::string(const std::string&)>;

  PlaceMaker(const VendorAnalysis& vendor, Locate locate)
      : vendor_(vendor), locate_(std::move(locate)) {}

  CheckPlace of_finding(int document, const Finding& finding);
  CheckPlace of_document(int document);
  CheckPlace of_quote(const ChangeQuote& quote);
  std::string located(const std::string& path) const { return locate_ ? locate_(path) : path; }

 private:
  SourceRegion region(int document, int part, ByteRange range, int line);

  const VendorAnalysis& vendor_;
  Locate locate_;
  std::map<std::pair<int, int>, SourceIndex> indexes_;  // by document and part
};

class VendorView {
 public:
  // All documents, or those of some terms types, whose answers are then decided from them alone.
  VendorView(const VendorAnalysis& vendor, const std::vector<std::string>& types,
             PlaceMaker& places);

  const VendorAnalysis& vendor() const { return own_ ? *own_ : vendor_; }
  const AudienceAnalysis& answers(Audience audience) const;
  const Finding& finding(const FindingRef& ref) const;
  const std::string& type(const FindingRef& ref) const;

  CheckPlace place(const FindingRef& ref) const;
  // The first document that addresses the audience, else the first at all; none without documents.
  std::optional<int> document_for(Audience audience) const;
  CheckPlace document_place(int document) const;
  // Of a sentence of the vendor's documents, by the path of its part.
  CheckPlace quote_place(const ChangeQuote& quote) const { return places_.of_quote(quote); }
  // Of a document by its path.
  CheckPlace path_place(const std::string& path) const;

 private:
  const VendorAnalysis& vendor_;
  std::optional<VendorAnalysis> own_;  // without text and bytes
  std::vector<int> documents_;         // of own_, in vendor_
  PlaceMaker& places_;
};

}  // namespace fineprint
