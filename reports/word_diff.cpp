#include "reports/word_diff.h"

#include <algorithm>
#include <cstddef>

namespace fineprint {
namespace {

using Words = std::vector<std::string_view>;

constexpr int kMostEdits = 2000;  // the edit script takes memory in the square of this

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The bytes of the character at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() &&
         (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

// Ideographs and kana, by their first UTF-8 byte: U+3000 to U+9FFF.
bool ideograph(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xE3 && first <= 0xE9;
}

// Each word with the blanks that follow it.
Words split_words(std::string_view text) {
  Words words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (ideograph(text, at)) {
      at += character_length(text, at);
    } else {
      while (at < text.size() && !blank(text[at]) && (at == begin || !ideograph(text, at)))
        at += character_length(text, at);
    }
    while (at < text.size() && blank(text[at])) ++at;
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string_view without_blanks(std::string_view word) {
  while (!word.empty() && blank(word.back())) word.remove_suffix(1);
  return word;
}

bool same_word(std::string_view a, std::string_view b) {
  return without_blanks(a) == without_blanks(b);
}

// Collects runs; removed words go before added ones until the next common word.
class Runs {
 public:
  void add(WordChange change, std::string_view word) {
    if (change == WordChange::kSame) flush();
    switch (change) {
      case WordChange::kSame:
        append(WordChange::kSame, word);
        break;
      case WordChange::kRemoved:
        removed_ += word;
        break;
      case WordChange::kAdded:
        added_ += word;
        break;
    }
  }
  std::vector<WordRun> take() {
    flush();
    return std::move(runs_);
  }

 private:
  void flush() {
    if (!removed_.empty()) append(WordChange::kRemoved, removed_);
    if (!added_.empty()) append(WordChange::kAdded, added_);
    removed_.clear();
    added_.clear();
  }
  void append(WordChange change, std::string_view text) {
    if (runs_.empty() || runs_.back().change != change) runs_.push_back({change, ""});
    runs_.back().text += text;
  }

  std::vector<WordRun> runs_;
  std::string removed_;
  std::string added_;
};

// The furthest old index reached on each diagonal, one row for each number of edits.
using Trace = std::vector<std::vector<int>>;

// Runs Myers' forward search; false where the texts are too far apart.
bool search(const Words& a, const Words& b, Trace& trace) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  const int most = std::min(n + m, kMostEdits);
  for (int edits = 0; edits <= most; ++edits) {
    std::vector<int> row(static_cast<std::size_t>(2 * edits + 1), 0);
    for (int k = -edits; k <= edits; k += 2) {
      int x = 0;
      if (edits > 0) {
        const std::vector<int>& before = trace.back();
        const auto reached = [&](int diagonal) {
          const int index = diagonal + edits - 1;
          return index < 0 || index >= static_cast<int>(before.size())
                     ? -1
                     : before[static_cast<std::size_t>(index)];
        };
        const bool down = k == -edits || (k != edits && reached(k - 1) < reached(k + 1));
        x = down ? reached(k + 1) : reached(k - 1) + 1;
      }
      int y = x - k;
      while (x < n && y < m &&
             same_word(a[static_cast<std::size_t>(x)], b[static_cast<std::size_t>(y)]))
        ++x, ++y;
      row[static_cast<std::size_t>(k + edits)] = x;
      if (x >= n && y >= m) {
        trace.push_back(std::move(row));
        return true;
      }
    }
    trace.push_back(std::move(row));
  }
  return false;
}

// Walks the trace back from the end and gives the edits in order.
std::vector<WordChange> edits_of(const Words& a, const Words& b, const Trace& trace) {
  std::vector<WordChange> edits;
  int x = static_cast<int>(a.size());
  int y = static_cast<int>(b.size());
  for (int d = static_cast<int>(trace.size()) - 1; d > 0; --d) {
    const std::vector<int>& before = trace[static_cast<std::size_t>(d - 1)];
    const auto reached = [&](int diagonal) {
      const int index = diagonal + d - 1;
      return index < 0 || index >= static_cast<int>(before.size())
                 ? -1
                 : before[static_cast<std::size_t>(index)];
    };
    const int k = x - y;
    const bool down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
    const int from_k = down ? k + 1 : k - 1;
    const int from_x = reached(from_k);
    const int from_y = from_x - from_k;
    const int turn_x = down ? from_x : from_x + 1;
    for (; x > turn_x; --x, --y) edits.push_back(WordChange::kSame);
    edits.push_back(down ? WordChange::kAdded : WordChange::kRemoved);
    x = from_x;
    y = from_y;
  }
  for (; x > 0; --x) edits.push_back(WordChange::kSame);
  std::reverse(edits.begin(), edits.end());
  return edits;
}

void diff_middle(const Words& a, const Words& b, Runs& runs) {
  Trace trace;
  if (!search(a, b, trace)) {
    for (const std::string_view word : a) runs.add(WordChange::kRemoved, word);
    for (const std::string_view word : b) runs.add(WordChange::kAdded, word);
    return;
  }
  std::size_t x = 0;
  std::size_t y = 0;
  for (const WordChange edit : edits_of(a, b, trace)) {
    if (edit == WordChange::kRemoved) {
      runs.add(edit, a[x++]);
    } else {
      runs.add(edit, b[y++]);
      if (edit == WordChange::kSame) ++x;
    }
  }
}

}  // namespace

const char* word_change_name(WordChange change) {
  switch (change) {
    case WordChange::kSame:
      return "same";
    case WordChange::kRemoved:
      return "removed";
    case WordChange::kAdded:
      return "added";
  }
  return "same";
}

std::vector<WordRun> word_diff(std::string_view old_text, std::string_view new_text) {
  Words a = split_words(old_text);
  Words b = split_words(new_text);
  const auto equal = [](std::string_view x, std::string_view y) { return same_word(x, y); };
  const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), equal);
  const auto tail = std::mismatch(a.rbegin(), std::make_reverse_iterator(head.first), b.rbegin(),
                                  std::make_reverse_iterator(head.second), equal);
  Runs runs;
  std::for_each(b.begin(), head.second, [&](auto word) { runs.add(WordChange::kSame, word); });
  diff_middle(Words(head.first, tail.first.base()), Words(head.second, tail.second.base()), runs);
  std::for_each(tail.second.base(), b.end(), [&](auto word) { runs.add(WordChange::kSame, word); });
  return runs.take();
}

}  // namespace fineprint
