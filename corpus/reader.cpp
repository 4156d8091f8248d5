#include "corpus/reader.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "corpus/encoding.h"
#include "corpus/html.h"
#include "corpus/language.h"
#include "corpus/markdown.h"
#include "corpus/text.h"
#include "corpus/title.h"

namespace fineprint {
namespace {

constexpr std::size_t kBytesPerBlock = 250;  // the usual, more or less

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string extension(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : lowered(name.substr(dot + 1));
}

bool looks_like_html(std::string_view text) {
  const std::string head = lowered(text.substr(0, 1024));
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  const std::string_view start = std::string_view(head).substr(first);
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body"})
    if (start.starts_with(mark)) return true;
  return start.starts_with("<?xml") && head.find("<html") != std::string::npos;
}

// The name decides between Markdown and text; what is plainly HTML is read as such under any name.
Format detect_format(std::string_view path, std::string_view text) {
  const std::string name = extension(path);
  if (looks_like_html(text)) return Format::kHtml;
  if (name == "html" || name == "htm" || name == "xhtml") {
    return text.find('<') == std::string_view::npos ? Format::kText : Format::kHtml;
  }
  return name == "txt" || name == "text" ? Format::kText : Format::kMarkdown;
}

void check_size(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.empty()) throw UnreadableInput("empty");
  if (bytes.size() > limits.max_bytes)
    throw UnreadableInput("too long: " + std::to_string(bytes.size()) + " bytes, the limit is " +
                          std::to_string(limits.max_bytes));
}

}  // namespace

Document read_document(std::string bytes, std::string path, const ReadLimits& limits) {
  check_size(bytes, limits);
  const DecodedText decoded = decode(bytes);
  const std::string_view text = decoded.utf8(bytes);
  Document document;
  document.blocks.reserve(std::min(text.size() / kBytesPerBlock, limits.max_blocks) + 1);
  HtmlPage page;
  switch (detect_format(path, text)) {
    case Format::kHtml:
      page = read_html(text, limits, document);
      break;
    case Format::kMarkdown:
      read_markdown(text, limits, document);
      break;
    case Format::kText:
      read_text(text, limits, document);
      break;
  }
  if (document.blocks.empty()) throw UnreadableInput("empty: there is no text in it");
  if (!decoded.map.empty())
    for (Block& block : document.blocks) block.map = block.map.through(decoded.map);
  document.language = identify_language(document, page.language);
  document.title = find_title(document, page.title);
  document.date = find_date(document);
  std::string digest = sha256_hex(bytes);
  document.parts.push_back({std::move(path), std::move(digest), std::move(bytes)});
  return document;
}

void append_part(Document& document, Document next) {
  const auto parts = static_cast<int>(document.parts.size());
  const auto blocks = static_cast<int>(document.blocks.size());
  for (Part& part : next.parts) document.parts.push_back(std::move(part));
  document.blocks.reserve(document.blocks.size() + next.blocks.size());
  for (Block& block : next.blocks) {
    block.part += parts;
    for (int* index : {&block.section, &block.lead_in, &block.row_header, &block.column_header})
      if (*index != kNone) *index += blocks;
    document.blocks.push_back(std::move(block));
  }
  if (document.title.empty()) document.title = std::move(next.title);
  if (document.date < next.date) document.date = std::move(next.date);
  if (document.language.empty() || document.language == "und") document.language = next.language;
}

}  // namespace fineprint
