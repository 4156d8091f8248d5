// What language a document is in.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace fineprint {

// The BCP 47 tag of the language most of the blocks' text is in ("en", "fr", "zh-Hant"), or "und".
// Looks at a bounded sample spread over the document. Where that is too short or too mixed to
// tell, `declared`, what the document says of itself, decides, or else its opening.
std::string identify_language(const Document& document, std::string_view declared);

}  // namespace fineprint
