// Which vendors and terms types a report is asked for.
#pragma once

#include <string>
#include <string_view>

namespace fineprint {

struct DocumentFilter {
  std::string vendor;  // only this one, compared without case, or ""
  std::string type;    // likewise, by any name that normalise_terms_type knows it by

  bool admits_vendor(std::string_view name) const;
  bool admits(std::string_view vendor_name, std::string_view type_name) const;
};

}  // namespace fineprint
