#include "corpus/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/reader.h"

namespace fineprint {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(int error) {
  throw UnreadableInput(std::string("cannot be read: ") + std::strerror(error));
}

}  // namespace

std::string read_file(const std::string& path, std::size_t max_bytes) {
  const Descriptor file(path);
  if (file.number() < 0) fail(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail(errno);
  if (S_ISDIR(status.st_mode)) throw UnreadableInput("cannot be read: it is a folder");
  if (!S_ISREG(status.st_mode)) throw UnreadableInput("cannot be read: not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_bytes)
    throw UnreadableInput("too long: " + std::to_string(size) + " bytes, the limit is " +
                          std::to_string(max_bytes));
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = ::read(file.number(), bytes.data() + done, size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

}  // namespace fineprint
