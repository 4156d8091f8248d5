#include "rules/rule_set.h"

#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "rules/embedded.h"
#include "rules/json_reader.h"

namespace fineprint {
namespace {

namespace fs = std::filesystem;

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    hex += kHex[digest[i] >> 4];
    hex += kHex[digest[i] & 15];
  }
  return hex;
}

void add_folder(const std::string& folder, std::vector<RuleFile>& files) {
  std::error_code error;
  std::vector<fs::path> found;
  if (!fs::is_directory(folder, error)) {
    throw RuleFileError(folder + ": this is no folder of rule files");
  }
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const bool schema = at->path().filename().string().ends_with(".schema.json");
    if (at->is_regular_file(error) && at->path().extension() == ".json" && !schema)
      found.push_back(at->path());
  }
  if (error) throw RuleFileError(folder + ": " + error.message());
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw RuleFileError(path.string() + ": the file cannot be read");
    files.push_back({path.generic_string(), text.str()});
  }
}

// The sources by role. Kept alive while lexicons and rules are read from them.
struct Sources {
  std::map<std::string, std::vector<const JsonSource*>> lexicons;  // by language
  std::vector<const JsonSource*> packs;
  std::vector<std::unique_ptr<JsonSource>> owned;
};

Sources sort_sources(const std::vector<RuleFile>& files, RuleSet& set) {
  Sources sources;
  for (const RuleFile& file : files) {
    auto source = std::make_unique<JsonSource>(file.name, file.text);
    const JsonReader root(*source);
    if (!root.value().is_object()) root.fail("a rule file must be an object: { ... }");
    if (root.has("clauses")) {
      set.catalogue.add(*source);
    } else if (root.has("questions")) {
      set.rubric = file;
    } else if (root.has("concepts") || root.has("numbers") || root.has("units") ||
               root.has("common_words")) {
      sources.lexicons[root.at("language").string()].push_back(source.get());
    } else if (root.has("rules")) {
      sources.packs.push_back(source.get());
    } else {
      root.fail(
          "a rule file has \"rules\", \"concepts\", \"clauses\" or \"questions\"; this has none");
    }
    sources.owned.push_back(std::move(source));
  }
  return sources;
}

void check_rule(const Rule& rule, const Catalogue& catalogue) {
  if (catalogue.find(rule.clause)) return;
  std::vector<std::string> known;
  for (const Clause& clause : catalogue.clauses()) known.push_back(clause.id);
  const std::string near = nearest(rule.clause, known);
  throw RuleFileError(
      rule.place + ": rule \"" + rule.id + "\": the clause \"" + rule.clause +
      "\" is not in the catalogue; " +
      (near.empty() ? "add it to a file with \"clauses\"" : "did you mean \"" + near + "\"?"));
}

// In the order of the files and within them; a rule whose id is known takes the place of that one.
std::vector<Rule> collect_rules(const std::vector<const JsonSource*>& packs, const Lexicon& lexicon,
                                const Catalogue& catalogue) {
  std::vector<Rule> rules;
  std::map<std::string, std::string> file_of;
  for (const JsonSource* pack : packs) {
    for (Rule& rule : read_rules(*pack, lexicon)) {
      check_rule(rule, catalogue);
      const auto known = file_of.find(rule.id);
      if (known == file_of.end()) {
        file_of[rule.id] = pack->file();
        rules.push_back(std::move(rule));
        continue;
      }
      if (known->second == pack->file()) {
        throw RuleFileError(rule.place + ": the rule id \"" + rule.id +
                            "\" stands twice in this file; give each rule its own id");
      }
      known->second = pack->file();
      *std::find_if(rules.begin(), rules.end(),
                    [&](const Rule& each) { return each.id == rule.id; }) = std::move(rule);
    }
  }
  return rules;
}

}  // namespace

const LanguageRules* RuleSet::for_language(std::string_view language) const {
  auto found = languages.find(std::string(language));
  if (found == languages.end()) {
    found = languages.find(std::string(language.substr(0, language.find('-'))));
  }
  return found == languages.end() ? nullptr : &found->second;
}

RuleSet load_rules(const std::vector<std::string>& folders, bool shipped) {
  std::vector<RuleFile> files;
  if (shipped) {
    for (const EmbeddedFile& file : embedded_rules()) {
      files.push_back({"rules/" + std::string(file.path), std::string(file.text)});
    }
  }
  std::string digested;
  for (const std::string& folder : folders) add_folder(folder, files);
  // Names stay out of the digest: the same rules in another folder are the same rules.
  for (const RuleFile& file : files) digested += sha256_hex(file.text);

  RuleSet set;
  set.digest = "sha256:" + sha256_hex(digested);
  const Sources sources = sort_sources(files, set);
  for (const auto& [language, lexicon_files] : sources.lexicons) {
    LanguageRules& rules = set.languages[language];
    rules.lexicon = read_lexicon(lexicon_files);
    rules.rules = collect_rules(sources.packs, rules.lexicon, set.catalogue);
  }
  return set;
}

}  // namespace fineprint
