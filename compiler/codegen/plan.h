// ModulePlan: the static tables that a compiled module refers to, numbered by a walk over its typed FIR.
//
// Code names the tables by external symbols and their rows by number, so that an object from the cache can be
// linked against tables made anew for an equal module; the plan is all that this needs. Pure: equal modules
// get equal plans.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "compiler/ir/ir.h"
#include "runtime/abi/abi.h"

namespace fora::codegen {

// An instruction's place, as a key.
struct Place {
  uint32_t function, block, instruction;
  auto operator<=>(const Place&) const = default;
};

struct FoldPlan {
  Place place;
  abi::FoldKind kind;
  bool bounded;
  const ir::Type* iterable;
  const ir::Type* element;          // what reaches the reduction (Skip taken out)
  std::vector<uint32_t> functions;  // element functions, from the outermost generator inwards
  bool counts_up;                   // the source is a range from a constant that is not negative, by ones
  bool brief;                       // an element takes so little that few of them are not worth a range frame
  bool overlaps;  // it pays to fold other elements while one is computed (FoldSite::map_and_fold)
};

struct ForkPlan {
  Place place;
  uint32_t callee;
};

struct ConstantPlan {
  const ir::Type* type;
  Value value;
  uint32_t first_slot;  // in the table of constants
};

struct ModulePlan {
  std::vector<uint32_t> exit_base;  // by function: its frame state n has exit site exit_base + n
  uint32_t exit_count = 0;
  std::vector<FoldPlan> folds;
  std::vector<ForkPlan> forks;
  std::vector<ConstantPlan> constants;
  uint32_t constant_slots = 0;
  std::map<Place, uint32_t> fold_at, fork_at, constant_at;
  std::vector<const ir::Type*> types;
  std::unordered_map<const ir::Type*, uint32_t> type_index;
  std::vector<bool> recursive;  // by function: takes part in a cycle of calls
  std::vector<bool> inlined;    // by function: into every caller
  std::vector<bool> has_entry;  // by function: no other one calls it, or a fork does
};

// Errors: Unimplemented for folds that code generation can't do.
absl::StatusOr<ModulePlan> MakePlan(const ir::TypedModule& module);

// What reading the iterable at an index gives; null if it is not read by index, or runs element functions.
const ir::Type* PlainItemType(ir::TypeTable& types, const ir::Type* iterable);

// The union without Skip; Bottom if nothing is left.
const ir::Type* WithoutSkip(ir::TypeTable& types, const ir::Type* type);

}  // namespace fora::codegen
