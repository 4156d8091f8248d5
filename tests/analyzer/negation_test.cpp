#include "analyzer/negation.h"

#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

// The words of the text that stand under a negation.
std::string negated(const Matcher& matcher, const std::vector<std::string_view>& pieces) {
  MatcherScratch scratch = matcher.scratch();
  Annotation text;
  test::annotate(matcher, pieces, nullptr, scratch, text);
  std::string words;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (!text.negated[i]) continue;
    if (!words.empty()) words += ' ';
    words += text.words.key(i);
  }
  return words;
}

std::string negated(std::string_view text) {
  static const SmallRules rules;
  return negated(rules.matcher(), {text});
}

// The same with the shipped English vocabulary.
std::string shipped(std::string_view text) {
  static const RuleSet set = load_rules({});
  static const Matcher matcher(*set.for_language("en"), set.catalogue);
  return negated(matcher, {text});
}

}  // namespace

TEST_CASE("a negation holds for what follows, up to the end") {
  CHECK(negated("We do not train models on your data.") == "train models on your data");
  CHECK(negated("We train models on your data.") == "");
}

TEST_CASE("unless, except and but end a negation") {
  CHECK(negated("We will not train on prompts unless you agree.") == "train on prompts");
  CHECK(negated("We never share data except with partners.") == "share data");
  CHECK(negated("We do not sell data but train models.") == "sell data");
}

TEST_CASE("a semicolon ends a negation, a comma alone does not") {
  CHECK(negated("We do not sell data; we train models.") == "sell data");
  CHECK(negated("We do not sell, rent or share data.") == "sell rent or share data");
  CHECK(negated("We do not sell data, we train models.") == "sell data");  // a new subject
}

TEST_CASE("'not only' and 'no later than' negate nothing") {
  CHECK(negated("We not only train models, we keep data.") == "");
  CHECK(negated("We delete data no later than thirty days.") == "");
}

TEST_CASE("a prohibition negates what stands before it") {
  CHECK(negated("Training models on output is prohibited.") == "training models on output");
  CHECK(negated("You may use output; training on it is prohibited.") == "training on it");
}

TEST_CASE("a lead-in negates its items") {
  static const SmallRules rules;
  CHECK(negated(rules.matcher(), {"You may not:", "use output to train models"}) ==
        "use output to train models");
}

TEST_CASE("the shipped English vocabulary knows its negations") {
  CHECK(shipped("We do not use your content to train our models") ==
        "use your content to train our models");
  CHECK(shipped("We don't train on your content") == "train on your content");
  CHECK(shipped("We train models without restriction") == "");
  CHECK(shipped("Your data may be used, but not limited to, training") == "");
  CHECK(shipped("We will not train on your data unless you opt in") == "train on your data");
  CHECK(shipped("We will not sell your data; but we may train on it") == "sell your data");
  CHECK(shipped("Data is deleted no later than 30 days after the request") == "");
  CHECK(shipped("Use of output to train competing models is strictly prohibited")
            .starts_with("use of output to train competing models"));
}
