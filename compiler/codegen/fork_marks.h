// Fork marks of compiled code: what links a fork's record into Context::latent, where a hungry thread's
// request finds it, and the record's state, which the join reads.
//
// A mark costs some ten instructions, which is much for the leaves of a recursion. Nobody can take a call
// while code runs that doesn't poll, so a mark may wait until the code behind the fork makes its first call:
//
//     fork h(); a = g(); b = join h     →     if g, as inlined, makes a call: mark h before it, and call
//
// Two pseudo calls stand for them until all is inlined:
//   fora.fork.mark(context, record, worth, site, arguments...)   if worth: the record may be marked from here
//   on fora.fork.state(record)                                      i32, an abi::ForkState; ends the mark
#pragma once

#include "compiler/codegen/leaves.h"
#include "llvm/IR/PassManager.h"

namespace fora::codegen {

// From here on the record may be marked, if it is worth it.
void MarkFork(Builder& b, llvm::Value* context, llvm::Value* record, llvm::Value* worth, llvm::Value* site,
              const Leaves& arguments);

// The record's state, behind all that is done before the join. On each way on from MarkFork there is one.
llvm::Value* ForkState(Builder& b, llvm::Value* record);
// The same, of a record that is not joined here.
llvm::Value* ForkStateMeanwhile(Builder& b, llvm::Value* record);
// Whether it is in the chain of latent work.
llvm::Value* IsMarked(Builder& b, llvm::Value* state);

// Puts the marks where they belong. Behind all that inlines.
void AddForkMarkPass(llvm::ModulePassManager& pipeline);

}  // namespace fora::codegen
