// Which build of the program this is.
#pragma once

#include <string>

namespace fineprint {

// Bytes that differ between any two builds that may behave differently: the linker's build id,
// which is a digest of the whole program, or a digest of the program's file where there is none.
std::string program_id();

}  // namespace fineprint
