// Who calls whom among the functions of a typed module.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::ir {

// The typed functions that this one runs: calls, forks, tail calls, and the element functions of folds. In
// the order of the text, with repetitions.
std::vector<uint32_t> Callees(const Function& function);

class CallGraph {
 public:
  explicit CallGraph(const TypedModule& module);

  size_t size() const { return callees_.size(); }
  const std::vector<uint32_t>& callees(uint32_t function) const { return callees_[function]; }
  // The strongly connected component: functions of one component call each other, directly or not. Components
  // are numbered callees first.
  uint32_t component(uint32_t function) const { return component_[function]; }
  // All functions, those that a function calls before itself, unless they are of one component.
  std::vector<uint32_t> callees_first() const;
  // Can it reach itself?
  bool recursive(uint32_t function) const { return recursive_[function]; }

 private:
  std::vector<std::vector<uint32_t>> callees_;
  std::vector<uint32_t> component_;
  std::vector<bool> recursive_;
};

// By function: those that loop, fold, run generic operators, take part in recursion, or call one that does.
std::vector<bool> FunctionsThatMayRunLong(const TypedModule& module);

}  // namespace fora::ir
