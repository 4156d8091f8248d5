// Documents written otherwise without saying anything else: what a test of formatting changes
// compares.
#pragma once

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace fineprint::test {

inline std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

// Calls `change` with each stretch of text that is not inside a tag (all of it, if not HTML).
template <typename Change>
std::string outside_tags(const std::string& text, bool html, Change change) {
  if (!html) return change(text);
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    result += change(text.substr(at, open - at));
    const std::size_t close = text.find('>', open);
    if (close == std::string::npos) return result + text.substr(open);
    result += text.substr(open, close + 1 - open);
    at = close + 1;
  }
  return result;
}

inline std::string curly_quotes(const std::string& text, bool html) {
  bool open = false;
  return outside_tags(text, html, [&](std::string part) {
    for (const char* name : {"&quot;", "&ldquo;", "&rdquo;", "\u201c", "\u201d"})
      part = replace_all(part, name, "\"");
    for (const char* name : {"&#39;", "&rsquo;", "&lsquo;"}) part = replace_all(part, name, "'");
    std::string result;
    for (const char c : part) {
      if (c == '"')
        result += (open = !open) ? "\u201c" : "\u201d";
      else if (c == '\'')
        result += "\u2019";
      else
        result += c;
    }
    return result;
  });
}

inline std::string straight_quotes(const std::string& text, bool html) {
  return outside_tags(text, html, [](std::string part) {
    for (const char* name : {"&ldquo;", "&rdquo;", "\u201c", "\u201d", "\u00ab\u00a0",
                             "\u00a0\u00bb", "\u00ab ", " \u00bb"})
      part = replace_all(part, name, "\"");
    for (const char* name : {"&rsquo;", "&lsquo;", "\u2018", "\u2019"})
      part = replace_all(part, name, "'");
    return part;
  });
}

inline std::string other_links(const std::string& text) {
  static const std::regex kMarkdown(R"(\]\([^)\s]*\))");
  static const std::regex kHref(R"(href="[^"]*")");
  static const std::regex kBare(R"(https?://[^\s)>"<]+[^\s)>"<.,;:])");
  std::string result = std::regex_replace(text, kBare, "https://www.moved.example/legal?v=2#top");
  result = std::regex_replace(result, kMarkdown, "](https://moved.example/legal)");
  return std::regex_replace(result, kHref, "href=\"/moved/legal\"");
}

// Adds three to the numbers of sections, in headings, at the start of clauses and where they are
// referred to.
inline std::string renumbered(const std::string& text, bool html) {
  static const std::regex kHtml(R"((<(?:h\d|p|li)[^>]*>\s*(?:<(?:strong|b)>)?)(\d+)(?=\.))");
  static const std::regex kText(R"(((?:^|\n\n)(?:#{1,6} )?(?:\*\*)?)(\d+)(?=\\?\.))");
  static const std::regex kReference(R"(((?:[Ss]ections?|[Aa]rticles?) )(\d+))");
  std::string result = text;
  for (const std::regex* pattern : {html ? &kHtml : &kText, &kReference}) {
    std::string next;
    auto at = result.cbegin();
    for (std::sregex_iterator each(result.begin(), result.end(), *pattern), end; each != end;
         ++each) {
      next.append(at, (*each)[2].first);
      next += std::to_string(std::stoi((*each)[2]) + 3);
      at = (*each)[2].second;
    }
    next.append(at, result.cend());
    result = next;
  }
  return result;
}

// The sections of a Markdown document, after its first heading, in the reverse order.
inline std::string reordered(const std::string& markdown) {
  std::string mark = "\n## ";
  if (markdown.find(mark) == std::string::npos) mark = "\n### ";
  std::vector<std::string> sections;
  std::size_t at = 0;
  while (at < markdown.size()) {
    const std::size_t next = std::min(markdown.find(mark, at + 1), markdown.size());
    sections.push_back(markdown.substr(at, next - at));
    at = next;
  }
  if (!sections.empty()) std::reverse(sections.begin() + 1, sections.end());
  std::string result;
  for (const std::string& each : sections) {
    result += each;
    if (!each.ends_with('\n')) result += '\n';
  }
  return result;
}

