#include "reports/source_region.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace fineprint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kStep = 1024;

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::size_t characters_in(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

SourceIndex::SourceIndex(std::string_view bytes) : bytes_(bytes), utf8_(is_utf8(bytes)) {
  if (bytes.starts_with(kByteOrderMark)) mark_ = kByteOrderMark.size();
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\n') line_starts_.push_back(i + 1);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); i += kStep) {
    counts_.push_back(count);
    count += characters_in(bytes.substr(i, kStep));
  }
}

std::size_t SourceIndex::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::size_t SourceIndex::characters_to(std::size_t offset) const {
  if (counts_.empty()) return 0;
  const std::size_t step = std::min(offset / kStep, counts_.size() - 1);
  const std::size_t count =
      counts_[step] + characters_in(bytes_.substr(step * kStep, offset - step * kStep));
  return mark_ > 0 && offset >= mark_ ? count - 1 : count;
}

int SourceIndex::column_of(std::size_t offset) const {
  return static_cast<int>(characters_to(offset) - characters_to(line_starts_[line_of(offset)])) + 1;
}

SourceRegion SourceIndex::region(ByteRange range) const {
  SourceRegion region;
  region.bytes = range;
  if (bytes_.empty()) return region;
  const std::size_t begin = std::min(range.begin, bytes_.size());
  const std::size_t end = std::clamp(range.end, begin, bytes_.size());
  region.bytes = {begin, end};
  const std::size_t last = end > begin ? end - 1 : begin;
  region.line = static_cast<int>(line_of(begin)) + 1;
  region.end_line = static_cast<int>(line_of(last)) + 1;
  if (!utf8_) return region;
  region.characters = {characters_to(begin), characters_to(end)};
  region.column = column_of(begin);
  // Counted from the start of its line: past a line end it must not fall back to the next one.
  region.end_column =
      static_cast<int>(region.characters.end - characters_to(line_starts_[line_of(last)])) + 1;
  return region;
}

}  // namespace fineprint
