#include "corpus/title.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <vector>

namespace fineprint {
namespace {

constexpr std::size_t kTitleBlocks = 20;
constexpr std::size_t kDateBlocks = 40;
constexpr std::size_t kMaxTitle = 150;
constexpr std::size_t kDateWindow = 300;  // bytes of a block in which a date is looked for
constexpr std::size_t kMaxLoneDate = 40;
constexpr std::size_t kMaxAnnouncement = 60;  // "Last updated" before the block that has the date

struct Month {
  std::string_view name;
  int number;
};
// Stems: "sept" is "sep", "september" and "septembre".
constexpr std::array<Month, 30> kMonths = {{
    {"jan", 1},      {"feb", 2},  {"f\u00e9v", 2}, {"fev", 2},       {"mar", 3},  {"apr", 4},
    {"avr", 4},      {"abr", 4},  {"may", 5},      {"mai", 5},       {"mag", 5},  {"juin", 6},
    {"jun", 6},      {"giu", 6},  {"juil", 7},     {"jul", 7},       {"lug", 7},  {"aug", 8},
    {"ao\u00fb", 8}, {"aou", 8},  {"ago", 8},      {"sep", 9},       {"set", 9},  {"oct", 10},
    {"okt", 10},     {"ott", 10}, {"nov", 11},     {"d\u00e9c", 12}, {"dec", 12}, {"dez", 12},
}};

struct Token {
  std::string word;  // lower case; empty for a number
  int number = -1;
  std::size_t digits = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    const std::size_t begin = at;
    if (std::isdigit(c) != 0) {
      while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0) ++at;
      Token token;
      token.digits = at - begin;
      token.number =
          token.digits <= 4 ? std::stoi(std::string(text.substr(begin, at - begin))) : -1;
      tokens.push_back(token);
    } else if (std::isalpha(c) != 0 || c >= 0x80) {
      while (at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) != 0 ||
                                  static_cast<unsigned char>(text[at]) >= 0x80))
        ++at;
      tokens.push_back({lowered(text.substr(begin, at - begin)), -1, 0});
    } else {
      ++at;
    }
  }
  return tokens;
}

int month_of(const Token& token) {
  if (token.word.size() < 3 || token.word.size() > 11) return 0;
  for (const Month& month : kMonths)
    if (token.word.starts_with(month.name)) return month.number;
  return 0;
}

bool is_year(const Token& token) {
  return token.digits == 4 && token.number >= 2000 && token.number <= 2099;
}
bool is_day(const Token& token) {
  return token.digits > 0 && token.digits <= 2 && token.number >= 1 && token.number <= 31;
}

std::string iso(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return "";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

// "st" of "1st", "er" of "1er", "de", "of": words between the parts of a date.
bool is_filler(const Token& token) {
  static constexpr std::array<std::string_view, 9> kFillers = {"st", "nd", "rd",  "th", "er",
                                                               "de", "of", "the", "del"};
  return std::find(kFillers.begin(), kFillers.end(), token.word) != kFillers.end();
}

std::string date_at(const std::vector<Token>& t, std::size_t i) {
  if (is_year(t[i]) && is_day(t[i + 1]) && is_day(t[i + 2]))
    return iso(t[i].number, t[i + 1].number, t[i + 2].number);
  if (!is_year(t[i + 2])) return "";
  if (const int month = month_of(t[i]); month > 0 && is_day(t[i + 1]))
    return iso(t[i + 2].number, month, t[i + 1].number);
  if (const int month = month_of(t[i + 1]); month > 0 && is_day(t[i]))
    return iso(t[i + 2].number, month, t[i].number);
  if (is_day(t[i]) && is_day(t[i + 1])) {
    // 31/01/2024; 01/31/2024 only where it cannot be read that way.
    const bool american = t[i + 1].number > 12;
    return american ? iso(t[i + 2].number, t[i].number, t[i + 1].number)
                    : iso(t[i + 2].number, t[i + 1].number, t[i].number);
  }
  return "";
}

bool announces_date(std::string_view text) {
  const std::string low = lowered(text);
  static constexpr std::array<std::string_view, 22> kWords = {"updated",
                                                              "effective",
                                                              "revised",
                                                              "modified",
                                                              "version",
                                                              "in force",
                                                              "dated",
                                                              "as of",
                                                              "posted",
                                                              "published",
                                                              "mise \u00e0 jour",
                                                              "mis \u00e0 jour",
                                                              "vigueur",
                                                              "modifi",
                                                              "derni\u00e8re",
                                                              "effet",
                                                              "stand",
                                                              "g\u00fcltig",
                                                              "aggiorna",
                                                              "actualiza",
                                                              "vigente",
                                                              "vigore"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return low.find(word) != std::string::npos; });
}

std::string trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r|-");
  if (begin == std::string_view::npos) return "";
  const std::size_t end = text.find_last_not_of(" \t\n\r|-");
  return std::string(text.substr(begin, end - begin + 1));
}

}  // namespace

std::string parse_date(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  std::erase_if(tokens, is_filler);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (std::string date = date_at(tokens, i); !date.empty()) return date;
  return "";
}

std::string find_date(const Document& document) {
  std::string alone;
  const std::size_t count = std::min(document.blocks.size(), kDateBlocks);
  bool announced = false;  // "Last updated" and the date may be two blocks
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = std::string_view(document.blocks[i].text).substr(0, kDateWindow);
    const bool digits = std::any_of(text.begin(), text.end(), is_digit);
    // Most text has no date and is too long to announce that of the next block.
    const bool announces = (digits || text.size() <= kMaxAnnouncement) && announces_date(text);
    std::string date;
    if (digits && (announces || announced || text.size() <= kMaxLoneDate)) date = parse_date(text);
    if (!date.empty() && (announces || announced)) return date;
    if (!date.empty() && text.size() <= kMaxLoneDate && alone.empty()) alone = date;
    announced = announces && text.size() <= kMaxAnnouncement;
  }
  return alone;
}

std::string find_title(const Document& document, std::string_view page_title) {
  const std::size_t count = std::min(document.blocks.size(), kTitleBlocks);
  for (std::size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kHeading && block.level == 1 && block.text.size() <= kMaxTitle)
      return block.text;
  }
  if (!trim(page_title).empty()) return trim(page_title);
  for (std::size_t i = 0; i < count; ++i)
    if (document.blocks[i].kind == BlockKind::kHeading) return document.blocks[i].text;
  if (count > 0 && document.blocks[0].text.size() <= kMaxTitle) return document.blocks[0].text;
  return "";
}

}  // namespace fineprint
