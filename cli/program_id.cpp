#include "cli/program_id.h"

#include <elf.h>
#include <link.h>
#include <openssl/sha.h>

#include <array>
#include <cstring>
#include <fstream>
#include <sstream>

namespace fineprint {
namespace {

std::size_t padded(std::size_t length) {
  return (length + 3) / 4 * 4;
}

// The build id among the notes of one segment, or "".
std::string find_build_id(const char* notes, std::size_t length) {
  ElfW(Nhdr) note{};
  while (length >= sizeof note) {
    std::memcpy(&note, notes, sizeof note);
    const std::size_t name = sizeof note;
    const std::size_t id = name + padded(note.n_namesz);
    const std::size_t end = id + padded(note.n_descsz);
    if (end > length) break;
    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof ELF_NOTE_GNU &&
        std::memcmp(notes + name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0)
      return {notes + id, note.n_descsz};
    notes += end;
    length -= end;
  }
  return "";
}

// Called for the program itself first; 1 ends the walk before its libraries.
int read_build_id(dl_phdr_info* object, std::size_t, void* result) {
  auto& id = *static_cast<std::string*>(result);
  for (int i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type == PT_NOTE)
      id = find_build_id(reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr),
                         segment.p_memsz);
  }
  return 1;
}

std::string digest_of_file() {
  std::ostringstream bytes;
  bytes << std::ifstream("/proc/self/exe", std::ios::binary).rdbuf();
  const std::string text = bytes.str();
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  return {digest.begin(), digest.end()};
}

}  // namespace

std::string program_id() {
  std::string id;
  dl_iterate_phdr(read_build_id, &id);
  return id.empty() ? digest_of_file() : id;
}

}  // namespace fineprint
