#include "analyzer/symbol_gate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace fineprint;

namespace {

// Symbols: words below 10, concepts from 10 on.
enum : Symbol { kData, kUse, kTrain, kModel, kWe, kContent = 10, kTraining, kVendor, kUnasked };

using Numbers = std::vector<std::size_t>;

// The programs below `count` that pass a text in which the symbols were seen.
Numbers passed(const SymbolGate& gate, const std::vector<Symbol>& text, std::size_t count) {
  SymbolGate::Seen seen;
  gate.clear(seen);
  SymbolGate::Mark mark;  // of the first two symbols together, as a word has it
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i < 2)
      gate.add_mark(text[i], mark);
    else
      gate.see(text[i], seen);
  }
  std::vector<std::uint32_t> packed;
  SymbolGate::pack(mark, packed);
  SymbolGate::fill_up(packed);
  SymbolGate::see_filled(packed, seen);
  IndexSet set(gate.size());
  gate.pass(seen, count, set);
  Numbers numbers;
  for (std::size_t i = set.next(0); i < count; i = set.next(i + 1)) numbers.push_back(i);
  return numbers;
}
Numbers passed(const SymbolGate& gate, const std::vector<Symbol>& text) {
  return passed(gate, text, gate.size());
}

}  // namespace

TEST_CASE("a pattern passes where the text holds a symbol of each of its lists") {
  SymbolGate gate;
  gate.add({{kTrain}, {kData, kModel}});
  gate.add({{kUse}});
  gate.close();
  CHECK(passed(gate, {kTrain, kWe}) == Numbers{});
  CHECK(passed(gate, {kTrain, kModel}) == Numbers{0});
  CHECK(passed(gate, {kWe, kTrain, kData}) == Numbers{0});
  CHECK(passed(gate, {kData, kModel}) == Numbers{});
  CHECK(passed(gate, {kUse, kData, kTrain}) == Numbers{0, 1});
  CHECK(passed(gate, {kUse, kUnasked}) == Numbers{1});
}

TEST_CASE("marks of any size leave what they hold and nothing else") {
  for (std::uint32_t traces = 0; traces < 11; ++traces) {
    SymbolGate::Mark mark;
    for (std::uint32_t i = 0; i < traces; ++i) mark.push_back({i, 2U << i});
    std::vector<std::uint32_t> packed;
    SymbolGate::pack(mark, packed);
    SymbolGate::Seen each(12, 1);
    SymbolGate::Seen filled(12, 1);
    SymbolGate::see(packed, each);
    SymbolGate::fill_up(packed);
    SymbolGate::see_filled(packed, filled);
    CHECK(filled == each);
    for (std::uint32_t i = 0; i < 12; ++i) CHECK(filled[i] == (i < traces ? 1U | 2U << i : 1U));
  }
}

TEST_CASE("a pattern that asks for nothing passes every text, one with many lists by all of them") {
  SymbolGate gate;
  gate.add({});
  gate.add({{kData}, {kUse}, {kTrain}, {kModel}, {kWe}});
  gate.close();
  CHECK(passed(gate, {}) == Numbers{0});
  CHECK(passed(gate, {kData, kUse, kTrain, kModel}) == Numbers{0});
  CHECK(passed(gate, {kData, kUse, kTrain, kModel, kWe}) == Numbers{0, 1});
}

TEST_CASE("a concept that may be in the text counts for the programs behind it") {
  SymbolGate gate;
  gate.add({{kWe}}, kVendor);                             // {vendor} by one word
  gate.add({{kTrain}, {kModel}}, kTraining);              // {training} by two words
  gate.add({{kTraining}, {kVendor}, {kData}}, kContent);  // {content} by two concepts and a word
  gate.add({{kContent}, {kUse}});
  gate.close();
  CHECK(passed(gate, {kWe, kTrain}) == Numbers{0});
  CHECK(passed(gate, {kTrain, kModel, kData, kUse}) == Numbers{1});
  CHECK(passed(gate, {kWe, kTrain, kModel, kData}) == Numbers{0, 1, 2});
  CHECK(passed(gate, {kWe, kTrain, kModel, kData, kUse}) == Numbers{0, 1, 2, 3});
  CHECK(passed(gate, {kContent, kUse}) == Numbers{3});  // a term of the document's own
  CHECK(passed(gate, {kWe, kTrain, kModel, kData, kUse}, 2) == Numbers{0, 1});
}

