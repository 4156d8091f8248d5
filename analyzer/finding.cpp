#include "analyzer/finding.h"

namespace fineprint {

const char* audience_name(Audience audience) {
  switch (audience) {
    case Audience::kConsumer:
      return "consumer";
    case Audience::kBusiness:
      return "business";
    case Audience::kBoth:
      break;
  }
  return "both";
}

}  // namespace fineprint
