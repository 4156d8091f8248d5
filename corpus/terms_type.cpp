#include "corpus/terms_type.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/collection.h"

namespace fineprint {
namespace {

struct Alias {
  std::string_view words;  // lower case, single spaces
  std::string_view type;
};

constexpr std::string_view kTerms = "Terms of Service";
constexpr std::string_view kPrivacy = "Privacy Policy";
constexpr std::string_view kProcessor = "Data Processor Agreement";
constexpr std::string_view kAcceptable = "Acceptable Use Policy";
constexpr std::string_view kTrackers = "Trackers Policy";
constexpr std::string_view kCommercial = "Commercial Terms";
constexpr std::string_view kDeveloper = "Developer Terms";
constexpr std::string_view kCommunity = "Community Guidelines";

// Open Terms Archive's names for themselves, and what vendors call the same. A longer name stands
// before the shorter one that it contains.
constexpr std::array<Alias, 108> kAliases = {{
    {"business privacy policy", "Business Privacy Policy"},
    {"enterprise privacy policy", "Business Privacy Policy"},
    {"parent organization privacy policy", "Parent Organization Privacy Policy"},
    {"parent organization terms", "Parent Organization Terms"},
    {"data processor agreement", kProcessor},
    {"data processing agreement", kProcessor},
    {"data processing addendum", kProcessor},
    {"data protection addendum", kProcessor},
    {"data protection agreement", kProcessor},
    {"data processing terms", kProcessor},
    {"accord de traitement des donn\u00e9es", kProcessor},
    {"dpa", kProcessor},
    {"data controller agreement", "Data Controller Agreement"},
    {"commercial terms", kCommercial},
    {"business terms", kCommercial},
    {"enterprise terms", kCommercial},
    {"enterprise agreement", kCommercial},
    {"customer agreement", kCommercial},
    {"master services agreement", kCommercial},
    {"master service agreement", kCommercial},
    {"master subscription agreement", kCommercial},
    {"subscription agreement", kCommercial},
    {"services agreement", kCommercial},
    {"msa", kCommercial},
    {"developer terms", kDeveloper},
    {"developer agreement", kDeveloper},
    {"developer policy", kDeveloper},
    {"api terms of service", kDeveloper},
    {"api terms of use", kDeveloper},
    {"api terms", kDeveloper},
    {"acceptable use policy", kAcceptable},
    {"acceptable usage policy", kAcceptable},
    {"prohibited use policy", kAcceptable},
    {"generative ai prohibited use policy", kAcceptable},
    {"usage policies", kAcceptable},
    {"usage policy", kAcceptable},
    {"use policy", kAcceptable},
    {"content policy", kAcceptable},
    {"aup", kAcceptable},
    {"community guidelines", kCommunity},
    {"community standards", kCommunity},
    {"community rules", kCommunity},
    {"trackers policy", kTrackers},
    {"cookie policy", kTrackers},
    {"cookies policy", kTrackers},
    {"cookie notice", kTrackers},
    {"cookie statement", kTrackers},
    {"politique de cookies", kTrackers},
    {"politique relative aux cookies", kTrackers},
    {"service level agreement", "Service Level Agreement"},
    {"sla", "Service Level Agreement"},
    {"copyright claims policy", "Copyright Claims Policy"},
    {"copyright policy", "Copyright Claims Policy"},
    {"dmca policy", "Copyright Claims Policy"},
    {"dmca", "Copyright Claims Policy"},
    {"law enforcement guidelines", "Law Enforcement Guidelines"},
    {"human rights policy", "Human Rights Policy"},
    {"in-app purchases policy", "In-App Purchases Policy"},
    {"in app purchases policy", "In-App Purchases Policy"},
    {"review guidelines", "Review Guidelines"},
    {"brand guidelines", "Brand Guidelines"},
    {"trademark policy", "Brand Guidelines"},
    {"quality guidelines", "Quality Guidelines"},
    {"return policy", "Return Policy"},
    {"refund policy", "Return Policy"},
    {"complaints policy", "Complaints Policy"},
    {"conditions of carriage", "Conditions of Carriage"},
    {"general conditions of sale", "General Conditions of Sale"},
    {"conditions g\u00e9n\u00e9rales de vente", "General Conditions of Sale"},
    {"terms of sale", "General Conditions of Sale"},
    {"cgv", "General Conditions of Sale"},
    {"marketplace buyers conditions", "Marketplace Buyers Conditions"},
    {"marketplace sellers conditions", "Marketplace Sellers Conditions"},
    {"ranking parameters description", "Ranking Parameters Description"},
    {"vulnerability disclosure policy", "Vulnerability Disclosure Policy"},
    {"imprint", "Imprint"},
    {"impressum", "Imprint"},
    {"mentions l\u00e9gales", "Imprint"},
    {"legal information", "Imprint"},
    {"ad publishing policy", "Ad Publishing Policy"},
    {"advertising content policy", "Advertising Content Policy"},
    {"advertising policy", "Advertising Content Policy"},
    {"single sign-on policy", "Single Sign-On Policy"},
    {"user consent policy", "User Consent Policy"},
    {"social media policy", "Social Media Policy"},
    {"editorial policy", "Editorial Policy"},
    {"platform to business notice", "Platform to Business Notice"},
    {"business mediation policy", "Business Mediation Policy"},
    {"privacy policy", kPrivacy},
    {"privacy notice", kPrivacy},
    {"privacy statement", kPrivacy},
    {"data policy", kPrivacy},
    {"data protection policy", kPrivacy},
    {"politique de confidentialit\u00e9", kPrivacy},
    {"politique de protection des donn\u00e9es", kPrivacy},
    {"datenschutzerkl\u00e4rung", kPrivacy},
    {"privacy", kPrivacy},
    {"terms of service", kTerms},
    {"terms of use", kTerms},
    {"terms and conditions", kTerms},
    {"terms & conditions", kTerms},
    {"user agreement", kTerms},
    {"conditions of use", kTerms},
    {"conditions g\u00e9n\u00e9rales d'utilisation", kTerms},
    {"conditions d'utilisation", kTerms},
    {"nutzungsbedingungen", kTerms},
    {"tos", kTerms},
    {"terms", kTerms},
}};

// Lower case; runs of spaces, underscores and, between words, hyphens are one space.
std::string words_of(std::string_view text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (text.substr(i).starts_with("\u2019")) {
      c = '\'';
      i += 2;
    }
    const bool gap = c == ' ' || c == '_' || c == '\t' || c == '\n' || c == '-';
    if (!gap)
      words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

std::string hyphens_to_spaces(std::string_view words) {
  std::string result(words);
  std::replace(result.begin(), result.end(), '-', ' ');
  return result;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// The place of `words` in `text` as whole words, or npos.
std::size_t find_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) &&
        (end == text.size() || !is_word_byte(text[end])))
      return at;
  }
  return std::string_view::npos;
}

