#include "analyzer/sentence.h"

#include <algorithm>

namespace fineprint {
namespace {

constexpr std::size_t kLongSentence = 400;   // bytes; shorter ones are quoted whole
constexpr std::size_t kLongestLeadIn = 600;  // bytes of a lead-in that are looked at
constexpr std::size_t kLongestJoint = 6;     // bytes of a word between two members
constexpr int kDeepestLeadIn = 4;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

ByteRange trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  return {begin, end};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_alpha(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "U.S.", "C.F.R.": capitals, each with its point; but no place as in "Annex I.B."
bool is_dotted_acronym(std::string_view token) {
  if (token.size() < 4 || token.size() % 2 != 0 || token.starts_with("I.")) return false;
  for (std::size_t i = 0; i < token.size(); i += 2)
    if (token[i] < 'A' || token[i] > 'Z' || token[i + 1] != '.') return false;
  return true;
}

// The last word, without what is elided or quoted before it: "art." of "l'art.".
std::string_view last_token(std::string_view text) {
  const auto before = std::find_if(text.rbegin(), text.rend(),
                                   [](char c) { return c == ' ' || c == '(' || c == '\t'; });
  text.remove_prefix(static_cast<std::size_t>(text.rend() - before));
  if (std::all_of(text.begin(), text.end(), [](char c) { return is_alpha(c) || c == '.'; }))
    return text;  // as most are
  for (const std::string_view quote : {"\u00A0", "\u202F", "’", "'", "«", "“", "\""}) {
    const std::size_t mark = text.rfind(quote);
    if (mark != std::string_view::npos) text.remove_prefix(mark + quote.size());
  }
  return text;
}

// How many bytes at `at` are blanks and a quotation mark that can only close: "... 4 ans. »".
std::size_t closing_quote_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (bool blank = true; blank;) {
    blank = false;
    for (const std::string_view each : {" ", "\u00A0", "\u202F"}) {
      if (!text.substr(end).starts_with(each)) continue;
      end += each.size();
      blank = true;
    }
  }
  constexpr std::string_view kClosing = "»";
  return text.substr(end).starts_with(kClosing) ? end + kClosing.size() - at : 0;
}

// "1.", "4.2.", "(a).", "IV." alone: a number, not a sentence.
bool is_numbering(std::string_view text) {
  if (text.empty() || text.size() > 8) return false;
  const bool roman = text.find_first_not_of("IVXivx.()") == std::string_view::npos;
  bool simple = true;
  int letters = 0;
  for (const char c : text) {
    if (is_alpha(c))
      ++letters;
    else if (!is_digit(c) && c != '.' && c != '(' && c != ')' && c != '-')
      simple = false;
  }
  return simple && (letters <= 1 || roman);
}

// The length of an enumerator such as "(a)", "(iv)", "(12)" or "a)" at `at`, or 0.
std::size_t enumerator_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size() && text[end] == '(') ++end;
  const std::size_t begin = end;
  while (end < text.size() && end - begin < 4 && (is_alpha(text[end]) || is_digit(text[end])))
    ++end;
  if (end == begin || end >= text.size() || text[end] != ')') return 0;
  const std::string_view name = text.substr(begin, end - begin);
  const bool digits = std::all_of(name.begin(), name.end(), is_digit);
  const bool roman = name.find_first_not_of("ivx") == std::string_view::npos;
  if (!digits && !roman && name.size() > 1) return 0;
  if (text[at] != '(' && !digits && name.size() > 1) return 0;
  return end + 1 - at;
}

}  // namespace

