#include "reports/analysis_cache.h"

#include <openssl/sha.h>
#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace fineprint {
namespace {

constexpr int kApplicationId = 0x66707263;  // "fprc"
constexpr int kSchemaVersion = 1;
constexpr int kBusyMilliseconds = 10'000;
constexpr std::size_t kBatch = 64;                      // entries a transaction ...
constexpr int kReads = 256;                             // reads that share a transaction
constexpr auto kLongestWait = std::chrono::seconds(2);  // ... or what came in so long
constexpr const char* kOldest = "unixepoch() - 90*86400";

using Key = std::string;  // the first bytes of a SHA-256

std::string digest(std::string_view text, std::size_t length) {
  unsigned char hash[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), hash);
  return {reinterpret_cast<const char*>(hash), length};
}

constexpr std::size_t kKeyLength = 20;
constexpr std::size_t kSealLength = 8;

std::string seal(const std::string& value) {
  return digest(value, kSealLength) + value;
}

// A value whose digest does not fit is damaged: it counts as missing and is written again.
std::optional<std::string> unseal(std::optional<std::string> value) {
  if (!value || value->size() < kSealLength) return std::nullopt;
  const std::string_view sealed = *value;
  if (sealed.substr(0, kSealLength) != digest(sealed.substr(kSealLength), kSealLength))
    return std::nullopt;
  value->erase(0, kSealLength);
  return value;
}

struct DatabaseCloser {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct StatementCloser {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, DatabaseCloser>;
using Query = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// A failed call of SQLite's; `broken` if the file is to blame, `busy` if another run is.
struct CacheFailure {
  std::string message;
  bool broken = false;
  bool busy = false;
};

[[noreturn]] void fail(sqlite3* database, int code) {
  const int kind = code & 0xFF;
  throw CacheFailure{database ? sqlite3_errmsg(database) : sqlite3_errstr(code),
                     kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_SCHEMA,
                     kind == SQLITE_BUSY || kind == SQLITE_LOCKED};
}

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) fail(database, code);
}

