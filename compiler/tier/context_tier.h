// ContextTier: one thread's interpreter and its way into compiled code and back.
//
// Thread safety: none; it belongs to one abi::Context.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/interpret/tier.h"
#include "compiler/tier/code_table.h"
#include "runtime/abi/abi.h"
#include "runtime/tasks/portable.h"

namespace fora::tier {

class TierJob;

class ContextTier : public abi::ContextState, public interpret::Tier {
 public:
  // The context's own, made at first use.
  static ContextTier& Of(abi::Context* context);

  ContextTier(abi::Context* context, TierJob& job);
  ~ContextTier() override;

  interpret::Interpreter& interpreter() { return *interpreter_; }
  TierJob& job() { return job_; }

  std::optional<Result<Value>> Enter(interpret::Interpreter& interpreter, const ir::Function& function,
                                     ir::BlockId block, std::span<Value> registers) override;
  std::optional<Result<Value>> Fold(interpret::Interpreter& interpreter, Reducer reducer,
                                    const Value& iterable, const Value& start) override;
  // As Engine::RunPiece.
  absl::StatusOr<tasks::PieceOutcome> RunPiece(const tasks::PortablePiece& piece);
  // The reduction as its builtin does it, one element after the other. The result is in Context::boxed.
  abi::Status FoldGenerically(const Value& iterator, abi::FoldKind kind, const uint64_t* start);

  // Compiled code can't do the fold that it was entered for: Fold says no.
  void LeaveFold() { fold_left_ = true; }

  // The typed kRuntime operator of the site.
  const ir::Instruction& RuntimeOperator(const abi::ExitSite* site);

 private:
  EntryPoint* Point(const ir::Function* function, uint32_t place);
  // Ready code whose types the values have: its arguments are in `slots`, and the values are used up.
  Code* Match(EntryPoint* point, std::span<Value> registers, std::vector<uint64_t>& slots);
  void Request(EntryPoint* point, std::unique_ptr<Code> code, std::optional<Reducer> fold, bool wait);
  void RequestFunction(EntryPoint* point, std::span<Value> registers, bool wait);
  // is_boxed: whether the result is another than code of its type gives.
  Result<Value> RunCode(Code& code, const std::vector<uint64_t>& arguments, bool* is_boxed = nullptr);
  Code* FindFold(EntryPoint* point, const Value& iterable, const Value& start, std::vector<uint64_t>& slots);
  // The code for exactly the iterable's types, without a start; null: not here yet, or there is none.
  Code* FindPart(EntryPoint* point, const Value& iterable);
  absl::StatusOr<tasks::PartOutcome> RunPart(const tasks::PortablePart& part);
  absl::StatusOr<tasks::CallOutcome> RunCall(const tasks::PortableCall& call);
  void RequestFold(EntryPoint* point, Reducer reducer, const Value& iterable, const Value& start);

  bool generic_only_ = false;  // within FoldGenerically
  bool fold_left_ = false;     // set by LeaveFold until Fold has seen it
  abi::Context* const context_;
  TierJob& job_;
  std::unique_ptr<interpret::Interpreter> interpreter_;
  std::unordered_map<uint64_t, EntryPoint*> points_;  // by function and place: spares the table's lock
  std::unordered_map<const abi::ExitSite*, const ir::Instruction*> runtime_operators_;
};

}  // namespace fora::tier
