#include "corpus/page_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <unordered_map>
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

constexpr std::array<std::string_view, 9> kFurnitureRoles = {
    "navigation", "banner", "contentinfo", "search", "dialog",
    "alertdialog", "menu",  "menubar",     "complementary"};

// Words of class and id names that mark what stands around a document.
constexpr std::array<std::string_view, 33> kFurnitureWords = {
    "cookie",    "cookies",    "cookiebot",   "onetrust",   "didomi",   "breadcrumb",  "breadcrumbs",
    "sidebar",   "sidenav",    "navbar",      "nav",        "navigation", "menu",      "menubar",
    "footer",    "share",      "sharing",     "social",     "related",  "newsletter",  "subscribe",
    "skip",      "pagination", "popup",       "modal",      "comments", "banner",      "topbar",
    "toc",       "consent",    "advert",      "masthead",   "feedback"};

// Words that mark sections which a click unfolds: hidden at first, and yet part of the document.
constexpr std::array<std::string_view, 12> kUnfoldingWords = {
    "accordion", "collapse", "collapsible", "collapsed", "panel",  "tab",
    "tabpanel",  "toggle",   "expand",      "expandable", "faq",   "details"};

std::string_view attribute(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

// Calls `use` with each word of a class or id list: "site-header NavBar" is site, header, nav, bar
// and navbar.
template <typename Use>
void for_each_word(std::string_view names, Use use) {
  std::string word;
  std::string compound;
  const auto flush = [&](std::string& text) {
    if (!text.empty()) use(std::string_view(text));
    text.clear();
  };
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z')) {
      const bool whole = word == compound;
      flush(word);
      if (!letter) {
        if (!whole) flush(compound);
        compound.clear();
      }
    }
    if (letter) {
      word += upper ? static_cast<char>(c + 32) : c;
      compound += word.back();
    }
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

bool unfolds(pugi::xml_node node) {
  const std::string_view role = attribute(node, "role");
  return role == "region" || role == "tabpanel" || named(node, kUnfoldingWords);
}

bool is_hidden(pugi::xml_node node) {
  const std::string_view style = attribute(node, "style");
  const bool hidden = node.attribute("hidden") || attribute(node, "aria-hidden") == "true" ||
                      style_is(style, "display", "none") || style_is(style, "visibility", "hidden");
  return hidden && !unfolds(node) && !unfolds(node.parent());
}

std::size_t visible_length(const char* text) {
  std::size_t length = 0;
  for (; *text; ++text)
    if (static_cast<unsigned char>(*text) > ' ') ++length;
  return length;
}

// How much text an element holds.
struct Measure {
  std::size_t text = 0;      // bytes without white space
  std::size_t linked = 0;    // of these, inside links
  std::size_t links = 0;
  bool has_main = false;     // holds <main>, <article> or <h1>
};

using Measures = std::unordered_map<const void*, Measure>;

bool is_element(pugi::xml_node node, std::string_view name) { return name == node.name(); }

Measure measure(pugi::xml_node node, bool in_link, Measures& all) {
  Measure sum;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) {
      const std::size_t length = visible_length(child.value());
      sum.text += length;
      if (in_link) sum.linked += length;
    } else if (child.type() == pugi::node_element) {
      const bool link = is_element(child, "a") && child.attribute("href");
      const Measure part = measure(child, in_link || link, all);
      sum.text += part.text;
      sum.linked += part.linked;
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

class Pruner {
 public:
  explicit Pruner(pugi::xml_node root) : root_(root) {}

  void run() {
    remove_if(root_, [](pugi::xml_node node) {
      return one_of(kNeverText, node.name()) || is_hidden(node) || is_mere_control(node);
    });
    total_ = measure(root_, false, measures_).text;
    remove_if(root_, [this](pugi::xml_node node) { return is_furniture(node); });
  }

 private:
  template <typename Predicate>
  static void remove_if(pugi::xml_node node, Predicate predicate) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (child.type() == pugi::node_element) {
        if (predicate(child)) node.remove_child(child);
        else remove_if(child, predicate);
      }
      child = next;
    }
  }

  bool is_furniture(pugi::xml_node node) const {
    const auto found = measures_.find(node.internal_object());
    if (found == measures_.end()) return false;
    const Measure& size = found->second;
    if (size.text == 0) return false;
    const bool small = size.text * 10 < total_ * 3;
    const bool linked = size.linked * 10 > size.text * 4;
    const std::string_view name = node.name();
    const std::string_view role = attribute(node, "role");
    if (name == "body" || name == "main" || name == "article" || role == "main") return false;
    if (!small) return false;
    if (name == "footer" || role == "contentinfo" || name == "aside") return true;
    if (name == "header" || role == "banner") return linked || !size.has_main;
    if (one_of(kFurnitureRoles, role)) return true;
    if (named(node, kFurnitureWords)) return !size.has_main || linked;
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
};

// Text outside links, the measure of running text.
std::size_t prose(const Measure& size) { return size.text - size.linked; }

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

void remove_furniture(pugi::xml_node root) { Pruner(root).run(); }

pugi::xml_node main_content(pugi::xml_node root) {
  Measures measures;
  const std::size_t total = prose(measure(root, false, measures));
  pugi::xml_node best = root;
  for (bool descended = true; descended;) {
    descended = false;
    for (const pugi::xml_node child : best.children()) {
      if (child.type() != pugi::node_element) continue;
      if (prose(measures[child.internal_object()]) * 100 < total * 92) continue;
      best = child;
      descended = true;
      break;
    }
  }
  // Not inside a paragraph or a list: its siblings are of the same kind.
  return best;
}

}  // namespace fineprint
