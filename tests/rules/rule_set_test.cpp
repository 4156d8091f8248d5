#include "rules/rule_set.h"

#include "support/temporary_folder.h"

using namespace fineprint;

namespace {

// A small rule set of its own.
struct RuleFolder : TemporaryFolder {
  RuleFolder() {
    write("clauses.json",
          R"({"clauses": [{"id": "training.allowed", "topic": "training", "direction": "bad",
                           "title": "T", "explanation": "E"}]})");
    write("lexicon/en.json",
          R"({"language": "en", "concepts": {"train": {"title": "t", "phrases": ["train"]}}})");
    write("packs/base.json", pack("training.allowed.base", "Base"));
  }

  static std::string pack(const std::string& id, const std::string& title,
                          const std::string& clause = "training.allowed") {
    return "{\"language\": \"en\", \"rules\": [\n{\"id\": \"" + id + "\", \"clause\": \"" + clause +
           "\", \"title\": \"" + title + "\", \"explanation\": \"E\", \"match\": [\"{train}\"]}]}";
  }

  std::string name() const { return path().string(); }
};

std::vector<std::string> titles(const RuleSet& set) {
  std::vector<std::string> found;
  for (const Rule& rule : set.for_language("en")->rules) found.push_back(rule.title);
  return found;
}

std::string fault(const std::vector<std::string>& folders, bool shipped = false) {
  try {
    load_rules(folders, shipped);
    return "";
  } catch (const RuleFileError& error) {
    return error.what();
  }
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped rules load: English, French, the catalogue and the rubric") {
  const RuleSet set = load_rules({});
  CHECK(set.catalogue.clauses().size() == 28);
  REQUIRE(set.for_language("en") != nullptr);
  CHECK(set.for_language("en-GB") == set.for_language("en"));
  CHECK(set.for_language("fr") != nullptr);
  CHECK(set.for_language("tlh") == nullptr);
  CHECK(set.rubric.name == "rules/rubric.json");
  CHECK(set.digest.starts_with("sha256:"));
  CHECK(set.digest.size() == 7 + 64);
}

TEST_CASE("the same files in another folder are the same rules") {
  const RuleFolder one;
  const RuleFolder other;
  CHECK(load_rules({one.name()}, false).digest == load_rules({other.name()}, false).digest);
  other.write("packs/more.json", RuleFolder::pack("training.allowed.more", "More"));
  CHECK(load_rules({one.name()}, false).digest != load_rules({other.name()}, false).digest);
}

TEST_CASE("a user's folder adds rules, concepts and clauses") {
  const RuleFolder base;
  const TemporaryFolder mine;
  mine.write("deep/er/all.json",
             R"({"clauses": [{"id": "security.audit", "topic": "security", "direction": "good",
                              "title": "T", "explanation": "E"}]})");
  mine.write("words.json", R"({"language": "en", "concepts": {"train": {"phrases": ["tune"]}}})");
  mine.write("pack.json", RuleFolder::pack("security.audit.mine", "Mine", "security.audit"));
  mine.write("notes.txt", "not JSON, not read");
  mine.write("my.schema.json", "{}");
  const RuleSet set = load_rules({base.name(), mine.path().string()}, false);
  CHECK(titles(set) == Strings{"Base", "Mine"});
  CHECK(set.for_language("en")->lexicon.concepts.at("train").phrases.size() == 2);
  CHECK(set.catalogue.find("security.audit") != nullptr);
}

TEST_CASE("a user's rule replaces the one of its id, and keeps its place") {
  const RuleFolder base;
  base.write("packs/second.json", RuleFolder::pack("training.allowed.second", "Second"));
  const TemporaryFolder mine;
  mine.write("pack.json", RuleFolder::pack("training.allowed.base", "Mine"));
  CHECK(titles(load_rules({base.name(), mine.path().string()}, false)) ==
        Strings{"Mine", "Second"});
}

