// Running text between two block boundaries, line by line, and what becomes of it.
//
// HTML and Markdown both hand their inline content to a Flow: text with its source, whether it is
// bold, and where the author broke the line. At the block's end the flow turns into one block, or,
// for free-standing text, into the paragraphs, headings and list items that the lines amount to.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/block_text.h"
#include "corpus/outline.h"

namespace fineprint {

class Flow {
 public:
  void text(std::string_view text, std::size_t source, bool bold);
  void converted(std::string_view text, ByteRange source, bool bold);
  void space(ByteRange source);
  void space();  // a boundary inside the text
  void line_break(ByteRange source);
  void line_break();
  void paragraph_break(ByteRange source);  // a line break with a gap after it

  bool empty() const;
  // All of the text is bold and reads like a heading.
  bool is_bold_heading() const;

  std::size_t length() const;          // of the text so far
  std::string_view last_text() const;  // of the last line

  // Moves the text into `block`, as one.
  void take(Block& block);

  // Adds everything as one block like `prototype`; its index, or kNone where there is no text.
  int flush_as(Outline& outline, Block prototype);

  // The same for the cell of a table, whose lines mostly say one thing each: they stay lines of the
  // block's text, but for those that a break cuts in mid-sentence.
  int flush_cell(Outline& outline, Block prototype);

  // Joins the lines of what once was a page of fixed width: a line of about `width` bytes that
  // ends in mid-sentence goes on in the next; a word cut at the line's end is made whole.
  void join_wrapped(std::size_t width);

  // Adds free-standing text: lines that a break cuts in mid-sentence are joined, a line that is
  // bold or upper case and short becomes a heading, one that begins with a bullet a list item.
  void flush_paragraphs(Outline& outline);

 private:
  struct Line {
    BlockText text;
    std::size_t bold = 0;
    std::size_t width = 0;  // of the last source line joined into it
    bool apart = false;     // a gap stands before it
    bool is_bold() const;
  };
  Line& last();
  void join_broken_sentences();
  void join_lines(bool (*goes_on)(const Line&, const Line&, std::size_t), std::size_t width);

  std::vector<Line> lines_;
};

// The bytes of the bullet that `text` begins with, or 0: "•", "-", "–", "*", "·", ... and a space.
std::size_t bullet_length(std::string_view text);

// Appends `next`, which continues `text` on a new line, and mends a word cut at the line's end
// ("infor-" + "mation").
void join_cut_line(BlockText& text, const BlockText& next);

// Short, numbered and not a sentence: "4.2 Retention of Personal Data".
bool is_numbered_heading(std::string_view text);

// Short and without a small letter: "LIMITATION OF LIABILITY".
bool is_upper_case_heading(std::string_view text);

}  // namespace fineprint
