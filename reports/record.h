// Values as bytes, for what one build of the program writes and the same build reads again: the
// cache of analyses.
//
// A class takes part with a function `fields(archive, object)` that hands its members to the
// archive in one order, be it for writing or for reading. Numbers take seven bits a byte, texts and
// lists their length first; nothing is named, and nothing can be read by another build.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fineprint {

// The bytes end too early, or too late: they are no record of this kind.
class RecordError : public std::runtime_error {
 public:
  RecordError() : std::runtime_error("not a record of this kind") {}
};

// `T` or `const T`: what `fields` takes.
template <typename Object, typename T>
concept Either = std::same_as<std::remove_const_t<Object>, T>;

template <typename T>
concept Scalar = std::is_integral_v<T> || std::is_enum_v<T>;

class RecordWriter {
 public:
  template <typename... Ts>
  void operator()(const Ts&... values) {
    (write(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <Scalar T>
  void write(const T& value) {
    auto rest = static_cast<std::uint64_t>(value);
    for (; rest >= 0x80; rest >>= 7) bytes_ += static_cast<char>(0x80 | (rest & 0x7F));
    bytes_ += static_cast<char>(rest);
  }
  void write(const char& letter) { write(static_cast<unsigned char>(letter)); }
  void write(const std::string& text) {
    write(text.size());
    bytes_ += text;
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    write(list.size());
    for (const T& each : list) write(each);
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <typename A, typename B>
  void write(const std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <typename T>
  requires std::is_class_v<T>
  void write(const T& object) { fields(*this, object); }

  std::string bytes_;
};

// Every function throws RecordError where the bytes end too early.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  template <typename... Ts>
  void operator()(Ts&... values) {
    (read(values), ...);
  }
  bool done() const { return rest_.empty(); }

 private:
  template <Scalar T>
  void read(T& value) {
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
      if (rest_.empty() || shift > 63) throw RecordError();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    value = static_cast<T>(number);
  }
  // No element takes less than a byte, so a length that is wrong reserves no memory.
  std::size_t read_length() {
    std::size_t length = 0;
    read(length);
    if (length > rest_.size()) throw RecordError();
    return length;
  }
  void read(std::string& text) {
    const std::size_t length = read_length();
    text.assign(rest_.substr(0, length));
    rest_.remove_prefix(length);
  }
  template <typename T>
  void read(std::vector<T>& list) {
    list.resize(read_length());
    for (T& each : list) read(each);
  }
  template <typename T>
  void read(std::optional<T>& value) {
    bool there = false;
    read(there);
    value.reset();
    if (there) read(value.emplace());
  }
  template <typename A, typename B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <typename T>
  requires std::is_class_v<T>
  void read(T& object) { fields(*this, object); }

  std::string_view rest_;
};

template <typename T>
std::string to_record(const T& object) {
  RecordWriter writer;
  writer(object);
  return writer.take();
}

// Nothing where there are no bytes, or they are no record of a T.
template <typename T>
std::optional<T> from_record(const std::optional<std::string>& bytes) {
  if (!bytes) return std::nullopt;
  try {
    T object;
    RecordReader reader(*bytes);
    reader(object);
    if (reader.done()) return object;
  } catch (const RecordError&) {
  }
  return std::nullopt;
}

}  // namespace fineprint