// Breaks lines of text elsewhere. Lines that begin a block, or are none of running text, stay
// apart.
inline std::string rewrapped(const std::string& text, std::size_t width) {
  static const std::regex kBegins(
      R"(^\s*(?:[-*+\u2022] |#|>|\||\(?[0-9a-z]{1,3}[.)] |[0-9.]+ |\*\*).*)");
  std::vector<std::string> blocks;
  bool apart = true;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos) {
      blocks.emplace_back();
      apart = true;
    } else if (apart || std::regex_match(line, kBegins) || line.ends_with("  ")) {
      blocks.push_back(line);
      apart = line.starts_with('|') || line.starts_with('#') || line.ends_with("  ");
    } else {
      blocks.back() += ' ' + line.substr(begin);
    }
  }
  std::string result;
  for (const std::string& block : blocks) {
    if (block.starts_with('|') || block.starts_with('#') || block.size() < width) {
      result += block + '\n';
      continue;
    }
    const std::size_t begin = block.find_first_not_of(' ');
    std::size_t hang = begin;
    if (std::regex_match(block, kBegins)) hang = block.find(' ', begin) + 1;
    if (block.starts_with("**")) hang = begin;
    std::size_t column = 0;
    std::size_t word = 0;
    while (word < block.size()) {
      const std::size_t end = std::min(block.find(' ', std::max(word, begin)), block.size());
      const std::string next = block.substr(word, end - word);
      // A line must not begin like a block.
      const bool safe = !std::regex_match(next + " ", kBegins) && next != "-";
      if (column > 0 && column + next.size() + 1 > width && safe) {
        result += '\n' + std::string(hang, ' ');
        column = hang;
      } else if (column > 0) {
        result += ' ';
        ++column;
      }
      result += next;
      column += next.size();
      word = end + 1;
    }
    result += '\n';
  }
  return result;
}

inline std::string rewrapped_html(const std::string& html) {
  int spaces = 0;
  return outside_tags(html, true, [&](const std::string& part) {
    std::string result;
    for (const char c : part)
      result += c == ' ' && ++spaces % 7 == 0 ? std::string("\n      ") : std::string(1, c);
    return result;
  });
}

inline std::string html_escaped(const std::string& text) {
  return replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;");
}

// The blocks of a document as plain HTML.
inline std::string html_of(const Document& document) {
  std::string out = "<!DOCTYPE html><html lang=\"" + document.language + "\"><body><main>\n";
  int depth = 0;  // of open lists
  int row = -1;   // of an open table
  const auto close_table = [&] {
    if (row >= 0) out += "</tr></table>\n";
    row = -1;
  };
  const auto close_lists = [&](int to) {
    for (; depth > to; --depth) out += "</li></ul>\n";
  };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string text = html_escaped(block.text);
    if (block.kind != BlockKind::kTableCell) close_table();
    if (block.kind != BlockKind::kListItem) close_lists(0);
    switch (block.kind) {
      case BlockKind::kHeading: {
        const std::string name = "h" + std::to_string(block.level);
        out += "<" + name + ">" + text + "</" + name + ">\n";
        break;
      }
      case BlockKind::kParagraph:
        out += "<p>" + text + "</p>\n";
        break;
      case BlockKind::kListItem:
        close_lists(block.level);
        if (depth == block.level) out += "</li>";
        for (; depth < block.level; ++depth) out += "<ul>";
        out += "<li>" + text;
        break;
      case BlockKind::kTableCell: {
        if (row > block.table_row) close_table();
        if (row < 0) out += "<table>";
        if (row != block.table_row) out += row < 0 ? "<tr>" : "</tr>\n<tr>";
        row = block.table_row;
        const std::string name = row == 0 ? "th" : "td";
        out += "<" + name + ">" + text + "</" + name + ">";
        break;
      }
    }
  }
  close_table();
  close_lists(0);
  return out + "</main></body></html>\n";
}

}  // namespace fineprint::test
