// Emitter: emits one specialisation, once, with the types known so far.
//
// Every typed block takes all values that are live at its beginning as parameters, so that a value may have
// another type in every block (narrowed by a test, joined where control flow joins), and so that code can be
// entered at any block. simplify removes the parameters that turn out to be needless.
//
// The methods are spread by subject: emitter.cc (blocks, edges, frame states), arithmetic.cc, aggregates.cc,
// attributes.cc, calls.cc, builtins.cc, iteration.cc.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/infer/specializer.h"

namespace fora::infer {

// Tuples with more slots stay boxed: in registers they would cost more than they save.
inline constexpr uint32_t kSlotsMax = 64;

// A typed SSA value. known: a Bool or Int whose value is certain.
struct Typed {
  ir::ValueId id{0};
  const ir::Type* type = nullptr;
  std::optional<int64_t> known;
};

// What a Bool says about the type of another (generic) value.
struct Fact {
  ir::ValueId subject{0};
  std::vector<const ir::Type*> if_true;
  std::vector<const ir::Type*> if_false;
};

class Emitter {
 public:
  Emitter(Specializer& specializer, Specialization& specialization);
  std::unique_ptr<ir::Function> Emit();

 private:
  // An operation either gives a value or has ended the block (it always raises or always exits).
  using Maybe = std::optional<Typed>;

  // ---- emitter.cc: building blocks ----
  bool Pass();  // true if some block's types have grown
  void EmitBlock(ir::BlockId generic);
  void EmitTerminator(const ir::Terminator& terminator);
  Maybe EmitInstruction(const ir::Instruction& instruction);
  ir::BlockId NewBlock();
  ir::Block& current() { return typed_->blocks[current_.value()]; }
  ir::ValueId NewValue(const ir::Type* type);
  Typed Append(ir::Op op, const ir::Type* type, std::vector<ir::ValueId> operands,
               const std::function<void(ir::Instruction&)>& set = nullptr);
  void JumpTo(ir::BlockId target, std::vector<ir::ValueId> arguments);
  void BranchTo(Typed condition, ir::BlockId if_true, ir::BlockId if_false);
  std::nullopt_t Exit();  // leaves to the interpreter at the current generic operator
  std::nullopt_t Unreachable();
  uint32_t FrameState();
  uint32_t FrameStateAt(ir::BlockId block, const std::vector<ir::ValueId>& values);  // at its beginning
  // The typed block of a generic block and the arguments that an edge passes to it.
  void TakeEdge(const ir::Edge& edge, std::span<const Typed> provided, const Fact* fact, bool arm);
  Typed Get(ir::ValueId generic) const { return environment_.at(generic.value()); }

  Typed Int(int64_t value);
  Typed Bool(bool value);
  Typed Float(double value);
  Typed Undefined(const ir::Type* type);  // of a type without slots: its only value
  const ir::Type* T(ir::TypeKind kind) { return types_.Of(kind); }
  Typed Convert(Typed value, const ir::Type* type);  // to a type that Join made of the value's
  Typed Extract(Typed aggregate, size_t part);
  Typed Aggregate(ir::Op op, const ir::Type* type, std::vector<Typed> parts);
  Maybe Runtime(const ir::Type* result,
                std::vector<Typed> operands);  // the generic operator, on boxed values
  // Runs `arm` for each member of a union and joins the results; for other types, once.
  Maybe Split(Typed value, const std::function<Maybe(Typed)>& arm);
  Maybe Split2(Typed a, Typed b, const std::function<Maybe(Typed, Typed)>& arm);

  // ---- arithmetic.cc ----
  Maybe Binary(BinaryOp op, Typed a, Typed b);
  Maybe Inplace(BinaryOp op, Typed a, Typed b);
  Maybe BinaryInt(BinaryOp op, Typed a, Typed b);
  Maybe BinaryFloat(BinaryOp op, Typed a, Typed b);
  Maybe BinaryMethod(BinaryOp op, Typed a, Typed b);
  Maybe Unary(UnaryOp op, Typed a);
  Maybe Compare(CompareOp op, Typed a, Typed b);
  Maybe CompareMember(CompareOp op, Typed a, Typed b);
  Maybe CompareTuples(CompareOp op, Typed a, Typed b);
  Maybe Identity(bool negate, Typed a, Typed b);
  Maybe Truth(Typed a);
  Typed Not(Typed a);
  Typed ToInt(Typed a);    // REQUIRES: Bool or Int
  Typed ToFloat(Typed a);  // REQUIRES: Bool, Int or Float

