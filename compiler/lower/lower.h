// lower: the typed tree becomes generic FIR, whose operators have CPython's semantics.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "compiler/ast/ast.h"
#include "compiler/ir/ir.h"

namespace fora::lower {

struct Options {
  // The value of a source::RemoteObject, by its id; none: it is no longer there.
  std::function<std::optional<Value>(const std::string& id)> remote;
};

// Total: what can't be lowered becomes an operator that stops the run if it is reached. The module needs
// neither the tree nor its source any more. Frames of the entry of a Call have no site, and belong in no
// traceback.
std::shared_ptr<const ir::Module> Lower(const ast::Program& program, const Options& options = {});

}  // namespace fora::lower
