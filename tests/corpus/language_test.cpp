#include "corpus/language.h"

#include "reading.h"

using namespace fineprint;

TEST_CASE("The language is that of most of the text") {
  CHECK(read_plain_text(
            "Nous conservons vos donn\u00e9es personnelles pendant toute la dur\u00e9e de votre "
            "abonnement et les supprimons ensuite, sauf obligation l\u00e9gale contraire.")
            .language == "fr");
  CHECK(read_plain_text(
            "Wir verwenden Ihre Daten nicht, um unsere Modelle zu trainieren, es sei denn, "
            "Sie haben dem ausdr\u00fccklich zugestimmt.")
            .language == "de");
}

TEST_CASE("What a page declares decides only where the text does not") {
  CHECK(read_html_text(
            "<html lang='de'><body><p>We keep your personal data for as long as you have an "
            "account with us, and for thirty days after that.</p></body></html>")
            .language == "en");
  CHECK(read_html_text("<html lang='fr-FR'><body><p>OK 12</p></body></html>").language == "fr");
  CHECK(read_plain_text("12 34").language == "und");
}

TEST_CASE("A document in several languages is in that of its opening") {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "We keep your personal data for as long as you have an account with us and use it.\n\n";
  for (const char* part :
       {"Nous conservons vos donn\u00e9es personnelles aussi longtemps que vous avez un compte.",
        "Wir speichern Ihre personenbezogenen Daten, solange Sie ein Konto haben.",
        "Conserviamo i suoi dati personali finch\u00e9 ha un account presso di noi."})
    for (int i = 0; i < 28; ++i) text += std::string(part) + "\n\n";
  CHECK(read_plain_text(text).language == "en");
}

TEST_CASE("Long text without a space is sampled at whole characters") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text +=
        "\u6211\u4eec\u4f1a\u6536\u96c6\u60a8\u7684\u4e2a\u4eba\u4fe1\u606f\uff0c\u4ee5\u4fbf\u63d0"
        "\u4f9b\u670d\u52a1\u3002";
  CHECK(read_plain_text(text).language == "zh");
}