void execute(const Database& database, const std::string& sql) {
  check(database.get(), sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Query prepare(const Database& database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(database.get(), sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr));
  return Query(statement);
}

int read_number(const Database& database, const char* sql) {
  const Query query = prepare(database, sql);
  check(database.get(), sqlite3_step(query.get()));
  return sqlite3_column_int(query.get(), 0);
}

void bind_blob(const Query& query, int index, std::string_view bytes) {
  sqlite3_bind_blob64(query.get(), index, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

Database open_file(const std::string& file) {
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &raw,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  check(raw, code);
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  return database;
}

// Fails for a file that is some other program's, which is left as it is. Both are read of one state
// of the file: another run may be setting it up.
void require_ours(const Database& database) {
  execute(database, "BEGIN");
  const int id = read_number(database, "PRAGMA application_id");
  const int objects = read_number(database, "SELECT count(*) FROM sqlite_schema");
  execute(database, "COMMIT");
  if (id != kApplicationId && (id != 0 || objects != 0))
    throw CacheFailure{"it is another program's database"};
}

void set_up(const Database& database, const std::string& generation) {
  require_ours(database);
  execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
  execute(database, "BEGIN IMMEDIATE");
  if (read_number(database, "PRAGMA user_version") != kSchemaVersion) {
    execute(database,
            "DROP TABLE IF EXISTS entry; DROP TABLE IF EXISTS generation;"
            "CREATE TABLE generation(id INTEGER PRIMARY KEY, name BLOB UNIQUE NOT NULL, used "
            "INTEGER NOT NULL);"
            "CREATE TABLE entry(key BLOB PRIMARY KEY, generation INTEGER NOT NULL, value BLOB NOT "
            "NULL) WITHOUT ROWID;"
            "PRAGMA application_id=" +
                std::to_string(kApplicationId) +
                ";"
                "PRAGMA user_version=" +
                std::to_string(kSchemaVersion) + ";");
  }
  const Query use = prepare(database,
                            "INSERT INTO generation(name, used) VALUES(?1, unixepoch()) "
                            "ON CONFLICT(name) DO UPDATE SET used = unixepoch()");
  bind_blob(use, 1, generation);
  check(database.get(), sqlite3_step(use.get()));
  const std::string old = std::string("(SELECT id FROM generation WHERE used < ") + kOldest + ")";
  execute(database, "DELETE FROM entry WHERE generation IN " + old +
                        "; DELETE FROM generation WHERE id IN " + old);
  execute(database, "COMMIT");
}

// Tries again while another run sets the file up: SQLite waits by itself for most locks, but not
// for the one that changes the journal's mode.
void set_up_when_free(const Database& database, const std::string& generation) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyMilliseconds);
  while (true) {
    try {
      return set_up(database, generation);
    } catch (const CacheFailure& failure) {
      if (!failure.busy || std::chrono::steady_clock::now() > end) throw;
    }
    sqlite3_exec(database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

void remove_database(const std::string& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix, ignored);
}

}  // namespace

struct AnalysisCache::State {
  std::mutex mutex;
  std::string file;
  std::string generation;
  Warn warn;
  Database database;  // null: in memory only
  Query select;
  Query insert;
  int reads = 0;                       // in the transaction that is open; 0: none is
  std::map<Key, std::string> memory;   // in memory only: everything
  std::map<Key, std::string> pending;  // not yet committed
  std::chrono::steady_clock::time_point last_commit = std::chrono::steady_clock::now();

  Key name(std::string_view key) const {
    std::string whole = generation;
    whole += '\0';
    whole += key;
    return digest(whole, kKeyLength);
  }

  void open() {
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    database = open_file(file);
    set_up_when_free(database, generation);
    select = prepare(database, "SELECT value FROM entry WHERE key = ?1");
    insert = prepare(database,
                     "INSERT INTO entry(key, generation, value) "
                     "VALUES(?1, (SELECT id FROM generation WHERE name = ?3), ?2) "
                     "ON CONFLICT(key) DO UPDATE SET value = ?2, generation = excluded.generation");
    bind_blob(insert, 3, generation);
  }

  // Goes on in memory; what is pending stays readable.
  void give_up(const CacheFailure& failure) {
    warn("the cache " + file + " is not used: " + failure.message);
    select.reset();
    insert.reset();
    database.reset();
    memory.merge(pending);
    pending.clear();
  }

  void rebuild(const CacheFailure& failure) {
    warn("the cache " + file + " is damaged and built anew: " + failure.message);
    select.reset();
    insert.reset();
    database.reset();
    remove_database(file);
    try {
      open();
    } catch (const CacheFailure& again) {
      give_up(again);
    }
  }

  void handle(const CacheFailure& failure) {
    reads = 0;
    if (database) sqlite3_exec(database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    if (failure.broken)
      rebuild(failure);
    else
      give_up(failure);
  }

  // Reads in a row share a transaction, since beginning one costs more than a read. It ends now and
  // then, and before each write, to see what other processes wrote.
  void begin_read() {
    if (reads >= kReads) end_reads();
    if (reads++ == 0) execute(database, "BEGIN");
  }

  void end_reads() {
    if (reads == 0) return;
    reads = 0;
    execute(database, "COMMIT");
  }

  std::optional<std::string> read(const Key& key) {
    begin_read();
    bind_blob(select, 1, key);
    const int code = sqlite3_step(select.get());
    std::optional<std::string> value;
    if (code == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select.get(), 0));
      const auto length = static_cast<std::size_t>(sqlite3_column_bytes(select.get(), 0));
      if (bytes) value.emplace(bytes, length);
    }
    sqlite3_reset(select.get());
    check(database.get(), code);
    return value;
  }

  void commit() {
    if (!database) return;
    end_reads();
    if (pending.empty()) return;
    execute(database, "BEGIN IMMEDIATE");
    for (const auto& [key, value] : pending) {
      bind_blob(insert, 1, key);
      bind_blob(insert, 2, seal(value));
      const int code = sqlite3_step(insert.get());
      sqlite3_reset(insert.get());
      check(database.get(), code);
    }
    execute(database, "COMMIT");
    pending.clear();
    last_commit = std::chrono::steady_clock::now();
  }

  void guarded_commit() {
    try {
      commit();
    } catch (const CacheFailure& failure) {
      handle(failure);
      if (database) guarded_commit();
    }
  }
};

AnalysisCache::AnalysisCache(const std::string& file, std::string generation, Warn warn)
    : state_(std::make_unique<State>()) {
  state_->file = file;
  state_->generation = std::move(generation);
  state_->warn = std::move(warn);
  if (file.empty()) return;
  try {
    state_->open();
  } catch (const CacheFailure& failure) {
    state_->handle(failure);
  }
}

AnalysisCache::~AnalysisCache() {
  flush();
}

std::optional<std::string> AnalysisCache::get(std::string_view key) {
  const Key name = state_->name(key);
  std::optional<std::string> value;
  {
    const std::lock_guard lock(state_->mutex);
    for (const auto* map : {&state_->pending, &state_->memory}) {
      if (const auto found = map->find(name); found != map->end()) return found->second;
    }
    if (!state_->database) return std::nullopt;
    try {
      value = state_->read(name);
    } catch (const CacheFailure& failure) {
      state_->handle(failure);
    }
  }
  return unseal(std::move(value));
}

void AnalysisCache::put(std::string_view key, std::string value) {
  Key name = state_->name(key);
  const std::lock_guard lock(state_->mutex);
  if (!state_->database) {
    state_->memory[std::move(name)] = std::move(value);
    return;
  }
  state_->pending[std::move(name)] = std::move(value);
  const bool late = std::chrono::steady_clock::now() - state_->last_commit > kLongestWait;
  if (late || state_->pending.size() >= kBatch) state_->guarded_commit();
}

void AnalysisCache::flush() {
  const std::lock_guard lock(state_->mutex);
  state_->guarded_commit();
}

std::string default_cache_file() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache && *cache == '/') return std::string(cache) + "/fineprint/analysis.sqlite";
  const char* home = std::getenv("HOME");
  if (home && *home == '/') return std::string(home) + "/.cache/fineprint/analysis.sqlite";
  return "";
}

}  // namespace fineprint
