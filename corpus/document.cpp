#include "corpus/document.h"

#include <algorithm>
#include <utility>

namespace fineprint {

void SourceMap::append(std::size_t length, ByteRange source) {
  if (length == 0) return;
  const std::size_t begin = text_length();
  const Segment next{begin, length, source};
  if (!segments_.empty()) {
    Segment& last = segments_.back();
    if (last.byte_for_byte() && next.byte_for_byte() && last.source.end == source.begin) {
      last.text_length += length;
      last.source.end = source.end;
      return;
    }
  }
  segments_.push_back(next);
}

void SourceMap::append(const SourceMap& next) {
  segments_.reserve(segments_.size() + next.segments_.size());
  for (const Segment& segment : next.segments_) append(segment.text_length, segment.source);
}

void SourceMap::remove_prefix(std::size_t length) {
  const std::vector<Segment> segments = std::move(segments_);
  segments_.clear();
  for (const Segment& segment : segments) {
    if (segment.text_end() <= length) continue;
    const std::size_t cut = length > segment.text_begin ? length - segment.text_begin : 0;
    const std::size_t skipped = segment.byte_for_byte() ? cut : 0;
    append(segment.text_length - cut, {segment.source.begin + skipped, segment.source.end});
  }
}

void SourceMap::truncate(std::size_t length) {
  while (!segments_.empty() && segments_.back().text_begin >= length) segments_.pop_back();
  if (segments_.empty() || segments_.back().text_end() <= length) return;
  Segment& last = segments_.back();
  const std::size_t kept = length - last.text_begin;
  if (last.byte_for_byte()) last.source.end = last.source.begin + kept;
  last.text_length = kept;
}

void SourceMap::shift_source(std::size_t offset) {
  for (Segment& segment : segments_) {
    segment.source.begin += offset;
    segment.source.end += offset;
  }
}

std::size_t SourceMap::text_length() const {
  return segments_.empty() ? 0 : segments_.back().text_end();
}

std::size_t SourceMap::find(std::size_t text) const {
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), text,
                       [](std::size_t at, const Segment& s) { return at < s.text_begin; });
  return after == segments_.begin() ? 0 : static_cast<std::size_t>(after - segments_.begin()) - 1;
}

ByteRange SourceMap::to_source(ByteRange text) const {
  if (segments_.empty()) return {};
  const std::size_t end_of_text = text_length();
  if (text.begin >= end_of_text) {
    const std::size_t end = segments_.back().source.end;
    return {end, end};
  }
  const std::size_t last_byte =
      std::max(text.begin, std::min(text.end, end_of_text) - (text.end > 0 ? 1 : 0));
  const Segment& first = segments_[find(text.begin)];
  const Segment& last = segments_[find(last_byte)];
  ByteRange source{first.source.begin, last.source.end};
  if (first.byte_for_byte()) source.begin += text.begin - first.text_begin;
  if (last.byte_for_byte()) source.end = last.source.begin + (last_byte - last.text_begin) + 1;
  return source;
}

SourceMap SourceMap::through(const SourceMap& outer) const {
  SourceMap result;
  if (outer.segments_.empty()) return result;
  for (const Segment& segment : segments_) {
    if (!segment.byte_for_byte()) {
      result.append(segment.text_length, outer.to_source(segment.source));
      continue;
    }
    // Cut at the outer segments, so that what both map byte for byte stays so.
    std::size_t at = segment.source.begin;
    for (std::size_t i = outer.find(at); at < segment.source.end; ++i) {
      const bool is_last = i + 1 == outer.segments_.size();
      const std::size_t end = is_last ? segment.source.end
                                      : std::min(segment.source.end, outer.segments_[i].text_end());
      if (end > at) result.append(end - at, outer.to_source({at, end}));
      at = end;
    }
  }
  return result;
}

std::vector<std::string_view> section_path(const Document& document, const Block& block) {
  std::vector<std::string_view> path;
  for (int at = block.section; at != kNone;
       at = document.blocks[static_cast<std::size_t>(at)].section)
    path.push_back(document.blocks[static_cast<std::size_t>(at)].text);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace fineprint
