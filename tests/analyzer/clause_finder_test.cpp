#include "analyzer/clause_finder.h"

#include "corpus/collection.h"
#include "small_documents.h"
#include "small_rules.h"

using namespace fineprint;
using namespace fineprint::test;

namespace {

using Strings = std::vector<std::string>;

const std::string kAllowed = rule("training.allowed.x", "training.allowed",
                                  "\"match\": [\"{use} ... {content} ... {train}\"]");

std::string allowed(const std::string& members) {
  return rule("training.allowed.x", "training.allowed",
              "\"match\": [\"{use} ... {content} ... {train}\"], " + members);
}

std::vector<Finding> find(const std::string& rules, const Document& document) {
  const SmallRules small(rules);
  return ClauseFinder(small.matcher()).find(document).findings;
}

// The rules that found something, in order of the document.
Strings found(const std::string& rules, const Document& document) {
  Strings ids;
  for (const Finding& finding : find(rules, document)) ids.push_back(finding.rule);
  return ids;
}
Strings found(const std::string& rules, const std::string& sentence) {
  return found(rules, DocumentBuilder().paragraph(sentence));
}

const Strings kOnce = {"training.allowed.x"};

}  // namespace

TEST_CASE("a finding carries the sentence, its place and what matched") {
  DocumentBuilder builder;
  builder.heading(1, "Data").heading(2, "Training");
  builder.paragraph("Hello. We use your data to train models. Bye.");
  const std::vector<Finding> findings = find(kAllowed, builder);
  REQUIRE(findings.size() == 1);
  const Finding& finding = findings[0];
  CHECK(finding.clause == "training.allowed");
  CHECK(finding.quote == "We use your data to train models.");
  CHECK(finding.section == Strings{"Data", "Training"});
  CHECK(finding.line == 3);
  const std::string& bytes = builder.document().parts[0].bytes;
  CHECK(bytes.substr(finding.source.begin, finding.source.end - finding.source.begin) ==
        finding.quote);
  REQUIRE(finding.parts.size() == 3);
  CHECK(finding.parts[1].concept_name == "{content}");
  CHECK(builder.document().blocks[2].text.substr(
            finding.parts[1].text.begin, finding.parts[1].text.end - finding.parts[1].text.begin) ==
        "your data");
}

TEST_CASE("a question carries no clause") {
  CHECK(found(kAllowed, "Do we use your data to train models?").empty());
}

TEST_CASE("an item makes the sentence together with its lead-in, and carries the finding") {
  const std::vector<Finding> findings = find(
      kAllowed,
      DocumentBuilder().paragraph("We use your data to:").item("train models;").item("bill you."));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].quote == "train models;");
  CHECK(findings[0].lead_in == "We use your data to:");
}

TEST_CASE("a clause is found once a sentence, by the first rule") {
  const std::string rules =
      kAllowed + "," + rule("training.allowed.y", "training.allowed", "\"match\": [\"{train}\"]");
  CHECK(found(rules, "We use your data to train models.") == kOnce);
  CHECK(found(rules, "We train models.") == Strings{"training.allowed.y"});
}

TEST_CASE("with: all must be there, of a list one") {
  const std::string rules = allowed("\"with\": [\"{model}\", [\"free\", \"paid\"]]");
  CHECK(found(rules, "On paid plans we use your data to train models.") == kOnce);
  CHECK(found(rules, "We use your data to train models.").empty());
  CHECK(found(rules, "On paid plans we use your data to train people.").empty());
}

TEST_CASE("unless: anywhere in the sentence, lead-in included") {
  const std::string rules = allowed("\"unless\": [\"{consent}\"]");
  CHECK(found(rules, "We use your data to train models.") == kOnce);
  CHECK(found(rules, "We use your data to train models if you agree.").empty());
  CHECK(
      found(rules,
            DocumentBuilder().paragraph("If you agree, we use your data to:").item("train models"))
          .empty());
}

TEST_CASE("unless_between and unless_before look at their side of the match only") {
  const std::string between = allowed("\"unless_between\": [\"feedback\"]");
  CHECK(found(between, "We use feedback and your data to train models.").empty());
  CHECK(found(between, "Beside feedback we use your data to train models.") == kOnce);
  CHECK(found(between, "We use your data to train models and give feedback.") == kOnce);
  const std::string before = allowed("\"unless_before\": [\"feedback\"]");
  CHECK(found(before, "Beside feedback we use your data to train models.").empty());
  CHECK(found(before, "We use your data to train models and give feedback.") == kOnce);
}

