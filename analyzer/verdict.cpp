#include "analyzer/verdict.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "analyzer/duration.h"

namespace fineprint {
namespace {

class Decider {
 public:
  Decider(const std::vector<const Finding*>& findings, Audience audience)
      : findings_(findings), audience_(audience) {}

  Verdict decide() const {
    Verdict verdict;
    verdict.audience = audience_;
    verdict.output_owner = output_owner();
    verdict.trains = trains();
    verdict.competing_use_ban = yes_or_no("output.competing-use-ban");
    verdict.retention = retention(verdict.longest_period);
    verdict.delete_on_request = yes_or_no("retention.delete-request");
    return verdict;
  }

 private:
  bool counts(const Finding& finding) const {
    return finding.audience == Audience::kBoth || audience_ == Audience::kBoth ||
           finding.audience == audience_;
  }

  std::vector<int> of(std::initializer_list<std::string_view> clauses) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Finding& finding = *findings_[i];
      if (std::find(clauses.begin(), clauses.end(), finding.clause) != clauses.end() &&
          counts(finding)) {
        found.push_back(static_cast<int>(i));
      }
    }
    return found;
  }

  // Of a document for both audiences, a promise to business customers alone does not hold for all.
  std::vector<int> general(std::vector<int> found) const {
    if (audience_ != Audience::kBoth) return found;
    std::erase_if(found, [&](int i) {
      return findings_[static_cast<std::size_t>(i)]->audience == Audience::kBusiness;
    });
    return found;
  }

  Answer yes_or_no(std::string_view clause) const {
    Answer answer{"no", of({clause}), {}};
    if (!answer.deciding.empty()) answer.value = "yes";
    return answer;
  }

  Answer output_owner() const {
    const std::vector<int> customer = of({"output.customer-owns"});
    const std::vector<int> vendor = of({"output.vendor-owns"});
    const std::vector<int> conditional = of({"output.conditional"});
    const std::vector<int> disclaims = of({"output.vendor-disclaims"});
    if (!customer.empty()) return {"customer", customer, vendor};
    if (!vendor.empty()) return {"vendor", vendor, customer};
    if (!conditional.empty()) return {"conditional", conditional, {}};
    if (!disclaims.empty()) return {"disclaimed", disclaims, {}};
    return {};
  }

  Answer trains() const {
    const std::vector<int> allowed = of({"training.allowed"});
    const std::vector<int> opt_out = of({"training.opt-out"});
    const std::vector<int> opt_in = of({"training.opt-in"});
    std::vector<int> barred = of({"training.barred"});
    const std::vector<int> promised = general(barred);
    // A way out beside a promise to ask first is about something else than training.
    if (!opt_out.empty() && (!allowed.empty() || opt_in.empty())) {
      return {"opt-out", joined(opt_out, allowed), barred};
    }
    if (!allowed.empty()) return {"yes", allowed, joined(barred, opt_in)};
    if (!opt_in.empty()) return {"opt-in", opt_in, {}};
    const std::vector<int> deidentified = of({"training.deidentified"});
    std::vector<int> improvement = of({"training.improvement"});
    // "We improve our services with aggregated data" speaks of such data alone.
    std::erase_if(improvement, [&](int i) { return in_one_sentence(i, deidentified); });
    if (!promised.empty() || (!barred.empty() && improvement.empty())) return {"never", barred, {}};
    if (!improvement.empty()) return {"unclear", improvement, {}};
    if (!deidentified.empty()) return {"deidentified", deidentified, {}};
    return {};
  }

  bool in_one_sentence(int one, const std::vector<int>& others) const {
    return std::any_of(others.begin(), others.end(), [&](int other) {
      return at(one).block == at(other).block && at(one).text.begin == at(other).text.begin &&
             at(one).quote == at(other).quote;
    });
  }

  static std::vector<int> joined(std::vector<int> one, const std::vector<int>& other) {
    one.insert(one.end(), other.begin(), other.end());
    std::sort(one.begin(), one.end());
    return one;
  }

  const Finding& at(int i) const { return *findings_[static_cast<std::size_t>(i)]; }

  Answer retention(std::string& longest) const {
    std::vector<int> period = of({"retention.period", "retention.delete-at-end"});
    std::erase_if(period, [&](int i) { return at(i).period.empty(); });
    std::vector<int> main = period;
    std::erase_if(main, [&](int i) { return at(i).minor_data; });
    const std::vector<int> as_needed = of({"retention.as-needed"});
    const std::vector<int> indefinite = of({"retention.indefinite"});
    std::vector<int> zero = of({"retention.zero"});
    std::erase_if(zero, [&](int i) { return at(i).minor_data; });
    const bool minor = !as_needed.empty() && main.empty();
    const std::vector<int>& telling = main.empty() ? period : main;
    for (const int i : telling) {
      const std::string& each = at(i).period;
      if (longest.empty() || nominal_seconds(each) > nominal_seconds(longest)) longest = each;
    }
    if (!period.empty() && !minor) return {"period", telling, as_needed};
    if (!as_needed.empty()) return {"as-needed", as_needed, joined(period, indefinite)};
    if (!indefinite.empty()) return {"indefinite", indefinite, {}};
    // What is deleted at the end was kept until then.
    if (!zero.empty() && of({"retention.delete-at-end"}).empty()) return {"zero", zero, {}};
    return {};
  }

  const std::vector<const Finding*>& findings_;
  Audience audience_;
};

}  // namespace

Verdict decide_verdict(const std::vector<const Finding*>& findings, Audience audience) {
  return Decider(findings, audience).decide();
}

Audience document_audience(std::string_view terms_type, int business_mentions,
                           int consumer_mentions) {
  for (const std::string_view type :
       {"Commercial Terms", "Data Processor Agreement", "Developer Terms",
        "Business Privacy Policy", "Service Level Agreement"}) {
    if (terms_type == type) return Audience::kBusiness;
  }
  // Terms bind whoever signs up, unless they speak of one kind of customer only; a privacy policy
  // speaks to the persons behind the data, unless it deals with organisations too.
  if (terms_type == "Privacy Policy") {
    return business_mentions >= 5 && business_mentions >= consumer_mentions ? Audience::kBoth
                                                                            : Audience::kConsumer;
  }
  if (business_mentions >= 10 && business_mentions > 4 * consumer_mentions)
    return Audience::kBusiness;
  if (consumer_mentions >= 6 && consumer_mentions > 2 * business_mentions)
    return Audience::kConsumer;
  return Audience::kBoth;
}

}  // namespace fineprint
