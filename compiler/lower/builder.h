// Builder: one function's FIR in SSA form, made while the tree is walked.
//
// Variables are written and read per block; where control flow joins, a read makes a block parameter, filled
// in when the block is sealed, that is, when all its predecessors are known (Braun et al., "Simple and
// Efficient Construction of Static Single Assignment Form", 2013). Finish removes the parameters that turn
// out to be needless.
//
// Inside `try` every block has an unwind edge to the handler. The edge passes the variables' values at the
// block's beginning, so a write begins a new block there: no block of a try changes a variable after its
// first operator.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::lower {

// What identifies a variable: the address of an ast::Variable, or of a statement for one of the compiler's
// own.
using Key = const void*;

class Builder {
 public:
  explicit Builder(ir::Function& function);

  ir::Function& function() { return function_; }
  ir::ValueId NewValue(const std::string& name = "");

  // ---- Blocks ----
  ir::BlockId NewBlock();
  ir::BlockId NewLanding();  // for a handler around the whole function (Block::is_landing)
  void Seal(ir::BlockId block);
  void SwitchTo(ir::BlockId block);  // its unwind edge goes to the handler of now
  // A parameter that the terminator before provides. REQUIRES: nothing was read in the block yet.
  ir::ValueId AddParameter(ir::BlockId block, const std::string& name = "");
  bool terminated() const { return terminated_; }
  // Raises in the code that follows go to `handler`, whose first parameter is the exception.
  void SetHandler(std::optional<ir::BlockId> handler);
  std::optional<ir::BlockId> handler() const { return handler_; }
  // How many exceptions the code that follows is handling.
  void SetHandled(uint32_t count);
  uint32_t handled() const { return handled_; }

  // ---- Code at the end of the current block ----
  // Adds the instruction with a new value as its result. In dead code it is dropped with the block.
  ir::ValueId Emit(ir::Instruction instruction, const std::string& name = "");
  void EmitVoid(ir::Instruction instruction);
  void Jump(ir::BlockId target);
  void Branch(ir::ValueId condition, ir::BlockId yes, ir::BlockId no);
  void Next(ir::ValueId iterator, ir::BlockId body, ir::BlockId end, ir::SiteId site);
  void Return(ir::ValueId value);
  void Raise(std::vector<ir::ValueId> operands, bool again, ir::SiteId site);

  // ---- Variables ----
  void Write(Key variable, const std::string& name, ir::ValueId value);
  ir::ValueId Read(Key variable, const std::string& name);  // the unbound value if it was never written

  // Values that may be unbound at entry: parameters that are captures of maybe unassigned variables.
  void MayBeUnbound(ir::ValueId value) { unbound_roots_.insert(value.value()); }

  // Completes the function. Returns which values may be unbound, by value number.
  // REQUIRES: every block is sealed.
  std::vector<bool> Finish();

 private:
  static constexpr int kUnwind = -1;
  struct Predecessor {
    ir::BlockId from;
    int edge;  // of the terminator, or kUnwind
  };
  struct Phi {
    Key variable;
    ir::ValueId value;
    std::vector<ir::ValueId> arguments;  // per predecessor; filled in when sealed
    bool removed = false;
  };
  struct State {
    bool sealed = false;
    bool reachable = false;
    std::vector<Predecessor> predecessors;
    std::vector<Phi> phis;
    std::map<Key, ir::ValueId> values;
  };

  ir::Block& block() { return function_.blocks[current_.value()]; }
  State& state(ir::BlockId id) { return states_[id.value()]; }
  void Terminate(ir::Terminator terminator);
  void BeginBlock();  // that the current one, if it has not ended, jumps to
  ir::ValueId ReadIn(Key variable, const std::string& name, ir::BlockId block);
  ir::ValueId AddPhi(Key variable, const std::string& name, ir::BlockId block);
  void FillPhi(ir::BlockId block, size_t phi, const std::string& name);

  // finish.cc
  ir::ValueId Resolve(ir::ValueId value) const;
  template <class Visit>
  void VisitUses(Visit visit);  // every operand but the phis' arguments
  void DropNeedlessUnwinds();
  bool DropNeedlessLanding();
  void FindReachable();
  bool RemoveTrivialPhis();
  std::vector<bool> FindMaybeUnbound();
  bool RemoveChecks(const std::vector<bool>& unbound);
  void RemoveDead();
  void FillEdges();
  void MergeBlocks();
  std::vector<uint32_t> Renumber();  // old value number -> new

  ir::Function& function_;
  std::vector<State> states_;
  std::vector<ir::ValueId> replaced_;  // by value number; itself unless replaced
  std::set<uint32_t> unbound_roots_;
  ir::BlockId current_{0};
  std::optional<ir::BlockId> handler_;
  uint32_t handled_ = 0;
  ir::ValueId unbound_{0};
  bool terminated_ = false;
};

}  // namespace fora::lower
