#include "reports/diff_report.h"

namespace fineprint {

std::optional<DiffFormat> diff_format(std::string_view name) {
  if (name == "text") return DiffFormat::kText;
  if (name == "json") return DiffFormat::kJson;
  if (name == "markdown") return DiffFormat::kMarkdown;
  if (name == "html") return DiffFormat::kHtml;
  return std::nullopt;
}

std::string render_diff(const DiffReportData& data, DiffFormat format) {
  switch (format) {
    case DiffFormat::kText:
      return diff_text(data);
    case DiffFormat::kJson:
      return diff_json(data);
    case DiffFormat::kMarkdown:
      return diff_markdown(data);
    case DiffFormat::kHtml:
      return diff_html(data);
  }
  return "";
}

ChangeCounts diff_counts(const VendorDiff& vendor) {
  ChangeCounts counts;
  for (const DocumentDiff& document : vendor.documents)
    counts += count_changes(document.change.changes);
  return counts;
}

ChangeCounts diff_counts(const Diff& diff) {
  ChangeCounts counts;
  for (const VendorDiff& vendor : diff.vendors) counts += diff_counts(vendor);
  return counts;
}

std::string documents_text(const Diff& diff) {
  std::size_t documents = 0;
  std::size_t changed = 0;
  for (const VendorDiff& vendor : diff.vendors) {
    documents += vendor.documents.size();
    for (const DocumentDiff& each : vendor.documents) {
      const bool came_or_went = each.note.empty() && (!each.old_side || !each.new_side);
      changed += came_or_went || each.change.direction != Direction::kUnchanged ||
                 each.change.text_added + each.change.text_removed > 0;
    }
  }
  return std::to_string(documents) + (documents == 1 ? " document, " : " documents, ") +
         std::to_string(changed) + " of them changed";
}

std::string outside_text(const DocumentChange& change) {
  if (change.text_added + change.text_removed == 0) return "";
  const auto counted = [](int count) {
    return std::to_string(count) + (count == 1 ? " sentence" : " sentences");
  };
  return "outside clauses " + counted(change.text_added) + " came, " +
         std::to_string(change.text_removed) + " went";
}

std::string paths_text(const DocumentDiff& document) {
  if (!document.note.empty()) return document.latest().path;
  if (!document.new_side) return document.old_side->path + " is gone";
  if (!document.old_side) return document.new_side->path + " is new";
  if (document.old_side->path == document.new_side->path) return document.new_side->path;
  return document.old_side->path + " \u2192 " + document.new_side->path;
}

}  // namespace fineprint
