#include "compiler/infer/generic_facts.h"

#include <algorithm>

#include "compiler/ir/liveness.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/classes.h"

namespace fora::infer {
namespace {

std::vector<ir::ValueId> ToList(const ir::ValueSet& set) {
  std::vector<ir::ValueId> list;
  for (size_t v = 0; v < set.size(); ++v) {
    if (set[v]) list.push_back(ir::ValueId(static_cast<uint32_t>(v)));
  }
  return list;
}

}  // namespace

GenericFacts::GenericFacts(const ir::Function& function) : function_(function) {
  const ir::Liveness liveness = ir::ComputeLiveness(function);
  std::vector<int> use_count(function.values.size(), 0);
  std::vector<const ir::Block*> defined_in(function.values.size(), nullptr),
      consumed_in(function.values.size(), nullptr);
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    const ir::Block& block = function.blocks[b];
    live_in.push_back(ToList(liveness.live_in[b]));
    ir::ValueSet live(function.values.size(), false);
    const auto use = [&](ir::ValueId v) {
      live[v.value()] = true;
      ++use_count[v.value()];
    };
    for (size_t e = 0; e < block.terminator.edges.size(); ++e) {
      const ir::Edge& edge = block.terminator.edges[e];
      AddEdgeUses(function, edge, ir::ProvidedParameters(block.terminator, e), liveness, live);
      for (ir::ValueId v : edge.arguments) ++use_count[v.value()];
    }
    // What the handler needs stays live throughout the block.
    ir::ValueSet handler(function.values.size(), false);
    if (block.unwind) {
      AddEdgeUses(function, *block.unwind, ir::kProvidedByUnwind, liveness, handler);
      for (ir::ValueId v : block.unwind->arguments) ++use_count[v.value()];
    }
    const auto snapshot = [&] {
      ir::ValueSet all = live;
      for (size_t v = 0; v < all.size(); ++v) all[v] = all[v] || handler[v];
      return ToList(all);
    };
    for (ir::ValueId v : block.terminator.operands) use(v);
    std::vector<std::vector<ir::ValueId>> before(block.instructions.size() + 1);
    before.back() = snapshot();
    for (size_t i = block.instructions.size(); i-- > 0;) {
      const ir::Instruction& instruction = block.instructions[i];
      if (instruction.result) {
        live[instruction.result->value()] = false;
        defined_in[instruction.result->value()] = &block;
      }
      const bool consumes = instruction.op == ir::Op::kCollect || instruction.op == ir::Op::kIter ||
                            instruction.op == ir::Op::kCall || instruction.op == ir::Op::kGenerator;
      for (ir::ValueId v : instruction.operands) {
        use(v);
        if (consumes) consumed_in[v.value()] = &block;
      }
      before[i] = snapshot();
    }
    live_before_.push_back(std::move(before));
  }
  for (size_t v = 0; v < function.values.size(); ++v) {
    read_once.push_back(use_count[v] == 1);
    consumed_at_once.push_back(use_count[v] == 1 && defined_in[v] != nullptr &&
                               consumed_in[v] == defined_in[v]);
  }
  FindSelf();
  FindIdentity();
}

std::vector<ir::ValueId> GenericFacts::LiveBefore(ir::BlockId block, size_t instruction) const {
  return live_before_[block.value()][instruction];
}

std::vector<ir::BlockId> GenericFacts::OrderFrom(ir::BlockId entry) const {
  std::vector<ir::BlockId> post_order;
  std::vector<bool> seen(function_.blocks.size(), false);
  struct Visit {
    ir::BlockId block;
    size_t next_edge;
  };
  std::vector<Visit> stack{{entry, 0}};
  seen[entry.value()] = true;
  while (!stack.empty()) {
    Visit& visit = stack.back();
    const auto& edges = function_.blocks[visit.block.value()].terminator.edges;
    if (visit.next_edge == edges.size()) {
      post_order.push_back(visit.block);
      stack.pop_back();
      continue;
    }
    const ir::BlockId target = edges[visit.next_edge++].target;
    if (!seen[target.value()]) {
      seen[target.value()] = true;
      stack.push_back({target, 0});
    }
  }
  std::reverse(post_order.begin(), post_order.end());
  return post_order;
}

namespace {

// `object.x += operand` of a list.
bool ExtendsAttribute(const ir::Instruction& i) {
  return i.op == ir::Op::kUpdateAt && i.name.find('[') == std::string::npos &&
         i.name.ends_with(".__iadd__") && i.name.find('.', 1) == i.name.rfind('.');
}

}  // namespace

