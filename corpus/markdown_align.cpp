#include "corpus/markdown_align.h"

#include <algorithm>
#include <cctype>

namespace fineprint {
namespace {

constexpr std::size_t kMaxEntity = 40;
constexpr std::size_t kMaxClosing = 16;  // closing emphasis between a link's text and its "]"

bool is_punctuation(char c) {
  return std::ispunct(static_cast<unsigned char>(c)) != 0;
}
bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
    ++length;
  return std::min(length, text.size());
}

// How many bytes of a literal stand in the source as they are; what may be an entity or an escape
// ends them unless the source is `raw`.
std::size_t same_run(std::string_view literal, std::string_view source, bool raw) {
  std::size_t run = literal.size();
  if (literal != source) {
    const auto differ = std::mismatch(literal.begin(), literal.end(), source.begin()).first;
    run = static_cast<std::size_t>(differ - literal.begin());
  }
  if (raw) return run;
  for (const char mark : {'&', '\\'}) {
    const std::size_t at = source.substr(0, run).find(mark);
    if (at != std::string_view::npos) source = source.substr(0, at);
  }
  return std::min(run, source.size());
}

}  // namespace

void MarkdownAligner::enter(std::size_t begin, std::size_t end) {
  at_ = std::min(begin, source_.size());
  end_ = std::clamp(end, at_, source_.size());
}

// Whether an entity ("&amp;", "&#160;") stands here.
bool MarkdownAligner::at_entity(std::size_t& end) const {
  std::size_t p = at_ + 1;
  if (at(p) == '#') ++p;
  const std::size_t first = p;
  while (p < end_ && p - at_ < kMaxEntity && is_alnum(source_[p])) ++p;
  end = p + 1;
  return p > first && at(p) == ';';
}

void MarkdownAligner::text(std::string_view literal, bool raw, bool bold, Flow* flow) {
  std::size_t done = 0;
  while (done < literal.size()) {
    // The run that stands in the source as it is.
    const std::size_t limit = std::min(literal.size() - done, end_ - at_);
    const std::size_t run = same_run(literal.substr(done, limit), source_.substr(at_, limit), raw);
    if (run > 0) {
      if (flow) flow->text(literal.substr(done, run), at_, bold);
      done += run;
      at_ += run;
      continue;
    }
    if (at_ >= end_) break;
    const std::string_view rest = literal.substr(done);
    const char c = source_[at_];
    std::size_t entity_end = 0;
    if (!raw && c == '&' && at_entity(entity_end) &&
        !rest.starts_with(source_.substr(at_, entity_end - at_))) {
      const std::size_t length = character_length(rest);
      if (flow) flow->converted(rest.substr(0, length), {at_, entity_end}, bold);
      done += length;
      at_ = entity_end;
    } else if (!raw && c == '\\' && is_punctuation(at(at_ + 1)) && at(at_ + 1) == rest[0]) {
      if (flow) flow->text(rest.substr(0, 1), at_ + 1, bold);
      ++done;
      at_ += 2;
    } else if (c == rest[0] || (raw && c == '\n' && rest[0] == ' ')) {
      if (flow) flow->text(rest.substr(0, 1), at_, bold);
      ++done;
      ++at_;
    } else {
      ++at_;
    }
  }
  // Out of step, which no input should bring about: keep the text, point at the block's end.
  if (done < literal.size() && flow) flow->converted(literal.substr(done), {end_, end_}, bold);
}

ByteRange MarkdownAligner::skip_exact(std::string_view literal) {
  const std::size_t found = source_.substr(0, end_).find(literal, at_);
  if (found == std::string_view::npos) return {at_, at_};
  at_ = found + literal.size();
  return {found, at_};
}

ByteRange MarkdownAligner::skip_line_end() {
  const std::size_t begin = at_;
  const std::size_t line_end = source_.substr(0, end_).find('\n', at_);
  if (line_end == std::string_view::npos) return {begin, begin};
  at_ = line_end + 1;
  while (at(at_) == ' ' || at(at_) == '\t' || at(at_) == '>') ++at_;
  return {begin, at_};
}

void MarkdownAligner::skip_target() {
  const auto skip_blanks = [&] {
    while (at_ < end_ && std::isspace(static_cast<unsigned char>(source_[at_])) != 0) ++at_;
  };
  const auto skip_to = [&](char close) {
    for (++at_; at_ < end_ && source_[at_] != close; ++at_)
      if (source_[at_] == '\\') ++at_;
    ++at_;
  };
  ++at_;
  skip_blanks();
  if (at(at_) == '<') {
    skip_to('>');
  } else {
    int depth = 0;
    for (; at_ < end_; ++at_) {
      const char c = source_[at_];
      if (c == '\\')
        ++at_;
      else if (c == '(')
        ++depth;
      else if ((c == ')' && depth-- == 0) || static_cast<unsigned char>(c) <= ' ')
        break;
    }
  }
  skip_blanks();
  const char quote = at(at_);
  if (quote == '"' || quote == '\'')
    skip_to(quote);
  else if (quote == '(')
    skip_to(')');
  skip_blanks();
  if (at(at_) == ')') ++at_;
  at_ = std::min(at_, end_);
}

void MarkdownAligner::skip_link_tail() {
  std::size_t close = at_;
  while (close < end_ && close - at_ < kMaxClosing && source_[close] != ']') ++close;
  if (at(close) != ']') return;
  at_ = close + 1;
  if (at(at_) == '(') {
    skip_target();
  } else if (at(at_) == '[') {
    const std::size_t end = source_.substr(0, end_).find(']', at_);
    if (end != std::string_view::npos) at_ = end + 1;
  }
}

}  // namespace fineprint
