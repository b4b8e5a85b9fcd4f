#include "compiler/codegen/value_emitter.h"

#include "compiler/codegen/branch_weights.h"
#include "compiler/codegen/layout.h"
#include "compiler/ir/boxing.h"
#include "llvm/IR/MDBuilder.h"
#include "runtime/base/check.h"

namespace fora::codegen {

using ir::Type;
using ir::TypeKind;

ValueEmitter::ValueEmitter(ModuleContext& module, llvm::Function* f)
    : m(module), function(f), fora_context(f->getArg(0)), b(f->getContext()) {}

void ValueEmitter::Fail(const std::string& message) {
  if (status_.ok()) status_ = absl::UnimplementedError(message);
}

llvm::BasicBlock* ValueEmitter::NewBlock(const char* name) {
  return llvm::BasicBlock::Create(context(), name, function);
}

void ValueEmitter::Branch(llvm::Value* condition, llvm::BasicBlock* likely, llvm::BasicBlock* unlikely) {
  b.CreateCondBr(condition, likely, unlikely,
                 llvm::MDBuilder(context()).createBranchWeights(kLikely, kUnlikely));
}

void ValueEmitter::LeaveIf(llvm::Value* condition, llvm::BasicBlock* unlikely) {
  if (auto* constant = llvm::dyn_cast<llvm::ConstantInt>(condition);
      constant != nullptr && constant->isZero())
    return;
  llvm::BasicBlock* next = NewBlock("on");
  b.CreateCondBr(condition, unlikely, next,
                 llvm::MDBuilder(context()).createBranchWeights(kUnlikely, kLikely));
  b.SetInsertPoint(next);
}

llvm::AllocaInst* ValueEmitter::Alloca(uint32_t slots) {
  llvm::BasicBlock& entry = function->getEntryBlock();
  Builder at_entry(&entry, entry.begin());
  auto* type = llvm::ArrayType::get(b.getInt64Ty(), std::max<uint32_t>(slots, 1));
  llvm::AllocaInst* memory = at_entry.CreateAlloca(type);
  memory->setAlignment(llvm::Align(8));
  return memory;
}

llvm::Value* ValueEmitter::ContextField(unsigned offset) { return ByteAddress(b, fora_context, offset); }

Leaves ValueEmitter::LoadResult(const Type* type) {
  return LoadSlots(b, type, ContextField(layout::kContextResult));
}

llvm::Value* ValueEmitter::TypeRow(const Type* type) {
  auto row = m.plan.type_index.find(type);
  if (row == m.plan.type_index.end()) {
    Fail("a type that no value has: " + ToString(type));
    return llvm::ConstantPointerNull::get(b.getPtrTy());
  }
  return b.CreateLoad(b.getPtrTy(), m.calls.TableRow(b, kTypes, row->second, sizeof(void*)));
}

// ---- References ----

void ValueEmitter::RetainReference(llvm::Value* object) {
  // Null stands for a value that no execution reads, and may be copied around.
  llvm::BasicBlock *add = NewBlock("retain"), *done = NewBlock("retained");
  b.CreateCondBr(b.CreateIsNull(object), done, add);
  b.SetInsertPoint(add);
  b.CreateAtomicRMW(llvm::AtomicRMWInst::Add, ByteAddress(b, object, layout::kRefCount), I32(1),
                    llvm::Align(4), llvm::AtomicOrdering::Monotonic);
  b.CreateBr(done);
  b.SetInsertPoint(done);
}

void ValueEmitter::Retain(const Type* type, const Leaves& leaves) {
  Count(type, leaves, [&](llvm::Value* object) { RetainReference(object); });
}

void ValueEmitter::Release(const Type* type, const Leaves& leaves) {
  Count(type, leaves, [&](llvm::Value* object) {
    m.calls.Call(b, "fora_release", b.getVoidTy(), {object}, CallKind::kOrdinary);
  });
}

void ValueEmitter::RetainColdly(const Type* type, const Leaves& leaves) {
  Count(type, leaves, [&](llvm::Value* object) {
    m.calls.Call(b, "fora_retain", b.getVoidTy(), {object}, CallKind::kCold);
  });
}

void ValueEmitter::Count(const Type* type, const Leaves& leaves, CountReference count) {
  if (!ir::IsCounted(type)) return;
  if (type->Is(TypeKind::kStr) || type->Is(TypeKind::kList) || type->Is(TypeKind::kTupleN))
    return count(leaves[0]);
  if (type->Is(TypeKind::kUnion)) return ForEachCountedMember(type, leaves, count);
  if (type->Is(TypeKind::kAny)) {
    llvm::BasicBlock *heap = NewBlock("heap"), *done = NewBlock("counted");
    b.CreateCondBr(b.CreateICmpUGE(leaves[0], Int(static_cast<int64_t>(Tag::kBigInt))), heap, done);
    b.SetInsertPoint(heap);
    count(b.CreateIntToPtr(leaves[1], b.getPtrTy()));
    b.CreateBr(done);
    b.SetInsertPoint(done);
    return;
  }
  for (size_t i = 0; i < type->parts.size(); ++i) Count(type->parts[i], Part(leaves, type, i), count);
}

void ValueEmitter::ForEachCountedMember(const Type* type, const Leaves& leaves, CountReference count) {
  llvm::BasicBlock* done = NewBlock("counted");
  auto* choose = b.CreateSwitch(leaves[0], done);
  for (size_t member = 0; member < type->parts.size(); ++member) {
    if (!ir::IsCounted(type->parts[member])) continue;
    llvm::BasicBlock* arm = NewBlock("member");
    choose->addCase(b.getInt64(member), arm);
    b.SetInsertPoint(arm);
    Count(type->parts[member], UnpackUnion(leaves, type, member), count);
    b.CreateBr(done);
  }
  b.SetInsertPoint(done);
}

// ---- Unions ----

Leaves ValueEmitter::Part(const Leaves& leaves, const Type* type, size_t part) {
  if (type->Is(TypeKind::kRange)) return {leaves[part]};
  uint32_t first = PartOffset(type, part);
  return Leaves(leaves.begin() + first, leaves.begin() + first + type->parts[part]->slots);
}

Leaves ValueEmitter::PackUnion(const Leaves& leaves, const Type* union_type, size_t member) {
  Leaves packed{Int(static_cast<int64_t>(member))};
  for (llvm::Value* leaf : leaves) packed.push_back(ToWord(b, leaf));
  packed.resize(union_type->slots, Int(0));
  return packed;
}

Leaves ValueEmitter::UnpackUnion(const Leaves& leaves, const Type* union_type, size_t member) {
  Leaves unpacked;
  size_t next = 1;
  for (Leaf leaf : LeavesOf(union_type->parts[member])) unpacked.push_back(FromWord(b, leaves[next++], leaf));
  return unpacked;
}

std::optional<size_t> ValueEmitter::MemberIndex(const Type* union_type, const Type* member) {
  for (size_t i = 0; i < union_type->parts.size(); ++i) {
    if (union_type->parts[i] == member) return i;
  }
  return std::nullopt;
}

namespace {

// Where `member` goes in `union_type`: itself, or the member whose parts are wider.
bool Includes(const Type* wide, const Type* narrow) {
  if (wide == narrow || wide->Is(TypeKind::kAny) || narrow->Is(TypeKind::kBottom)) return true;
  if (wide->Is(TypeKind::kUnion)) {
    const std::vector<const Type*> single{narrow};
    const std::vector<const Type*>& members = narrow->Is(TypeKind::kUnion) ? narrow->parts : single;
    for (const Type* member : members) {
      bool found = false;
      for (const Type* part : wide->parts) found |= Includes(part, member);
      if (!found) return false;
    }
    return true;
  }
  if (wide->kind != narrow->kind || wide->parts.size() != narrow->parts.size()) return false;
  if (wide->Is(TypeKind::kList) || wide->Is(TypeKind::kTupleN))
    return true;  // elements are checked when they are read
  if (wide->parts.empty() || wide->code != narrow->code || wide->class_object != narrow->class_object ||
      wide->names != narrow->names || wide->iterator_kind != narrow->iterator_kind)
    return false;
  for (size_t i = 0; i < wide->parts.size(); ++i) {
    if (!Includes(wide->parts[i], narrow->parts[i])) return false;
  }
  return true;
}

}  // namespace

Leaves ValueEmitter::Widen(const Leaves& leaves, const Type* from, const Type* to) {
  if (from == to) return leaves;
  if (from->Is(TypeKind::kBottom)) return ZeroLeaves(b, to);
  if (!Includes(to, from)) {
    Fail("no conversion from " + ToString(from) + " to " + ToString(to));
    return ZeroLeaves(b, to);
  }
  if (to->Is(TypeKind::kAny)) return BoxToAny(leaves, from);
  if (from->Is(TypeKind::kUnion)) {
    // Each member by itself; they meet again in the wider union.
    llvm::BasicBlock *done = NewBlock("widened"), *never = NewBlock("never");
    auto* choose = b.CreateSwitch(leaves[0], never);
    std::vector<std::pair<llvm::BasicBlock*, Leaves>> arms;
    for (size_t member = 0; member < from->parts.size(); ++member) {
      llvm::BasicBlock* arm = NewBlock("member");
      choose->addCase(b.getInt64(member), arm);
      b.SetInsertPoint(arm);
      Leaves widened = Widen(UnpackUnion(leaves, from, member), from->parts[member], to);
      arms.emplace_back(b.GetInsertBlock(), std::move(widened));
      b.CreateBr(done);
    }
    b.SetInsertPoint(never);
    b.CreateUnreachable();
    b.SetInsertPoint(done);
    Leaves result;
    std::vector<Leaf> kinds = LeavesOf(to);
    for (size_t i = 0; i < kinds.size(); ++i) {
      llvm::PHINode* phi = b.CreatePHI(RegisterType(kinds[i], context()), static_cast<unsigned>(arms.size()));
      for (auto& [block, values] : arms) phi->addIncoming(values[i], block);
      result.push_back(phi);
    }
    return result;
  }
  if (to->Is(TypeKind::kUnion)) {
    for (size_t member = 0; member < to->parts.size(); ++member) {
      if (Includes(to->parts[member], from))
        return PackUnion(Widen(leaves, from, to->parts[member]), to, member);
    }
  }
  if (to->Is(TypeKind::kList) || to->Is(TypeKind::kTupleN)) return leaves;
  Leaves result;
  for (size_t i = 0; i < to->parts.size(); ++i) {
    Leaves part = Widen(Part(leaves, from, i), from->parts[i], to->parts[i]);
    result.append(part.begin(), part.end());
  }
  return result;
}

Leaves ValueEmitter::Narrow(const Leaves& leaves, const Type* from, const Type* to) {
  if (from == to) return leaves;
  if (!from->Is(TypeKind::kUnion)) {
    Fail("narrowing from " + ToString(from) + " to " + ToString(to));
    return ZeroLeaves(b, to);
  }
  if (auto member = MemberIndex(from, to)) return UnpackUnion(leaves, from, *member);
  if (!to->Is(TypeKind::kUnion)) {
    Fail("narrowing from " + ToString(from) + " to " + ToString(to));
    return ZeroLeaves(b, to);
  }
  // To a narrower union: the tags are numbered anew, the words stay.
  llvm::Value* tag = Int(0);
  for (size_t i = 0; i < to->parts.size(); ++i) {
    auto old = MemberIndex(from, to->parts[i]);
    if (!old) {
      Fail("narrowing from " + ToString(from) + " to " + ToString(to));
      return ZeroLeaves(b, to);
    }
    tag = b.CreateSelect(b.CreateICmpEQ(leaves[0], Int(static_cast<int64_t>(*old))),
                         Int(static_cast<int64_t>(i)), tag);
  }
  Leaves result{tag};
  result.append(leaves.begin() + 1, leaves.begin() + to->slots);
  return result;
}

// ---- Any ----

std::optional<Tag> BoxedTag(const Type* type) {
  switch (type->kind) {
    case TypeKind::kNone: return Tag::kNone;
    case TypeKind::kBool: return Tag::kBool;
    case TypeKind::kInt: return Tag::kInt;
    case TypeKind::kFloat: return Tag::kFloat;
    case TypeKind::kStr: return Tag::kStr;
    case TypeKind::kSkip: return Tag::kSkip;
    case TypeKind::kUnbound: return Tag::kUnbound;
    case TypeKind::kList: return Tag::kList;
    case TypeKind::kBottom:
    case TypeKind::kRange:
    case TypeKind::kTuple:
    case TypeKind::kTupleN:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kIterator:
    case TypeKind::kUnion:
    case TypeKind::kAny: return std::nullopt;
  }
  FORA_UNREACHABLE() << ToString(type);
}

Leaves ValueEmitter::BoxToAny(const Leaves& leaves, const Type* from) {
  if (from->Is(TypeKind::kAny)) return leaves;
  if (std::optional<Tag> tag = BoxedTag(from)) {
    return {Int(static_cast<int64_t>(*tag)), leaves.empty() ? Int(0) : ToWord(b, leaves[0])};
  }
  m.calls.CallWithSlots(b, "fora_box", b.getVoidTy(), {fora_context, TypeRow(from)}, leaves,
                        CallKind::kOrdinary);
  return LoadResult(m.typed.types->Of(TypeKind::kAny));
}

Leaves ValueEmitter::UnboxFromAny(const Leaves& any, const Type* to, llvm::BasicBlock* misfit) {
  if (to->Is(TypeKind::kAny)) return any;
  if (std::optional<Tag> tag = BoxedTag(to)) {
    LeaveIf(b.CreateICmpNE(any[0], Int(static_cast<int64_t>(*tag))), misfit);
    if (to->slots == 0) return {};
    return {FromWord(b, any[1], LeavesOf(to)[0])};
  }
  llvm::Value* fits = m.calls.Call(b, "fora_unbox", b.getInt32Ty(),
                                   {fora_context, TypeRow(to), any[0], any[1]}, CallKind::kOrdinary);
  LeaveIf(b.CreateICmpEQ(fits, I32(0)), misfit);
  return LoadResult(to);
}

// ---- Calls ----

ValueEmitter::CallResult ValueEmitter::CallFunction(uint32_t index, llvm::ArrayRef<llvm::Value*> arguments) {
  llvm::SmallVector<llvm::Value*, 8> all{fora_context};
  all.append(arguments.begin(), arguments.end());
  llvm::Function* callee = m.functions[index];
  if (callee->arg_size() != all.size()) {
    Fail("a call of " + m.typed.functions[index]->qualname_ + " with other parameters");
    return {ZeroLeaves(b, m.typed.functions[index]->return_type), I32(0)};
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (callee->getArg(static_cast<unsigned>(i))->getType() == all[i]->getType()) continue;
    Fail("a call of " + m.typed.functions[index]->qualname_ + " with parameters of other types");
    return {ZeroLeaves(b, m.typed.functions[index]->return_type), I32(0)};
  }
  llvm::CallInst* call = b.CreateCall(callee, all);
  call->setCallingConv(callee->getCallingConv());
  CallResult result;
  const uint32_t count = m.typed.functions[index]->return_type->slots;
  for (uint32_t i = 0; i < count; ++i) result.leaves.push_back(b.CreateExtractValue(call, i));
  result.status = b.CreateExtractValue(call, count);
  return result;
}

// ---- Sequences ----

// Headers of lists, and elements, never overlap: a store of an element leaves the length alone.
llvm::MDNode* ValueEmitter::AccessTag(const char* name) {
  llvm::MDBuilder metadata(context());
  llvm::MDNode* type = metadata.createTBAAScalarTypeNode(name, metadata.createTBAARoot("fora"));
  return metadata.createTBAAStructTagNode(type, type, 0);
}

void ValueEmitter::MarkElementAccess(llvm::Instruction* access) {
  access->setMetadata(llvm::LLVMContext::MD_tbaa, AccessTag("element"));
}

llvm::Value* ValueEmitter::LoadHeader(llvm::Value* object, unsigned offset, llvm::Type* type) {
  llvm::LoadInst* load = b.CreateLoad(type, ByteAddress(b, object, offset));
  load->setMetadata(llvm::LLVMContext::MD_tbaa, AccessTag("header"));
  return load;
}

void ValueEmitter::StoreHeader(llvm::Value* value, llvm::Value* object, unsigned offset) {
  llvm::StoreInst* store = b.CreateStore(value, ByteAddress(b, object, offset));
  store->setMetadata(llvm::LLVMContext::MD_tbaa, AccessTag("header"));
}

unsigned ValueEmitter::ListSizeOffset() { return layout::kListSize; }

std::optional<Schema> UnboxedSchema(const Type* element) {
  if (element->Is(TypeKind::kInt)) return Schema::kInt;
  if (element->Is(TypeKind::kFloat)) return Schema::kFloat;
  if (element->Is(TypeKind::kBool)) return Schema::kBool;
  return std::nullopt;
}

llvm::Value* ValueEmitter::SchemaIs(llvm::Value* list, Schema schema) {
  llvm::Value* actual = LoadHeader(list, layout::kListSchema, b.getInt8Ty());
  return b.CreateICmpEQ(actual, b.getInt8(static_cast<uint8_t>(schema)));
}

llvm::Value* ValueEmitter::HeldReference(llvm::Value* list, llvm::Value* index, Tag tag,
                                         llvm::BasicBlock* misfit) {
  LeaveIf(b.CreateNot(SchemaIs(list, Schema::kBoxed)), misfit);
  llvm::Value* data = LoadHeader(list, layout::kListData, b.getPtrTy());
  llvm::Value* slot = b.CreateInBoundsGEP(llvm::ArrayType::get(b.getInt8Ty(), sizeof(Value)), data, index);
  llvm::LoadInst* actual = b.CreateLoad(b.getInt8Ty(), slot);
  MarkElementAccess(actual);
  LeaveIf(b.CreateICmpNE(actual, b.getInt8(static_cast<uint8_t>(tag))), misfit);
  llvm::LoadInst* object = b.CreateLoad(b.getPtrTy(), ByteAddress(b, slot, layout::kValueBits));
  MarkElementAccess(object);
  return object;
}

Leaves ValueEmitter::ListElement(llvm::Value* list, llvm::Value* index, const Type* element,
                                 llvm::BasicBlock* misfit, bool fast_only) {
  if (element->Is(TypeKind::kList) || element->Is(TypeKind::kStr)) {
    const Leaves reference{HeldReference(list, index, *BoxedTag(element), misfit)};
    Retain(element, reference);
    return reference;
  }
  std::optional<Schema> schema = UnboxedSchema(element);
  if (!schema) {
    Leaves any = AnyOfElement(list, index);
    Retain(m.typed.types->Of(TypeKind::kAny), any);
    if (element->Is(TypeKind::kAny)) return any;
    llvm::BasicBlock* drop = NewBlock("drop");
    Leaves leaves = UnboxFromAny(any, element, drop);
    llvm::BasicBlock* here = b.GetInsertBlock();
    b.SetInsertPoint(drop);
    Release(m.typed.types->Of(TypeKind::kAny), any);
    b.CreateBr(misfit);
    b.SetInsertPoint(here);
    return leaves;
  }
  auto fast = [&]() -> llvm::Value* {
    llvm::Value* data = LoadHeader(list, layout::kListData, b.getPtrTy());
    llvm::Type* type = *schema == Schema::kInt     ? b.getInt64Ty()
                       : *schema == Schema::kFloat ? b.getDoubleTy()
                                                   : b.getInt8Ty();
    llvm::LoadInst* load = b.CreateLoad(type, b.CreateInBoundsGEP(type, data, index));
    MarkElementAccess(load);
    return *schema == Schema::kBool ? b.CreateTrunc(load, b.getInt1Ty()) : static_cast<llvm::Value*>(load);
  };
  if (fast_only) return {fast()};
  llvm::BasicBlock *unboxed = NewBlock("unboxed"), *boxed = NewBlock("boxed"), *done = NewBlock("element");
  Branch(SchemaIs(list, *schema), unboxed, boxed);
  b.SetInsertPoint(boxed);
  llvm::Value* slow = UnboxFromAny(AnyOfElement(list, index), element, misfit)[0];
  llvm::BasicBlock* slow_end = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(unboxed);
  llvm::Value* quick = fast();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(quick->getType(), 2);
  phi->addIncoming(quick, unboxed);
  phi->addIncoming(slow, slow_end);
  return {phi};
}

// Whatever the schema, borrowed.
Leaves ValueEmitter::AnyOfElement(llvm::Value* list, llvm::Value* index) {
  llvm::Value* data = LoadHeader(list, layout::kListData, b.getPtrTy());
  llvm::Value* schema = LoadHeader(list, layout::kListSchema, b.getInt8Ty());
  llvm::BasicBlock *boxed = NewBlock("any.boxed"), *scalar = NewBlock("any.scalar"),
                   *bools = NewBlock("any.bool"), *words = NewBlock("any.word"), *done = NewBlock("any");
  b.CreateCondBr(b.CreateICmpEQ(schema, b.getInt8(static_cast<uint8_t>(Schema::kBoxed))), boxed, scalar);
  b.SetInsertPoint(boxed);
  llvm::Value* slot = b.CreateInBoundsGEP(llvm::ArrayType::get(b.getInt8Ty(), sizeof(Value)), data, index);
  llvm::LoadInst* tag = b.CreateLoad(b.getInt8Ty(), slot);
  llvm::LoadInst* bits = b.CreateLoad(b.getInt64Ty(), ByteAddress(b, slot, layout::kValueBits));
  MarkElementAccess(tag);
  MarkElementAccess(bits);
  llvm::Value* wide_tag = b.CreateZExt(tag, b.getInt64Ty());
  b.CreateBr(done);
  b.SetInsertPoint(scalar);
  b.CreateCondBr(b.CreateICmpEQ(schema, b.getInt8(static_cast<uint8_t>(Schema::kBool))), bools, words);
  b.SetInsertPoint(bools);
  llvm::LoadInst* byte = b.CreateLoad(b.getInt8Ty(), b.CreateInBoundsGEP(b.getInt8Ty(), data, index));
  MarkElementAccess(byte);
  llvm::Value* wide_byte = b.CreateZExt(byte, b.getInt64Ty());
  b.CreateBr(done);
  b.SetInsertPoint(words);
  llvm::LoadInst* word = b.CreateLoad(b.getInt64Ty(), b.CreateInBoundsGEP(b.getInt64Ty(), data, index));
  MarkElementAccess(word);
  llvm::Value* is_int = b.CreateICmpEQ(schema, b.getInt8(static_cast<uint8_t>(Schema::kInt)));
  llvm::Value* word_tag =
      b.CreateSelect(is_int, Int(static_cast<int64_t>(Tag::kInt)), Int(static_cast<int64_t>(Tag::kFloat)));
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* tags = b.CreatePHI(b.getInt64Ty(), 3);
  llvm::PHINode* payloads = b.CreatePHI(b.getInt64Ty(), 3);
  tags->addIncoming(wide_tag, boxed);
  payloads->addIncoming(bits, boxed);
  tags->addIncoming(Int(static_cast<int64_t>(Tag::kBool)), bools);
  payloads->addIncoming(wide_byte, bools);
  tags->addIncoming(word_tag, words);
  payloads->addIncoming(word, words);
  return {tags, payloads};
}

}  // namespace fora::codegen
