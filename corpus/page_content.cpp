#include "corpus/page_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fineprint {
namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 31> kNeverText = {
    "script", "style",  "template", "noscript", "svg",    "math",     "iframe",   "frame",
    "object", "embed",  "canvas",   "video",    "audio",  "map",      "link",     "meta",
    "base",   "input",  "select",   "textarea", "option", "datalist", "progress", "meter",
    "img",    "source", "track",    "picture",  "applet", "param",    "nav"};

constexpr std::array<std::string_view, 15> kFurnitureRoles = {
    "listbox", "option",      "combobox", "tooltip",     "toolbar",
    "slider",  "navigation",  "banner",   "contentinfo", "search",
    "dialog",  "alertdialog", "menu",     "menubar",     "complementary"};

// Words of class and id names that mark what stands around a document: lists of links ...
constexpr std::array<std::string_view, 23> kLinkWords = {
    "breadcrumb", "breadcrumbs", "sidebar",  "sidenav", "navbar",   "nav",
    "navigation", "menu",        "menubar",  "share",   "sharing",  "social",
    "related",    "pagination",  "topbar",   "toc",     "masthead", "subnav",
    "footer",     "header",      "dropdown", "tabs",    "languages"};
// ... and what a site lays over its pages.
constexpr std::array<std::string_view, 18> kOverlayWords = {
    "cookie", "cookies", "cookiebot", "onetrust", "didomi",     "consent",
    "popup",  "modal",   "overlay",   "banner",   "newsletter", "subscribe",
    "skip",   "footer",  "advert",    "toast",    "drawer",     "feedback"};

// Words that mark sections which a click unfolds: hidden at first, and yet part of the document.
constexpr std::array<std::string_view, 12> kUnfoldingWords = {
    "accordion", "collapse", "collapsible", "collapsed",  "panel", "tab",
    "tabpanel",  "toggle",   "expand",      "expandable", "faq",   "details"};

constexpr std::size_t kMainShare = 92;   // percent of the running text that makes an element main
constexpr std::size_t kLeadingRun = 40;  // bytes of prose that make a document's first section
constexpr std::size_t kMaxDateline = 120;
constexpr std::size_t kTrailingRun = 150;  // ... or its last

std::string_view attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

// Calls `use` with each word of a class or id: "site-NavBar" is site, nav, bar and all
// of it joined. Names of the utility kind ("md:toc-visible:w-4") say nothing.
template <typename Use>
void for_each_word_of_name(std::string_view names, Use use) {
  if (names.find_first_of(":[") != std::string_view::npos) return;
  std::string word;
  std::string whole;
  const auto flush = [&] {
    if (!word.empty()) use(std::string_view(word));
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z')) flush();
    if (!letter) continue;
    word += upper ? static_cast<char>(c + 32) : c;
    whole += word.back();
  }
  if (word == whole) return flush();
  flush();
  use(std::string_view(whole));
}

template <typename Use>
void for_each_word(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n\r"), names.size());
    for_each_word_of_name(names.substr(0, end), use);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

template <std::size_t N>
bool named(pugi::xml_node node, const std::array<std::string_view, N>& words) {
  bool found = false;
  const auto look = [&](std::string_view word) { found = found || one_of(words, word); };
  for_each_word(attribute(node, "class"), look);
  for_each_word(attribute(node, "id"), look);
  return found;
}

std::size_t visible_length(const char* text) {
  std::size_t length = 0;
  for (; *text; ++text)
    if (static_cast<unsigned char>(*text) > ' ') ++length;
  return length;
}

bool is_prose(std::string_view text) {
  return text.find_first_of(".:;") != std::string_view::npos ||
         text.find("\u3002") != std::string_view::npos;
}

// How much text an element holds.
struct Measure {
  std::size_t text = 0;     // bytes without white space
  std::size_t linked = 0;   // of these, inside links
  std::size_t running = 0;  // of these, in pieces outside links that have a sentence's end
  std::size_t links = 0;
  bool has_main = false;  // holds <main>, <article> or <h1>
};

using Measures = std::unordered_map<const void*, Measure>;

bool is_element(pugi::xml_node node, std::string_view name) {
  return name == node.name();
}

Measure measure(pugi::xml_node node, bool in_link, Measures& all) {
  Measure sum;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      const std::size_t length = visible_length(child.value());
      sum.text += length;
      if (in_link)
        sum.linked += length;
      else if (is_prose(child.value()))
        sum.running += length;
    } else if (child.type() == pugi::node_element) {
      const bool link = is_element(child, "a") && child.attribute("href");
      const Measure part = measure(child, in_link || link, all);
      sum.text += part.text;
      sum.linked += part.linked;
      sum.running += part.running;
      sum.links += part.links + (link ? 1 : 0);
      sum.has_main = sum.has_main || part.has_main || is_element(child, "main") ||
                     is_element(child, "article") || is_element(child, "h1");
    }
  }
  all[node.internal_object()] = sum;
  return sum;
}

