// Analyses built by hand for the tests of the reports.
#pragma once

#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/finding.h"
#include "reports/report.h"

namespace fineprint::test {

inline std::string read_source(const std::string& path) {
  std::ifstream in(std::string(FINEPRINT_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline Catalogue shipped_catalogue() {
  Catalogue catalogue;
  catalogue.add(JsonSource("clauses.json", read_source("rules/clauses.json")));
  return catalogue;
}

inline Rubric shipped_rubric() {
  return load_rubric(JsonSource("rubric.json", read_source("rules/rubric.json")),
                     shipped_catalogue());
}

inline Finding finding(std::string clause, std::string quote, std::vector<std::string> section,
                       int line, std::string period = "") {
  Finding result;
  result.rule = clause + ".plain";
  result.clause = std::move(clause);
  result.quote = std::move(quote);
  result.section = std::move(section);
  result.line = line;
  result.source = {static_cast<std::size_t>(line) * 100,
                   static_cast<std::size_t>(line) * 100 + result.quote.size()};
  result.text = {0, result.quote.size()};
  result.period = std::move(period);
  return result;
}

// Marks the first occurrence of `words` as matched.
inline void mark(Finding& finding, const std::string& concept_name, const std::string& words) {
  const std::size_t at = finding.quote.find(words);
  if (at == std::string::npos) return;
  finding.parts.push_back({concept_name, {at, at + words.size()}});
}

inline DocumentAnalysis document(const std::string& vendor, const std::string& type,
                                 Audience audience, std::vector<Finding> findings) {
  DocumentAnalysis result;
  result.document.vendor = vendor;
  result.document.type = type;
  result.document.title = vendor + " " + type;
  result.document.language = "en";
  result.document.date = "2024-05-01";
  result.document.parts.push_back(
      {vendor + "/" + type + ".md",
       "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ""});
  result.findings = std::move(findings);
  result.verdict.audience = audience;
  result.verdict.competing_use_ban.value = "no";
  result.verdict.delete_on_request.value = "no";
  return result;
}

// The indexes among the view's findings of those of a clause.
inline std::vector<int> with_clause(const VendorAnalysis& vendor, const AudienceAnalysis& view,
                                    const std::string& clause) {
  std::vector<int> indexes;
  for (std::size_t i = 0; i < view.findings.size(); ++i) {
    if (finding_of(vendor, view.findings[i]).clause == clause)
      indexes.push_back(static_cast<int>(i));
  }
  return indexes;
}

// Fills both audiences' findings; the answers are left to the caller.
inline VendorAnalysis vendor(std::string name, std::vector<DocumentAnalysis> documents) {
  VendorAnalysis result;
  result.name = std::move(name);
  result.documents = std::move(documents);
  for (auto* view : {&result.business, &result.consumer}) {
    view->verdict.audience = view == &result.business ? Audience::kBusiness : Audience::kConsumer;
    view->verdict.competing_use_ban.value = "no";
    view->verdict.delete_on_request.value = "no";
    for (std::size_t d = 0; d < result.documents.size(); ++d) {
      const Audience audience = result.documents[d].verdict.audience;
      if (audience != Audience::kBoth && audience != view->verdict.audience) continue;
      view->documents.push_back(static_cast<int>(d));
      for (std::size_t f = 0; f < result.documents[d].findings.size(); ++f) {
        view->findings.push_back({static_cast<int>(d), static_cast<int>(f)});
      }
    }
  }
  return result;
}

// Sets an answer of both audiences, decided by the findings of `clause`.
inline void answer(VendorAnalysis& vendor, Answer Verdict::*which, const std::string& value,
                   const std::string& clause) {
  for (auto* view : {&vendor.business, &vendor.consumer}) {
    (view->verdict.*which).value = value;
    (view->verdict.*which).deciding = with_clause(vendor, *view, clause);
  }
}

// Commercial terms and a privacy policy with a firm promise, and a slip that contradicts it.
inline VendorAnalysis halvory() {
  std::vector<Finding> terms = {
      finding(
          "output.customer-owns",
          "Halvory hereby assigns to Customer whatever right, title and interest it may acquire "
          "in Output.",
          {"4. Customer Content", "4.2 Ownership"}, 41),
      finding(
          "input.customer-owns",
          "As between the parties, Customer retains all rights in its Input and owns all Output.",
          {"4. Customer Content", "4.2 Ownership"}, 40),
      finding(
          "content.licence-service",
          "Customer grants Halvory a non-exclusive licence to process Customer Content solely as "
          "needed to provide and secure the Services.",
          {"4. Customer Content", "4.3 Licence"}, 44),
      finding(
          "training.barred",
          "Halvory will never use Customer Content to train, fine-tune or otherwise improve any "
          "model, whether its own or that of anyone else.",
          {"5. Data use"}, 52),
      finding(
          "output.competing-use-ban",
          "use the Services or any Output to develop, train or distil a model that competes with "
          "those of Halvory;",
          {"3. Restrictions"}, 31),
      finding("retention.delete-at-end",
              "Within thirty (30) days of termination Halvory deletes all Customer Content.",
              {"9. Termination"}, 88, "P30D"),
  };
  terms[4].lead_in = "Customer shall not, and shall not permit others to:";
  mark(terms[3], "{not}", "never");
  mark(terms[3], "{content}", "Customer Content");
  mark(terms[3], "{train}", "train");
  std::vector<Finding> policy = {
      finding("retention.period", "Prompts and outputs are kept for 30 days and then erased.",
              {"How long we keep data"}, 20, "P30D"),
      finding("retention.delete-request",
              "You may ask us to delete your personal data at any time.", {"Your rights"}, 33),
      finding("training.allowed",
              "We may use the prompts you send us to train and improve our models.",
              {"Why we use data", "Improving Halvory"}, 15),
      finding("training.human-review", "Trained staff may review flagged conversations.",
              {"Safety"}, 27),
  };
  VendorAnalysis result =
      vendor("Halvory", {document("Halvory", "Commercial Terms", Audience::kBusiness, terms),
                         document("Halvory", "Privacy Policy", Audience::kBoth, policy)});
  answer(result, &Verdict::output_owner, "customer", "output.customer-owns");
  answer(result, &Verdict::trains, "never", "training.barred");
  answer(result, &Verdict::competing_use_ban, "yes", "output.competing-use-ban");
  answer(result, &Verdict::retention, "period", "retention.period");
  answer(result, &Verdict::delete_on_request, "yes", "retention.delete-request");
  for (auto* view : {&result.business, &result.consumer}) view->verdict.longest_period = "P30D";
  result.business.verdict.trains.contradicting =
      with_clause(result, result.business, "training.allowed");
  result.business.contradictions.push_back({"trains", {0, 3}, {1, 2}});
  result.consumer.verdict.output_owner = {};
  result.consumer.verdict.competing_use_ban = {"no", {}, {}};
  result.consumer.verdict.trains = {
      "yes", with_clause(result, result.consumer, "training.allowed"), {}};
  return result;
}

// Consumer terms that take a lot.
inline VendorAnalysis orbelane() {
  std::vector<Finding> terms = {
      finding("output.vendor-owns",
              "Orbelane and its licensors own all right, title and interest in generated images.",
              {"Intellectual property"}, 12),
      finding("content.licence-broad",
              "You grant Orbelane a perpetual, irrevocable, worldwide licence to use, modify and "
              "promote your Content for any purpose.",
              {"Your Content"}, 18),
      finding("training.allowed", "We use your Content to train our models.", {"Your Content"}, 21),
      finding("training.opt-out", "You can switch training off in your settings.", {"Your Content"},
              22),
      finding("output.commercial-use-ban",
              "The free plan is for personal, non-commercial use only.", {"Plans"}, 30),
      finding("training.feedback",
              "We may use any feedback without restriction and without compensation to you.",
              {"Feedback"}, 36),
      finding("retention.indefinite", "We may keep your Content for as long as we wish.",
              {"Retention"}, 40),
      finding("retention.exception", "Backups may persist after deletion.", {"Retention"}, 41),
  };
  VendorAnalysis result =
      vendor("Orbelane", {document("Orbelane", "Terms of Service", Audience::kBoth, terms)});
  answer(result, &Verdict::output_owner, "vendor", "output.vendor-owns");
  answer(result, &Verdict::trains, "opt-out", "training.opt-out");
  answer(result, &Verdict::retention, "indefinite", "retention.indefinite");
  return result;
}

// Says next to nothing.
inline VendorAnalysis quillmarsh() {
  std::vector<Finding> policy = {
      finding("training.improvement", "We use data about how you use the site to improve it.",
              {"Use of data"}, 9),
  };
  VendorAnalysis result =
      vendor("Quillmarsh", {document("Quillmarsh", "Privacy Policy", Audience::kBoth, policy)});
  answer(result, &Verdict::trains, "unclear", "training.improvement");
  return result;
}

// Every text that comes from outside tries to break out of its place.
inline VendorAnalysis hostile() {
  Finding bad = finding("training.allowed",
                        "We \"may\" | use <script>alert('1')</script> & \xE2\x80\xAE"
                        "desrever\xE2\x80\xAC \x1b[31m red, broken \xff byte, "
                        "https://evil.example/?a=1&b=2 @everyone",
                        {"<h1>Section</h1>", "a|b"}, 3, "P<1>D");
  bad.rule = "x\"><img src=x onerror=alert(1)>";
  bad.lead_in = "</blockquote><script>";
  DocumentAnalysis terms =
      document("V", "Terms \"of\" <Service>", Audience::kBoth,
               {bad, finding("unknown.<b>clause</b>", std::string(3000, 'w'), {}, 4)});
  terms.document.language = "<en>";
  terms.document.parts[0].path = "V|</td>/../x.md";
  VendorAnalysis result = vendor("</title><script>alert(\"v\")</script> | *V*", {terms});
  answer(result, &Verdict::trains, "yes", "training.allowed");
  return result;
}

inline Analysis sample_analysis() {
  Analysis analysis;
  analysis.vendors = {halvory(), orbelane(), quillmarsh()};
  analysis.skipped = {{"Broken/Terms of Service.html", "is empty"},
                      {"Broken/logo.html", "is a PNG image, not a document"}};
  analysis.rules_digest = "sha256:0a1b2c3d";
  return analysis;
}

inline std::string render(const Analysis& analysis, ReportFormat format,
                          ReportOptions options = {}) {
  options.version = "0.1.0";
  return render_report(analysis, shipped_rubric(), shipped_catalogue(), format, options);
}

}  // namespace fineprint::test
