// Loops and folds over what can be read by index: ranges, lists, tuples, strs, and enumerate, zip and
// reversed of them.
//
// An iterator over such a source is the source and the next index, so that a loop over a range is a counted
// loop in registers. Lazily evaluated iterators are values only where they are consumed at once; elsewhere
// their state would be shared, and they stay boxed.
#include <algorithm>

#include "compiler/infer/emitter.h"

namespace fora::infer {
namespace {

using ir::IteratorKind;
using ir::Op;
using ir::Type;
using ir::TypeKind;

bool Contains(const Type* type, TypeKind kind) {
  return type->Is(kind) || std::any_of(type->parts.begin(), type->parts.end(),
                                       [&](const Type* part) { return Contains(part, kind); });
}

}  // namespace

bool Emitter::IsIndexed(const Type* type) const {
  switch (type->kind) {
    case TypeKind::kRange:
    case TypeKind::kStr: return true;
    case TypeKind::kList: return !type->parts[0]->Is(TypeKind::kBottom);
    case TypeKind::kTuple: return !type->parts.empty();
    case TypeKind::kIterator:
      switch (type->iterator_kind) {
        case IteratorKind::kEnumerate:
        case IteratorKind::kReversed: return IsIndexed(type->parts[0]);
        case IteratorKind::kZip:
          return std::all_of(type->parts.begin(), type->parts.end(),
                             [&](const Type* t) { return IsIndexed(t); });
        case IteratorKind::kGenerator:
        case IteratorKind::kFlatGenerator:
        case IteratorKind::kMap:
        case IteratorKind::kFilter:
        case IteratorKind::kSequence: return false;
      }
      return false;
    case TypeKind::kBottom:
    case TypeKind::kNone:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kFloat:
    case TypeKind::kSkip:
    case TypeKind::kUnbound:
    case TypeKind::kTupleN:
    case TypeKind::kFunction:
    case TypeKind::kBound:
    case TypeKind::kInstance:
    case TypeKind::kClass:
    case TypeKind::kBuiltin:
    case TypeKind::kModule:
    case TypeKind::kUnion:
    case TypeKind::kAny: return false;
  }
  return false;
}

// REQUIRES: IsIndexed(source).
const Type* Emitter::ElementType(const Type* source) {
  if (source->Is(TypeKind::kRange)) return T(TypeKind::kInt);
  if (source->Is(TypeKind::kStr)) return source;
  if (source->Is(TypeKind::kList)) return source->parts[0];
  if (source->Is(TypeKind::kTuple)) {
    const Type* joined = T(TypeKind::kBottom);
    for (const Type* part : source->parts) joined = types_.Join(joined, part);
    return joined;
  }
  if (source->iterator_kind == IteratorKind::kReversed) return ElementType(source->parts[0]);
  if (source->iterator_kind == IteratorKind::kEnumerate) {
    return types_.Tuple({T(TypeKind::kInt), ElementType(source->parts[0])});
  }
  std::vector<const Type*> elements;
  for (const Type* part : source->parts) elements.push_back(ElementType(part));
  return types_.Tuple(std::move(elements));
}

Emitter::Maybe Emitter::Iterator(IteratorKind kind, std::vector<Typed> parts) {
  if (!instruction_->result || !facts_.consumed_at_once[instruction_->result->value()]) {
    return RuntimeCall(T(TypeKind::kAny));
  }
  std::vector<const Type*> types;
  for (const Typed& part : parts) types.push_back(part.type);
  return Aggregate(Op::kMakeTuple, types_.Iterator(kind, std::move(types)), std::move(parts));
}

Emitter::Maybe Emitter::Generator(const ir::Instruction& instruction) {
  const Typed source = Get(instruction.operands[0]);
  const Typed function = Get(instruction.operands[1]);
  // Of anything else, iter() may fail here and now.
  const bool nested =
      source.type->Is(TypeKind::kIterator) && source.type->iterator_kind == IteratorKind::kGenerator;
  if (!function.type->Is(TypeKind::kFunction) || !(IsIndexed(source.type) || nested)) {
    return Runtime(T(TypeKind::kAny), {source, function});
  }
  // A generator that an element function returns belongs to the fold that asked for it.
  if (generic_.is_element) {
    return Aggregate(
        Op::kMakeTuple,
        types_.Iterator(instruction.flag ? IteratorKind::kFlatGenerator : IteratorKind::kGenerator,
                        {source.type, function.type}),
        {source, function});
  }
  return Iterator(instruction.flag ? IteratorKind::kFlatGenerator : IteratorKind::kGenerator,
                  {source, function});
}

Emitter::Maybe Emitter::Iter(Typed object) {
  if (!IsIndexed(object.type)) return Runtime(T(TypeKind::kAny), {object});
  const Typed start = Int(0);
  return Aggregate(Op::kMakeTuple, types_.Iterator(IteratorKind::kSequence, {object.type, start.type}),
                   {object, start});
}

void Emitter::Next(const ir::Terminator& terminator) {
  const Typed iterator = Get(terminator.operands[0]);
  if (!iterator.type->Is(TypeKind::kIterator) || iterator.type->iterator_kind != IteratorKind::kSequence ||
      !IsIndexed(iterator.type->parts[0])) {
    Exit();
    return;
  }
  const Typed source = Extract(iterator, 0);
  const Typed index = Extract(iterator, 1);
  const Typed length = Append(Op::kSourceLen, T(TypeKind::kInt), {source.id});
  const Typed more = Append(Op::kIntCompare, T(TypeKind::kBool), {index.id, length.id},
                            [](ir::Instruction& i) { i.compare = CompareOp::kLt; });
  const ir::BlockId body = NewBlock(), done = NewBlock();
  const auto environment = environment_;
  BranchTo(more, body, done);

  current_ = body;
  ended_ = false;
  const Typed element = Append(Op::kSourceItem, ElementType(source.type), {source.id, index.id});
  // The index stays below the length, so it can't overflow.
  const Typed next = Append(Op::kIntAdd, T(TypeKind::kInt), {index.id, Int(1).id},
                            [](ir::Instruction& i) { i.flag = true; });
  const Typed advanced = Aggregate(Op::kMakeTuple, iterator.type, {source, next});
  const Typed provided[] = {element, advanced};
  TakeEdge(terminator.edges[0], provided, nullptr, false);

  current_ = done;
  ended_ = false;
  environment_ = environment;
  TakeEdge(terminator.edges[1], {}, nullptr, false);
}

const Type* Emitter::FoldedElement(const Type* source, std::vector<int64_t>& specializations) {
  const bool generator =
      source->Is(TypeKind::kIterator) && (source->iterator_kind == IteratorKind::kGenerator ||
                                          source->iterator_kind == IteratorKind::kFlatGenerator);
  if (!generator) {
    const bool plain = IsIndexed(source) && !Contains(source, TypeKind::kAny);
    return plain ? ElementType(source) : nullptr;
  }
  const Type* function = source->parts[1];
  if (function->code->module != &module_) return nullptr;
  if (!IsIndexed(source->parts[0]) || Contains(source, TypeKind::kAny)) {
    return nullptr;
  }
  std::vector<const Type*> arguments = function->parts;
  arguments.push_back(ElementType(source->parts[0]));
  Specialization* element = specializer_.Demand(*function->code, std::move(arguments), &spec_);
  if (element == nullptr) return nullptr;
  specializations.push_back(element->index);
  const Type* result = element->return_type;
  if (result->Is(TypeKind::kUnion)) {
    std::vector<const Type*> members;
    for (const Type* member : result->parts) {
      if (!member->Is(TypeKind::kSkip)) members.push_back(member);
    }
    result = members.empty() ? T(TypeKind::kSkip) : types_.Union(std::move(members));
  }
  return source->iterator_kind == IteratorKind::kFlatGenerator ? FoldedElement(result, specializations)
                                                               : result;
}

Emitter::Maybe Emitter::RawFold(Reducer reducer, Typed source, std::optional<Typed> start) {
  std::vector<int64_t> specializations;
  const Type* element = FoldedElement(source.type, specializations);
  if (element == nullptr) return std::nullopt;
  // Every element raises, as far as is known. Or it is boxed, and then it may be the one that a filter
  // refused.
  if (element->Is(TypeKind::kBottom) || element->Is(TypeKind::kAny)) return std::nullopt;
  const bool integral = element->Is(TypeKind::kInt) || element->Is(TypeKind::kBool);
  const bool floating = element->Is(TypeKind::kFloat);
  const Type* result = nullptr;
  std::vector<ir::ValueId> operands{source.id};
  switch (reducer) {
    case Reducer::kSum: {
      // A bool as the start is the sum of nothing; an int one is added exactly, to ints that come before the
      // first float.
      const bool zero = !start || (start->type->Is(TypeKind::kInt) && start->known && *start->known == 0);
      if (integral && (!start || start->type->Is(TypeKind::kInt))) {
        operands.push_back((start ? *start : Int(0)).id);
        result = T(TypeKind::kInt);
      } else if (floating && (zero || start->type->Is(TypeKind::kFloat))) {
        operands.push_back((zero ? Float(0.0) : *start).id);
        result = types_.Tuple({T(TypeKind::kBool), element});
      }
      break;
    }
    case Reducer::kAny:
    case Reducer::kAll:
      if (element->Is(TypeKind::kBool)) result = element;
      break;
    case Reducer::kMin:
    case Reducer::kMax:
      if (element->Is(TypeKind::kInt) || floating) result = types_.Tuple({T(TypeKind::kBool), element});
      break;
    case Reducer::kCollect:
      if (!Contains(element, TypeKind::kIterator) && !element->Is(TypeKind::kSkip))
        result = types_.List(element);
      break;
    case Reducer::kCount: result = T(TypeKind::kInt); break;
  }
  if (result == nullptr) return std::nullopt;
  return Append(Op::kFold, result, std::move(operands), [&](ir::Instruction& i) {
    i.fold = reducer;
    i.index = specializations.empty() ? -1 : specializations[0];
    i.specializations = specializations;
  });
}

Emitter::Maybe Emitter::Fold(Reducer reducer, Typed source, std::optional<Typed> start) {
  if (source.type->Is(TypeKind::kUnion)) return RuntimeCall(T(TypeKind::kAny));
  const Maybe raw = RawFold(reducer, source, start);
  if (!raw) {
    if (ended_) return raw;
    const Type* result = T(TypeKind::kAny);
    if (reducer == Reducer::kAny || reducer == Reducer::kAll) result = T(TypeKind::kBool);
    return RuntimeCall(result);
  }
  if (!raw->type->Is(TypeKind::kTuple)) return raw;
  // {was there an element, the value}
  const Typed any = Extract(*raw, 0);
  const Typed value = Extract(*raw, 1);
  if (reducer == Reducer::kSum && start && start->type->Is(TypeKind::kFloat)) return value;
  const ir::BlockId some = NewBlock(), none = NewBlock();
  BranchTo(any, some, none);
  current_ = none;
  ended_ = false;
  if (reducer != Reducer::kSum) {
    Exit();
    current_ = some;
    ended_ = false;
    return value;
  }
  // The sum of nothing is the start value, an int.
  const Typed nothing = Int(0);
  const Type* type = types_.Join(value.type, nothing.type);
  const ir::BlockId join = NewBlock();
  JumpTo(join, {Convert(nothing, type).id});
  current_ = some;
  ended_ = false;
  JumpTo(join, {Convert(value, type).id});
  current_ = join;
  ended_ = false;
  const Typed joined{NewValue(type), type, {}};
  current().parameters.push_back(joined.id);
  return joined;
}

}  // namespace fora::infer
