#include "corpus/language.h"

#include "reading.h"

using namespace fineprint;

TEST_CASE("The language is that of most of the text") {
  CHECK(read_plain_text("Nous conservons vos donn\u00e9es personnelles pendant toute la dur\u00e9e de votre "
                        "abonnement et les supprimons ensuite, sauf obligation l\u00e9gale contraire.")
            .language == "fr");
  CHECK(read_plain_text("Wir verwenden Ihre Daten nicht, um unsere Modelle zu trainieren, es sei denn, "
                        "Sie haben dem ausdr\u00fccklich zugestimmt.")
            .language == "de");
}

TEST_CASE("What a page declares decides only where the text does not") {
  CHECK(read_html_text("<html lang='de'><body><p>We keep your personal data for as long as you have an "
                       "account with us, and for thirty days after that.</p></body></html>")
            .language == "en");
  CHECK(read_html_text("<html lang='fr-FR'><body><p>OK 12</p></body></html>").language == "fr");
  CHECK(read_plain_text("12 34").language == "und");
}
