// ValueEmitter: the IR for moving, counting, boxing and converting values, for functions and fold bodies
// alike.
//
// What can't be compiled is reported by Fail, which sticks; the IR made after that is thrown away.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "compiler/codegen/emit_options.h"
#include "compiler/codegen/leaves.h"
#include "compiler/codegen/ownership.h"
#include "compiler/codegen/plan.h"
#include "compiler/codegen/runtime_calls.h"

namespace fora::codegen {

// What all emitters of one LLVM module share.
struct ModuleContext {
  const ir::TypedModule& typed;
  const ModulePlan& plan;
  const Convention& convention;
  llvm::Module& module;
  RuntimeCalls& calls;
  const EmitOptions options;
  std::vector<llvm::Function*>
      functions;  // by index: takes the context and leaves, returns {leaves..., i32 status}
};

class ValueEmitter {
 public:
  ValueEmitter(ModuleContext& module, llvm::Function* function);

  // ---- Blocks ----
  llvm::BasicBlock* NewBlock(const char* name);
  // Goes to `unlikely` if the condition holds; goes on otherwise.
  void LeaveIf(llvm::Value* condition, llvm::BasicBlock* unlikely);
  void Branch(llvm::Value* condition, llvm::BasicBlock* likely, llvm::BasicBlock* unlikely);
  llvm::AllocaInst* Alloca(uint32_t slots);  // in the entry block; at least one slot
  llvm::Value* ContextField(unsigned offset);
  Leaves LoadResult(const ir::Type* type);  // what the runtime left in the context

  // ---- References ----
  void Retain(const ir::Type* type, const Leaves& leaves);
  void Release(const ir::Type* type, const Leaves& leaves);
  void RetainColdly(const ir::Type* type, const Leaves& leaves);  // in little code

  // ---- Conversions: all move the references ----
  // To a type that includes `from`: the same, a union that has it, Any, or an aggregate of such parts.
  Leaves Widen(const Leaves& leaves, const ir::Type* from, const ir::Type* to);
  // From a union to a member or to a narrower union that the value is known to be in.
  Leaves Narrow(const Leaves& leaves, const ir::Type* from, const ir::Type* to);
  Leaves BoxToAny(const Leaves& leaves, const ir::Type* from);
  // Goes to `misfit`, with nothing moved, if the value is of another type.
  Leaves UnboxFromAny(const Leaves& any, const ir::Type* to, llvm::BasicBlock* misfit);
  // Builds a union value; member's leaves.
  Leaves PackUnion(const Leaves& leaves, const ir::Type* union_type, size_t member);
  Leaves UnpackUnion(const Leaves& leaves, const ir::Type* union_type, size_t member);
  std::optional<size_t> MemberIndex(const ir::Type* union_type, const ir::Type* member);

  // ---- Calls ----
  struct CallResult {
    Leaves leaves;
    llvm::Value* status;
  };
  CallResult CallFunction(uint32_t index, llvm::ArrayRef<llvm::Value*> arguments);

  // ---- Sequences ----
  llvm::Value* LoadHeader(llvm::Value* object, unsigned offset, llvm::Type* type);
  void StoreHeader(llvm::Value* value, llvm::Value* object, unsigned offset);
  llvm::Value* ListLength(llvm::Value* list) { return LoadHeader(list, ListSizeOffset(), b.getInt64Ty()); }
  static unsigned ListSizeOffset();
  // Element `index`, which is in range, as an owned value; to `misfit` if it is not of the type.
  // fast_only: the list is known to have the element type's own schema.
  Leaves ListElement(llvm::Value* list, llvm::Value* index, const ir::Type* element, llvm::BasicBlock* misfit,
                     bool fast_only);
  // The Str or List that is element `index`, which is in range, as the list holds it.
  llvm::Value* HeldReference(llvm::Value* list, llvm::Value* index, Tag tag, llvm::BasicBlock* misfit);
  llvm::Value* SchemaIs(llvm::Value* list, Schema schema);
  void MarkElementAccess(llvm::Instruction* access);

  // Leaves of a part of an aggregate.
  static Leaves Part(const Leaves& leaves, const ir::Type* type, size_t part);

  void Fail(const std::string& message);
  const absl::Status& status() const { return status_; }

  llvm::LLVMContext& context() { return b.getContext(); }
  llvm::Value* Int(int64_t value) { return b.getInt64(static_cast<uint64_t>(value)); }
  llvm::Value* I32(uint32_t value) { return b.getInt32(value); }
  llvm::Value* TypeRow(const ir::Type* type);  // const ir::Type*, loaded from the table

  ModuleContext& m;
  llvm::Function* const function;
  llvm::Value* const fora_context;  // the function's first argument
  Builder b;

 private:
  void RetainReference(llvm::Value* object);
  Leaves AnyOfElement(llvm::Value* list, llvm::Value* index);
  // What is done to the references of a value.
  using CountReference = llvm::function_ref<void(llvm::Value* object)>;
  void ForEachCountedMember(const ir::Type* type, const Leaves& leaves, CountReference count);
  void Count(const ir::Type* type, const Leaves& leaves, CountReference count);
  llvm::MDNode* AccessTag(const char* name);

  absl::Status status_;
};

// The schema of a list whose elements are all of this type and stand unboxed; none for others.
std::optional<Schema> UnboxedSchema(const ir::Type* element);

// The tag that a boxed value of the type has; none if it has no single one.
std::optional<Tag> BoxedTag(const ir::Type* type);

}  // namespace fora::codegen
