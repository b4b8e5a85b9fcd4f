// Text of FIR, for goldens, tests and cache keys. parse_text.h reads it back and gives its grammar.
//
// Equal programs print equally; what prints differently may still behave equally (names of variables).
#pragma once

#include <string>

#include "compiler/ir/ir.h"

namespace fora::ir {

struct PrintOptions {
  bool sites = false;  // " @7" behind every operator that has a site, and the table of sites
  bool names = true;   // names of variables
};

std::string Print(const Function& function, const PrintOptions& options = {});  // generic or typed
std::string Print(const Module& module, const PrintOptions& options = {});
std::string Print(const TypedModule& module, const PrintOptions& options = {});

// One operator without its place: "%3 = binary %1, %2 {binary=\"+\"}". For messages.
std::string Print(const Function& function, const Instruction& instruction, const PrintOptions& options = {});

}  // namespace fora::ir
