#include "corpus/title.h"

#include "corpus/terms_type.h"
#include "reading.h"

using namespace fineprint;

TEST_CASE("Dates are read in the ways that documents write them") {
  CHECK(parse_date("Last Updated: January 31, 2024") == "2024-01-31");
  CHECK(parse_date("Effective 5 Sept. 2023") == "2023-09-05");
  CHECK(parse_date("Derni\u00e8re mise \u00e0 jour : 1er f\u00e9vrier 2025") == "2025-02-01");
  CHECK(parse_date("2024-11-03") == "2024-11-03");
  CHECK(parse_date("Version dated on 26.02.2020") == "2020-02-26");
  CHECK(parse_date("December 1st, 2022") == "2022-12-01");
  CHECK(parse_date("Regulation (EU) 2016/679") == "");
  CHECK(parse_date("within 30 days of May") == "");
}

TEST_CASE("The stated date is the one that is announced") {
  CHECK(read_markdown_text("# Terms\n\nLast updated\n\nMay 2, 2024\n\nText.\n").date ==
        "2024-05-02");
  CHECK(read_markdown_text(
            "# Terms\n\nWe were founded on May 2, 2019 in a garage, long before we thought "
            "of it.\n")
            .date == "");
}

TEST_CASE("A title names the kind of document and the vendor") {
  const TitleParts bar = read_title("Privacy Policy | Acme");
  CHECK(bar.type == "Privacy Policy");
  CHECK(bar.vendor == "Acme");
  CHECK(read_title("Acme Terms of Use").vendor == "Acme");
  CHECK(read_title("Acme Terms of Use").type == "Terms of Service");
  CHECK(read_title("Terms and Conditions - Bolt Inc.").vendor == "Bolt Inc.");
  CHECK(read_title("Our history").type == "");
}
