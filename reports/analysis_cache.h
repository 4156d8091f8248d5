// What was computed before, kept in an SQLite file between runs.
//
// The cache maps keys to values and knows nothing of either. A key must name all that its value
// depends on; `generation` (rules and program) is part of every key, and entries of generations
// long out of use are dropped. The file may be deleted at any time and is shared by any number of
// processes (write-ahead log); a kill at any moment loses at most what was not yet committed. A
// file that is damaged, or is no cache, is never trusted: every value carries its own digest, a
// file of SQLite's that is broken is built anew, and any other failure means running without.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fineprint {

class AnalysisCache {
 public:
  using Warn = std::function<void(const std::string&)>;

  // Opens or creates the file; an empty name keeps everything in memory. Never throws for what is
  // wrong with the file: `warn` is told, and the cache works in memory.
  AnalysisCache(const std::string& file, std::string generation, Warn warn);
  ~AnalysisCache();
  AnalysisCache(const AnalysisCache&) = delete;
  AnalysisCache& operator=(const AnalysisCache&) = delete;

  // Both may be called from any thread.
  std::optional<std::string> get(std::string_view key);
  void put(std::string_view key, std::string value);

  // Commits what was put. Called by itself now and then, and by the destructor.
  void flush();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The file that is used unless another is named: in $XDG_CACHE_HOME/fineprint, else in
// ~/.cache/fineprint; "" where there is no such place.
std::string default_cache_file();

}  // namespace fineprint
