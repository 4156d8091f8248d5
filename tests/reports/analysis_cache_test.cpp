#include "reports/analysis_cache.h"

#include <sqlite3.h>

#include "../corpus/reading.h"

using namespace fineprint;

namespace {

// What the cache warned of.
struct Warnings {
  std::vector<std::string> messages;
  AnalysisCache::Warn warn() {
    return [this](const std::string& message) { messages.push_back(message); };
  }
};

}  // namespace

TEST_CASE("what was put is there in the next run, for the same generation only") {
  const TemporaryFolder folder;
  Warnings warnings;
  const std::string value("binary \0 value", 14);
  {
    AnalysisCache cache(folder / "new/folder/cache.sqlite", "rules 1", warnings.warn());
    cache.put("key", value);
    CHECK(cache.get("key") == value);
  }
  AnalysisCache same(folder / "new/folder/cache.sqlite", "rules 1", warnings.warn());
  CHECK(same.get("key") == value);
  CHECK_FALSE(same.get("other key"));
  AnalysisCache other(folder / "new/folder/cache.sqlite", "rules 2", warnings.warn());
  CHECK_FALSE(other.get("key"));
  CHECK(warnings.messages.empty());
}

TEST_CASE("a cache without a file works in memory") {
  Warnings warnings;
  AnalysisCache cache("", "rules", warnings.warn());
  cache.put("key", "value");
  CHECK(cache.get("key") == "value");
}

TEST_CASE("two caches at once see what the other committed") {
  const TemporaryFolder folder;
  Warnings warnings;
  AnalysisCache one(folder / "cache.sqlite", "rules", warnings.warn());
  AnalysisCache two(folder / "cache.sqlite", "rules", warnings.warn());
  one.put("key", "value");
  one.flush();
  two.put("key", "value");
  two.put("more", "value");
  two.flush();
  CHECK(two.get("key") == "value");
  CHECK(one.get("more") == "value");
  CHECK(warnings.messages.empty());
}

TEST_CASE("a file that is no database is built anew, another program's is left alone") {
  const TemporaryFolder folder;
  Warnings warnings;
  folder.write("cache.sqlite", "no database at all, but long enough to be taken for one");
  {
    AnalysisCache cache(folder / "cache.sqlite", "rules", warnings.warn());
    cache.put("key", "value");
  }
  CHECK(AnalysisCache(folder / "cache.sqlite", "rules", warnings.warn()).get("key") == "value");
  CHECK(warnings.messages.size() == 1);

  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open((folder / "theirs.sqlite").c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, "CREATE TABLE notes(text)", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  sqlite3_close(database);
  const std::string before = file_bytes(folder / "theirs.sqlite");
  AnalysisCache cache(folder / "theirs.sqlite", "rules", warnings.warn());
  cache.put("key", "value");
  cache.flush();
  CHECK(cache.get("key") == "value");
  CHECK(file_bytes(folder / "theirs.sqlite") == before);
  CHECK(warnings.messages.size() == 2);
}

TEST_CASE("a file in a place that cannot be written means working in memory") {
  Warnings warnings;
  AnalysisCache cache("/proc/nowhere/cache.sqlite", "rules", warnings.warn());
  cache.put("key", "value");
  CHECK(cache.get("key") == "value");
  CHECK(warnings.messages.size() == 1);
}

TEST_CASE("the cache file may be deleted while it is in use") {
  const TemporaryFolder folder;
  Warnings warnings;
  {
    AnalysisCache cache(folder / "cache.sqlite", "rules", warnings.warn());
    cache.put("key", "value");
    cache.flush();
    for (const char* suffix : {"", "-wal", "-shm"})
      std::filesystem::remove(folder / (std::string("cache.sqlite") + suffix));
    cache.put("more", "value");
    cache.flush();
    CHECK(cache.get("more") == "value");
  }
  AnalysisCache next(folder / "cache.sqlite", "rules", warnings.warn());
  next.put("key", "new");
  next.flush();
  CHECK(next.get("key") == "new");
}