  // ---- aggregates.cc ----
  Maybe Constant(const Value& value, int64_t index, bool global);
  Maybe Materialize(const Value& value);  // a constant known at compile time; nullopt if it needs the runtime
  Maybe GetItem(Typed object, Typed index);
  Maybe TupleItem(Typed tuple, Typed index);
  Maybe SetItem(Typed object, Typed index, Typed value);
  Maybe MakeList(std::vector<Typed> items);
  Typed RetypeSubject(Typed list, const ir::Type* type);
  bool HandlerReadsSubject() const;
  Maybe ListAppend(Typed list, Typed item);
  Maybe MethodUpdate(const ir::Instruction& instruction);
  // The list's type after the method; null if it is not known.
  const ir::Type* ListAfter(const ir::Type* list, const std::string& method,
                            const ir::Instruction& instruction, size_t first_argument);
  Maybe Popped(const ir::Instruction& instruction);
  // The type of nested lists whose innermost ones, at a depth, have an element of this type added; null if
  // they are not all lists.
  const ir::Type* WithElementAt(const ir::Type* list, size_t depth, const ir::Type* element);
  Maybe StoreAt(const ir::Instruction& instruction);
  Maybe UpdateAt(const ir::Instruction& instruction);
  Maybe Unpack(const ir::Instruction& instruction, Typed source);
  Maybe Length(Typed object);
  Maybe IsList(const ir::Instruction& instruction);

  // ---- attributes.cc ----
  Maybe GetAttr(Typed object, const std::string& name);
  Maybe InstanceAttr(Typed object, const std::string& name);
  Maybe ClassAttr(const ClassObject* c, const Value& attribute, std::optional<Typed> self, Typed owner);
  Typed Bind(Typed self, Typed function);
  Maybe SetAttr(Typed object, const std::string& name, Typed value);
  Maybe Super(const ir::Instruction& instruction, Typed cls, Typed self);
  Maybe SuperAttr(const std::string& name);

  // ---- calls.cc ----
  struct CallArguments {
    std::vector<Typed> positional;
    std::vector<std::pair<std::string, Typed>> keywords;
  };
  Maybe Call(const ir::Instruction& instruction);
  bool GivesUnknown(const ir::Instruction& call) const;
  Maybe CallValue(Typed callee, const CallArguments& arguments);
  Maybe CallFunction(Typed function, const CallArguments& arguments);
  Maybe CallClass(const ClassObject* c, const CallArguments& arguments);
  Maybe CallInstanceMethod(Typed self, const char* name,
                           std::vector<Typed> arguments);  // nullopt and !ended_: no such method
  Maybe InitBase(const ir::Instruction& instruction);
  Maybe MakeFunction(const ir::Instruction& instruction);
  std::optional<CallArguments> GatherArguments(const ir::Instruction& instruction, size_t first);
  Maybe RuntimeCall(const ir::Type* result);
  const Value* FindMethod(Typed self, std::string_view name);
  Maybe IsInstance(Typed value, Typed classes, ir::ValueId subject);

  // ---- builtins.cc ----
  Maybe CallBuiltin(uint32_t index, const CallArguments& arguments);
  Maybe CallBuiltinClass(const ClassObject* c, const CallArguments& arguments);
  Maybe CallMath(std::string_view name, const CallArguments& arguments);
  Maybe Enumerate(Typed source, Typed start);
  Maybe Map(Typed function, Typed source);
  Maybe MinMax(bool max, const std::vector<Typed>& values);

  // ---- iteration.cc ----
  bool IsIndexed(const ir::Type* type) const;  // readable by index
  const ir::Type* ElementType(const ir::Type* source);
  Maybe Iter(Typed object);
  void Next(const ir::Terminator& terminator);
  Maybe Generator(const ir::Instruction& instruction);
  Maybe Fold(Reducer reducer, Typed source, std::optional<Typed> start);
  // Just the `fold` operator; nullopt and not ended: it can't be done on unboxed elements.
  Maybe RawFold(Reducer reducer, Typed source, std::optional<Typed> start);
  // The type of the elements that reach a reduction, through the functions of generators; null if there is no
  // such fold.
  const ir::Type* FoldedElement(const ir::Type* source, std::vector<int64_t>& specializations);
  Maybe Iterator(ir::IteratorKind kind, std::vector<Typed> parts);

  bool ended() const { return ended_; }

  Specializer& specializer_;
  Specialization& spec_;
  const ir::Module& module_;
  ir::TypeTable& types_;
  const ir::Function& generic_;
  const GenericFacts& facts_;

  // Across passes: the types of what is live at the beginning of each generic block that control flow
  // reaches.
  std::map<uint32_t, std::vector<const ir::Type*>> block_types_;
  bool grown_ = false;
  int passes_ = 0;

  // Of this pass.
  std::unique_ptr<ir::Function> typed_;
  std::map<uint32_t, ir::BlockId> typed_blocks_;  // by generic block
  std::map<uint32_t, Typed> environment_;         // generic value -> what stands for it here
  std::map<uint32_t, Fact> facts_of_;             // by typed Bool value
  std::set<uint32_t> slices_;                     // typed values (boxed) that are slice objects
  // super() whose attribute the next operator reads; it has no value of its own, so an exit there runs it
  // anew.
  struct PendingSuper {
    ir::ValueId result;
    const ClassObject* after;
    Typed self;
  };
  std::optional<PendingSuper> super_;
  ir::BlockId current_{0};
  bool ended_ = false;
  // The generic operator being emitted.
  ir::BlockId generic_block_{0};
  std::vector<bool> begun_;  // by generic block: whether it has been emitted, or is now
  size_t generic_index_ = 0;
  ir::SiteId site_{0};
  const ir::Instruction* instruction_ = nullptr;
  std::optional<uint32_t> frame_state_;
};

}  // namespace fora::infer
