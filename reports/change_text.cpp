#include "reports/change_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace fineprint {
namespace {

constexpr std::uint64_t kHashStart = 14695981039346656037ull;  // FNV-1a
constexpr std::uint64_t kHashPrime = 1099511628211ull;

std::uint64_t hash_bytes(std::string_view text) {
  std::uint64_t hash = kHashStart;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return hash;
}

std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = a * 0x9E3779B97F4A7C15ull ^ (b + 0x7F4A7C15ull + (a << 6) + (a >> 2));
  hash ^= hash >> 31;
  return hash * kHashPrime;
}

struct Token {
  std::string text;  // lower case
  bool number = false;
};

bool ideograph(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018;
}

void append(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(bytes, static_cast<std::size_t>(length));
}

// Where an address ("https://...", "www....") that starts at `at` ends, or `at` if there is none.
std::size_t skip_address(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.") &&
      !rest.starts_with("mailto:"))
    return at;
  const std::size_t end = rest.find_first_of(" \t\n)>]");
  return end == std::string_view::npos ? text.size() : at + end;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  Token token;
  bool broken = true;  // the next letter begins a token
  const auto finish = [&] {
    if (!token.text.empty()) tokens.push_back(std::move(token));
    token = {};
    broken = true;
  };
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (at < length) {
    if (broken) {
      const std::size_t after = skip_address(text, static_cast<std::size_t>(at));
      if (after > static_cast<std::size_t>(at)) {
        at = static_cast<std::int32_t>(after);
        continue;
      }
    }
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0) c = 0xFFFD;
    if (ideograph(c)) {
      finish();
      append(token.text, c);
      finish();
    } else if (c < 0x80 ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
                        : u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK) {
      if (broken) token.number = true;
      if (!u_isdigit(c)) token.number = false;
      append(token.text, c < 0x80 ? ((c >= 'A' && c <= 'Z') ? c + 32 : c) : u_tolower(c));
      broken = false;
    } else if (!apostrophe(c) && c != 0xAD && c != 0x200B && c != 0x200C && c != 0x200D &&
               c != 0xFEFF) {
      finish();
    }
  }
  finish();
  return tokens;
}

template <std::size_t N>
bool any_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// English, French, German, Spanish, Italian, Portuguese, Dutch, by their beginnings.
bool month(std::string_view word) {
  static constexpr std::array<std::string_view, 78> kMonths = {
      "january",  "february",  "march",      "april",    "may",       "june",      "july",
      "august",   "september", "october",    "november", "december",  "jan",       "feb",
      "mar",      "apr",       "jun",        "jul",      "aug",       "sept",      "sep",
      "oct",      "nov",       "dec",        "janvier",  "février",   "mars",      "avril",
      "mai",      "juin",      "juillet",    "août",     "septembre", "octobre",   "novembre",
      "décembre", "januar",    "februar",    "märz",     "juni",      "juli",      "oktober",
      "dezember", "enero",     "febrero",    "marzo",    "abril",     "mayo",      "junio",
      "julio",    "agosto",    "septiembre", "octubre",  "noviembre", "diciembre", "gennaio",
      "febbraio", "aprile",    "maggio",     "giugno",   "luglio",    "settembre", "ottobre",
      "dicembre", "janeiro",   "fevereiro",  "março",    "maio",      "junho",     "julho",
      "setembro", "outubro",   "novembro",   "dezembro", "januari",   "februari",  "maart",
      "augustus"};
  return any_of(kMonths, word);
}

bool year(const Token& token) {
  return token.number && token.text.size() == 4 &&
         (token.text.starts_with("19") || token.text.starts_with("20"));
}

bool day(const Token& token) {
  return !token.text.empty() && token.text.size() <= 4 && token.text[0] >= '0' &&
         token.text[0] <= '9' &&
         (token.number ? token.text.size() <= 2
                       : token.text.ends_with("st") || token.text.ends_with("nd") ||
                             token.text.ends_with("rd") || token.text.ends_with("th"));
}

bool refers_to_number(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "section",   "sections",   "clause",  "clauses",   "article",  "articles",
      "paragraph", "paragraphs", "annex",   "exhibit",   "schedule", "appendix",
      "abschnitt", "ziffer",     "artikel", "sección",   "artículo", "sezione",
      "articolo",  "artigo",     "seção",   "subsection"};
  return any_of(kWords, word);
}

bool numeral(const Token& token) {
  if (token.number) return true;
  if (token.text.size() == 1) return token.text[0] >= 'a' && token.text[0] <= 'h';
  return token.text.size() <= 5 && token.text.find_first_not_of("ivxl") == std::string::npos;
}

