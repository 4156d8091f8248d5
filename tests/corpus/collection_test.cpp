#include "corpus/collection.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "reading.h"

using namespace fineprint;

namespace {
std::vector<std::string> summary(const Collection& collection) {
  std::vector<std::string> rows;
  for (const DocumentSource& source : collection.documents) {
    std::string row = source.vendor + "|" + source.type;
    for (const InputFile& file : source.files) row += "|" + file.path;
    rows.push_back(row);
  }
  return rows;
}
}  // namespace

TEST_CASE("A folder's layout names vendors and terms types") {
  const TemporaryFolder folder;
  folder.write("Acme/Privacy Policy.md", "x");
  folder.write("Acme/terms-of-use.html", "x");
  folder.write("deep/er/Bolt/DPA.txt", "x");
  folder.write("README.md", "x");
  folder.write("LICENSE.txt", "x");
  folder.write(".git/config.md", "x");
  folder.write("Acme/logo.png", "x");
  const Collection collection = list_collection({folder.path().string()}, {});
  CHECK(summary(collection) ==
        std::vector<std::string>{"Acme|Privacy Policy|Acme/Privacy Policy.md",
                                 "Acme|Terms of Service|Acme/terms-of-use.html",
                                 "Bolt|Data Processor Agreement|deep/er/Bolt/DPA.txt"});
  CHECK(collection.skipped.empty());
}

TEST_CASE("A vendor's own folder names the vendor") {
  const TemporaryFolder folder;
  folder.write("Acme/Privacy Policy.md", "x");
  const Collection collection = list_collection({folder / "Acme"}, {});
  CHECK(summary(collection) == std::vector<std::string>{"Acme|Privacy Policy|Privacy Policy.md"});
}

TEST_CASE("Parts of a document are one document") {
  const TemporaryFolder folder;
  folder.write("Acme/Terms of Service #b.md", "# Service terms\n\nB.\n");
  folder.write("Acme/Terms of Service #a.md", "# Terms of use\n\nA.\n");
  folder.write("Acme/Terms of Service #c.md", "");
  const Collection collection = list_collection({folder.path().string()}, {});
  REQUIRE(collection.documents.size() == 1);
  std::vector<Skipped> skipped;
  const Document document = read_source(collection.documents[0], {}, skipped);
  CHECK(document.parts.size() == 2);
  CHECK(document.type == "Terms of Service");
  CHECK(document.blocks.at(0).text == "Terms of use");
  CHECK(skipped == std::vector<Skipped>{{"Acme/Terms of Service #c.md", "empty"}});
}

TEST_CASE("The order of paths does not matter, and no file counts twice") {
  const TemporaryFolder folder;
  folder.write("one/Acme/Privacy Policy.md", "x");
  folder.write("two/Acme/Privacy Policy.md", "y");
  folder.write("two/Bolt/Privacy Policy.md", "z");
  const std::string one = folder / "one";
  const std::string two = folder / "two";
  const auto forward = summary(list_collection({one, two, two + "/Bolt/Privacy Policy.md"}, {}));
  CHECK(forward == summary(list_collection({two + "/Bolt/Privacy Policy.md", two, one, one}, {})));
  CHECK(forward ==
        std::vector<std::string>{"Acme|Privacy Policy|" + one + "/Acme/Privacy Policy.md",
                                 "Acme|Privacy Policy|" + two + "/Acme/Privacy Policy.md",
                                 "Bolt|Privacy Policy|Bolt/Privacy Policy.md"});
}

TEST_CASE("What cannot be read is skipped and the rest goes on") {
  const TemporaryFolder folder;
  folder.write("Acme/Privacy Policy.md", "You own it.");
  REQUIRE(mkfifo((folder / "Acme/Pipe.md").c_str(), 0600) == 0);
  REQUIRE(symlink("nowhere.md", (folder / "Acme/Gone.md").c_str()) == 0);
  REQUIRE(symlink("/etc/hostname", (folder / "Acme/Out.md").c_str()) == 0);
  std::filesystem::create_directory(folder / "Acme/Folder.md");
  const Collection collection =
      list_collection({folder.path().string(), folder / "missing.md", folder / "Acme/Pipe.md"}, {});
  CHECK(summary(collection).size() == 1);
  const auto error_of = [&](const std::string& path) {
    for (const Skipped& row : collection.skipped)
      if (row.path == path) return row.error;
    return std::string("not skipped");
  };
  CHECK(error_of("Acme/Pipe.md") == "not a regular file");
  CHECK(error_of("Acme/Gone.md") == "dangling symbolic link");
  CHECK(error_of("Acme/Out.md") == "symbolic link that leaves the folder");
  CHECK(error_of(folder / "missing.md") == "no such file or folder");
}

TEST_CASE("An unreadable file says why") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  const TemporaryFolder folder;
  folder.write("Acme/Privacy Policy.md", "x");
  REQUIRE(chmod((folder / "Acme/Privacy Policy.md").c_str(), 0) == 0);
  const Collection collection = list_collection({folder.path().string()}, {});
  std::vector<Skipped> skipped;
  CHECK_THROWS_WITH(read_source(collection.documents.at(0), {}, skipped),
                    "cannot be read: Permission denied");
}

TEST_CASE("A lone file takes vendor and type from the options, its name or its title") {
  const TemporaryFolder folder;
  folder.write("Acme/privacy policy.md", "# Policy\n\nText.\n");
  folder.write("x/page1.html",
               "<html><head><title>Bolt Terms of Use | Bolt</title></head><body><p>Hi "
               "there.</p></body></html>");
  std::vector<Skipped> skipped;
  const auto read = [&](const std::string& path, const CollectionOptions& options) {
    return read_source(list_collection({path}, options).documents.at(0), options, skipped);
  };
  const Document by_name = read(folder / "Acme/privacy policy.md", {});
  CHECK(by_name.vendor == "Acme");
  CHECK(by_name.type == "Privacy Policy");
  CHECK(by_name.path() == folder / "Acme/privacy policy.md");
  const Document by_title = read(folder / "x/page1.html", {});
  CHECK(by_title.vendor == "Bolt");
  CHECK(by_title.type == "Terms of Service");
  CollectionOptions options;
  options.vendor = "Corp";
  options.type = "dpa";
  const Document by_options = read(folder / "x/page1.html", options);
  CHECK(by_options.vendor == "Corp");
  CHECK(by_options.type == "Data Processor Agreement");
}

TEST_CASE("Terms types are normalised") {
  CHECK(normalise_terms_type("terms of use") == "Terms of Service");
  CHECK(normalise_terms_type("Terms_and_Conditions") == "Terms of Service");
  CHECK(normalise_terms_type("DPA") == "Data Processor Agreement");
  CHECK(normalise_terms_type("Cookie-Policy") == "Trackers Policy");
  CHECK(normalise_terms_type("In-App Purchases Policy") == "In-App Purchases Policy");
  CHECK(normalise_terms_type("Politique de confidentialit\u00e9") == "Privacy Policy");
  CHECK(normalise_terms_type("  Odd Paper ") == "Odd Paper");
}

TEST_CASE("Files of a tree are grouped by the same layout") {
  const auto bytes = [] { return std::string("x"); };
  const Collection collection = group_files(
      {{"Acme/Terms of Service.md", bytes}, {"README.md", bytes}, {"Acme/a.json", bytes}}, {});
  CHECK(summary(collection) ==
        std::vector<std::string>{"Acme|Terms of Service|Acme/Terms of Service.md"});
}
