// Lists that no markup tells: paragraphs that begin "(a)", "iv." or "2)" after text that leads into
// them. Which paragraph is whose item follows from the order of their numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fineprint {

// A number at the start of a text, as one of the ways in which it can be read: "i." is the first
// Roman number and the ninth letter.
struct Enumerator {
  enum class Form : std::uint8_t { kEnclosed, kClosed, kPoint };  // "(a)", "a)", "a."
  enum class Kind : std::uint8_t { kDecimal, kLowerLetter, kUpperLetter, kLowerRoman, kUpperRoman };
  Form form = Form::kEnclosed;
  Kind kind = Kind::kDecimal;
  int value = 0;
};

// The ways to read the number at the start of `text`; none where there is no number before a space.
std::vector<Enumerator> read_enumerator(std::string_view text);

// The bytes of an enumerator ("(a)", "a)", "1.", "iv.", "2)") with the space after it, or 0.
std::size_t enumerator_length(std::string_view text);

// An enumerator with a parenthesis, "(a)" or "iv)", which numbers items rather than sections.
bool begins_enumerated_item(std::string_view text);

// The enumerations that are open at a place of a document, the outer ones first.
class OpenEnumerations {
 public:
  struct Place {
    int level = 1;    // nesting depth, from 1
    int lead_in = 0;  // the block that introduces the enumeration
  };

  // Where `text` belongs if it is the next item of an open enumeration, or the first of one that
  // block `lead_in` introduces (kNone: nothing does). Of many that are open, the outermost go.
  std::optional<Place> place(std::string_view text, int lead_in) const;

  // The same, and remembers that the item was added.
  std::optional<Place> add(std::string_view text, int lead_in);

  void clear() { open_.clear(); }

 private:
  struct Open {
    Enumerator last;
    int lead_in;
  };
  struct Next {
    std::size_t depth;  // of the enumeration that the item is added to
    Open item;
  };
  std::optional<Next> next(std::string_view text, int lead_in) const;

  std::vector<Open> open_;
};

}  // namespace fineprint