TEST_CASE("a concept that nothing asks for is not looked into further than its first list") {
  SymbolGate gate;
  gate.add({{kWe}}, kVendor);
  gate.add({{kVendor}, {kUse}}, kUnasked);
  gate.add({{kData}});
  gate.close();
  CHECK(passed(gate, {kWe, kData}) == Numbers{0, 1, 2});
  CHECK(passed(gate, {kUse, kData}) == Numbers{2});
}

TEST_CASE("a concept that may be any text is always there") {
  SymbolGate gate;
  gate.add({}, kContent);
  gate.add({{kUse}, {kContent}});
  gate.close();
  CHECK(passed(gate, {kUse}) == Numbers{0, 1});
  CHECK(passed(gate, {}) == Numbers{0});
}

TEST_CASE("more programs than a block holds, told apart by their other lists") {
  SymbolGate gate;
  for (Symbol symbol = 0; symbol < 300; ++symbol) gate.add({{symbol % 3}, {1000 + symbol}, {2000}});
  gate.close();
  CHECK(passed(gate, {0, 1140, 2000}) == Numbers{});
  CHECK(passed(gate, {2, 1140, 1137, 2000}) == Numbers{137, 140});
  CHECK(passed(gate, {0, 1, 1007, 1009, 2000}) == Numbers{7, 9});
  CHECK(passed(gate, {0, 1, 1007, 1009}) == Numbers{});
}

TEST_CASE("one of a long list is enough, whichever it is") {
  SymbolGate gate;
  std::vector<Symbol> list;
  for (Symbol symbol = 100; symbol < 300; symbol += 3) list.push_back(symbol);
  gate.add({{kUse}, {kWe, 103, 211}});
  gate.add({{kUse}, list, {kData}});
  gate.close();
  for (const Symbol symbol : list) {
    const Numbers both = symbol == 103 || symbol == 211 ? Numbers{0, 1} : Numbers{1};
    CHECK(passed(gate, {kUse, kData, symbol}) == both);
    CHECK(passed(gate, {kUse, symbol + 1, kData}) == Numbers{});
  }
}

TEST_CASE("what passes is what has a symbol of each list, however many and long they are") {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    constexpr Symbol kSymbols = 400;
    SymbolGate gate;
    std::vector<RequiredLists> programs;
    for (std::size_t i = 0; i < 100; ++i) {
      RequiredLists& lists = programs.emplace_back(random() % 7);
      for (std::vector<Symbol>& list : lists) {
        // Long ones lie scattered over the bits.
        for (std::size_t length = 1 + random() % (random() % 4 == 0 ? 60 : 3); length > 0; --length)
          list.push_back(static_cast<Symbol>(random() % kSymbols));
      }
      gate.add(lists);
    }
    gate.close();
    std::vector<Symbol> text;
    for (std::size_t length = random() % 200; length > 0; --length)
      text.push_back(static_cast<Symbol>(random() % kSymbols));
    Numbers expected;
    for (std::size_t i = 0; i < programs.size(); ++i) {
      const bool all = std::all_of(programs[i].begin(), programs[i].end(), [&](const auto& list) {
        return std::find_first_of(text.begin(), text.end(), list.begin(), list.end()) != text.end();
      });
      if (all) expected.push_back(i);
    }
    CHECK(passed(gate, text) == expected);
  }
}

TEST_CASE("a concept counts for programs however far behind they stand") {
  SymbolGate gate;
  gate.add({{kTrain}, {kModel}}, kTraining);
  gate.add({{kTraining}, {kWe}}, kContent);
  for (Symbol symbol = 0; symbol < 10'000; ++symbol)
    gate.add({{symbol % 100 == 0 ? Symbol{kContent} : Symbol{5000}}, {6000 + symbol % 7}});
  gate.close();
  Numbers expected = {0, 1};
  for (std::size_t i = 0; i < 10'000; i += 700) expected.push_back(2 + i);
  CHECK(passed(gate, {kTrain, kModel, kWe, 6000}) == expected);
  CHECK(passed(gate, {kTrain, kModel, kWe, 6000}, 3) == Numbers{0, 1, 2});
  CHECK(passed(gate, {kTrain, kModel, 6000}) == Numbers{0});
}
