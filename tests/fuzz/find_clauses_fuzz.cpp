// Any bytes as a Markdown document in English: its clauses are found, and looking only for what
// may be there finds what looking for all does, however often its sentences came before.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/clause_finder.h"
#include "corpus/reader.h"
#include "rules/rule_set.h"

namespace {

using namespace fineprint;

void require(bool holds) {
  if (!holds) std::abort();
}

// The shipped rules; made once, which takes longer than many documents.
struct English {
  RuleSet set = load_rules({});
  Matcher matcher{*set.for_language("en"), set.catalogue};
  ClauseFinder finder{matcher};
  ClauseFinder remembering{matcher, true};
};

void check(const Finding& finding, const Document& document) {
  require(finding.text.begin < finding.text.end);
  require(finding.source.begin <= finding.source.end);
  require(finding.source.end <= document.parts[0].bytes.size());
  require(!finding.quote.empty() && finding.line > 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static English english;
  Document document;
  try {
    document = read_document(std::string(reinterpret_cast<const char*>(data), size), "page.md");
  } catch (const UnreadableInput&) {  // refused with a reason: as it should be
    return 0;
  }
  document.vendor = "Halvory";
  document.type = "Terms of Service";
  document.language = "en";
  const std::vector<Finding> quick = english.finder.find(document).findings;
  std::vector<Finding> thorough;
  for (SentenceTrace& trace : english.finder.trace(document)) {
    for (Finding& finding : trace.findings) thorough.push_back(std::move(finding));
  }
  require(quick.size() == thorough.size());
  for (int again = 0; again < 2; ++again) {
    const std::vector<Finding> known = english.remembering.find(document).findings;
    require(known.size() == quick.size());
    for (std::size_t i = 0; i < known.size(); ++i) require(known[i].rule == quick[i].rule);
  }
  for (std::size_t i = 0; i < quick.size(); ++i) {
    check(quick[i], document);
    require(quick[i].rule == thorough[i].rule && quick[i].source == thorough[i].source);
    require(quick[i].audience == thorough[i].audience);
    require(quick[i].minor_data == thorough[i].minor_data);
  }
  return 0;
}
