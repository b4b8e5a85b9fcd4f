// The functions of entry_points.def, declared with C linkage; who defines each stands in the table.
#pragma once

#include "runtime/abi/abi.h"
#include "runtime/value/objects.h"

namespace fora::abi {

extern "C" {
#define FORA_ENTRY(name, result, parameters) result name parameters;
#include "runtime/abi/entry_points.def"
#undef FORA_ENTRY
}

}  // namespace fora::abi
