#include "reports/record.h"

#include <doctest/doctest.h>

#include <limits>

#include "reports/change_json.h"
#include "reports/history_record.h"
#include "sample_diff.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

enum class Colour { kRed, kBlue };

struct Paint {
  std::string name;
  Colour colour = Colour::kRed;
  int shade = 0;
  std::size_t litres = 0;
  std::optional<std::string> note;
  std::vector<std::pair<std::string, int>> prices;
  friend bool operator==(const Paint&, const Paint&) = default;
};

template <typename Archive, Either<Paint> Object>
void fields(Archive& archive, Object& paint) {
  archive(paint.name, paint.colour, paint.shade, paint.litres, paint.note, paint.prices);
}

DocumentChange sample_change() {
  DocumentChange change;
  change.direction = Direction::kMixed;
  change.changes = {longer_retention(), new_promise(), reworded_ownership(), hostile_change()};
  change.text_added = 2;
  change.text = {{ChangeKind::kRemoved, "Gone.", {"1", "1.2"}}};
  return change;
}

}  // namespace

TEST_CASE("what is written as a record is read again") {
  const Paint paint{std::string("a\0\xff", 3),
                    Colour::kBlue,
                    -300,
                    std::numeric_limits<std::size_t>::max(),
                    "matt",
                    {{"shop", 127}, {"mill", 128}}};
  CHECK(from_record<Paint>(to_record(paint)) == paint);
  CHECK(from_record<Paint>(to_record(Paint{})) == Paint{});
  CHECK_FALSE(from_record<Paint>(std::nullopt));
}

TEST_CASE("bytes that end too early or too late are no record, whatever they say") {
  const std::string record = to_record(sample_change());
  for (std::size_t length = 0; length < record.size(); ++length)
    CHECK_FALSE(from_record<DocumentChange>(record.substr(0, length)));
  CHECK_FALSE(from_record<DocumentChange>(record + '\0'));
  CHECK_FALSE(from_record<Paint>(std::string(40, '\xff')));
}

TEST_CASE("a record of a change holds all that reports tell of it") {
  const DocumentChange change = sample_change();
  const auto known = from_record<DocumentChange>(to_record(change));
  REQUIRE(known);
  CHECK(change_json(*known, true) == change_json(change, true));
}