// Optimistic: assume that `self` and everything made of it by set_attr is only ever an object under
// construction, then take back every value that is used otherwise, until nothing changes.
void GenericFacts::FindSelf() {
  constructs_self.assign(function_.values.size(), false);
  if (!function_.is_init || function_.blocks.empty()) return;
  const size_t self = function_.captures.size();
  if (self >= function_.blocks[0].parameters.size()) return;
  constructs_self.assign(function_.values.size(), true);
  bool changed = true;
  const auto refuse = [&](ir::ValueId v) {
    if (!constructs_self[v.value()]) return;
    constructs_self[v.value()] = false;
    changed = true;
  };
  while (changed) {
    changed = false;
    for (size_t b = 0; b < function_.blocks.size(); ++b) {
      const ir::Block& block = function_.blocks[b];
      if (b == 0) {
        for (size_t p = 0; p < block.parameters.size(); ++p) {
          if (p != self) refuse(block.parameters[p]);
        }
      }
      for (const ir::Instruction& i : block.instructions) {
        if (!i.result) continue;
        const bool from_self =
            ((i.op == ir::Op::kSetAttr || ExtendsAttribute(i)) && constructs_self[i.operands[0].value()]) ||
            (i.op == ir::Op::kInitBase && i.operands.size() > 1 && constructs_self[i.operands[1].value()]);
        if (!from_self) refuse(*i.result);
      }
      for (size_t e = 0; e < block.terminator.edges.size(); ++e) {
        const ir::Edge& edge = block.terminator.edges[e];
        const auto& parameters = function_.blocks[edge.target.value()].parameters;
        const uint32_t provided = ir::ProvidedParameters(block.terminator, e);
        for (size_t p = 0; p < parameters.size(); ++p) {
          if (p < provided || !constructs_self[edge.arguments[p - provided].value()]) refuse(parameters[p]);
        }
      }
      if (block.unwind) {
        const auto& parameters = function_.blocks[block.unwind->target.value()].parameters;
        for (size_t p = 0; p < parameters.size(); ++p) {
          if (p < 1 || !constructs_self[block.unwind->arguments[p - 1].value()]) refuse(parameters[p]);
        }
      }
    }
  }
}

namespace {

constexpr ir::Op kAlwaysPlain[] = {ir::Op::kConstant, ir::Op::kUnboundValue, ir::Op::kTruth,
                                   ir::Op::kIsList,   ir::Op::kFormat,       ir::Op::kJoinStr};
// Operators whose results are made of nothing but their operands.
constexpr ir::Op kPlainOfPlain[] = {
    ir::Op::kCheckBound,  ir::Op::kBinary,  ir::Op::kInplace,      ir::Op::kUnary,  ir::Op::kCompare,
    ir::Op::kGetItem,     ir::Op::kSetItem, ir::Op::kMethodUpdate, ir::Op::kPopped, ir::Op::kStoreAt,
    ir::Op::kUpdateAt,    ir::Op::kSlice,   ir::Op::kTuple,        ir::Op::kList,   ir::Op::kListExtend,
    ir::Op::kListToTuple, ir::Op::kUnpack,  ir::Op::kTupleItem,    ir::Op::kIter};

// Builtins whose results are numbers, texts or ranges whatever they are given.
bool GivesPlain(const ir::Function& function, const ir::Instruction* callee) {
  if (callee == nullptr || callee->op != ir::Op::kGlobal) return false;
  const Value& value = function.module->globals[callee->index];
  if (value.Is(Tag::kBuiltin)) return builtins::Info(value.as_index()).name == "len";
  if (!value.Is(Tag::kClass)) return false;
  const BuiltinClass c = value.as<ClassObject>()->builtin;
  return c == BuiltinClass::kInt || c == BuiltinClass::kFloat || c == BuiltinClass::kBool ||
         c == BuiltinClass::kStr || c == BuiltinClass::kRange;
}

}  // namespace

