// ProgramObjects: numbers for the objects of a program, by which workers that run the same program name its
// code.
//
// The same program gets the same numbers everywhere: they follow from a walk over its globals. The values
// that it was given from outside come first, and what they are made of is not looked at: a value that was
// brought here from another worker may share other parts than the original does. Thread safety: immutable.
// The module outlives it.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "compiler/ir/ir.h"
#include "runtime/value/value.h"

namespace fora::wire {

class ProgramObjects {
 public:
  // inputs: the values from outside, in an order that is the same everywhere.
  explicit ProgramObjects(const ir::Module& module, const std::vector<Value>& inputs = {});

  const ir::Module& module() const { return module_; }
  std::optional<uint32_t> NumberOf(const HeapObject* object) const;
  // Null if there are not so many.
  const Value* At(uint32_t number) const;

 private:
  // All classes and functions, and other objects unless they are elements of a list.
  void Visit(const Value& value, bool is_element);
  void VisitParts(const HeapObject& object);

  const ir::Module& module_;
  std::vector<Value> objects_;
  std::unordered_map<const HeapObject*, uint32_t> numbers_;
  std::unordered_map<const HeapObject*, bool> seen_;  // while it is made
  std::vector<Value> pending_;                        // while it is made
};

}  // namespace fora::wire