// A button goes, unless it is the head of a section that it unfolds.
bool is_mere_control(pugi::xml_node node) {
  if (!is_element(node, "button") && attribute(node, "role") != "button") return false;
  if (node.attribute("aria-expanded") || node.attribute("aria-controls")) return false;
  for (pugi::xml_node up = node.parent(); up; up = up.parent()) {
    const std::string_view name = up.name();
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return false;
    if (named(up, kUnfoldingWords)) return false;
  }
  return is_element(node, "button");
}

// Text outside links, the measure of running text.
std::size_t prose(const Measure& size) {
  return size.text - size.linked;
}

// Names of text that only screen readers read out: "(opens in a new window)".
constexpr std::array<std::string_view, 4> kUnseenWords = {"sronly", "visuallyhidden",
                                                          "screenreader", "unseen"};
constexpr std::size_t kMaxUnseen = 60;

bool is_inside_document(pugi::xml_node node) {
  for (pugi::xml_node up = node.parent(); up; up = up.parent())
    if (is_element(up, "main") || is_element(up, "article")) return true;
  return false;
}

class Pruner {
 public:
  explicit Pruner(pugi::xml_node root) : root_(root) {}

  void run() {
    remove_if(root_, [](pugi::xml_node node) { return one_of(kNeverText, node.name()); });
    measure_all();
    collect_unfolding(root_);
    remove_if(root_,
              [this](pugi::xml_node node) { return is_hidden(node) || is_mere_control(node); });
    measure_all();
    count_words(root_);
    remove_if(root_, [this](pugi::xml_node node) { return is_furniture(node); });
  }

 private:
  template <typename Predicate>
  static void remove_if(pugi::xml_node node, Predicate predicate) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (child.type() == pugi::node_element) {
        if (predicate(child))
          node.remove_child(child);
        else
          remove_if(child, predicate);
      }
      child = next;
    }
  }

  void measure_all() {
    measures_.clear();
    total_ = prose(measure(root_, false, measures_));
  }

  const Measure& size_of(pugi::xml_node node) const {
    static const Measure kNothing;
    const auto found = measures_.find(node.internal_object());
    return found == measures_.end() ? kNothing : found->second;
  }

  // The ids of what buttons and links unfold.
  void collect_unfolding(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.attribute("aria-expanded"))
        unfolding_.insert(std::string(attribute(child, "aria-controls")));
      collect_unfolding(child);
    }
  }

  bool unfolds(pugi::xml_node node) const {
    const std::string_view role = attribute(node, "role");
    if (role == "dialog" || role == "alertdialog") return false;
    const bool known = role == "region" || role == "tabpanel" ||
                       unfolding_.contains(std::string(attribute(node, "id"))) ||
                       named(node, kUnfoldingWords) || named(node.parent(), kUnfoldingWords);
    // A menu unfolds too.
    const Measure& size = size_of(node);
    return known && size.linked * 10 <= size.text * 3;
  }

  bool is_hidden(pugi::xml_node node) const {
    const std::string_view style = attribute(node, "style");
    const bool hidden = node.attribute("hidden") || attribute(node, "aria-hidden") == "true" ||
                        style_is(style, "display", "none") ||
                        style_is(style, "visibility", "hidden");
    if (hidden) return !unfolds(node);
    return named(node, kUnseenWords) && prose(size_of(node)) <= kMaxUnseen;
  }

  // How much running text each word of a name marks.
  void count_words(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::size_t size = prose(size_of(child));
      const auto count = [&](std::string_view word) {
        if (one_of(kLinkWords, word) || one_of(kOverlayWords, word))
          marked_[std::string(word)] += size;
      };
      if (size * 10 < total_ * 3) {
        for_each_word(attribute(child, "class"), count);
        for_each_word(attribute(child, "id"), count);
      }
      count_words(child);
    }
  }

  // Whether the element's name has one of the words, and the word does not mark much of this
  // page's text: "cookie-section" is furniture, but not in a cookie policy.
  template <std::size_t N>
  bool marked(pugi::xml_node node, const std::array<std::string_view, N>& words) const {
    bool found = false;
    const auto look = [&](std::string_view word) {
      if (found || !one_of(words, word)) return;
      const auto count = marked_.find(std::string(word));
      found = count == marked_.end() || count->second * 5 < total_;
    };
    for_each_word(attribute(node, "class"), look);
    for_each_word(attribute(node, "id"), look);
    return found;
  }

  bool is_furniture(pugi::xml_node node) const {
    const Measure& size = size_of(node);
    const std::string_view name = node.name();
    const std::string_view role = attribute(node, "role");
    if (size.text == 0 || name == "body" || name == "main" || name == "article" || role == "main")
      return false;
    if (prose(size) * 10 >= total_ * 3) return false;
    const bool linked = size.linked * 10 > size.text * 3;
    if (name == "header" || role == "banner")
      return linked || (!size.has_main && !is_inside_document(node));
    if (name == "footer" || name == "aside" || role == "contentinfo")
      return linked || !is_inside_document(node);
    if (one_of(kFurnitureRoles, role)) return true;
    if (marked(node, kLinkWords) && (linked || prose(size) < 100)) return !size.has_main || linked;
    if (marked(node, kOverlayWords)) return !size.has_main;
    return is_contents(node, size);
  }

  // A list of links, as a table of contents or a menu is.
  static bool is_contents(pugi::xml_node node, const Measure& size) {
    if (size.links < 4 || size.linked * 10 < size.text * 9) return false;
    return is_element(node, "ul") || is_element(node, "ol") || is_element(node, "div");
  }

  pugi::xml_node root_;
  Measures measures_;
  std::size_t total_ = 0;
  std::unordered_set<std::string> unfolding_;
  std::unordered_map<std::string, std::size_t> marked_;
};

