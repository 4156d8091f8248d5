#include "corpus/arena.h"

#include <algorithm>
#include <cstdlib>

namespace fineprint {
namespace {
constexpr std::size_t kChunk = 1u << 20;
constexpr std::size_t kKeptChunks = 8;
}  // namespace

void Arena::Free::operator()(char* memory) const {
  std::free(memory);
}

void* Arena::allocate(std::size_t size) {
  size = (size + 15) & ~std::size_t{15};
  if (size > left_ && !grow(size)) return nullptr;
  char* const result = top_;
  top_ += size;
  left_ -= size;
  return result;
}

bool Arena::grow(std::size_t size) {
  if (used_ == chunks_.size() || chunks_[used_].size < size) {
    const std::size_t chunk = std::max(size, kChunk);
    if (chunk > budget_) return false;
    std::unique_ptr<char, Free> memory(static_cast<char*>(std::malloc(chunk)));
    if (!memory) return false;
    budget_ -= chunk;
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(used_),
                   {std::move(memory), chunk});
  }
  top_ = chunks_[used_].memory.get();
  left_ = chunks_[used_].size;
  ++used_;
  return true;
}

void Arena::clear() {
  while (chunks_.size() > kKeptChunks) {
    budget_ += chunks_.back().size;
    chunks_.pop_back();
  }
  std::erase_if(chunks_, [this](const Chunk& chunk) {
    if (chunk.size == kChunk) return false;
    budget_ += chunk.size;
    return true;
  });
  used_ = 0;
  left_ = 0;
}

}  // namespace fineprint
