// FIR: functions of basic blocks in SSA form, with block arguments instead of phis.
//
// One representation serves two stages. `lower` writes *generic* functions: every value has type Any and
// every operator CPython's semantics; the interpreter runs these. `infer` writes *typed* functions, one per
// (generic function, entry block, argument types), whose operators need no dispatch; code generation compiles
// these. A typed operator that may exit names a FrameState: the generic operator to run anew and the values
// that are live there.
//
// Invariants (verify.h): (1) each value is defined once and its definition dominates its uses. (2) An edge
// passes as many arguments as its target has parameters (less those that the terminator itself provides). (3)
// A block whose operators may raise inside a try has an unwind edge, and the edge's arguments are defined
// before the block begins.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/type.h"
#include "compiler/source/source.h"
#include "runtime/base/strong_id.h"
#include "runtime/object_model/signature.h"
#include "runtime/value/objects.h"
#include "runtime/value/operators.h"

namespace fora::ir {

FORA_DEFINE_ID(ValueId, uint32_t);
FORA_DEFINE_ID(BlockId, uint32_t);
FORA_DEFINE_ID(SiteId, uint32_t);      // index into Module::sites
FORA_DEFINE_ID(FunctionId, uint32_t);  // index into Module::functions

enum class Effect : uint8_t { kPure, kMayRaise, kMayExit, kAlloc };

enum class Op : uint8_t {
#define FORA_OP(name, text, operands, effect) name,
#include "compiler/ir/ops.def"
#undef FORA_OP
};

struct OpInfo {
  const char* text;
  int operands;  // -1: any number
  Effect effect;
};
const OpInfo& Info(Op op);

using fora::BinaryOp;
using fora::CompareOp;
using fora::Reducer;
using fora::UnaryOp;

enum class ArgumentKind : uint8_t { kPositional, kStar, kKeyword, kDoubleStar };
struct Argument {
  ArgumentKind kind;
  std::string name;  // kKeyword
};
using CallShape = std::vector<Argument>;  // one per operand after the callee (and self)

struct UnpackShape {
  uint32_t before;  // targets before the starred one; all if there is none
  uint32_t after;
  bool starred;
};

struct Instruction {
  Op op;
  SiteId site{0};
  std::optional<ValueId> result;
  std::vector<ValueId> operands;
  // Immediates: those that ops.def names for the operator.
  int64_t index = 0;  // imm.index, imm.constant, imm.function, imm.class_, imm.spec
  bool flag = false;
  BinaryOp binary{};
  UnaryOp unary{};
  CompareOp compare{};
  Reducer fold{};
  UnpackShape unpack{};
  std::string name;
  std::shared_ptr<const CallShape> call;
  // kFold: the typed functions its elements go through, by index: that of the iterator's generator, then of
  // the generator which that one gives (kFlatGenerator), and so on inwards. Empty if the elements are the
  // source's own.
  std::vector<int64_t> specializations;
  // Typed functions: where the interpreter takes over if the operator exits (index into
  // Function::frame_states).
  std::optional<uint32_t> frame_state;
};

struct Edge {
  BlockId target{0};
  std::vector<ValueId> arguments;
};

enum class TerminatorKind : uint8_t {
  kJump,    // edges[0]
  kBranch,  // operands[0]: Bool (a kTruth result); edges[0] if true, edges[1] if false
  kNext,    // operands[0]: iterator. edges[0]: an element follows; its target's first two parameters are the
            // element and the
            //   advanced iterator. edges[1]: at the end. Generic functions only
  kReturn,  // operands[0]
  kRaise,   // operands[0]: exception instance or class; operands[1], if any: the cause. flag: a bare `raise`
            // of operands[0],
            //   or of the exception that a caller handles if there are none; and operands[1],
            //   if any, is what the function gives back nevertheless (Stop::kept)
  kExit,    // typed functions only: always leaves to the interpreter, by frame_state
  kUnreachable,
  kTailCall,  // typed functions only: operands: arguments. index: the typed function whose outcome, of
              // whatever status, is this one's
};

struct Terminator {
  TerminatorKind kind = TerminatorKind::kUnreachable;
  SiteId site{0};
  std::vector<ValueId> operands;
  std::vector<Edge> edges;
  bool flag = false;
  // Of a kExit; and of a jump back into a loop that stands inside a try: where the loop begins anew, for what
  // its poll raises.
  std::optional<uint32_t> frame_state;
  int64_t index = 0;
};

struct Block {
  std::vector<ValueId> parameters;
  std::vector<Instruction> instructions;
  Terminator terminator;
  // Where a raise in this block is handled: the target's first parameter is the exception instance.
  std::optional<Edge> unwind;
  // How many exceptions the function is handling here: the context of one that is raised here, or below. A
  // handler's first block counts its own.
  uint32_t handled = 0;
  // The function's own handler, around all of it: it gives back what there is by then (Stop::kept). It does
  // not keep lists and objects from changing in place: one that a failed call was given for good is unbound
  // here.
  bool is_landing = false;
};

// What the interpreter needs to go on at a generic operator: its place, and the generic values that are live
// there.
struct FrameState {
  BlockId block{0};          // of the generic function
  uint32_t instruction = 0;  // index in the block; == size: the terminator
  struct Live {
    ValueId generic{0};
    ValueId typed{0};
  };
  std::vector<Live> live;  // generic values live before the operator runs (its operands among them)
};

using object_model::ParameterKind;
struct Parameter {
  std::string name;
  ParameterKind kind;
  bool has_default = false;  // kKeywordOnly: its value is among the keyword defaults
};

struct ValueInfo {
  const Type* type = nullptr;  // null in generic functions: Any
  std::string name;            // of the variable it holds, for the printer; may be empty
};

struct Module;

// A generic function's entry block (block 0) takes its captures, then its parameters in the order of
// `parameters`.
struct Function : Code {
  std::string name_, qualname_;
  const Module* module = nullptr;
  FunctionId id{0};
  source::Span span;
  std::vector<std::string> captures;
  std::vector<Parameter> parameters;
  uint32_t default_count = 0;  // of positional parameters: operands of kFunction after the captures
  std::vector<std::string> keyword_default_names;
  bool is_init = false;     // named __init__ in a class: returns self
  bool is_setter = false;   // of a property: returns self, and keeps it if it raises. Only set_attr calls it
  bool is_element = false;  // a comprehension's element function (hidden in tracebacks as CPython names it)
  std::vector<ValueInfo> values;
  std::vector<Block> blocks;  // block 0 is the entry

