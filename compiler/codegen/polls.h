// Polls of compiled code: `word = fora.poll.word(context); if (word != 0) fora_poll(context)`.
//
// Every loop polls in every turn, so that it can be stopped, and what it works on be given away. Small
// innermost loops are unrolled, and then one poll in a turn of the unrolled loop is enough.
#pragma once

#include "compiler/codegen/leaves.h"
#include "llvm/IR/PassManager.h"

namespace fora::codegen {

// Whether someone asks for something: an i32, not 0 then.
llvm::Value* PollWord(Builder& b, llvm::Value* context);

// The last passes of the pipeline: unrolling, one poll for a turn, loads of the words.
void AddPollPasses(llvm::ModulePassManager& pipeline);

}  // namespace fora::codegen
