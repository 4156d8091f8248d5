#include "rules/pattern_reader.h"

#include "rules/lexicon.h"

namespace fineprint {

Pattern read_pattern_text(const JsonReader& reader, std::string_view text,
                          const WordCutter& cutter) {
  try {
    return parse_pattern(text, cutter);
  } catch (const PatternError& error) {
    std::string shown(text.substr(error.position, 40));
    reader.fail("in the pattern \"" + std::string(text) + "\", at \"" + shown +
                "\": " + error.what());
  }
}

Pattern read_pattern(const JsonReader& reader, const WordCutter& cutter) {
  return read_pattern_text(reader, reader.string(), cutter);
}

std::vector<Pattern> read_patterns(const JsonReader& reader, const WordCutter& cutter) {
  std::vector<Pattern> patterns;
  for (const JsonReader& each : reader.elements()) patterns.push_back(read_pattern(each, cutter));
  return patterns;
}

void check_concepts_known(const JsonReader& reader, const std::vector<std::string>& names,
                          const Lexicon& lexicon) {
  for (const std::string& name : names) {
    if (name == "duration" || lexicon.concepts.contains(name)) continue;
    std::vector<std::string> known{"duration"};
    for (const auto& [each, entry] : lexicon.concepts) known.push_back(each);
    const std::string near = nearest(name, known);
    reader.fail("the concept {" + name + "} is not in the lexicon for \"" + lexicon.language +
                "\"; " +
                (near.empty() ? "add it to a lexicon file" : "did you mean {" + near + "}?"));
  }
}

}  // namespace fineprint