TEST_CASE("a user's rubric replaces the shipped one") {
  const TemporaryFolder mine;
  mine.write("rubric.json", R"({"questions": []})");
  const RuleSet set = load_rules({mine.path().string()});
  CHECK(set.rubric.name == mine / "rubric.json");
  CHECK(set.rubric.text == R"({"questions": []})");
}

TEST_CASE("metadata read without the rules is that of the rules") {
  const TemporaryFolder mine;
  mine.write("clauses.json", R"({"exclusions": [{"topics": ["security"], "documents": ["D"],
                                                 "reason": "R"}],
                                 "clauses": [{"id": "security.audit", "topic": "security",
                                              "direction": "good", "title": "T",
                                              "explanation": "E"}]})");
  mine.write("rubric.json", R"({"comment": {"rules": [], "clauses": []}, "questions": []})");
  for (const Strings& folders : {Strings{}, Strings{mine.path().string()}}) {
    const RuleFiles files = read_rule_files(folders);
    const RuleSet set = parse_rules(files);
    const RuleMetadata metadata = read_rule_metadata(files);
    CHECK(metadata.digest == set.digest);
    CHECK(metadata.rubric.name == set.rubric.name);
    CHECK(metadata.rubric.text == set.rubric.text);
    const auto clauses = metadata.catalogue.clauses();
    REQUIRE(clauses.size() == set.catalogue.clauses().size());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      CHECK(clauses[i].id == set.catalogue.clauses()[i].id);
      CHECK(metadata.catalogue.excluded_documents(clauses[i]) ==
            set.catalogue.excluded_documents(clauses[i]));
    }
  }
}

TEST_CASE("faults across files name the place and the mend") {
  const RuleFolder base;
  CHECK(fault({base / "nothing"}) == base / "nothing" + ": this is no folder of rule files");
  {
    const TemporaryFolder mine;
    mine.write("pack.json", RuleFolder::pack("a", "A", "training.alowed"));
    CHECK(fault({base.name(), mine.path().string()}) ==
          mine / "pack.json" +
              ":2: rule \"a\": the clause \"training.alowed\" is not in the catalogue; did you "
              "mean \"training.allowed\"?");
  }
  {
    const TemporaryFolder mine;
    mine.write("x.json", R"({"rule": []})");
    CHECK(fault({mine.path().string()}) ==
          mine / "x.json" +
              ":1: at /: a rule file has \"rules\", \"concepts\", \"clauses\" or \"questions\"; "
              "this has none");
    mine.write("x.json", "[]");
    CHECK(fault({mine.path().string()}) ==
          mine / "x.json" + ":1: at /: a rule file must be an object: { ... }");
  }
  {
    const TemporaryFolder mine;
    const std::string once = RuleFolder::pack("a", "A");
    const std::string row = once.substr(once.find("\n{") + 1);
    mine.write("pack.json",
               once.substr(0, once.size() - 2) + ",\n" + row.substr(0, row.size() - 2) + "]}");
    CHECK(fault({base.name(), mine.path().string()}) ==
          mine / "pack.json" +
              ":3: the rule id \"a\" stands twice in this file; give each rule its own id");
  }
}

TEST_CASE("a file that is no JSON behind the key that tells its role is a fault, whatever it is") {
  for (const char* key : {"clauses", "concepts", "questions", "rules"}) {
    const RuleFolder folder;
    folder.write("broken.json", "{\n\"" + std::string(key) + "\": [\n");
    CHECK(fault({folder.name()}).find("broken.json:3: syntax error") != std::string::npos);
  }
}

TEST_CASE("an override of a shipped rule is checked against the shipped lexicon") {
  const TemporaryFolder mine;
  mine.write("pack.json",
             "{\"language\": \"en\", \"rules\": [{\"id\": \"training.barred.mine\", \"clause\": "
             "\"training.barred\", \"title\": \"T\", \"explanation\": \"E\",\n\"match\": "
             "[\"{vendr} {train}\"]}]}");
  CHECK(fault({mine.path().string()}, true) ==
        mine / "pack.json" +
            ":2: at /rules/0/match/0: the concept {vendr} is not in the lexicon for \"en\"; did "
            "you mean {vendor}?");
}
