#include "rules/rule_set.h"

#include <algorithm>
#include <memory>

#include "rules/json_reader.h"

namespace fineprint {
namespace {

enum class Role { kUnknown, kCatalogue, kRubric, kLexicon, kPack };

// What a file is that has this key: it may have no key of another role beside it.
Role role_of_key(std::string_view key) {
  if (key == "clauses") return Role::kCatalogue;
  if (key == "questions") return Role::kRubric;
  if (key == "concepts" || key == "numbers" || key == "units" || key == "common_words")
    return Role::kLexicon;
  return key == "rules" ? Role::kPack : Role::kUnknown;
}

// Reads a file up to the first key that tells its role.
class RoleReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  Role role() const { return role_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

  bool key(string_t& name) override {
    if (depth_ == 1) role_ = role_of_key(name);
    return role_ == Role::kUnknown;
  }

 private:
  bool open() {
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  int depth_ = 0;
  Role role_ = Role::kUnknown;
};

Role role_of(const RuleFile& file) {
  RoleReader reader;
  nlohmann::json::sax_parse(file.text, &reader);
  return reader.role();
}

// The files by role: lexicons are read together, packs once all words are known.
struct Sources {
  std::map<std::string, std::vector<std::unique_ptr<JsonSource>>> lexicons;  // by language
  std::vector<const RuleFile*> packs;
};

[[noreturn]] void refuse(const RuleFile& file) {
  const JsonSource source(file.name, file.text);  // what it is may not be told from broken JSON
  const JsonReader root(source);
  if (!root.value().is_object()) root.fail("a rule file must be an object: { ... }");
  root.fail(R"(a rule file has "rules", "concepts", "clauses" or "questions"; this has none)");
}

Sources sort_sources(const std::vector<RuleFile>& files, RuleSet& set) {
  Sources sources;
  for (const RuleFile& file : files) {
    switch (role_of(file)) {
      case Role::kCatalogue:
        set.catalogue.add(JsonSource(file.name, file.text));
        break;
      case Role::kRubric:
        JsonSource(file.name, file.text);  // a fault is told even where no score is asked for
        set.rubric = file;
        break;
      case Role::kLexicon: {
        auto source = std::make_unique<JsonSource>(file.name, file.text);
        const std::string language = JsonReader(*source).at("language").string();
        sources.lexicons[language].push_back(std::move(source));
        break;
      }
      case Role::kPack:
        sources.packs.push_back(&file);
        break;
      case Role::kUnknown:
        refuse(file);
    }
  }
  return sources;
}

Lexicon read_lexicon_of(const std::vector<std::unique_ptr<JsonSource>>& owned) {
  std::vector<const JsonSource*> files;
  files.reserve(owned.size());
  for (const auto& each : owned) files.push_back(each.get());
  return read_lexicon(files);
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

// The rules of a language, in the order of the files and within them; a rule whose id is known
// takes the place of that one.
class RuleCollector {
 public:
  RuleCollector(LanguageRules& into, const Catalogue& catalogue)
      : into_(into), catalogue_(catalogue) {}

  void add(const JsonSource& pack) {
    std::vector<Rule>& rules = into_.rules;
    for (Rule& rule : read_rules(pack, into_.lexicon)) {
      check_rule(rule, catalogue_);
      const auto known = file_of_.find(rule.id);
      if (known == file_of_.end()) {
        file_of_[rule.id] = pack.file();
        rules.push_back(std::move(rule));
        continue;
      }
      if (known->second == pack.file()) {
        throw RuleFileError(rule.place + ": the rule id \"" + rule.id +
                            "\" stands twice in this file; give each rule its own id");
      }
      known->second = pack.file();
      *std::find_if(rules.begin(), rules.end(),
                    [&](const Rule& each) { return each.id == rule.id; }) = std::move(rule);
    }
  }

 private:
  LanguageRules& into_;
  const Catalogue& catalogue_;
  std::map<std::string, std::string> file_of_;  // by id
};

}  // namespace

const LanguageRules* RuleSet::for_language(std::string_view language) const {
  auto found = languages.find(std::string(language));
  if (found == languages.end()) {
    found = languages.find(std::string(language.substr(0, language.find('-'))));
  }
  return found == languages.end() ? nullptr : &found->second;
}

RuleSet parse_rules(const RuleFiles& files) {
  RuleSet set;
  set.digest = files.digest;
  const Sources sources = sort_sources(files.files, set);
  std::vector<RuleCollector> collectors;
  for (const auto& [language, lexicon_files] : sources.lexicons) {
    LanguageRules& rules = set.languages[language];
    rules.lexicon = read_lexicon_of(lexicon_files);
    collectors.emplace_back(rules, set.catalogue);
  }
  for (const RuleFile* file : sources.packs) {
    const JsonSource pack(file->name, file->text);  // one at a time, for their memory
    for (RuleCollector& each : collectors) each.add(pack);
  }
  return set;
}

RuleSet load_rules(const std::vector<std::string>& folders, bool shipped) {
  return parse_rules(read_rule_files(folders, shipped));
}

RuleMetadata read_rule_metadata(const RuleFiles& files) {
  RuleMetadata metadata;
  metadata.digest = files.digest;
  for (const RuleFile& file : files.files) {
    const Role role = role_of(file);
    if (role == Role::kCatalogue) metadata.catalogue.add(JsonSource(file.name, file.text));
    if (role == Role::kRubric) metadata.rubric = file;
  }
  return metadata;
}

}  // namespace fineprint
