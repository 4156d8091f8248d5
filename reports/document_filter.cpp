#include "reports/document_filter.h"

#include <algorithm>
#include <cctype>

#include "corpus/collection.h"

namespace fineprint {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool DocumentFilter::admits_vendor(std::string_view name) const {
  return vendor.empty() || same_name(name, vendor);
}

bool DocumentFilter::admits(std::string_view vendor_name, std::string_view type_name) const {
  return admits_vendor(vendor_name) &&
         (type.empty() || same_name(type_name, normalise_terms_type(type)));
}

}  // namespace fineprint
