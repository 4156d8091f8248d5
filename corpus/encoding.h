// Bytes of a file to UTF-8 text, with a way back to the bytes.
//
// What decides, in this order:
//   1. a byte order mark (UTF-8, UTF-16, UTF-32);
//   2. valid UTF-8 is UTF-8, whatever the document declares (unless it declares one of the 7-bit
//      escape encodings and uses it);
//   3. the declared charset (<meta charset>, http-equiv, <?xml encoding>), if ICU knows it;
//   4. ICU's detection, accepted only when it is confident and when the characters that come out
//      stand where such characters stand in text: a quotation mark, an accented letter in a word.
// Everything else is refused: a UTF-8 text with broken sequences would otherwise turn into
// plausible looking nonsense. One allowance: a long page that declares UTF-8 keeps its rare broken
// sequences (one in 20,000 bytes) as U+FFFD, as browsers do.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace fineprint {

struct DecodedText {
  std::string converted;  // the text, where it is not the bytes themselves
  SourceMap map;          // from the text to the bytes; empty when they are the same
  std::string charset;    // ICU's or IANA's name

  // The text as UTF-8, given the bytes it was decoded from.
  std::string_view utf8(std::string_view bytes) const {
    return map.empty() ? bytes : std::string_view(converted);
  }
};

// Throws UnreadableInput ("binary ...", "not valid text: ...").
DecodedText decode(std::string_view bytes);

// Offset of the first byte that is not part of valid UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view bytes);

// The name of the binary format the bytes begin with ("PNG image", "PDF document", ...), or "".
std::string_view binary_format(std::string_view bytes);

}  // namespace fineprint
