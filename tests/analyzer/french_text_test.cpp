// How sentences and lengths of time of French documents are read, with the shipped lexicon.
#include <doctest/doctest.h>

#include "analyzer/sentence.h"
#include "durations_of.h"
#include "rules/rule_set.h"

using namespace fineprint;

namespace {

const RuleSet& shipped_rules() {
  static const RuleSet rules = load_rules({});
  return rules;
}

std::string french(const std::string& text) {
  return test::durations_of(shipped_rules().languages.at("fr").lexicon, text);
}
std::string english(const std::string& text) {
  return test::durations_of(shipped_rules().languages.at("en").lexicon, text);
}

// The sentences of a French text.
std::vector<std::string> sentences(const std::string& text) {
  SentenceBreaker breaker("fr", shipped_rules().languages.at("fr").lexicon.abbreviations);
  std::vector<std::string> found;
  for (const ByteRange range : breaker.split(text))
    found.push_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

bool is_whole(const std::string& sentence) {
  return sentences(sentence) == std::vector<std::string>{sentence};
}

}  // namespace

TEST_CASE("French lengths of time are read in figures, in words and in both") {
  CHECK(french("conservées pendant trente (30) jours") == "P30D");
  CHECK(french("conservées 18 mois") == "P18M");
  CHECK(french("conservées trois ans à compter du dernier achat") == "P3Y");
  CHECK(french("un délai d’un mois") == "P1M");
  CHECK(french("une durée d'1 an") == "P1Y");
  CHECK(french("deux (2) années civiles") == "P2Y");
  CHECK(french("cinq (5)\u00A0ans") == "P5Y");
  CHECK(french("6\u202Fmois maximum") == "P6M");
  CHECK(french("vingt-quatre mois") == "P24M");
  CHECK(french("quatre-vingt-dix (90) jours calendaires") == "P90D");
  CHECK(french("cent quatre-vingts jours") == "P180D");
  CHECK(french("une quinzaine de jours") == "P15D");
  CHECK(french("« treize mois »") == "P13M");
  CHECK(french("un trimestre") == "P3M");
}

TEST_CASE("A unit that clings to its number or is shortened is read") {
  CHECK(french("effacés au bout de 24h") == "PT24H");
  CHECK(french("effacés sous 48 h") == "PT48H");
  CHECK(french("conservés 30j") == "P30D");
  CHECK(french("conservés 13mois, puis 2ans") == "P13M P2Y");
  CHECK(english("deleted after 24hours") == "PT24H");
  CHECK(french("version 2b du format mp3") == "");
}

TEST_CASE("A range gives its upper end") {
  CHECK(french("de 3 à 6 mois") == "P6M");
  CHECK(french("trois (3) à cinq (5) ans") == "P5Y");
  CHECK(french("entre six et douze mois") == "P12M");
  CHECK(french("12-24 mois") == "P24M");
  CHECK(english("30 to 60 days") == "P60D");
  CHECK(english("between six and twelve months") == "P12M");
}

TEST_CASE("Halves and thousands belong to the number") {
  CHECK(french("un an et demi") == "P18M");
  CHECK(french("1,5 an") == "P18M");
  CHECK(french("deux mois et demi") == "P75D");
  CHECK(french("1 000 jours") == "P1000D");
  CHECK(french("1\u202F095 jours") == "P1095D");
  CHECK(french("90-180 jours") == "P180D");
  CHECK(english("two and a half years") == "P30M");
  CHECK(english("two years and a half") == "P30M");
}

TEST_CASE("What is no length of time is none") {
  CHECK(french("la loi n° 78-17 du 6 janvier 1978") == "");
  CHECK(french("l'article 17 du règlement") == "");
  CHECK(french("pendant la durée nécessaire") == "");
  CHECK(french("le mois suivant") == "");
}

TEST_CASE("French abbreviations end no sentence") {
  CHECK(is_whole("Conformément à l'art. 17 du RGPD, vous pouvez demander l'effacement."));
  CHECK(is_whole("Conformément à l’art. 17 du RGPD, vous pouvez demander l’effacement."));
  CHECK(is_whole("Vos données, p. ex. Vos journaux, sont conservées 12 mois."));
  CHECK(is_whole("Nous conservons, c.-à-d. Nous archivons, vos messages."));
  CHECK(is_whole("Les factures (cf. art. L. 123-22 du Code de commerce) sont gardées 10 ans."));
  CHECK(is_whole("La Maison Dupont et Cie. S.A.S. conserve vos données."));
  CHECK(is_whole("La loi n° 78-17 du 6 janv. 1978 vous donne un droit à l'oubli."));
}

TEST_CASE("A closing guillemet belongs to the sentence that it closes") {
  CHECK(sentences("« Vos données sont effacées. » Écrivez-nous.") ==
        std::vector<std::string>{"« Vos données sont effacées. »", "Écrivez-nous."});
  CHECK(sentences("«\u00A0Vos données sont effacées.\u00A0» Écrivez-nous.") ==
        std::vector<std::string>{"«\u00A0Vos données sont effacées.\u00A0»", "Écrivez-nous."});
  CHECK(sentences("Vos données sont effacées. « Écrivez-nous. »") ==
        std::vector<std::string>{"Vos données sont effacées.", "« Écrivez-nous. »"});
}

TEST_CASE("A long French sentence that enumerates is parted at its members") {
  const std::string head =
      "Nous conservons les informations que vous nous confiez lors de votre inscription, de vos "
      "commandes et de vos échanges avec notre service client, dans le respect de la loi et des "
      "recommandations des autorités de protection des données, selon les durées suivantes :";
  const std::string text = head +
                           " (a) trois ans pour la prospection commerciale ; (b) dix ans pour les "
                           "factures et les pièces comptables ; et (c) treize mois pour les "
                           "traceurs.";
  std::vector<ByteRange> parts;
  split_enumeration(text, {0, text.size()}, parts);
  REQUIRE(parts.size() == 4);
  CHECK(text.substr(0, parts[0].end) == head);
  CHECK(text.substr(parts[3].begin) == "(c) treize mois pour les traceurs.");
}