  // Typed functions only.
  const Function* generic = nullptr;
  BlockId entry_block{0};  // where in the generic function this one begins (loops are entered in the middle)
  std::vector<ValueId>
      entry_values;  // the generic values that its entry parameters stand for, if entry_block is not 0
  const Type* return_type = nullptr;
  std::vector<FrameState> frame_states;
  bool inlined = false;  // into every caller, who has checked the stack

  const std::string& name() const override { return name_; }
  const std::string& qualname() const override { return qualname_; }
  bool sets_property() const override { return is_setter; }
};

// Terminators are instructions too.
size_t InstructionCount(const Function& function);

struct ClassTemplate {  // imm.class_: a class statement inside a function
  std::string name, qualname;
  uint32_t base_count = 0;
  std::vector<std::string> attribute_names;
  source::Span span;
};

// Where an operator stands. The statements of a class body run in the function around it, but are a frame of
// their own in tracebacks: `body` names the class, and `around` is the site of its class statement.
struct Site {
  source::Span span;
  std::string body = {};
  SiteId around{0};
};

// A whole program in generic form. Immutable once lowered; shared by all threads that run it.
struct Module {
  std::vector<std::string> file_paths;
  std::vector<std::unique_ptr<Function>> functions;
  std::vector<ClassTemplate> classes;
  std::vector<Value> constants;  // immediates, strs, big ints, tuples of these
  std::vector<Value> globals;    // the program's objects (source::Program::objects), linked
  std::vector<Site> sites;
  FunctionId entry{0};  // takes no arguments; returns the result of a Call, or a tuple of a Block's results
  std::vector<std::string>
      result_names;  // of a Block, in the order of the tuple; an unassigned one is unbound
  uint32_t python_minor = 11;
};

// What infer makes: functions[0] is the one asked for; kCallDirect and kFold name others by index.
struct TypedModule {
  std::shared_ptr<TypeTable> types;
  bool sequential =
      false;  // nothing of it can be given away or stopped: no forks, no polls. For measuring these
  std::vector<std::unique_ptr<Function>>
      generic_functions;  // generic ones that infer made up; typed ones point to them
  std::vector<std::unique_ptr<Function>> functions;
};

}  // namespace fora::ir