TEST_CASE("another pattern or place may hold where the first match is unmade") {
  const std::string rules = rule("training.allowed.x", "training.allowed",
                                 "\"match\": [\"{use} ... {train}\", \"{keep} ... {train}\"], "
                                 "\"unless_between\": [\"feedback\"]");
  CHECK(found(rules, "We use feedback to train; we keep files to train.") == kOnce);
}

TEST_CASE("section: over each heading above the sentence") {
  const std::string rules = allowed("\"section\": {\"none\": [\"cookies\"]}");
  const auto under = [](const char* heading) {
    return DocumentBuilder()
        .heading(1, heading)
        .heading(2, "Details")
        .paragraph("We use your data to train models.");
  };
  CHECK(found(rules, under("Training")) == kOnce);
  CHECK(found(rules, under("Cookies")).empty());
  const std::string only = allowed("\"section\": {\"any\": [\"training\"]}");
  CHECK(found(only, under("Training")) == kOnce);
  CHECK(found(only, under("Cookies")).empty());
  CHECK(found(only, "We use your data to train models.").empty());
}

TEST_CASE("context: headings, lead-ins and the two sentences before, in the same section") {
  const std::string rules = allowed("\"context\": {\"none\": [\"children\"]}");
  const std::string sentence = "We use your data to train models.";
  CHECK(found(rules, DocumentBuilder().paragraph("It is about children. So. " + sentence)).empty());
  CHECK(found(rules, DocumentBuilder().paragraph("It is about children. So. Far. " + sentence)) ==
        kOnce);
  CHECK(found(rules, DocumentBuilder().heading(1, "Children").paragraph(sentence)).empty());
  CHECK(found(rules, DocumentBuilder()
                         .heading(1, "A")
                         .paragraph("It is about children.")
                         .heading(1, "B")
                         .paragraph(sentence)) == kOnce);
}

TEST_CASE("documents: only in these terms types, or not in those") {
  const std::string sentence = "We use your data to train models.";
  const DocumentBuilder terms = DocumentBuilder("V", "Terms of Service").paragraph(sentence);
  const DocumentBuilder policy = DocumentBuilder("V", "Privacy Policy").paragraph(sentence);
  const std::string any = allowed("\"documents\": {\"any\": [\"Privacy Policy\"]}");
  CHECK(found(any, terms).empty());
  CHECK(found(any, policy) == kOnce);
  const std::string none = allowed("\"documents\": {\"none\": [\"Privacy Policy\"]}");
  CHECK(found(none, terms) == kOnce);
  CHECK(found(none, policy).empty());
}

TEST_CASE("a clause is not looked for in terms types that the catalogue excludes") {
  const std::string sentence = "We use your data to train models.";
  for (const char* type : {"Livestream Rules", "Terms of Service"}) {
    const auto clauses = found(allowed("\"polarity\": \"affirmative\""),
                               DocumentBuilder("V", type).paragraph(sentence));
    CHECK(clauses.empty() == (std::string(type) == "Livestream Rules"));
  }
}

TEST_CASE("overrides: a clause or rule gives way in the same sentence only") {
  const std::string rules =
      kAllowed + "," +
      rule("training.opt-in.x", "training.opt-in",
           "\"match\": [\"{consent}\"], \"overrides\": [\"training.allowed\"]");
  CHECK(found(rules, "We use your data to train models if you agree.") ==
        Strings{"training.opt-in.x"});
  CHECK(found(rules, "We use your data to train models. You agree.") ==
        Strings{"training.allowed.x", "training.opt-in.x"});
}

TEST_CASE("polarity: a negated use is barred, not allowed") {
  const std::string rules =
      kAllowed + "," +
      rule("training.barred.x", "training.barred",
           "\"polarity\": \"negative\", \"match\": [\"{use} ... {content} ... {train}\"]");
  CHECK(found(rules, "We never use your data to train models.") == Strings{"training.barred.x"});
  CHECK(found(rules, "We use your data to train models.") == kOnce);
  CHECK(found(rules, "We do not only use your data; we use your data to train models.") == kOnce);
}

TEST_CASE("the longest period of the sentence is taken where the clause carries one") {
  const std::string rules =
      rule("retention.period.x", "retention.period", "\"match\": [\"{keep} ... {duration}\"]");
  const std::vector<Finding> findings =
      find(rules, DocumentBuilder().paragraph("We keep it for 30 days, in backups for 2 years."));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].period == "P2Y");
  CHECK(find(kAllowed, DocumentBuilder().paragraph("We use your data for 30 days to train models."))
            .at(0)
            .period == "");
}

