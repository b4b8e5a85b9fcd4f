#include "compiler/codegen/versions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/codegen/ownership.h"

namespace fora::codegen {
namespace {

using ir::Op;

// By parameter: does the caller keep what it passes?
using Lent = std::vector<bool>;

constexpr size_t kVersionsMax =
    3;  // of a function; beyond them arguments are handed over, which is always right

class Splitter {
 public:
  explicit Splitter(ir::TypedModule module) : module_(std::move(module)) {
    for (const auto& f : module_.functions)
      everything_lent_.borrowed.emplace_back(f->blocks[0].parameters.size(), true);
  }

  ir::TypedModule Run() {
    // The entry is called from outside and owns its arguments.
    Lent entry;
    const ir::Function& f = *module_.functions[0];
    for (ir::ValueId parameter : f.blocks[0].parameters)
      entry.push_back(!MayHoldList(f.values[parameter.value()].type));
    Version(0, std::move(entry));
    for (size_t next = 0; next < versions_.size(); ++next) MakeVersion(next);
    module_.functions.clear();
    for (auto& version : versions_) module_.functions.push_back(std::move(version.function));
    return std::move(module_);
  }

 private:
  struct Made {
    uint32_t original;
    Lent lent;
    std::unique_ptr<ir::Function> function;
  };

  int64_t Version(uint32_t original, Lent lent) {
    std::map<Lent, int64_t>& known = index_[original];
    if (known.size() >= kVersionsMax && !known.contains(lent)) std::fill(lent.begin(), lent.end(), false);
    const auto [found, is_new] = known.try_emplace(lent, static_cast<int64_t>(versions_.size()));
    if (is_new) versions_.push_back({original, std::move(lent), nullptr});
    return found->second;
  }

  void MakeVersion(size_t index) {
    const uint32_t original = versions_[index].original;
    const ir::Function& f = *module_.functions[original];
    auto copy = std::make_unique<ir::Function>(f);
    copy->id = ir::FunctionId(static_cast<uint32_t>(index));
    Convention convention = everything_lent_;
    convention.borrowed[original] = versions_[index].lent;
    std::map<std::pair<uint32_t, uint32_t>, Lent> lent;  // by block and instruction
    for (const GivenArgument& given : ArgumentsGiven(f, original, convention)) {
      const auto arguments =
          lent.try_emplace({given.block, given.instruction}, everything_lent_.borrowed[given.callee]).first;
      arguments->second[given.parameter] = false;
    }
    const auto lent_at = [&](uint32_t block, uint32_t instruction, int64_t callee) {
      const auto found = lent.find({block, instruction});
      return found != lent.end() ? found->second : everything_lent_.borrowed[static_cast<size_t>(callee)];
    };
    for (uint32_t b = 0; b < copy->blocks.size(); ++b) {
      std::map<uint32_t, uint32_t> forks;  // place by token
      ir::Block& block = copy->blocks[b];
      const auto end = static_cast<uint32_t>(block.instructions.size());
      for (uint32_t n = 0; n < end; ++n) {
        ir::Instruction& i = block.instructions[n];
        if (i.op == Op::kFork) forks[i.result->value()] = n;
        const bool calls = i.op == Op::kCallDirect || i.op == Op::kFork || i.op == Op::kJoin;
        const uint32_t given_at = i.op == Op::kJoin ? forks.at(i.operands[0].value()) : n;
        if (calls) i.index = Version(static_cast<uint32_t>(i.index), lent_at(b, given_at, i.index));
        // A fold holds its source and its element functions.
        for (int64_t& function : i.specializations) {
          function = Version(static_cast<uint32_t>(function), everything_lent_.borrowed[function]);
        }
      }
      if (block.terminator.kind == ir::TerminatorKind::kTailCall) {
        block.terminator.index =
            Version(static_cast<uint32_t>(block.terminator.index), lent_at(b, end, block.terminator.index));
      }
    }
    versions_[index].function = std::move(copy);
  }

  ir::TypedModule module_;
  Convention everything_lent_;
  std::vector<Made> versions_;
  std::map<uint32_t, std::map<Lent, int64_t>> index_;
};

}  // namespace

ir::TypedModule SplitVersions(ir::TypedModule module) {
  const bool has_lists = std::any_of(module.functions.begin(), module.functions.end(), [](const auto& f) {
    const auto& parameters = f->blocks[0].parameters;
    return std::any_of(parameters.begin(), parameters.end(),
                       [&](ir::ValueId parameter) { return MayHoldList(f->values[parameter.value()].type); });
  });
  return has_lists ? Splitter(std::move(module)).Run() : std::move(module);
}

}  // namespace fora::codegen
