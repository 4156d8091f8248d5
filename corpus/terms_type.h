// The kinds of documents that vendors publish, by Open Terms Archive's names for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fineprint {

// Whether normalise_terms_type (collection.h) has a name for it.
bool is_known_terms_type(std::string_view name);

// What a page's title says: "Privacy Policy | Acme" is a Privacy Policy of Acme. Both are empty
// where it names no kind of document; `vendor` also where it names no vendor.
struct TitleParts {
  std::string type;
  std::string vendor;
};
TitleParts read_title(std::string_view title);

}  // namespace fineprint
