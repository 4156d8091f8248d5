#include "analyzer/announcement.h"

#include <doctest/doctest.h>

#include "bare_finding.h"
#include "small_documents.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

using Flags = std::vector<bool>;

const std::string kDelete = "retention.delete-request";
const std::string kPeriod = "retention.period";

// A clause, the block it was found in and its period.
Finding in_block(int block, const std::string& clause, const std::string& period = "") {
  Finding finding = bare_finding(clause, period);
  finding.block = block;
  return finding;
}

}  // namespace

TEST_CASE("a heading announces the text under it that says the same") {
  DocumentBuilder builder;
  builder.heading(2, "Right to erasure").paragraph("You may ask us to delete your data.");
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(1, kDelete)}) == Flags{true, false});
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(1, kPeriod),
                                in_block(1, kDelete)}) == Flags{true, false, false});
}

TEST_CASE("a heading announces what headings under it and their text say") {
  DocumentBuilder builder;
  builder.heading(2, "Deleting your data").heading(3, "Deleting it by e-mail");
  builder.paragraph("Write to us to have your data deleted.");
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(1, kDelete)}) == Flags{true, false});
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(2, kDelete)}) == Flags{true, false});
}

TEST_CASE("a heading speaks for itself where the text under it says something else") {
  DocumentBuilder builder;
  builder.heading(2, "Deleting your data").paragraph("We keep logs for 30 days.");
  builder.heading(2, "Closing your account").paragraph("We then delete your data.");
  CHECK(announcements(builder, {in_block(0, kDelete)}) == Flags{false});
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(1, kPeriod, "P30D"),
                                in_block(3, kDelete)}) == Flags{false, false, false});
}

TEST_CASE("a heading with a period of its own stays") {
  DocumentBuilder builder;
  builder.heading(2, "Your data is kept for 30 days").paragraph("Archives last for 60 days.");
  CHECK(announcements(builder, {in_block(0, kPeriod, "P30D"), in_block(1, kPeriod, "P60D")}) ==
        Flags{false, false});
  CHECK(announcements(builder, {in_block(0, kPeriod, "P60D"), in_block(1, kPeriod, "P60D")}) ==
        Flags{true, false});
}

TEST_CASE("a whole sentence announces nothing, be it set as a heading") {
  DocumentBuilder builder;
  builder.heading(2, "You may at any time and for any reason ask us to delete your data.");
  builder.paragraph("You may also delete it in the console.");
  CHECK(announcements(builder, {in_block(0, kDelete), in_block(1, kDelete)}) ==
        Flags{false, false});
}