TEST_CASE("a period of a minor kind of data is told from that of content") {
  const std::string rules =
      rule("retention.period.x", "retention.period", "\"match\": [\"{keep} ... {duration}\"]");
  const auto minor = [&](const DocumentBuilder& builder) {
    return find(rules, builder).at(0).minor_data;
  };
  CHECK(!minor(DocumentBuilder().paragraph("We keep your files for 30 days.")));
  CHECK(minor(DocumentBuilder().paragraph("We keep records of payments and tax for 10 years.")));
  CHECK(minor(DocumentBuilder().heading(1, "Invoices").paragraph("We keep them for 10 years.")));
}

TEST_CASE("a sentence or its section says whom it speaks of") {
  const auto audience = [](const DocumentBuilder& builder) {
    return find(kAllowed, builder).at(0).audience;
  };
  const std::string sentence = "We use your data to train models.";
  CHECK(audience(DocumentBuilder().paragraph(sentence)) == Audience::kBoth);
  CHECK(audience(DocumentBuilder().paragraph("On a free plan we use your data to train models.")) ==
        Audience::kConsumer);
  CHECK(audience(DocumentBuilder().heading(1, "Enterprise").paragraph(sentence)) ==
        Audience::kBusiness);
  CHECK(audience(DocumentBuilder().paragraph(
            "On enterprise and free plan alike we use your data to train models.")) ==
        Audience::kBoth);
}

TEST_CASE("sentences that speak of an audience are counted") {
  const SmallRules small(kAllowed);
  const ClauseFinder::Result result =
      ClauseFinder(small.matcher())
          .find(DocumentBuilder()
                    .paragraph("Enterprise is for firms.")
                    .paragraph("The free plan is free.")
                    .paragraph("Enterprise again. And enterprise."));
  CHECK(result.business_mentions == 3);
  CHECK(result.consumer_mentions == 1);
}

TEST_CASE("the document's own definitions and its vendor's name count") {
  CHECK(found(kAllowed, DocumentBuilder()
                            .paragraph("\"Material\" means inputs and outputs.")
                            .paragraph("We use Material to train models.")) == kOnce);
  const std::string by_vendor =
      rule("training.allowed.x", "training.allowed", "\"match\": [\"{vendor} ... {train}\"]");
  CHECK(found(by_vendor, DocumentBuilder("Halvory").paragraph("Then Halvory trains models.")) ==
        kOnce);
  CHECK(found(by_vendor, DocumentBuilder("Orbelane").paragraph("Then Halvory trains models."))
            .empty());
}

TEST_CASE("a trace says why a rule that came close did not match") {
  const SmallRules small(allowed("\"unless\": [\"{consent}\"]"));
  ClauseFinder finder(small.matcher());
  const auto reason = [&](const char* sentence) {
    const std::vector<SentenceTrace> traces =
        finder.trace(DocumentBuilder().paragraph(sentence).document());
    return traces.empty() || traces[0].near_misses.empty() ? std::string()
                                                           : traces[0].near_misses[0].reason;
  };
  CHECK(reason("We use your data to train models if you agree.") == "unmade by: {consent}");
  CHECK(reason("We never use your data to train models.") ==
        "is there, but the negation is not as the rule wants it");
  CHECK(reason("To train models on your data is what we use.") ==
        "its parts are there, but not in the order or nearness of {use} ... {content} ... {train}");
  CHECK(reason("We use your data.").starts_with("lacks {train} for"));
  CHECK(reason("Hello.") == "");
  CHECK(reason("We use your data to train models.") == "");
}

TEST_CASE("a trace names the heading or the neighbour that unmade a rule") {
  const auto reason = [](const std::string& members, const Document& document) {
    const SmallRules small(allowed(members));
    const std::vector<SentenceTrace> traces = ClauseFinder(small.matcher()).trace(document);
    return traces.empty() || traces[0].near_misses.empty() ? std::string()
                                                           : traces[0].near_misses[0].reason;
  };
  DocumentBuilder builder;
  builder.heading(1, "Data").heading(2, "Our staff").paragraph("This is about staff.");
  builder.paragraph("We use your data to train models.");
  CHECK(reason("\"section\": {\"none\": [\"our staff\"]}", builder) ==
        "unmade by its headings: our staff, in \"Our staff\"");
  CHECK(reason("\"section\": {\"any\": [\"models\"]}", builder) == "lacks in its headings: models");
  CHECK(reason("\"context\": {\"none\": [\"about staff\"]}", builder) ==
        "unmade by its context: about staff, in \"This is about staff.\"");
}

