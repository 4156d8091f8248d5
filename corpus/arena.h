// Memory that is handed out piece by piece and given back as a whole, for C parsers that build
// trees of many small nodes.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace fineprint {

class Arena {
 public:
  // Hands out `budget` bytes at most.
  explicit Arena(std::size_t budget) : budget_(budget) {}

  // Memory for `size` bytes, aligned for any type and not initialised; nullptr past the budget.
  void* allocate(std::size_t size);

  // Gives everything back; a few chunks are kept for the next use.
  void clear();

 private:
  struct Free {
    void operator()(char* memory) const;
  };
  struct Chunk {
    std::unique_ptr<char, Free> memory;
    std::size_t size;
  };
  bool grow(std::size_t size);

  std::size_t budget_;
  std::vector<Chunk> chunks_;
  std::size_t used_ = 0;  // chunks in use; the others wait
  char* top_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace fineprint
