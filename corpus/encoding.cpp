#include "corpus/encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "corpus/reader.h"

namespace fineprint {
namespace {

constexpr std::size_t kDeclarationWindow = 4096;    // where a charset may be declared
constexpr std::size_t kDetectionWindow = 64 << 10;  // what ICU's detection looks at
constexpr std::size_t kBytesPerTolerated = 20'000;  // a broken sequence this rare is kept
constexpr std::int32_t kMinConfidence = 20;
constexpr std::int32_t kMinMultibyteConfidence = 60;

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

[[noreturn]] void not_text(const std::string& why) {
  throw UnreadableInput("not valid text: " + why);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

// The charset that the first bytes declare, in lower case, or "".
std::string declared_charset(std::string_view bytes) {
  const std::string head = lowered(bytes.substr(0, kDeclarationWindow));
  for (std::size_t tag = head.find('<'); tag != std::string::npos; tag = head.find('<', tag + 1)) {
    const bool xml = head.compare(tag, 5, "<?xml") == 0;
    if (!xml && head.compare(tag, 5, "<meta") != 0) continue;
    const std::size_t end = std::min(head.find('>', tag), head.size());
    const std::string_view key = xml ? "encoding" : "charset";
    std::size_t at = head.find(key, tag);
    if (at >= end) continue;
    at = head.find_first_not_of(" \t\n\r\"'=", at + key.size());
    if (at >= end) continue;
    return head.substr(at, std::min(head.find_first_of(" \t\n\r\"';/?>", at), end) - at);
  }
  return "";
}

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array<Mark, 5> kMarks = {{
    {{"\xEF\xBB\xBF", 3}, "UTF-8"},
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
}};

Converter open_converter(const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

// What one conversion gave, and how much of it does not look like text.
struct Converted {
  DecodedText text;
  std::size_t characters = 0;
  std::size_t suspicious = 0;  // replacement and control characters, unassigned, private use
  std::size_t familiar = 0;    // ASCII, ideographic space, comma and stop
};

bool is_suspicious(UChar32 c) {
  if (c == 0xFFFD) return true;
  if (c < 0x80) return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  switch (u_charType(c)) {
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_CONTROL_CHAR:
    case U_SURROGATE:
      return true;
    default:
      return false;
  }
}

bool is_familiar(UChar32 c) {
  return c < 0x80 || (c >= 0x3000 && c <= 0x3002) || c == 0xFF0C;
}

void append_character(Converted& out, UChar32 c, ByteRange source) {
  std::array<char, 4> encoded{};
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(encoded.data(), length, static_cast<std::int32_t>(encoded.size()), c, failed);
  if (failed) return;
  out.text.converted.append(encoded.data(), static_cast<std::size_t>(length));
  out.text.map.append(static_cast<std::size_t>(length), source);
  ++out.characters;
  if (is_suspicious(c)) ++out.suspicious;
  if (is_familiar(c)) ++out.familiar;
}

// Converts character by character, which keeps the way back; only the rare file that is not
// UTF-8 comes here.
Converted convert(UConverter* converter, std::string_view bytes, std::size_t skip) {
  Converted out;
  out.text.converted.reserve(bytes.size() + bytes.size() / 4);
  const char* at = bytes.data() + skip;
  const char* const end = bytes.data() + bytes.size();
  while (at < end) {
    const char* const begin = at;
    UErrorCode error = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter, &at, end, &error);
    const ByteRange source{static_cast<std::size_t>(begin - bytes.data()),
                           static_cast<std::size_t>(at - bytes.data())};
    if (error == U_INDEX_OUTOFBOUNDS_ERROR && at >= end) break;  // only shift sequences were left
    append_character(out, U_SUCCESS(error) ? c : 0xFFFD, source);
    if (at == begin) ++at;
  }
  return out;
}

Converted convert_utf8_loosely(std::string_view bytes) {
  Converted out;
  out.text.charset = "UTF-8";
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, at, length, c);
    append_character(out, c, {static_cast<std::size_t>(begin), static_cast<std::size_t>(at)});
  }
  return out;
}

DecodedText decode_marked(std::string_view bytes, const Mark& mark) {
  if (std::strcmp(mark.charset, "UTF-8") == 0) {
    if (find_invalid_utf8(bytes) != std::string_view::npos)
      not_text("marked as UTF-8, but it is malformed");
    DecodedText text{std::string(bytes.substr(3)), {}, "UTF-8"};
    text.map.append(text.converted.size(), {3, bytes.size()});
    return text;
  }
  const Converter converter = open_converter(mark.charset);
  if (!converter) not_text(std::string("no converter for ") + mark.charset);
  Converted out = convert(converter.get(), bytes, mark.bytes.size());
  // Bytes that only happen to begin like UTF-16 come out as ideographs without a space or stop.
  if (out.suspicious > 0 || out.familiar * 100 < out.characters)
    not_text(std::string("begins like ") + mark.charset + ", but it is malformed");
  out.text.charset = mark.charset;
  return std::move(out.text);
}

bool common_sign(UChar32 c) {
  static constexpr std::array<UChar32, 34> kSigns = {
      0xA0,   0xA2,   0xA3,   0xA5,   0xA7,   0xA9,   0xAB,   0xAE,   0xB0,   0xB2,  0xB3,   0xB7,
      0xB9,   0xBA,   0xAA,   0xBB,   0xBC,   0xBD,   0xBE,   0xBF,   0xA1,   0xAD,  0x2013, 0x2014,
      0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x20AC, 0x2122};
  return std::find(kSigns.begin(), kSigns.end(), c) != kSigns.end();
}

// Whether a letter stands in a word as letters do: beside another letter, not a capital inside a
// word in small letters; and not one of those that stray bytes turn into.
bool stands_in_word(UChar32 before, UChar32 c, UChar32 after) {
  if (!u_isalpha(c) || c == 0xFF || c == 0xFE || c == 0xDE || c == 0xF0 || c == 0xD0) return false;
  if (u_isupper(c) && u_islower(before)) return false;
  if (u_isupper(c) && u_isalpha(before) && u_islower(after)) return false;
  return u_isalpha(before) || u_isalpha(after) || c == 0xE0 || c == 0xE9 || c == 0xC0;
}

// Whether each character beyond ASCII stands where such characters stand in text.
bool plausible(std::string_view utf8) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  std::size_t high = 0;
  std::size_t odd = 0;
  UChar32 before = ' ';
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, at, length, c);
    if (c >= 0x80) {
      std::int32_t ahead = at;
      UChar32 after = ' ';
      if (ahead < length) U8_NEXT_OR_FFFD(data, ahead, length, after);
      ++high;
      if (!common_sign(c) && !stands_in_word(before, c, after)) ++odd;
    }
    before = c;
  }
  return odd * 100 <= high;
}

