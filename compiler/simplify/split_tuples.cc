#include "compiler/simplify/split_tuples.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "compiler/ir/boxing.h"
#include "compiler/simplify/replacements.h"

namespace fora::simplify {
namespace {

using ir::Op;
using ir::ValueId;

class TupleSplitter {
 public:
  explicit TupleSplitter(ir::Function& function)
      : f_(function), made_of_(function.values.size()), split_(function.values.size()) {}

  // Whether there was anything to split.
  bool Run() {
    FindParameters();
    if (std::find(split_.begin(), split_.end(), true) == split_.end()) return false;
    parts_.resize(split_.size());
    for (size_t v = 0; v < split_.size(); ++v) {
      if (!split_[v]) continue;
      const std::vector<const ir::Type*> types = f_.values[v].type->parts;
      for (const ir::Type* type : types) parts_[v].push_back(NewValue(type));
    }
    for (ir::Block& block : f_.blocks) PassParts(block);
    for (ir::Block& block : f_.blocks) TakeParts(block);
    ReplaceExtracts();
    return true;
  }

 private:
  bool IsSplit(ValueId v) const { return v.value() < split_.size() && split_[v.value()]; }

  // A tuple without references lives in registers anyway.
  bool IsTuple(ValueId v) const {
    const ir::Type* type = f_.values[v.value()].type;
    return (type->Is(ir::TypeKind::kTuple) || type->Is(ir::TypeKind::kIterator)) && !type->parts.empty() &&
           ir::IsCounted(type);
  }

  // Not widened.
  bool IsMadeAsItIs(const ir::Instruction& make) const {
    const std::vector<const ir::Type*>& parts = f_.values[make.result->value()].type->parts;
    return std::equal(parts.begin(), parts.end(), make.operands.begin(), make.operands.end(),
                      [&](const ir::Type* part, ValueId v) { return f_.values[v.value()].type == part; });
  }

  void FindParameters() {
    for (const ir::Block& block : f_.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (i.op == Op::kMakeTuple && IsMadeAsItIs(i)) made_of_[i.result->value()] = i.operands;
      }
    }
    ForEachPassed([&](ValueId argument, ValueId parameter) {
      if (made_of_[argument.value()] && IsTuple(parameter)) split_[parameter.value()] = true;
    });
    for (ValueId v : f_.blocks[0].parameters) split_[v.value()] = false;
    for (const ir::Block& block : f_.blocks) {
      for (const ir::Instruction& i : block.instructions) {
        if (i.op == Op::kExtract) continue;
        for (ValueId v : i.operands) split_[v.value()] = false;
      }
      for (ValueId v : block.terminator.operands) split_[v.value()] = false;
    }
    for (bool changed = true; changed;) {
      changed = false;
      ForEachPassed([&](ValueId argument, ValueId parameter) {
        if (!split_[argument.value()] || split_[parameter.value()]) return;
        split_[argument.value()] = false;
        changed = true;
      });
    }
  }

  // f(argument, parameter) for all that edges pass.
  template <class F>
  void ForEachPassed(const F& f) const {
    for (const ir::Block& block : f_.blocks) {
      for (const ir::Edge& edge : block.terminator.edges) {
        const std::vector<ValueId>& parameters = f_.blocks[edge.target.value()].parameters;
        for (size_t p = 0; p < edge.arguments.size(); ++p) f(edge.arguments[p], parameters[p]);
      }
    }
  }

  // REQUIRES: the parameters are still whole.
  void PassParts(ir::Block& block) {
    for (ir::Edge& edge : block.terminator.edges) {
      const std::vector<ValueId>& parameters = f_.blocks[edge.target.value()].parameters;
      std::vector<ValueId> arguments;
      for (size_t p = 0; p < edge.arguments.size(); ++p) {
        if (!IsSplit(parameters[p])) {
          arguments.push_back(edge.arguments[p]);
          continue;
        }
        const std::vector<ValueId> parts = PartsOf(edge.arguments[p], block);
        arguments.insert(arguments.end(), parts.begin(), parts.end());
      }
      edge.arguments = std::move(arguments);
    }
  }

  std::vector<ValueId> PartsOf(ValueId tuple, ir::Block& block) {
    if (IsSplit(tuple)) return parts_[tuple.value()];
    if (made_of_[tuple.value()]) return *made_of_[tuple.value()];
    std::vector<ValueId> parts;
    const std::vector<const ir::Type*> types = f_.values[tuple.value()].type->parts;
    for (size_t k = 0; k < types.size(); ++k) {
      ir::Instruction extract;
      extract.op = Op::kExtract;
      extract.site = block.terminator.site;
      extract.operands = {tuple};
      extract.index = static_cast<int64_t>(k);
      extract.result = NewValue(types[k]);
      parts.push_back(*extract.result);
      block.instructions.push_back(std::move(extract));
    }
    return parts;
  }

  // Frame states go on naming the tuple.
  void TakeParts(ir::Block& block) {
    std::vector<ValueId> parameters;
    std::vector<ir::Instruction> makes;
    for (ValueId v : block.parameters) {
      if (!IsSplit(v)) {
        parameters.push_back(v);
        continue;
      }
      parameters.insert(parameters.end(), parts_[v.value()].begin(), parts_[v.value()].end());
      ir::Instruction make;
      make.op = Op::kMakeTuple;
      make.site = block.instructions.empty() ? block.terminator.site : block.instructions.front().site;
      make.operands = parts_[v.value()];
      make.result = v;
      makes.push_back(std::move(make));
    }
    block.parameters = std::move(parameters);
    block.instructions.insert(block.instructions.begin(), std::make_move_iterator(makes.begin()),
                              std::make_move_iterator(makes.end()));
  }

  void ReplaceExtracts() {
    Replacements replacements(f_.values.size());
    for (ir::Block& block : f_.blocks) {
      std::erase_if(block.instructions, [&](const ir::Instruction& i) {
        if (i.op != Op::kExtract || !IsSplit(i.operands[0])) return false;
        const ValueId part = parts_[i.operands[0].value()][static_cast<size_t>(i.index)];
        replacements.Replace(*i.result, part.value());
        return true;
      });
    }
    ForEachUse(f_, [&](ValueId& v) { v = ValueId(replacements.Find(v)); });
  }

  ValueId NewValue(const ir::Type* type) {
    f_.values.push_back({type, ""});
    made_of_.emplace_back();
    return ValueId(static_cast<uint32_t>(f_.values.size() - 1));
  }

  ir::Function& f_;
  std::vector<std::optional<std::vector<ValueId>>> made_of_;  // by value
  std::vector<bool> split_;                                   // by value: the parameters that become parts
  std::vector<std::vector<ValueId>> parts_;
};

}  // namespace

bool SplitTuples(ir::Function& function) {
  bool any = false;
  while (TupleSplitter(function).Run()) any = true;  // a part may be a tuple itself
  return any;
}

}  // namespace fora::simplify
