#include "corpus/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <vector>

#include "corpus/arena.h"
#include "corpus/reader.h"

namespace fineprint {
namespace {

constexpr std::size_t kMemoryBase = 64u << 20;
constexpr std::size_t kMemoryPerByte = 64;

// The memory of one parse. gumbo cannot pass an error up through its C code and frees its tree
// by recursion; an arena answers both: out of budget it jumps out, and it is freed as a whole.
struct ParseMemory {
  Arena arena;
  std::jmp_buf spent;

  static void* allocate(void* self, std::size_t size) {
    auto* memory = static_cast<ParseMemory*>(self);
    void* result = memory->arena.allocate(size);
    if (result == nullptr) std::longjmp(memory->spent, 1);
    return result;
  }
  static void release(void*, void*) {}
};

// nullptr when the budget is spent. No object with a destructor lives between the jump's ends.
GumboOutput* parse(ParseMemory& memory, const char* text, std::size_t length) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &ParseMemory::allocate;
  options.deallocator = &ParseMemory::release;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.spent) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text, length);
}

}  // namespace

class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder(HtmlTree& tree, const char* base, std::size_t max_depth)
      : tree_(tree), base_(base), max_depth_(max_depth) {}

  void build(const GumboNode* root) {
    std::vector<Pending> pending{{root, tree_.document_, 0}};
    while (!pending.empty()) {
      Pending next = pending.back();
      pending.pop_back();
      if (next.from->type == GUMBO_NODE_ELEMENT || next.from->type == GUMBO_NODE_TEMPLATE) {
        const bool deep = next.depth >= max_depth_;
        pugi::xml_node element = deep ? next.to : add_element(next);
        const GumboVector& children = next.from->v.element.children;
        for (unsigned i = children.length; i-- > 0;)
          pending.push_back({static_cast<const GumboNode*>(children.data[i]), element,
                             deep ? next.depth : next.depth + 1});
      } else if (next.from->type != GUMBO_NODE_COMMENT && next.from->type != GUMBO_NODE_DOCUMENT) {
        add_text(next);
      }
    }
  }

 private:
  struct Pending {
    const GumboNode* from;
    pugi::xml_node to;
    std::size_t depth;
  };

  static pugi::xml_node add_element(Pending next) {
    const GumboElement& from = next.from->v.element;
    pugi::xml_node element = next.to.append_child(pugi::node_element);
    if (from.tag != GUMBO_TAG_UNKNOWN) {
      element.set_name(gumbo_normalized_tagname(from.tag));
    } else {
      GumboStringPiece name = from.original_tag;
      gumbo_tag_from_original_text(&name);
      std::string lowered(name.data ? name.data : "", name.data ? name.length : 0);
      for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      element.set_name(lowered.c_str());
    }
    for (unsigned i = 0; i < from.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(from.attributes.data[i]);
      element.append_attribute(attribute->name).set_value(attribute->value);
    }
    return element;
  }

  void add_text(Pending next) {
    const GumboText& from = next.from->v.text;
    pugi::xml_node text = next.to.append_child(pugi::node_pcdata);
    text.set_value(from.text);
    const std::size_t size = tree_.source_.size();
    const char* const data = from.original_text.data;
    const bool known = data >= base_ && data <= base_ + size;
    const std::size_t begin = known ? static_cast<std::size_t>(data - base_) : size;
    tree_.texts_.emplace(text.internal_object(),
                         ByteRange{begin, std::min(size, begin + from.original_text.length)});
  }

  HtmlTree& tree_;
  const char* base_;
  std::size_t max_depth_;
};

HtmlTree::HtmlTree(std::string_view source, std::size_t max_depth) : source_(source) {
  std::string text(source);
  flatten_deep_markup(text, max_depth);
  ParseMemory memory{Arena(kMemoryBase + kMemoryPerByte * text.size()), {}};
  const GumboOutput* output = parse(memory, text.data(), text.size());
  if (output == nullptr) throw UnreadableInput("broken HTML: its elements never close");
  texts_.reserve(text.size() / 256);
  HtmlTreeBuilder(*this, text.data(), max_depth).build(output->root);
}