// Marks day, month and year of a date around a year or month for removal.
void mark_dates(const std::vector<Token>& tokens, std::vector<bool>& drop) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (year(tokens[i])) drop[i] = true;
    const bool named = month(tokens[i].text);
    if (!named) continue;
    const bool day_before = i > 0 && day(tokens[i - 1]);
    const bool day_after = i + 1 < tokens.size() && day(tokens[i + 1]);
    const std::size_t next = i + (day_after ? 2 : 1);
    const bool with_year = next < tokens.size() && year(tokens[next]);
    const bool verb =
        tokens[i].text == "may" || tokens[i].text == "march" || tokens[i].text == "mars";
    if (!with_year && (verb || !(day_before || day_after))) continue;
    drop[i] = true;
    if (day_before) drop[i - 1] = true;
    if (day_after) drop[i + 1] = true;
  }
  // 2024-05-17, 17.05.2024
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const bool first = year(tokens[i]) && tokens[i + 1].number && tokens[i + 2].number &&
                       day(tokens[i + 1]) && day(tokens[i + 2]);
    const bool last = year(tokens[i + 2]) && tokens[i].number && tokens[i + 1].number &&
                      day(tokens[i]) && day(tokens[i + 1]);
    if (first || last) drop[i] = drop[i + 1] = drop[i + 2] = true;
  }
}

void mark_references(const std::vector<Token>& tokens, std::vector<bool>& drop) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!refers_to_number(tokens[i].text)) continue;
    for (std::size_t k = i + 1; k < tokens.size() && numeral(tokens[k]); ++k) drop[k] = true;
  }
}

// What archives and pages add to the text of a link.
void mark_link_notes(const std::vector<Token>& tokens, std::vector<bool>& drop) {
  for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
    if (tokens[i].text != "opens" || tokens[i + 1].text != "in") continue;
    const std::size_t at = tokens[i + 2].text == "a" ? i + 3 : i + 2;
    if (at + 1 >= tokens.size() || tokens[at].text != "new") continue;
    if (tokens[at + 1].text != "tab" && tokens[at + 1].text != "window") continue;
    for (std::size_t k = i; k <= at + 1; ++k) drop[k] = true;
  }
}

// "4.2.1", "(a)", "iv.", "B)" before the text, as bytes; 0 where the text begins at once.
std::size_t numbering_length(std::string_view text) {
  std::size_t at = 0;
  for (int rounds = 0; rounds < 2; ++rounds) {
    std::size_t i = at;
    const bool open = i < text.size() && (text[i] == '(' || text[i] == '[');
    if (open) ++i;
    const std::size_t begin = i;
    while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.')) ++i;
    bool numbered = i > begin && i - begin <= 9;
    if (!numbered) {
      while (i < text.size() && i - begin < 5 && ((text[i] | 32) >= 'a' && (text[i] | 32) <= 'z'))
        ++i;
      const std::string_view letters = text.substr(begin, i - begin);
      numbered =
          letters.size() == 1 ||
          (letters.size() > 1 && letters.find_first_not_of("ivxIVX") == std::string_view::npos);
      numbered = numbered && i < text.size() && (text[i] == ')' || text[i] == '.');
    }
    if (!numbered) break;
    const bool closed = i < text.size() && (text[i] == ')' || text[i] == ']' || text[i] == '.');
    if (closed) ++i;
    // A bare number may begin a sentence ("30 days after ..."): it needs its point or bracket.
    const bool marked =
        open || closed || text.substr(begin, i - begin).find('.') != std::string_view::npos;
    if (!marked || (i < text.size() && text[i] != ' ' && text[i] != '\t')) break;
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
    at = i;
  }
  return at;
}

std::size_t in_common(const WordHashes& a, const WordHashes& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] < b[k]) {
      ++i;
    } else if (b[k] < a[i]) {
      ++k;
    } else {
      ++count, ++i, ++k;
    }
  }
  return count;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

WordHashes text_words(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text.substr(numbering_length(text)));
  std::vector<bool> drop(tokens.size(), false);
  mark_dates(tokens, drop);
  mark_references(tokens, drop);
  mark_link_notes(tokens, drop);
  WordHashes words;
  words.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!drop[i]) words.push_back(hash_bytes(tokens[i].text));
  }
  return words;
}

std::uint64_t words_key(const WordHashes& words) {
  std::uint64_t key = kHashStart;
  for (const std::uint64_t word : words) key = hash_pair(key, word);
  return key;
}

TextShingles text_shingles(const WordHashes& words) {
  TextShingles result;
  result.words = words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    result.pairs.push_back(hash_pair(words[i], words[i + 1]));
  std::sort(result.words.begin(), result.words.end());
  std::sort(result.pairs.begin(), result.pairs.end());
  return result;
}

double similarity(const TextShingles& a, const TextShingles& b) {
  const double words = share(2 * in_common(a.words, b.words), a.words.size() + b.words.size());
  if (words < 0.2) return words / 2;
  const double pairs = share(2 * in_common(a.pairs, b.pairs), a.pairs.size() + b.pairs.size());
  return (words + pairs) / 2;
}

double containment(const TextShingles& part, const TextShingles& whole) {
  const double words = share(in_common(part.words, whole.words), part.words.size());
  if (part.pairs.empty()) return words;
  return (words + share(in_common(part.pairs, whole.pairs), part.pairs.size())) / 2;
}

}  // namespace fineprint
