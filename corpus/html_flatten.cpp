#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/html_tree.h"

namespace fineprint {
namespace {

constexpr int kMaxAttributes = 500;
constexpr std::size_t kNameSlots = 1024;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that never hold others, and those whose end tag may be missing: the parser closes them
// itself, so they do not nest without others between.
constexpr std::array<std::string_view, 33> kUncounted = {
    "area",   "base",     "br",     "col",   "embed", "hr",    "img",   "input", "link",
    "meta",   "param",    "source", "track", "wbr",   "p",     "li",    "dt",    "dd",
    "option", "optgroup", "tr",     "td",    "th",    "thead", "tbody", "tfoot", "colgroup",
    "rb",     "rt",       "rp",     "html",  "head",  "body"};
constexpr std::array<std::string_view, 8> kRawText = {"script", "style",   "textarea", "title",
                                                      "xmp",    "noembed", "noframes", "iframe"};

// Scans tags as the HTML tokenizer does, near enough to count how deep they nest.
class Flattener {
 public:
  Flattener(std::string& html, std::size_t max_depth) : html_(html), max_depth_(max_depth) {}

  void run() {
    for (std::size_t at = html_.find('<'); at != std::string::npos; at = html_.find('<', at))
      at = markup(at);
  }

 private:
  struct Slot {
    std::uint32_t open = 0;
    std::uint32_t blanked = 0;
  };

  std::size_t markup(std::size_t at) {
    if (html_.compare(at, 4, "<!--") == 0) return skip_past("-->", at + 2);
    const bool closing = at + 1 < html_.size() && html_[at + 1] == '/';
    const std::size_t name_begin = at + (closing ? 2 : 1);
    if (name_begin >= html_.size() || !is_letter(html_[name_begin])) return at + 1;
    std::size_t end = name_begin;
    while (end < html_.size() && !is_space(html_[end]) && html_[end] != '>' && html_[end] != '/')
      ++end;
    name_.assign(html_, name_begin, std::min<std::size_t>(end - name_begin, 64));
    std::transform(name_.begin(), name_.end(), name_.begin(), lower);
    end = tag_end(end);
    if (closing)
      end_tag(at, end);
    else if (start_tag(at, end) && one_of(kRawText, name_))
      return skip_raw_text(end);
    return end;
  }

  std::size_t skip_past(std::string_view mark, std::size_t from) const {
    const std::size_t found = html_.find(mark, from);
    return found == std::string::npos ? html_.size() : found + mark.size();
  }

  std::size_t skip_raw_text(std::size_t from) const {
    for (std::size_t at = html_.find("</", from); at != std::string::npos;
         at = html_.find("</", at + 2)) {
      const std::string_view rest = std::string_view(html_).substr(at + 2, name_.size());
      if (std::equal(rest.begin(), rest.end(), name_.begin(), name_.end(),
                     [](char a, char b) { return lower(a) == b; }))
        return at;
    }
    return html_.size();
  }

  // The end of the tag whose name ends at `at`; blanks attributes past the limit.
  std::size_t tag_end(std::size_t at) {
    int attributes = 0;
    char previous = ' ';
    for (; at < html_.size() && html_[at] != '>'; ++at) {
      const char c = html_[at];
      if ((c == '"' || c == '\'') && previous == '=') {
        const std::size_t close = html_.find(c, at + 1);
        if (close == std::string::npos) return html_.size();
        if (attributes > kMaxAttributes) blank(at, close + 1);
        at = close;
        previous = ' ';
        continue;
      }
      const bool begins = !is_space(c) && c != '=' && (is_space(previous) || previous == '/');
      if (begins) ++attributes;
      if (attributes > kMaxAttributes) html_[at] = ' ';
      if (!is_space(c) || previous != '=') previous = c;
    }
    return at < html_.size() ? at + 1 : at;
  }

  bool start_tag(std::size_t begin, std::size_t end) {
    if (name_ == "svg" || name_ == "math") foreign_ = true;
    if (one_of(kUncounted, name_)) return true;
    if (foreign_ && end >= 2 && html_[end - 2] == '/') return true;
    Slot& slot = slots_[std::hash<std::string>{}(name_) % kNameSlots];
    if (depth_ >= max_depth_) {
      blank(begin, end);
      ++slot.blanked;
      return false;
    }
    ++depth_;
    ++slot.open;
    return true;
  }

  void end_tag(std::size_t begin, std::size_t end) {
    if (name_ == "svg" || name_ == "math") foreign_ = false;
    Slot& slot = slots_[std::hash<std::string>{}(name_) % kNameSlots];
    if (slot.blanked > 0) {
      blank(begin, end);
      --slot.blanked;
    } else if (slot.open > 0) {
      --slot.open;
      --depth_;
    }
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(html_.begin() + static_cast<std::ptrdiff_t>(begin),
              html_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  std::string& html_;
  std::size_t max_depth_;
  std::size_t depth_ = 0;
  bool foreign_ = false;
  std::string name_;
  std::array<Slot, kNameSlots> slots_{};
};

}  // namespace

void flatten_deep_markup(std::string& html, std::size_t max_depth) {
  Flattener(html, max_depth).run();
}

}  // namespace fineprint
