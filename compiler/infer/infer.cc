#include "compiler/infer/infer.h"

#include <algorithm>

#include "absl/status/status.h"
#include "compiler/infer/generic_facts.h"
#include "compiler/infer/specializer.h"
#include "runtime/object_model/classes.h"

namespace fora::infer {
namespace {

ir::TypedModule Settle(Specializer& specializer, const Request& request,
                       std::shared_ptr<ir::TypeTable> types) {
  specializer.Root(request);
  specializer.Settle();
  return specializer.Finish(std::move(types));
}

// def fold(iterator, start): return <fold>
std::unique_ptr<ir::Function> FoldFunction(const ir::Module& module, Reducer reducer, bool with_start) {
  auto function = std::make_unique<ir::Function>();
  function->name_ = function->qualname_ = "<fold>";
  function->module = &module;
  function->values.resize(with_start ? 3 : 2);
  ir::Block block;
  ir::Instruction fold;
  fold.op = ir::Op::kFold;
  fold.fold = reducer;
  for (uint32_t i = 0; i < (with_start ? 2u : 1u); ++i) {
    block.parameters.push_back(ir::ValueId(i));
    fold.operands.push_back(ir::ValueId(i));
    function->parameters.push_back({i == 0 ? "iterator" : "start", ir::ParameterKind::kPositional, false});
  }
  fold.result = ir::ValueId(with_start ? 2 : 1);
  block.terminator = {ir::TerminatorKind::kReturn, ir::SiteId(0), {*fold.result}, {}, false, {}};
  block.instructions.push_back(std::move(fold));
  function->blocks.push_back(std::move(block));
  return function;
}

}  // namespace

std::vector<ir::ValueId> EntryValues(const ir::Function& function, ir::BlockId block) {
  if (block.value() == 0) return function.blocks[0].parameters;
  return GenericFacts(function).live_in[block.value()];
}

absl::StatusOr<ir::TypedModule> Infer(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                      const Request& request) {
  if (request.entry_values.size() != request.entry_types.size()) {
    return absl::InvalidArgumentError("a type for every entry value is needed");
  }
  Specializer specializer(module, *types);
  return Settle(specializer, request, types);
}

absl::StatusOr<ir::TypedModule> InferFold(const ir::Module& module, std::shared_ptr<ir::TypeTable> types,
                                          Reducer reducer, const ir::Type* iterator, const ir::Type* start) {
  std::unique_ptr<ir::Function> function = FoldFunction(module, reducer, start != nullptr);
  Request request{function.get(), ir::BlockId(0), function->blocks[0].parameters, {iterator}};
  if (start != nullptr) request.entry_types.push_back(start);
  Specializer specializer(module, *types);
  ir::TypedModule typed = Settle(specializer, request, types);
  const auto& blocks = typed.functions[0]->blocks;
  const bool folds = std::any_of(blocks.begin(), blocks.end(), [](const ir::Block& block) {
    return std::any_of(block.instructions.begin(), block.instructions.end(),
                       [](const ir::Instruction& i) { return i.op == ir::Op::kFold; });
  });
  if (!folds) return absl::UnimplementedError("no fold over unboxed elements of " + ir::ToString(iterator));
  typed.generic_functions.push_back(std::move(function));
  return typed;
}

namespace {

// Whether objects of some class of the program are equal only to themselves.
bool HasClassWithoutEquality(const ir::Module& module) {
  const auto lacks = [](const ClassObject* c) {
    if (c->builtin != BuiltinClass::kNone || c->is_exception) return false;
    const Value* method = c->FindInMro("__eq__");
    return method == nullptr || !method->Is(Tag::kFunction);
  };
  return std::any_of(module.globals.begin(), module.globals.end(),
                     [&](const Value& v) { return v.Is(Tag::kClass) && lacks(v.as<ClassObject>()); }) ||
         std::any_of(module.classes.begin(), module.classes.end(), [](const ir::ClassTemplate& c) {
           return std::find(c.attribute_names.begin(), c.attribute_names.end(), "__eq__") ==
                  c.attribute_names.end();
         });
}

}  // namespace

bool DependsOnIdentity(const ir::Module& module) {
  const bool equal_to_itself = HasClassWithoutEquality(module);
  return std::any_of(module.functions.begin(), module.functions.end(), [&](const auto& function) {
    const GenericFacts facts(*function);
    return facts.depends_on_identity || (equal_to_itself && facts.compares_unknown);
  });
}

}  // namespace fora::infer