namespace {

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

// A parsed text node and its source side by side; both only move forward.
class TextAligner {
 public:
  TextAligner(std::string_view text, std::string_view source, ByteRange range, bool bold,
              Flow& flow)
      : text_(text), source_(source), at_(range.begin), end_(range.end), bold_(bold), flow_(flow) {}

  void run() {
    while (done_ < text_.size() && at_ < end_) {
      if (copy_run()) continue;
      const char c = source_[at_];
      if (c == '&')
        reference();
      else if (c == '\r')
        line_end();
      else if (c == '<' && text_[done_] != '<')
        skip_tag();
      else if (c == text_[done_])
        copy(1);
      else
        ++at_;
    }
    if (done_ < text_.size()) flow_.converted(text_.substr(done_), {end_, end_}, bold_);
  }

 private:
  bool copy_run() {
    const std::size_t limit = std::min(text_.size() - done_, end_ - at_);
    std::size_t run = 0;
    while (run < limit && source_[at_ + run] == text_[done_ + run] && source_[at_ + run] != '&')
      ++run;
    if (run > 0) copy(run);
    return run > 0;
  }

  void copy(std::size_t length) {
    flow_.text(text_.substr(done_, length), at_, bold_);
    done_ += length;
    at_ += length;
  }

  void line_end() {
    const std::size_t length = at_ + 1 < end_ && source_[at_ + 1] == '\n' ? 2 : 1;
    if (text_[done_] == '\n') {
      flow_.space({at_, at_ + length});
      ++done_;
    }
    at_ += length;
  }

  void skip_tag() {
    const std::size_t close = source_.substr(0, end_).find('>', at_);
    at_ = close == std::string_view::npos ? end_ : close + 1;
  }

  // "&amp;", "&#160;", "&copy" or an ampersand that is only one.
  void reference() {
    std::size_t end = at_ + 1;
    if (end < end_ && source_[end] == '#') ++end;
    while (end < end_ && is_name_character(source_[end])) ++end;
    const bool closed = end < end_ && source_[end] == ';';
    const std::string_view rest = text_.substr(done_);
    if (end == at_ + 1 || rest.starts_with(source_.substr(at_, end - at_ + (closed ? 1 : 0)))) {
      if (rest[0] == '&') return copy(1);
      ++at_;
      return;
    }
    std::size_t length = character_length(rest);
    if (closed) {
      ++end;
    } else if (source_[at_ + 1] != '#') {
      end = unclosed_end(rest.substr(length), end);
    }
    // A few references stand for two characters; the second is a combining one.
    const std::string_view after = rest.substr(length);
    if (closed && !after.empty() && static_cast<unsigned char>(after[0]) >= 0x80 && end < end_ &&
        source_[end] != after[0] && source_[end] != '&')
      length += character_length(after);
    flow_.converted(rest.substr(0, length), {at_, end}, bold_);
    done_ += length;
    at_ = end;
  }

  // "&copyright" is "&copy" and "right": where the source goes on as the text does.
  std::size_t unclosed_end(std::string_view after, std::size_t end) const {
    const std::size_t probe = std::min<std::size_t>(after.size(), 4);
    for (std::size_t at = at_ + 3; at < end; ++at)
      if (source_.substr(at, probe) == after.substr(0, probe)) return at;
    return end;
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t done_ = 0;
  std::size_t at_;
  std::size_t end_;
  bool bold_;
  Flow& flow_;
};

}  // namespace

void HtmlTree::read_text(pugi::xml_node text, bool bold, Flow& flow) const {
  const auto found = texts_.find(text.internal_object());
  if (found == texts_.end()) return;
  TextAligner(text.value(), source_, found->second, bold, flow).run();
}

}  // namespace fineprint