// Values that neither are nor hold objects: numbers, texts, ranges, and tuples and lists of them. Optimistic,
// as FindSelf.
std::vector<bool> GenericFacts::FindPlain() const {
  using ir::Op;
  std::vector<bool> plain(function_.values.size(), true);
  std::vector<const ir::Instruction*> definitions(function_.values.size(), nullptr);
  for (const ir::Block& block : function_.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.result) definitions[i.result->value()] = &i;
    }
  }
  const auto result_is_plain = [&](const ir::Instruction& i) {
    const bool operands =
        std::all_of(i.operands.begin(), i.operands.end(), [&](ir::ValueId v) { return plain[v.value()]; });
    const auto is_in = [&](const auto& operators) {
      return std::find(std::begin(operators), std::end(operators), i.op) != std::end(operators);
    };
    if (i.op == Op::kCall) return GivesPlain(function_, definitions[i.operands[0].value()]);
    return is_in(kAlwaysPlain) || (is_in(kPlainOfPlain) && operands);
  };
  bool changed = true;
  const auto refuse = [&](ir::ValueId v) {
    changed = changed || plain[v.value()];
    plain[v.value()] = false;
  };
  for (ir::ValueId v : function_.blocks.empty() ? std::vector<ir::ValueId>() : function_.blocks[0].parameters)
    refuse(v);
  while (changed) {
    changed = false;
    for (const ir::Block& block : function_.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (i.result && !result_is_plain(i)) refuse(*i.result);
      }
      for (size_t e = 0; e < block.terminator.edges.size(); ++e) {
        const ir::Edge& edge = block.terminator.edges[e];
        const auto& parameters = function_.blocks[edge.target.value()].parameters;
        const uint32_t provided = ir::ProvidedParameters(block.terminator, e);
        for (size_t p = 0; p < parameters.size(); ++p) {
          // What `next` provides is of the iterator's kind.
          const ir::ValueId source =
              p < provided ? block.terminator.operands[0] : edge.arguments[p - provided];
          if (!plain[source.value()]) refuse(parameters[p]);
        }
      }
      if (!block.unwind) continue;
      const auto& parameters = function_.blocks[block.unwind->target.value()].parameters;
      for (size_t p = 0; p < parameters.size(); ++p) {
        if (p < ir::kProvidedByUnwind || !plain[block.unwind->arguments[p - 1].value()])
          refuse(parameters[p]);
      }
    }
  }
  return plain;
}

// Compiled code passes instances by value, so it must not matter who else refers to the same object.
void GenericFacts::FindIdentity() {
  std::vector<bool> singleton(function_.values.size(), false);  // None, True, ...: compared by `is` rightly
  for (const ir::Block& block : function_.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (i.op != ir::Op::kConstant && i.op != ir::Op::kGlobal) continue;
      const auto& table = i.op == ir::Op::kConstant ? function_.module->constants : function_.module->globals;
      singleton[i.result->value()] = !table[i.index].is_heap() || table[i.index].Is(Tag::kClass);
    }
  }
  // A function is equal only to itself, and compiled code makes it anew where it is needed.
  std::vector<bool> function(function_.values.size(), false);
  for (const ir::Block& block : function_.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      if (!i.result) continue;
      const bool display = i.op == ir::Op::kTuple || i.op == ir::Op::kList;
      function[i.result->value()] =
          i.op == ir::Op::kFunction ||
          (i.op == ir::Op::kGlobal && function_.module->globals[i.index].Is(Tag::kFunction)) ||
          (display && std::any_of(i.operands.begin(), i.operands.end(),
                                  [&](ir::ValueId v) { return function[v.value()]; }));
    }
  }
  const std::vector<bool> plain = FindPlain();
  for (const ir::Block& block : function_.blocks) {
    for (const ir::Instruction& i : block.instructions) {
      const bool equality =
          i.op == ir::Op::kCompare && (i.compare == CompareOp::kEq || i.compare == CompareOp::kNe ||
                                       i.compare == CompareOp::kIn || i.compare == CompareOp::kNotIn);
      const bool search =
          i.op == ir::Op::kGetAttr && (i.name == "index" || i.name == "count" || i.name == "remove");
      if (equality && (function[i.operands[0].value()] || function[i.operands[1].value()]))
        depends_on_identity = true;
      if (search || (equality && !plain[i.operands[0].value()] && !plain[i.operands[1].value()]))
        compares_unknown = true;
      const bool is =
          i.op == ir::Op::kCompare && (i.compare == CompareOp::kIs || i.compare == CompareOp::kIsNot);
      if (is && !singleton[i.operands[0].value()] && !singleton[i.operands[1].value()])
        depends_on_identity = true;
      if (i.op == ir::Op::kSetAttr && !constructs_self[i.operands[0].value()]) depends_on_identity = true;
      // A change by way of an attribute.
      const size_t method = i.op == ir::Op::kUpdateAt ? i.name.rfind('.') : std::string::npos;
      const bool is_own = ExtendsAttribute(i) && constructs_self[i.operands[0].value()];
      if ((i.op == ir::Op::kStoreAt || i.op == ir::Op::kUpdateAt) && i.name.find('.') != method && !is_own)
        depends_on_identity = true;
      for (size_t n = 0; n < i.operands.size(); ++n) {
        const bool own_attribute = (i.op == ir::Op::kSetAttr && n == 0) || (is_own && n == 0) ||
                                   (i.op == ir::Op::kGetAttr && n == 0) ||
                                   (i.op == ir::Op::kInitBase && n == 1);
        if (constructs_self[i.operands[n].value()] && !own_attribute) depends_on_identity = true;
      }
    }
  }
}

}  // namespace fora::infer
