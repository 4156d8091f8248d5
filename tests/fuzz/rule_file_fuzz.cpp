// Any text as a file of the catalogue, a lexicon and rules: read, or refused as a RuleFileError.
#include <cstdint>
#include <string_view>

#include "rules/catalogue.h"
#include "rules/lexicon.h"
#include "rules/rule.h"

namespace {

template <typename Read>
void try_reading(const Read& read) {
  try {
    read();
  } catch (const fineprint::RuleFileError&) {  // refused with its place: as it should be
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try_reading([&] {
    const fineprint::JsonSource source("fuzz.json", text);
    try_reading([&] { fineprint::Catalogue().add(source); });
    try_reading([&] { fineprint::dependency_order(fineprint::read_lexicon({&source})); });
    try_reading([&] {
      fineprint::Lexicon lexicon;
      lexicon.language = "en";
      for (const char* name : {"customer", "output", "own", "train"}) lexicon.concepts[name] = {};
      fineprint::read_rules(source, lexicon);
    });
  });
  return 0;
}
