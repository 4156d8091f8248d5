#include "analyzer/program.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// Words, concepts of the small vocabulary and patterns that are compiled beside them.
class Bench {
 public:
  // The matched words, or "-".
  std::string find(const std::string& pattern, const std::vector<std::string_view>& pieces,
                   const std::string& polarity = "either") const {
    const SmallRules rules(
        rule("training.allowed.x", "training.allowed",
             "\"polarity\": \"" + polarity + "\", \"match\": [\"" + pattern + "\"]"));
    const CompiledRule& compiled = rules.matcher().rules()[0];
    const Annotation text = rules.annotate(pieces);
    MatcherScratch scratch = rules.matcher().scratch();
    Match match;
    if (!scratch.machine.find(compiled.match[0], text, compiled.rule->polarity, &match)) return "-";
    std::string words;
    for (std::size_t i = match.words().begin; i < match.words().end; ++i) {
      words += (words.empty() ? "" : " ") + std::string(text.words.key(i));
    }
    return words;
  }
};

std::string find(const std::string& pattern, std::string_view text) {
  return Bench().find(pattern, {text});
}

}  // namespace

TEST_CASE("words side by side in the pattern are side by side in the text") {
  CHECK(find("use data", "we use data here") == "use data");
  CHECK(find("use data", "we use your data") == "-");
}

TEST_CASE("fillers between words are skipped") {
  CHECK(find("may use", "we may also use it") == "may also use");
  CHECK(find("may use", "also we may otherwise also use it") == "may otherwise also use");
}

TEST_CASE("a gap holds at most so many words, none included") {
  CHECK(find("a ..2 b", "a b") == "a b");
  CHECK(find("a ..2 b", "a x y b") == "a x y b");
  CHECK(find("a ..2 b", "a x y z b") == "-");
  CHECK(find("a ... b", "a x y z x y z x y z b") == "a x y z x y z x y z b");
}

TEST_CASE("a gap may bar words and concepts") {
  CHECK(find("use ...!{consent} train", "use it to train") == "use it to train");
  CHECK(find("use ...!{consent} train", "use it if you agree to train") == "-");
  CHECK(find("use ..5!(if|{consent}) train", "use it if asked to train") == "-");
}

TEST_CASE("options, alternatives and beginnings") {
  CHECK(find("we (may|will not)? train*", "we training") == "we training");
  CHECK(find("we (may|will not)? train*", "we will not train") == "we will not train");
  CHECK(find("we (may|will not)? train*", "we will train") == "-");
  CHECK(find("(use|{keep}) data", "we retain data") == "retain data");
}

TEST_CASE("what must not follow takes no word itself") {
  CHECK(find("your !data (content|data)", "your data and your content") == "your content");
}

TEST_CASE("marks and anchors") {
  CHECK(find("data , we", "the data, we say") == "data we");
  CHECK(find("data , we", "the data we keep") == "-");
  CHECK(find("data ; we", "the data; we say") == "data we");
  CHECK(find("^ data", "data we keep") == "data");
  CHECK(find("^ data", "the data") == "-");
  CHECK(find("data $", "we keep data.") == "data");
  CHECK(find("data $", "data we keep") == "-");
}

TEST_CASE("^ stands for the start of an item too, and : between lead-in and item") {
  const Bench bench;
  CHECK(bench.find("^ train", {"We use data to:", "train models"}) == "train");
  CHECK(bench.find("to : train", {"We use data to", "train models"}) == "to train");
}

TEST_CASE("a match has a word in the item itself") {
  const Bench bench;
  CHECK(bench.find("use ... train", {"We use data to:", "train models"}) == "use data to train");
  CHECK(bench.find("use data", {"We use data to:", "train models"}) == "-");
}

TEST_CASE("polarity: no part negated, at least one, or either") {
  const Bench bench;
  CHECK(bench.find("{vendor} ... train", {"we do not train"}, "affirmative") == "-");
  CHECK(bench.find("{vendor} ... train", {"we do not train"}, "negative") == "we do not train");
  CHECK(bench.find("{vendor} ... train", {"we do train"}, "negative") == "-");
  CHECK(bench.find("{vendor} ... train", {"we do train"}, "affirmative") == "we do train");
  CHECK(bench.find("{vendor} ... train", {"we do not sell data, we train"}, "affirmative") != "-");
}

TEST_CASE("the leftmost match is found") {
  CHECK(find("{keep} data", "we keep data and retain data") == "keep data");
}

