// What the machine has.
#pragma once

#include <cstdint>

namespace fora::memory {

// The memory that a process may fill by default: most of what the machine has to spare now, or of what the
// limit of the control group (version 1 or 2) leaves.
int64_t DefaultLimit();

// The rest of a control group's memory, from the texts of its files: its limit ("max": none) and what it
// uses. INT64_MAX if there is no limit.
int64_t GroupRest(const char* limit, const char* used);

}  // namespace fora::memory
