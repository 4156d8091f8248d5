#include "reports/change_snapshot.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/sentence.h"

namespace fineprint {
namespace {

void fill_words(Statement& statement) {
  statement.words = text_words(statement.text);
  statement.key = words_key(statement.words);
}

std::vector<std::string> headings(const Document& document, const Block& block) {
  std::vector<std::string> result;
  for (const std::string_view heading : section_path(document, block)) result.emplace_back(heading);
  return result;
}

std::uint64_t lead_in_key(const std::vector<std::string_view>& lead_ins) {
  WordHashes words;
  for (const std::string_view each : lead_ins) {
    const WordHashes more = text_words(each);
    words.insert(words.end(), more.begin(), more.end());
  }
  return words_key(words);
}

// The findings of each block, to be taken by the sentences that hold them.
using FindingsByBlock = std::map<int, std::vector<int>>;

std::vector<int> take_findings(const Sentence& sentence, const std::vector<Finding>& findings,
                               FindingsByBlock& by_block) {
  std::vector<int> taken;
  const auto found = by_block.find(sentence.block);
  if (found == by_block.end()) return taken;
  std::erase_if(found->second, [&](int index) {
    const std::size_t begin = findings[static_cast<std::size_t>(index)].text.begin;
    const bool inside = begin >= sentence.text.begin && begin < sentence.text.end;
    if (inside) taken.push_back(index);
    return inside;
  });
  return taken;
}

}  // namespace

Snapshot make_snapshot(const DocumentAnalysis& analysis, const LanguageRules* rules) {
  const Document& document = analysis.document;
  Snapshot snapshot;
  snapshot.findings = analysis.findings;
  for (const Part& part : document.parts) snapshot.paths.push_back(part.path);
  FindingsByBlock by_block;
  for (std::size_t i = 0; i < snapshot.findings.size(); ++i)
    by_block[snapshot.findings[i].block].push_back(static_cast<int>(i));
  SentenceBreaker breaker(document.language.empty() ? "en" : document.language,
                          rules ? rules->lexicon.abbreviations : std::vector<std::string>());
  int section_block = kNone - 1;
  for (const Sentence& sentence : split_document(document, breaker)) {
    const Block& block = document.blocks[static_cast<std::size_t>(sentence.block)];
    Statement statement;
    statement.text =
        block.text.substr(sentence.text.begin, sentence.text.end - sentence.text.begin);
    fill_words(statement);
    statement.findings = take_findings(sentence, snapshot.findings, by_block);
    if (statement.words.empty() && statement.findings.empty()) continue;
    if (block.section != section_block) {
      section_block = block.section;
      snapshot.sections.push_back(headings(document, block));
    }
    statement.section = static_cast<int>(snapshot.sections.size()) - 1;
    statement.lead_in = lead_in_key(sentence.lead_in);
    snapshot.statements.push_back(std::move(statement));
  }
  return snapshot;
}

Snapshot make_snapshot(std::vector<Finding> findings, std::vector<std::string> paths) {
  Snapshot snapshot;
  snapshot.whole = false;
  snapshot.paths = std::move(paths);
  std::map<std::pair<int, std::size_t>, std::size_t> places;  // part and offset to statement
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    const auto [place, added] =
        places.try_emplace({finding.part, finding.source.begin}, snapshot.statements.size());
    if (added) {
      Statement statement;
      statement.text = finding.quote;
      fill_words(statement);
      statement.lead_in = lead_in_key({finding.lead_in});
      statement.section = static_cast<int>(snapshot.sections.size());
      snapshot.sections.push_back(finding.section);
      snapshot.statements.push_back(std::move(statement));
    }
    snapshot.statements[place->second].findings.push_back(static_cast<int>(i));
  }
  snapshot.findings = std::move(findings);
  return snapshot;
}

}  // namespace fineprint
