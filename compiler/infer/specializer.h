// Specializer: the specialisations that one request needs, and the fixpoint over their return types.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "compiler/infer/generic_facts.h"
#include "compiler/infer/infer.h"
#include "compiler/ir/ir.h"

namespace fora::infer {

// One generic function for one tuple of argument types.
struct Specialization {
  const ir::Function* function;
  ir::BlockId entry_block{0};
  std::vector<ir::ValueId> entry_values;
  std::vector<const ir::Type*> entry_types;
  int64_t index = 0;                      // in the typed module
  const ir::Type* return_type = nullptr;  // grows from Bottom
  std::unique_ptr<ir::Function> typed;    // of the last emission
  std::set<Specialization*> callers;      // emitted with our return_type
  bool running = false;
  bool stale = true;
};

class Specializer {
 public:
  Specializer(const ir::Module& module, ir::TypeTable& types) : module_(module), types_(types) {}

  const ir::Module& module() const { return module_; }
  ir::TypeTable& types() { return types_; }
  const GenericFacts& FactsOf(const ir::Function& function);

  // The specialisation for a call from `caller`; its return type is Bottom while nothing is known of it.
  // Null when there would be too many: then the call has to be made on boxed values.
  Specialization* Demand(const ir::Function& function, std::vector<const ir::Type*> types,
                         Specialization* caller);
  Specialization* Root(const Request& request);
  // True if it has grown.
  bool GrowReturnType(Specialization* specialization, const ir::Type* type);

  // Emits until nothing is stale.
  void Settle();
  // The specialisations that functions[0] reaches, renumbered.
  ir::TypedModule Finish(std::shared_ptr<ir::TypeTable> types);

 private:
  Specialization* Add(const ir::Function& function, ir::BlockId block, std::vector<ir::ValueId> values,
                      std::vector<const ir::Type*> types);
  void Run(Specialization* specialization);
  void WidenAll();  // ends the fixpoint: every return type becomes Any

  using Key = std::tuple<const ir::Function*, uint32_t, std::vector<const ir::Type*>>;
  const ir::Module& module_;
  ir::TypeTable& types_;
  std::map<Key, Specialization*> memo_;
  std::deque<std::unique_ptr<Specialization>> all_;
  std::map<const ir::Function*, int> count_;
  std::map<const ir::Function*, std::unique_ptr<GenericFacts>> facts_;
  int depth_ = 0;
  int runs_ = 0;
  bool widened_ = false;
};

}  // namespace fora::infer
