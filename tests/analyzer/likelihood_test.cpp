#include "analyzer/likelihood.h"

#include <doctest/doctest.h>

using namespace fineprint;

TEST_CASE(
    "common words are likelier than rare ones, beginnings as likely as the words they begin") {
  SymbolTable symbols;
  const Symbol the = symbols.word("the");
  const Symbol data = symbols.word("data");
  const Symbol deployer = symbols.word("deployer");
  const Symbol dat = symbols.prefix("dat");
  const Symbol anonymi = symbols.prefix("anonymi");
  Likelihood likelihood(symbols, {"the", "we", "data", "date"});
  CHECK(likelihood.of({the}) > likelihood.of({data}));
  CHECK(likelihood.of({data}) > likelihood.of({deployer}));
  CHECK(likelihood.of({deployer}) > 0);
  CHECK(likelihood.of({dat}) > likelihood.of({data}));
  CHECK(likelihood.of({anonymi}) == likelihood.of({deployer}));
  CHECK(likelihood.of({the}) < 1);
}

TEST_CASE("one of several is likelier than each of them") {
  SymbolTable symbols;
  const Symbol we = symbols.word("we");
  const Symbol data = symbols.word("data");
  Likelihood likelihood(symbols, {"we", "data"});
  CHECK(likelihood.of({we, data}) > likelihood.of({we}));
  CHECK(likelihood.of({we, data}) < likelihood.of({we}) + likelihood.of({data}));
  CHECK(likelihood.of({}) == 0);
}

TEST_CASE("a concept is as likely as its wordings, a wording less than its words") {
  SymbolTable symbols;
  const Symbol our = symbols.word("our");
  const Symbol models = symbols.word("models");
  const Symbol training = symbols.concept_symbol("training");
  const Symbol ban = symbols.concept_symbol("ban");
  const Symbol duration = symbols.concept_symbol("duration");
  Likelihood likelihood(symbols, {"our", "models"});
  CHECK(likelihood.of({training}) == 0);
  likelihood.add_phrase(training, {{our}, {models}});
  CHECK(likelihood.of({training}) ==
        doctest::Approx(likelihood.of({our}) * likelihood.of({models})));
  likelihood.add_phrase(training, {{models}});
  CHECK(likelihood.of({training}) > likelihood.of({models}));
  likelihood.add_phrase(ban, {{training}, {our}});
  CHECK(likelihood.of({ban}) < likelihood.of({training}));
  likelihood.set(duration, 0.25);
  CHECK(likelihood.of({duration}) == doctest::Approx(0.25));
  likelihood.add_phrase(ban, {});  // a wording that may be any text
  CHECK(likelihood.of({ban}) == 1);
}