TEST_CASE("a program says what it cannot do without") {
  SymbolTable symbols;
  const WordCutter cutter({}, {});
  const Program program = compile_pattern(parse_pattern("a (b|c) d? (e f|g)", cutter), symbols);
  Annotation text;
  cutter.cut("we do it", text.words);
  text.reset(symbols.size());  // all of the words below are in the pattern
  CHECK_FALSE(may_match(program, text));
  for (const char* word : {"c", "g"}) text.add(0, 1, symbols.word(word));
  CHECK_FALSE(may_match(program, text));
  text.add(1, 2, symbols.word("a"));
  CHECK(may_match(program, text));
}

TEST_CASE("a program says where its matches may begin") {
  SymbolTable symbols;
  const WordCutter cutter({}, {});
  Annotation text;
  cutter.cut("the b and the a", text.words);
  const auto begins = [&](std::string_view pattern) {
    const Program program = compile_pattern(parse_pattern(pattern, cutter), symbols);
    const Symbol a = symbols.word("a");
    const Symbol b = symbols.word("b");
    text.reset(symbols.size());
    text.add(4, 5, a);
    text.add(1, 2, b);
    std::vector<std::uint16_t> words;
    possible_begins(program, text, words);
    return words;
  };
  using Words = std::vector<std::uint16_t>;
  CHECK(begins("a c?") == Words{4});
  CHECK(begins("a c") == Words{});  // there is no c
  CHECK(begins("(b|a c)? a") == Words{1, 4});
  CHECK(begins("!c b") == Words{1});
  CHECK(begins("c a") == Words{});
}

TEST_CASE("a match begins only where all that it needs follows in its order") {
  SymbolTable symbols;
  const WordCutter cutter({}, {});
  const auto begins = [&](std::string_view pattern, std::string_view sentence) {
    const Program program = compile_pattern(parse_pattern(pattern, cutter), symbols);
    Annotation text;
    cutter.cut(sentence, text.words);
    std::vector<Symbol> words;
    for (std::size_t i = 0; i < text.words.size(); ++i)
      words.push_back(symbols.word(text.words.key(i)));
    text.reset(symbols.size());
    for (std::size_t i = 0; i < words.size(); ++i) text.add(i, i + 1, words[i]);
    std::vector<std::uint16_t> found;
    possible_begins(program, text, found);
    return found;
  };
  using Words = std::vector<std::uint16_t>;
  CHECK(begins("a ... b ... c", "a b a b c a b") == Words{0, 2});
  CHECK(begins("a ... b ... c", "b a c a") == Words{});
  CHECK(begins("a ... a", "a b a") == Words{0});
  CHECK(begins("a (b|c d) e?", "e a d b a") == Words{1});
  CHECK(begins("a (b|c d)", "b a d") == Words{});
  CHECK(begins("a b?", "b a") == Words{1});
  // In longer texts the order of words is not told where they share a bit.
  std::string before;
  for (int i = 0; i < 70; ++i) before += "d ";
  CHECK(begins("a ... b", before + "a b") == Words{70});
  CHECK(begins("a ... b", before + "b a") == Words{71});
  CHECK(begins("a ... b", "a " + before + "b a") == Words{0});
  CHECK(begins("a ... b", "b " + before + "a") == Words{});
  CHECK(begins("a ... b", "a " + before + before + before + "b a") == Words{0});
}

TEST_CASE("the outline of a match leaves out what bars it and whether it is negated") {
  SymbolTable symbols;
  const WordCutter cutter({}, {});
  const Program program =
      compile_pattern(parse_pattern("we ..3!they !never train", cutter), symbols);
  Machine machine;
  const auto finds = [&](std::string_view sentence, bool outline) {
    Annotation text;
    cutter.cut(sentence, text.words);
    text.reset(symbols.size());
    for (std::size_t i = 0; i < text.words.size(); ++i)
      text.add(i, i + 1, symbols.word(text.words.key(i)));
    return outline ? machine.find_outline(program, text)
                   : machine.find(program, text, Polarity::kEither, nullptr);
  };
  for (const char* word : {"we", "they", "train", "do"}) symbols.word(word);
  CHECK(finds("we do train", true));
  CHECK(finds("we do train", false));
  CHECK(finds("we they train", true));
  CHECK_FALSE(finds("we they train", false));
  CHECK_FALSE(finds("they do train", true));
  CHECK_FALSE(finds("train we", true));
}

TEST_CASE("nested gaps over a long text end soon") {
  std::string text;
  for (int i = 0; i < 550; ++i) text += "a ";
  CHECK(find("a ... a ... a ... a ... a ... a ... a ... b", text + "c") == "-");
  CHECK(find("a ... a ... a ... a ... a ... a ... a ... b", text + "b") != "-");
}
