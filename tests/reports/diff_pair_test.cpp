#include "reports/diff_pair.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fineprint;

namespace {

PairingDocument document(const std::string& vendor, const std::string& type,
                         const std::string& path, const std::string& digest,
                         std::vector<std::uint64_t> sentences = {}) {
  PairingDocument result{vendor, type, path, {digest}, {}, true};
  for (const std::uint64_t key : sentences) result.sentences.push_back({key, 10});
  return result;
}

using Pairs = std::vector<std::pair<int, int>>;

Pairs pairs(const std::vector<PairingDocument>& before, const std::vector<PairingDocument>& after) {
  Pairs result;
  for (const DocumentPair& pair : pair_documents(before, after))
    result.emplace_back(pair.old_document, pair.new_document);
  return result;
}

}  // namespace

TEST_CASE("documents of the same vendor and type are paired, others came or went") {
  const std::vector<PairingDocument> before = {
      document("Acme", "Privacy Policy", "Acme/Privacy Policy.md", "a"),
      document("Acme", "Terms of Service", "Acme/Terms of Service.md", "b"),
      document("Brill", "Terms of Service", "Brill/Terms of Service.md", "c")};
  const std::vector<PairingDocument> after = {
      document("Acme", "Privacy Policy", "Acme/Privacy Policy.html", "d"),
      document("Acme", "Terms of Service", "Acme/Terms of Service.md", "e"),
      document("Corv", "Terms of Service", "Corv/Terms of Service.md", "f")};
  CHECK(pairs(before, after) == Pairs{{0, 0}, {1, 1}, {-1, 2}, {2, -1}});
}

TEST_CASE("two lone documents are paired whatever they are called") {
  CHECK(pairs({document("old", "Terms of Service", "old/a.md", "a")},
              {document("new", "Privacy Policy", "new/b.md", "b")}) == Pairs{{0, 0}});
}

TEST_CASE("a single vendor on each side is the same one") {
  const std::vector<PairingDocument> before = {
      document("terms-2023", "Privacy Policy", "Privacy Policy.md", "a"),
      document("terms-2023", "Terms of Service", "Terms of Service.md", "b")};
  std::vector<PairingDocument> after = before;
  for (PairingDocument& each : after) each.vendor = "terms-2024";
  CHECK(pairs(before, after) == Pairs{{0, 0}, {1, 1}});
}

TEST_CASE("a file that was renamed is recognised by its contents") {
  const std::vector<PairingDocument> before = {
      document("Acme", "Terms of Service", "Acme/Terms of Service.md", "a", {1, 2, 3, 4}),
      document("Acme", "Cookie Policy", "Acme/Cookies.md", "b", {5, 6}),
      document("Brill", "Terms of Service", "Brill/Terms.md", "c", {7, 8})};
  const std::vector<PairingDocument> after = {
      document("Acme", "Privacy Policy", "Acme/Privacy Policy.md", "d", {9, 10}),
      document("Acme", "Commercial Terms", "Acme/Commercial Terms.md", "e", {1, 2, 3, 11}),
      document("Acme", "Cookie Policy", "Acme/Cookies.md", "b", {5, 6}),
      document("Brill AI", "Terms of Service", "Brill AI/Terms.md", "c", {7, 8})};
  CHECK(pairs(before, after) == Pairs{{-1, 0}, {0, 1}, {1, 2}, {2, 3}});
}

TEST_CASE("the last documents of a vendor are paired unless they are of different kinds") {
  const PairingDocument other = document("Brill", "Terms of Service", "Brill/Terms.md", "x");
  const std::vector<PairingDocument> before = {
      document("Acme", "fineprint-v1", "Acme/fineprint-v1.md", "a", {1, 2}), other};
  CHECK(pairs(before, {document("Acme", "Terms of Service", "Acme/Terms.md", "b", {3, 4}), other})
            .front() == std::pair(0, 0));
  const std::vector<PairingDocument> policy = {
      document("Acme", "Privacy Policy", "Acme/Privacy Policy.md", "a", {1, 2}), other};
  CHECK(pairs(policy, {document("Acme", "Terms of Service", "Acme/Terms.md", "b", {3, 4}), other})
            .front() == std::pair(-1, 0));
}

TEST_CASE("several documents of one type are paired by what they say") {
  const std::vector<PairingDocument> before = {
      document("Acme", "Terms of Service", "Acme/us/Terms.md", "a", {1, 2, 3}),
      document("Acme", "Terms of Service", "Acme/eu/Terms.md", "b", {4, 5, 6})};
  const std::vector<PairingDocument> after = {
      document("Acme", "Terms of Service", "Acme/europe/Terms.md", "c", {4, 5, 7}),
      document("Acme", "Terms of Service", "Acme/america/Terms.md", "d", {1, 2, 8})};
  CHECK(pairs(before, after) == Pairs{{1, 0}, {0, 1}});
}

TEST_CASE("an empty side leaves everything new or gone") {
  const std::vector<PairingDocument> some = {document("Acme", "Terms of Service", "a.md", "a")};
  CHECK(pairs({}, some) == Pairs{{-1, 0}});
  CHECK(pairs(some, {}) == Pairs{{0, -1}});
  CHECK(pairs({}, {}).empty());
}