// The length of the longest piece of text outside links that has a sentence in it.
std::size_t longest_prose(pugi::xml_node node) {
  std::size_t longest = 0;
  for (const pugi::xml_node child : node.children()) {
    const bool link = is_element(child, "a") && child.attribute("href");
    if (link) continue;
    const bool text = child.type() == pugi::node_pcdata && is_prose(child.value());
    longest = std::max(longest, text ? visible_length(child.value()) : longest_prose(child));
  }
  return longest;
}

// "Effective: July 31, 2025", "Stand: 1.1.2024": a short text with a year in it.
bool is_dateline(pugi::xml_node node, const Measure& size) {
  if (size.text > kMaxDateline) return false;
  const std::string_view text = node.child_value();
  const std::size_t year = text.find("20");
  if (year != std::string_view::npos && year + 4 <= text.size() &&
      text.find_first_not_of("0123456789", year) >= year + 4)
    return true;
  for (const pugi::xml_node child : node.children())
    if (is_dateline(child, size)) return true;
  return false;
}

// What stands before the main element may be the document's title and date, or its first section;
// what stands after it, its last. Everything else there is the site's.
bool belongs_to_document(pugi::xml_node node, bool before, const Measure& size) {
  if (before && is_dateline(node, size)) return true;
  if (size.linked * 10 > size.text * 4) return false;
  if (before && size.has_main) return true;
  return longest_prose(node) >= (before ? kLeadingRun : kTrailingRun);
}

void remove_surroundings(pugi::xml_node root, pugi::xml_node main, Measures& measures) {
  for (pugi::xml_node at = main; at && at != root; at = at.parent()) {
    bool before = true;
    for (pugi::xml_node sibling = at.parent().first_child(); sibling;) {
      const pugi::xml_node next = sibling.next_sibling();
      if (sibling == at)
        before = false;
      else if (sibling.type() == pugi::node_element && !is_element(sibling, "h1") &&
               !belongs_to_document(sibling, before, measures[sibling.internal_object()]))
        at.parent().remove_child(sibling);
      sibling = next;
    }
  }
}

}  // namespace

bool style_is(std::string_view style, std::string_view property, std::string_view value) {
  const auto trim = [](std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
  };
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view rule = style.substr(0, end);
    const std::size_t colon = rule.find(':');
    if (colon != std::string_view::npos && trim(rule.substr(0, colon)) == property &&
        trim(rule.substr(colon + 1)).starts_with(value))
      return true;
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return false;
}

void remove_furniture(pugi::xml_node root) {
  Pruner(root).run();
}

void isolate_main_content(pugi::xml_node root) {
  Measures measures;
  const std::size_t total = measure(root, false, measures).running;
  pugi::xml_node best = root;
  for (bool descended = total > 0; descended;) {
    descended = false;
    for (const pugi::xml_node child : best.children()) {
      if (child.type() != pugi::node_element || is_element(child, "head")) continue;
      if (measures[child.internal_object()].running * 100 < total * kMainShare) continue;
      best = child;
      descended = true;
      break;
    }
  }
  remove_surroundings(root, best, measures);
}

}  // namespace fineprint
