// What must hold of the JSON of every scan, on whatever documents.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "../reports/schema_check.h"
#include "support/temporary_folder.h"

namespace fineprint::test {

// Only letters and digits, so that marks of Markdown, breaks of lines and blanks do not count.
inline std::string bare(std::string_view text) {
  constexpr std::string_view kBlanks[] = {"\u00A0", "\u00AD", "\u200B", "\u200C",
                                          "\u200D", "\u202F", "\u2060", "\uFEFF"};
  std::string kept;
  for (std::size_t i = 0; i < text.size();) {
    const auto blank =
        std::find_if(std::begin(kBlanks), std::end(kBlanks),
                     [&](std::string_view each) { return text.substr(i).starts_with(each); });
    if (blank != std::end(kBlanks)) {
      i += blank->size();
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i++]);
    if (c >= 0x80 || std::isalnum(c)) kept += static_cast<char>(c);
  }
  return kept;
}

// The text of `source` without what a reader of Markdown does not see: targets of links and tags.
inline std::string without_markup(std::string_view source) {
  std::string kept;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '<') {
      const std::size_t end = source.find('>', i);
      if (end == std::string_view::npos) continue;
      const std::string_view inside = source.substr(i + 1, end - i - 1);
      if (inside.find_first_of("@:") == std::string_view::npos) i = end;  // no <me@example.org>
      continue;
    }
    kept += source[i];
    if (source.substr(i, 2) != "](") continue;
    int depth = 0;
    std::size_t end = i + 1;
    for (; end < source.size(); ++end) {
      if (source[end] == '(') ++depth;
      if (source[end] == ')' && --depth == 0) break;
    }
    if (end < source.size()) i = end;
  }
  return kept;
}

struct ScanFigures {
  std::size_t documents = 0;
  std::size_t findings = 0;
  std::size_t plain = 0;  // findings in Markdown and text, where only marks are to be removed ...
  std::size_t cut = 0;    // ... those whose start and end cut the quote out of the source
};

// Checks that offsets, lines and evidence lead somewhere; `root` is the folder that was scanned.
inline ScanFigures check_scan(const nlohmann::json& scan, const std::filesystem::path& root) {
  ScanFigures figures;
  for (const auto& vendor : scan["vendors"]) {
    for (const auto& document : vendor["documents"]) {
      ++figures.documents;
      for (const auto& finding : document["findings"]) {
        ++figures.findings;
        const std::string file = finding.value("path", document["path"].get<std::string>());
        const std::string bytes = file_bytes(root / file);
        const auto start = finding["start"].get<std::size_t>();
        const auto end = finding["end"].get<std::size_t>();
        REQUIRE(start < end);
        REQUIRE(end <= bytes.size());
        const std::string_view slice = std::string_view(bytes).substr(start, end - start);
        const std::string quote = finding["quote"].get<std::string>();
        if (!file.ends_with(".html")) {
          ++figures.plain;
          if (bare(without_markup(slice)) == bare(quote)) ++figures.cut;
        }
        CHECK(finding["line"].get<long>() ==
              1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(start), '\n'));
      }
    }
  }
  return figures;
}

}  // namespace fineprint::test
