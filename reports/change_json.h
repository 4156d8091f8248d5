// Changes as JSON, as `diff` and `history` write them (reports/schema/changes.schema.json).
#pragma once

#include <nlohmann/json.hpp>

#include "reports/change.h"

namespace fineprint {

// Members in the order in which they are written.
using ChangeJson = nlohmann::ordered_json;

// {"direction", "changes", "text_added", "text_removed"} and "text" where it is listed. With
// `words`, changes that have two quotes carry what differs between them.
ChangeJson change_json(const DocumentChange& change, bool words);

}  // namespace fineprint