std::string one_line(std::string_view lead_in) {
  std::string line(lead_in);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

SentenceBreaker::SentenceBreaker(const std::string& language,
                                 const std::vector<std::string>& abbreviations)
    : boundaries_(language), abbreviations_(abbreviations.begin(), abbreviations.end()) {
  for (const std::string& each : abbreviations)
    longest_abbreviation_ = std::max(longest_abbreviation_, each.size());
}

bool SentenceBreaker::ends_with_abbreviation(std::string_view sentence) const {
  if (!sentence.ends_with('.')) return false;
  const std::string_view token = last_token(sentence);
  if (token.size() < 2) return false;
  if (token.size() == 2 && token[0] >= 'A' && token[0] <= 'Z') return true;  // an initial
  // "EU-U.S. Data Privacy Framework".
  if (is_dotted_acronym(token.substr(token.rfind('-') + 1))) return true;
  if (token.size() > longest_abbreviation_) return false;
  std::string key(token);
  std::transform(key.begin(), key.end(), key.begin(), lower);
  return abbreviations_.contains(key);
}

std::vector<ByteRange> SentenceBreaker::split(std::string_view text) {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  for (const std::size_t end : boundaries_.find(text)) {
    ByteRange range = trimmed(text, begin, end);
    const std::string_view sentence = text.substr(range.begin, range.end - range.begin);
    const bool last = end >= text.size();
    const bool line_ends = text[end - 1] == '\n';  // in a cell
    if (!last && !line_ends && (is_numbering(sentence) || ends_with_abbreviation(sentence)))
      continue;
    begin = end;
    if (const std::size_t quote = closing_quote_at(text, range.end)) {
      range.end += quote;
      begin = std::max(begin, range.end);
    }
    if (range.begin < range.end) sentences.push_back(range);
  }
  return sentences;
}

// Takes blanks off the end, and a short word such as "and", "et/ou" or "oder" behind a mark.
std::string_view without_joint(std::string_view text) {
  const auto strip = [](std::string_view& from) {
    while (!from.empty() && is_space(from.back())) from.remove_suffix(1);
  };
  strip(text);
  const std::size_t blank = text.find_last_of(" \t");
  if (blank == std::string_view::npos || text.size() - blank - 1 > kLongestJoint) return text;
  std::string_view before = text.substr(0, blank);
  strip(before);
  const bool mark = before.ends_with(';') || before.ends_with(',') || before.ends_with(':');
  return mark && text.back() != '.' ? before : text;
}

void split_enumeration(std::string_view text, ByteRange sentence, std::vector<ByteRange>& ranges) {
  ranges.assign(1, sentence);
  if (sentence.end - sentence.begin < kLongSentence) return;
  std::vector<std::size_t> starts;
  for (std::size_t at = sentence.begin + 1; at + 3 < sentence.end; ++at) {
    if (text[at - 1] != ' ' || enumerator_at(text, at) == 0) continue;
    // Members follow a colon, a semicolon or a comma, perhaps with "and", "et/ou", ... between.
    std::string_view before = without_joint(text.substr(sentence.begin, at - sentence.begin));
    const bool first = starts.empty();
    const char mark = before.empty() ? ' ' : before.back();
    if (mark == ';' || mark == ':' || mark == ',' || (first && is_alpha(mark)))
      starts.push_back(at);
  }
  if (starts.size() < 2) return;
  ranges.front() = trimmed(text, sentence.begin, starts.front());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : sentence.end;
    ranges.push_back(trimmed(text, starts[i], end));
  }
}

namespace {

class DocumentSplitter {
 public:
  DocumentSplitter(const Document& document, SentenceBreaker& breaker)
      : document_(document), breaker_(breaker), last_sentence_(document.blocks.size()) {}

  std::vector<Sentence> split() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) add_block(static_cast<int>(i));
    return std::move(sentences_);
  }

 private:
  void add_block(int index) {
    const Block& block = document_.blocks[static_cast<std::size_t>(index)];
    const std::vector<ByteRange> ranges = breaker_.split(block.text);
    if (ranges.empty()) return;
    last_sentence_[static_cast<std::size_t>(index)] = ranges.back();
    const std::vector<std::string_view> outer = lead_ins(block);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      // Only a cell's or item's first sentence completes what introduces it; cells are short.
      const bool led = i == 0 || block.kind == BlockKind::kTableCell;
      add_sentence(index, block.text, ranges[i], led ? outer : std::vector<std::string_view>{});
    }
  }

  void add_sentence(int index, std::string_view text, ByteRange range,
                    const std::vector<std::string_view>& outer) {
    split_enumeration(text, range, pieces_);
    const ByteRange head = pieces_.front();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Sentence sentence{index, pieces_[i], outer};
      if (i > 0) sentence.lead_in.push_back(text.substr(head.begin, head.end - head.begin));
      sentences_.push_back(std::move(sentence));
    }
  }

  std::vector<std::string_view> lead_ins(const Block& block) const {
    std::vector<std::string_view> found;
    if (block.kind == BlockKind::kTableCell) {
      for (const int header : {block.row_header, block.column_header}) {
        if (header != kNone)
          found.push_back(tail(document_.blocks[static_cast<std::size_t>(header)].text));
      }
      return found;
    }
    int at = block.lead_in;
    for (int depth = 0; at != kNone && depth < kDeepestLeadIn; ++depth) {
      const Block& lead = document_.blocks[static_cast<std::size_t>(at)];
      const ByteRange range = last_sentence_[static_cast<std::size_t>(at)];
      const std::string_view text =
          std::string_view(lead.text).substr(range.begin, range.end - range.begin);
      // A finished sentence introduces nothing; its list stands for itself.
      if (text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?') break;
      found.push_back(tail(text));
      at = lead.lead_in;
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  static std::string_view tail(std::string_view text) {
    if (text.size() <= kLongestLeadIn) return text;
    std::size_t begin = text.size() - kLongestLeadIn;
    while (begin < text.size() && !is_space(text[begin])) ++begin;
    return text.substr(begin);
  }

  const Document& document_;
  SentenceBreaker& breaker_;
  std::vector<ByteRange> last_sentence_;  // by block
  std::vector<ByteRange> pieces_;         // of the sentence at hand
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> split_document(const Document& document, SentenceBreaker& breaker) {
  return DocumentSplitter(document, breaker).split();
}

}  // namespace fineprint