std::size_t count_multibyte(std::string_view bytes, std::size_t& broken) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  std::size_t whole = 0;
  broken = 0;
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(data, at, length, c);
    if (c < 0) ++broken;
    if (c >= 0x80) ++whole;
  }
  return whole;
}

bool is_single_byte(const std::string& charset) {
  return charset.starts_with("ISO-8859") || charset.starts_with("windows-") ||
         charset.starts_with("KOI8");
}

DecodedText detect(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&error));
  const std::string_view sample = bytes.substr(0, kDetectionWindow);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  ucsdet_enableInputFilter(detector.get(), true);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) not_text("not UTF-8, and of no known encoding");
  const std::int32_t confidence = ucsdet_getConfidence(match, &error);
  std::string charset = ucsdet_getName(match, &error);
  const bool single = is_single_byte(charset);
  // What calls itself Latin-1 is windows-1252, as on the web.
  if (charset == "ISO-8859-1") charset = "windows-1252";
  const Converter converter = open_converter(charset);
  if (confidence >= (single ? kMinConfidence : kMinMultibyteConfidence) && converter) {
    Converted out = convert(converter.get(), bytes, 0);
    if (out.suspicious == 0 && (!single || plausible(out.text.converted))) {
      out.text.charset = charset;
      return std::move(out.text);
    }
  }
  not_text("not UTF-8, and no other encoding fits");
}