std::vector<std::string_view> split_title(std::string_view title) {
  static constexpr std::array<std::string_view, 7> kSeparators = {
      " | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " :: ", ": "};
  std::vector<std::string_view> pieces{title};
  for (const std::string_view separator : kSeparators) {
    std::vector<std::string_view> next;
    for (std::string_view piece : pieces) {
      for (std::size_t at; (at = piece.find(separator)) != std::string_view::npos;) {
        next.push_back(trim(piece.substr(0, at)));
        piece.remove_prefix(at + separator.size());
      }
      next.push_back(trim(piece));
    }
    pieces = std::move(next);
  }
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
  return pieces;
}

std::string without_joining_words(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kEdges = {"for ", "of ",  "the ",
                                                             "'s",   "our ", "\u2019s"};
  text = trim(text);
  for (const std::string_view edge : kEdges) {
    if (text.starts_with(edge)) text.remove_prefix(edge.size());
    if (text.ends_with(edge)) text.remove_suffix(edge.size());
  }
  return std::string(trim(text));
}

}  // namespace

bool is_known_terms_type(std::string_view name) {
  const std::string words = words_of(name);
  return std::any_of(kAliases.begin(), kAliases.end(),
                     [&](const Alias& alias) { return words == hyphens_to_spaces(alias.words); });
}

std::string normalise_terms_type(std::string_view name) {
  const std::string words = words_of(name);
  for (const Alias& alias : kAliases)
    if (words == hyphens_to_spaces(alias.words)) return std::string(alias.type);
  return std::string(trim(name));
}

TitleParts read_title(std::string_view title) {
  TitleParts parts;
  for (const std::string_view piece : split_title(title)) {
    const std::string words = words_of(piece);
    bool names_type = false;
    for (const Alias& alias : kAliases) {
      const std::string known = hyphens_to_spaces(alias.words);
      const std::size_t at = find_words(words, known);
      if (at == std::string::npos) continue;
      names_type = true;
      if (!parts.type.empty()) break;
      parts.type = alias.type;
      // "Acme Privacy Policy": the rest of the piece may name the vendor. The spelling is the
      // title's own where the words line up with it.
      const std::string_view own = piece.size() == words.size() ? piece : std::string_view(words);
      if (at > 0)
        parts.vendor = without_joining_words(own.substr(0, at));
      else
        parts.vendor = without_joining_words(own.substr(known.size()));
      if (parts.vendor.size() > 40) parts.vendor.clear();
      break;
    }
    if (!names_type && (parts.vendor.empty() || parts.type.empty()) && piece.size() <= 40)
      parts.vendor = piece;
  }
  if (parts.type.empty()) parts.vendor.clear();
  return parts;
}

}  // namespace fineprint
