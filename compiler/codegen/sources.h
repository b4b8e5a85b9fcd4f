// Iterables that are read by index, as folds and `source.item` see them.
#pragma once

#include "compiler/codegen/value_emitter.h"

namespace fora::codegen {

// Number of indices. Goes to `overflow` if it does not fit (only ranges can be so long).
llvm::Value* SourceLength(ValueEmitter& e, const ir::Type* type, const Leaves& leaves,
                          llvm::BasicBlock* overflow);

llvm::Value* RangeLength(ValueEmitter& e, const Leaves& range, llvm::BasicBlock* overflow);

struct SourceReading {
  llvm::BasicBlock* misfit;  // an element is not of the expected type
  bool fast_lists = false;   // all lists of Int, Float and Bool are known to have that schema
  bool counts_up = false;    // a range starts at 0 or above, and its step is 1
};

// The element at an index that is in range, owned, of the type that PlainItemType says.
Leaves SourceItem(ValueEmitter& e, const ir::Type* type, const Leaves& leaves, llvm::Value* index,
                  const SourceReading& reading);

// Whether all elements of the tuple are of this type, and so lie in memory like those of an array.
bool IsUniform(const ir::Type* tuple, const ir::Type* element);
// Element `index` (in range) of a uniform tuple that was stored at `memory`, owned unless it is lent. The
// optimiser takes the memory apart again where every index is known.
Leaves UniformTupleElement(ValueEmitter& e, llvm::Value* memory, llvm::Value* index, const ir::Type* element,
                           bool lent);

// Element `index` (in range) of any tuple, owned unless it is lent, widened to `result`.
Leaves TupleElement(ValueEmitter& e, const ir::Type* tuple, const Leaves& leaves, llvm::Value* index,
                    const ir::Type* result, bool lent);

}  // namespace fora::codegen