TEST_CASE("a trace shows the closest near misses first, and as many as asked for") {
  const SmallRules small(rule("training.barred.x", "training.barred",
                              "\"match\": [\"{use} {content} ... {consent}\"]") +
                         "," + allowed("\"unless\": [\"{use}\"]"));
  const Document document = DocumentBuilder().paragraph("We use your data to train models.");
  ClauseFinder finder(small.matcher());
  const std::vector<NearMiss> misses = finder.trace(document).at(0).near_misses;
  REQUIRE(misses.size() == 2);
  CHECK(misses[0].distance == NearMiss::kRefused);
  CHECK(misses[1].reason.starts_with("lacks {consent} for"));
  CHECK(finder.trace(document, nullptr, 1).at(0).near_misses.size() == 1);
}

TEST_CASE("looking only for what may be there finds what looking for all does") {
  const RuleSet set = load_rules({});
  const Collection collection =
      list_collection({std::string(FINEPRINT_SOURCE_DIR) + "/corpus/samples"}, {});
  REQUIRE(collection.documents.size() > 15);
  for (const DocumentSource& source : collection.documents) {
    std::vector<Skipped> skipped;
    const Document document = read_source(source, {}, skipped);
    const LanguageRules* language = set.for_language(document.language);
    if (!language) continue;
    const Matcher matcher(*language, set.catalogue);
    ClauseFinder finder(matcher);
    const std::vector<Finding> quick = finder.find(document).findings;
    std::vector<Finding> thorough;
    for (SentenceTrace& trace : finder.trace(document)) {
      for (Finding& finding : trace.findings) thorough.push_back(std::move(finding));
    }
    INFO(document.path());
    REQUIRE(quick.size() == thorough.size());
    for (std::size_t i = 0; i < quick.size(); ++i) {
      CHECK(quick[i].rule == thorough[i].rule);
      CHECK(quick[i].source == thorough[i].source);
      CHECK(quick[i].audience == thorough[i].audience);
      CHECK(quick[i].minor_data == thorough[i].minor_data);
    }
  }
}

TEST_CASE("a sentence that comes again is found again, and its place is looked at anew") {
  const std::string rules = rule("training.allowed.x", "training.allowed",
                                 "\"match\": [\"{use} ... {content} ... {train}\"], "
                                 "\"section\": {\"any\": [\"training\"]}") +
                            "," +
                            rule("training.barred.x", "training.barred",
                                 "\"match\": [\"{use} ... {content} ... {train}\"], "
                                 "\"polarity\": \"negative\", \"documents\": "
                                 "{\"any\": [\"Privacy Policy\"]}");
  const SmallRules small(rules);
  ClauseFinder remembering(small.matcher(), true);
  const std::string yes = "We use your data to train models.";
  const std::string no = "We do not use your data to train models.";
  const auto terms = [&](const std::string& heading) {
    return DocumentBuilder().heading(1, heading).paragraph(yes + " " + no).document();
  };
  const Document policy = DocumentBuilder("Halvory", "Privacy Policy").paragraph(no).document();
  std::size_t found = 0;
  for (const Document& document : {terms("Billing"), terms("Training"), policy, terms("Billing"),
                                   terms("Training"), policy, policy}) {
    const std::vector<Finding> again = remembering.find(document).findings;
    const std::vector<Finding> fresh = ClauseFinder(small.matcher()).find(document).findings;
    REQUIRE(again.size() == fresh.size());
    for (std::size_t i = 0; i < again.size(); ++i) CHECK(again[i].rule == fresh[i].rule);
    found += again.size();
  }
  CHECK(found == 5);
}

TEST_CASE("a sentence that comes again may say something else where a term stands for something") {
  const SmallRules small(kAllowed);
  ClauseFinder remembering(small.matcher(), true);
  const std::string sentence = "We use Material to train models.";
  const Document plain = DocumentBuilder().paragraph(sentence).document();
  const Document defined =
      DocumentBuilder().paragraph("\"Material\" means your data. " + sentence).document();
  for (int i = 0; i < 2; ++i) {
    CHECK(remembering.find(plain).findings.empty());
    CHECK(remembering.find(defined).findings.size() == 1);
  }
}

TEST_CASE("sentences that come again count as often for the audience") {
  const SmallRules small(kAllowed);
  ClauseFinder remembering(small.matcher(), true);
  const Document document =
      DocumentBuilder().paragraph("Business customers pay. Consumers pay less.").document();
  const ClauseFinder::Result first = remembering.find(document);
  const ClauseFinder::Result again = remembering.find(document);
  CHECK(again.business_mentions == first.business_mentions);
  CHECK(again.consumer_mentions == first.consumer_mentions);
}
