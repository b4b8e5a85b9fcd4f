// SpecializedProgram: generic FIR as text, inferred for given types: for tests of what inference makes of it.
//
// Every typed module that it gives has been verified, as inferred and as simplified.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "compiler/infer/infer.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "compiler/ir/verify.h"
#include "compiler/simplify/simplify.h"
#include "runtime/builtins/builtins.h"

namespace fora::infer {

class SpecializedProgram {
 public:
  // Functions by "function N"; builtins by name.
  explicit SpecializedProgram(const std::string& functions) {
    auto module = ir::ParseModule("module entry 0 python 11\n" + functions, {builtins::Find});
    INFO(module.status());
    REQUIRE(module.ok());
    module_ = *std::move(module);
    types_ = std::make_shared<ir::TypeTable>();
  }

  ir::Module& module() { return *module_; }
  ir::TypeTable& types() { return *types_; }
  const ir::Type* Type(const std::string& text) {
    auto type = ir::ParseType(text, *types_, module_.get(), {builtins::Find});
    INFO(text << ": " << type.status());
    REQUIRE(type.ok());
    return *type;
  }

  // Function `index` for these types of its parameters (captures first), or of what is live at `block`.
  SpecializedProgram& ForTypes(size_t index, std::vector<const ir::Type*> types, uint32_t block = 0) {
    const ir::Function& function = *module_->functions[index];
    auto typed =
        Infer(*module_, types_,
              {&function, ir::BlockId(block), EntryValues(function, ir::BlockId(block)), std::move(types)});
    REQUIRE(typed.ok());
    return Take(*std::move(typed));
  }
  SpecializedProgram& For(size_t index, std::initializer_list<const char*> types, uint32_t block = 0) {
    std::vector<const ir::Type*> parsed;
    for (const char* text : types) parsed.push_back(Type(text));
    return ForTypes(index, std::move(parsed), block);
  }
  SpecializedProgram& Take(ir::TypedModule typed) {
    Verified(typed);
    typed_ = simplify::Simplify(std::move(typed));
    Verified(typed_);
    return *this;
  }

  const ir::TypedModule& typed() const { return typed_; }
  std::string Returns(size_t function = 0) const {
    return ir::ToString(typed_.functions[function]->return_type);
  }
  std::string Text() const { return ir::Print(typed_); }
  size_t Functions() const { return typed_.functions.size(); }

  // How many instructions in all functions are this operator.
  int Count(ir::Op op) const {
    int count = 0;
    for (const auto& function : typed_.functions) {
      for (const ir::Block& block : function->blocks) {
        for (const ir::Instruction& i : block.instructions) count += i.op == op;
      }
    }
    return count;
  }
  int Exits() const {
    int count = 0;
    for (const auto& function : typed_.functions) {
      for (const ir::Block& block : function->blocks)
        count += block.terminator.kind == ir::TerminatorKind::kExit;
    }
    return count;
  }
  // Neither boxed values nor exits that are certain.
  bool IsDirect() const { return Count(ir::Op::kRuntime) == 0 && Exits() == 0 && Count(ir::Op::kBox) == 0; }
  bool Has(const std::string& text) const { return Text().find(text) != std::string::npos; }

 private:
  static void Verified(const ir::TypedModule& typed) {
    const absl::Status status = ir::Verify(typed);
    INFO(status << "\n" << ir::Print(typed));
    REQUIRE(status.ok());
  }

  std::unique_ptr<ir::Module> module_;
  std::shared_ptr<ir::TypeTable> types_;
  ir::TypedModule typed_;
};

}  // namespace fora::infer
