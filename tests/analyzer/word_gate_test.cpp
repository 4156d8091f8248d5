#include "analyzer/word_gate.h"

#include <doctest/doctest.h>

using namespace fineprint;

namespace {

// Symbols: words below 10, concepts from 10 on.
enum : Symbol { kData, kUse, kTrain, kModel, kWe, kContent = 10, kTraining, kAnything };

std::vector<std::size_t> passed(const WordGate& gate, std::size_t patterns,
                                const std::vector<Symbol>& text) {
  WordGate::Seen seen(gate.seen_size(), 0);
  WordGate::Mark mark;  // of the first two symbols together, as a word has it
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 1) mark.clear();
    gate.add_mark(text[i], mark);
    WordGate::see(mark, seen);
  }
  IndexSet set(patterns);
  const bool any = gate.passed(seen, set);
  std::vector<std::size_t> numbers;
  for (std::size_t i = set.next(0); i != IndexSet::kEnd; i = set.next(i + 1)) numbers.push_back(i);
  CHECK(any == !numbers.empty());
  return numbers;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a pattern passes where the text holds a word of each of its sets") {
  WordGate gate;
  gate.add({{kTrain}, {kData, kModel}});
  gate.add({{kUse}});
  gate.close();
  CHECK(passed(gate, 2, {kTrain, kWe}) == Numbers{});
  CHECK(passed(gate, 2, {kTrain, kModel}) == Numbers{0});
  CHECK(passed(gate, 2, {kUse, kData}) == Numbers{1});
  CHECK(passed(gate, 2, {kUse, kData, kTrain}) == Numbers{0, 1});
  WordGate::Mark mark;
  gate.add_mark(kWe, mark);
  CHECK(mark.empty());
  WordGate::Seen seen(gate.seen_size(), 0);
  gate.see(kUse, seen);
  gate.see(kAnything, seen);  // asked for by none
  IndexSet set(2);
  CHECK(gate.passed(seen, set));
  CHECK(set.next(0) == 1);
}

TEST_CASE("a pattern that asks for nothing passes every text, one with many sets by its first") {
  WordGate gate;
  gate.add({});
  gate.add({{kData}, {kUse}, {kTrain}, {kModel}, {kWe}});
  gate.close();
  CHECK(passed(gate, 2, {}) == Numbers{0});
  CHECK(passed(gate, 2, {kData, kUse, kTrain, kModel}) == Numbers{0, 1});
}

TEST_CASE("more patterns than a block holds") {
  WordGate gate;
  for (Symbol symbol = 0; symbol < 150; ++symbol) gate.add({{symbol}});
  gate.close();
  CHECK(passed(gate, 150, {3, 64, 149}) == Numbers{3, 64, 149});
}

TEST_CASE("patterns with one rarest set are told apart by their others") {
  WordGate gate;
  for (Symbol symbol = 0; symbol < 300; ++symbol) gate.add({{symbol % 3}, {1000 + symbol}, {2000}});
  gate.close();
  CHECK(passed(gate, 300, {0, 1140, 2000}) == Numbers{});
  CHECK(passed(gate, 300, {2, 1140, 1137, 2000}) == Numbers{137, 140});
  CHECK(passed(gate, 300, {0, 1, 1007, 1009, 2000}) == Numbers{7, 9});
  CHECK(passed(gate, 300, {0, 1, 1007, 1009}) == Numbers{});
}

TEST_CASE("a concept is told by the rarest word of each of its phrases") {
  WordAnchors anchors({50, 20, 3, 5, 90});
  anchors.add_phrase(kTraining, {{kUse}, {kTrain}});  // "use to train": by "train"
  anchors.add_phrase(kTraining, {{kModel}, {kWe}});   // "our models": by "model"
  CHECK(anchors.of({kTraining}) == SymbolSet{kTrain, kModel, kTraining});
  CHECK(anchors.weight({kTrain, kModel, kTraining}) == 8);
  CHECK(anchors.rough_weight({kTraining, kData}) == 58);  // of the concept and the word
  anchors.add_phrase(kContent, {{kTraining}, {kData}});   // concepts may hold others
  CHECK(anchors.of({kContent, kUse}) == SymbolSet{kUse, kTrain, kModel, kContent, kTraining});
}

TEST_CASE("a concept with a phrase that no word tells is told by nothing") {
  WordAnchors anchors({1, 1, 1, 1, 1});
  anchors.add_phrase(kAnything, {{kData}});
  anchors.add_phrase(kAnything, {});
  CHECK_FALSE(anchors.of({kAnything}).has_value());
  anchors.add_phrase(kContent, {{kAnything}, {kUse}});
  CHECK(anchors.of({kContent}) == SymbolSet{kUse, kContent});
}
