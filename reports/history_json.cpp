#include "reports/change_json.h"
#include "reports/history_report.h"
#include "reports/json_values.h"

namespace fineprint {
namespace {

using Json = ChangeJson;

constexpr int kIndent = 1;

std::string margin(int depth) {
  return std::string(static_cast<std::size_t>(depth * kIndent), ' ');
}

// An object or a list as text, `depth` levels deep in another. It is written piece by piece, since
// the values of a whole history take many times the memory of their text.
class NestedText {
 public:
  NestedText(int depth, char open, char close) : depth_(depth), close_(close), text_(1, open) {}

  void element(const std::string& text) {
    begin();
    text_ += text;
  }
  void element(const Json& value) { element(nested_json_text(value, kIndent, depth_ + 1)); }
  void member(const char* name, const std::string& text) {
    begin();
    text_ += '"';
    text_ += name;
    text_ += "\": ";
    text_ += text;
  }
  void member(const char* name, const Json& value) {
    member(name, nested_json_text(value, kIndent, depth_ + 1));
  }

  std::string take() {
    if (!empty_) text_ += '\n' + margin(depth_);
    text_ += close_;
    return std::move(text_);
  }

 private:
  void begin() {
    text_ += (empty_ ? "\n" : ",\n") + margin(depth_ + 1);
    empty_ = false;
  }

  int depth_;
  char close_;
  bool empty_ = true;
  std::string text_;
};

Json version_json(const HistoryVersion& each) {
  const VersionSummary& summary = each.summary;
  return ObjectBuilder(14)
      .add("revision", each.version.revision)
      .add("date", each.version.date)
      .add("path", each.version.path)
      .add("language", summary.language)
      .add("verdict", verdict_json(summary.verdict))
      .add("score", score_json(summary.score, summary.score_low, summary.score_high))
      .add("grade", std::string(1, summary.grade))
      .add("findings", summary.findings)
      .add_all(change_json(each.change, true))
      .take();
}

std::string timelines_text(const History& history) {
  NestedText timelines(1, '[', ']');
  for (const Timeline& timeline : history.timelines) {
    NestedText object(2, '{', '}');
    object.member("vendor", Json(timeline.vendor));
    object.member("type", Json(timeline.type));
    NestedText versions(3, '[', ']');
    for (const HistoryVersion& each : timeline.versions) versions.element(version_json(each));
    object.member("versions", versions.take());
    timelines.element(object.take());
  }
  return timelines.take();
}

}  // namespace

std::string history_json(const HistoryReportData& data) {
  const History& history = data.history;
  const Json tool = {{"name", "fineprint"}, {"version", data.options.version}};
  const Json rules = {{"digest", history.rules_digest}};
  const Json profile = {{"id", history.profile->id}, {"title", history.profile->title}};
  NestedText report(0, '{', '}');
  report.member("schema_version", Json(1));
  report.member("tool", tool);
  report.member("rules", rules);
  report.member("profile", profile);
  report.member("timelines", timelines_text(history));
  report.member("skipped", skipped_json(history.skipped));
  return report.take() + '\n';
}

}  // namespace fineprint