// ICU's converter for a declared charset, with the web's reading of the Latin-1 names.
std::string web_charset(const std::string& declared) {
  if (declared == "iso-8859-1" || declared == "latin1" || declared == "latin-1" ||
      declared == "us-ascii" || declared == "ascii")
    return "windows-1252";
  if (declared == "gb2312" || declared == "gbk") return "gb18030";
  return declared;
}

bool is_utf8_name(const std::string& charset) {
  return charset == "utf-8" || charset == "utf8" || charset.starts_with("utf-16") ||
         charset.starts_with("unicode");
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t length = bytes.size();
  std::size_t at = 0;
  while (at < length) {
    std::uint64_t word = 0;
    while (at + 8 <= length &&
           (std::memcpy(&word, data + at, 8), (word & 0x8080808080808080u) == 0))
      at += 8;
    while (at < length && data[at] < 0x80) ++at;
    if (at >= length) break;
    const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(length - at, 4));
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(data + at, used, rest, c);
    if (c < 0) return at;
    at += static_cast<std::size_t>(used);
  }
  return std::string_view::npos;
}

std::string_view binary_format(std::string_view bytes) {
  struct Magic {
    std::string_view prefix;
    std::string_view name;
  };
  static constexpr std::array<Magic, 13> kMagic = {{
      {"\x89PNG", "PNG image"},
      {"\xFF\xD8\xFF", "JPEG image"},
      {"GIF8", "GIF image"},
      {"%PDF-", "PDF document"},
      {"PK\x03\x04", "ZIP archive or Office document"},
      {"\xD0\xCF\x11\xE0", "old Office document"},
      {"\x1F\x8B", "gzip archive"},
      {"7z\xBC\xAF", "7-Zip archive"},
      {"BZh", "bzip2 archive"},
      {"\xFD"
       "7zXZ",
       "xz archive"},
      {"\x7F"
       "ELF",
       "program"},
      {"RIFF", "RIFF media"},
      {"{\\rtf", "RTF document"},
  }};
  for (const Magic& magic : kMagic)
    if (bytes.starts_with(magic.prefix)) return magic.name;
  return {};
}

DecodedText decode(std::string_view bytes) {
  if (const std::string_view name = binary_format(bytes); !name.empty())
    throw UnreadableInput("binary (" + std::string(name) + ")");
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return decode_marked(bytes, mark);
  if (bytes.find('\0') != std::string_view::npos) throw UnreadableInput("binary (NUL bytes)");
  const bool escapes = bytes.find('\x1B') != std::string_view::npos;
  if (!escapes && find_invalid_utf8(bytes) == std::string_view::npos) return {{}, {}, "UTF-8"};
  const std::string declared = declared_charset(bytes);
  if (!declared.starts_with("iso-2022") && find_invalid_utf8(bytes) == std::string_view::npos)
    return {{}, {}, "UTF-8"};
  if (!declared.empty() && !is_utf8_name(declared)) {
    const std::string charset = web_charset(declared);
    if (const Converter converter = open_converter(charset)) {
      Converted out = convert(converter.get(), bytes, 0);
      if (out.suspicious * 100 > out.characters) not_text("not " + declared + ", as it declares");
      out.text.charset = charset;
      return std::move(out.text);
    }
  }
  std::size_t broken = 0;
  const std::size_t whole = count_multibyte(bytes, broken);
  if (is_utf8_name(declared) && broken * kBytesPerTolerated <= bytes.size())
    return convert_utf8_loosely(bytes).text;
  if (whole > broken || whole > 2) not_text("broken UTF-8");
  return detect(bytes);
}

}  // namespace fineprint
