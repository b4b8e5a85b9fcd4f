// libm: functions of `math` that are one call of the C library where that gives a finite result.
//
// They are called by names that LLVM does not know, so that it can neither rewrite, fold nor vectorise them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace fora::codegen {

enum class LibmWay : uint8_t {
  kCall,        // a finite result is the answer
  kPositive,    // so it is where the first argument is above 0
  kSquareRoot,  // one instruction, exact, from 0 upwards
  kAbsolute,    // one instruction, everywhere
};

struct LibmRow {
  std::string_view name;  // as in runtime/num/math_functions.def
  bool binary;
  LibmWay way;
  const char* symbol;  // in object code
  void* address;
};

std::span<const LibmRow> LibmRows();

// Of a row of math_functions.def; null if only the runtime knows how.
const LibmRow* FindLibm(bool binary, int64_t row);

}  // namespace fora::codegen
