// A small vocabulary of its own (small_rules/) for the tests of the analysis, so that the shipped
// one may change.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/matcher.h"
#include "support/temporary_folder.h"

namespace fineprint::test {

// All that there is to know of a text; `terms` may be null.
inline void annotate(const Matcher& matcher, const std::vector<std::string_view>& pieces,
                     const DefinedTerms* terms, MatcherScratch& scratch, Annotation& out) {
  matcher.cut(pieces, scratch, out);
  matcher.find_plain(terms, scratch, out);
  matcher.complete(nullptr, scratch, out);
  matcher.negate(scratch, out);
}

// The small vocabulary with these rules (the members of a "rules" list), compiled.
class SmallRules {
 public:
  explicit SmallRules(const std::string& rules = "") : set_(load(rules)) {
    matcher_ = std::make_unique<Matcher>(*set_.for_language("en"), set_.catalogue);
  }

  const Matcher& matcher() const { return *matcher_; }
  const RuleSet& set() const { return set_; }

  Annotation annotate(const std::vector<std::string_view>& pieces,
                      const DefinedTerms* terms = nullptr) const {
    MatcherScratch scratch = matcher_->scratch();
    Annotation text;
    test::annotate(*matcher_, pieces, terms, scratch, text);
    return text;
  }

  // The wordings of a concept in the text, one after the other: "train|improve our models".
  std::string found(std::string_view name, std::string_view text) const {
    return found(name, annotate({text}), text);
  }
  std::string found(std::string_view name, const Annotation& annotated,
                    std::string_view text) const {
    std::string wordings;
    for (const WordSpan& span : annotated.spans(matcher_->find_concept(name))) {
      const std::size_t begin = annotated.words.words[span.begin].begin;
      if (!wordings.empty()) wordings += '|';
      wordings += text.substr(begin, annotated.words.words[span.end - 1u].end - begin);
    }
    return wordings;
  }

 private:
  static RuleSet load(const std::string& rules) {
    const TemporaryFolder folder;
    if (!rules.empty())
      folder.write("pack.json", "{\"language\": \"en\", \"rules\": [" + rules + "]}");
    return load_rules({FINEPRINT_SOURCE_DIR "/tests/analyzer/small_rules", folder.path().string()},
                      false);
  }

  RuleSet set_;
  std::unique_ptr<Matcher> matcher_;
};

// A rule of the list above: id, clause and the members that matter to the test.
inline std::string rule(const std::string& id, const std::string& clause,
                        const std::string& members) {
  return "{\"id\": \"" + id + "\", \"clause\": \"" + clause +
         "\", \"title\": \"T\", \"explanation\": \"E\", " + members + "}";
}

}  // namespace fineprint::test
