// try statements. Every way out of a `try ... finally` runs a copy of the finally body of its own.
#include <algorithm>
#include <utility>

#include "compiler/lower/function_lowering.h"

namespace fora::lower {

using ir::Op;

void FunctionLowering::LowerStatement(const ast::Try& s, const Span& span) {
  if (s.final.empty()) return LowerTryExcept(s);
  BlockId landing = builder_.NewBlock(), after = builder_.NewBlock();
  std::optional<BlockId> outer = builder_.handler();
  builder_.SetHandler(landing);
  contexts_.push_back({.kind = Context::Kind::kFinally, .final = &s.final, .outer = outer});
  LowerTryExcept(s);
  contexts_.pop_back();
  builder_.SetHandler(outer);
  Lower(s.final);
  builder_.Jump(after);

  ValueId exception = BeginLanding(landing);
  contexts_.push_back({.kind = Context::Kind::kHandler, .outer = outer, .exception = exception});
  Lower(s.final);
  contexts_.pop_back();
  builder_.Raise({exception}, true, Site(span));

  builder_.SetHandled(HandledCount());
  builder_.Seal(after);
  builder_.SwitchTo(after);
}

void FunctionLowering::LowerTryExcept(const ast::Try& s) {
  if (s.handlers.empty()) {
    Lower(s.body);
    return Lower(s.otherwise);
  }
  BlockId landing = builder_.NewBlock(), after = builder_.NewBlock();
  std::optional<BlockId> outer = builder_.handler();
  builder_.SetHandler(landing);
  Lower(s.body);
  builder_.SetHandler(outer);
  Lower(s.otherwise);
  builder_.Jump(after);

  ValueId exception = BeginLanding(landing);
  for (const ast::Handler& handler : s.handlers) {
    if (builder_.terminated()) break;  // after a handler of everything
    BlockId next = builder_.NewBlock();
    if (handler.type != nullptr) {
      BlockId chosen = builder_.NewBlock();
      ValueId type = Lower(*handler.type);
      builder_.Branch(Emit(Op::kExcMatch, {exception, type}, handler.type->span), chosen, next);
      builder_.Seal(chosen);
      builder_.SwitchTo(chosen);
    }
    LowerHandler(handler, exception, after);
    builder_.Seal(next);
    if (handler.type != nullptr) builder_.SwitchTo(next);
  }
  builder_.Raise({exception}, true, Site({}));
  builder_.SetHandled(HandledCount());
  builder_.Seal(after);
  builder_.SwitchTo(after);
}

// Where an exception arrives that is handled from here on. Gives the exception.
ir::ValueId FunctionLowering::BeginLanding(BlockId landing) {
  ValueId exception = builder_.AddParameter(landing, "");
  builder_.SetHandled(HandledCount() + 1);
  builder_.Seal(landing);
  builder_.SwitchTo(landing);
  return exception;
}

uint32_t FunctionLowering::HandledCount() const {
  return static_cast<uint32_t>(std::count_if(contexts_.begin(), contexts_.end(), [](const Context& context) {
    return context.kind == Context::Kind::kHandler;
  }));
}

void FunctionLowering::LowerHandler(const ast::Handler& handler, ValueId exception, BlockId after) {
  std::optional<BlockId> outer = builder_.handler();
  Context context{
      .kind = Context::Kind::kHandler, .outer = outer, .exception = exception, .name = handler.name.get()};
  if (handler.name == nullptr) {
    contexts_.push_back(context);
    Lower(handler.body);
    contexts_.pop_back();
    return builder_.Jump(after);
  }
  // The name is unbound again however the handler is left: an exception too passes a landing that does it.
  AssignTo(*handler.name, exception);
  std::optional<BlockId> landing;
  if (outer.has_value()) {
    landing = builder_.NewBlock();
    builder_.SetHandler(landing);
  }
  contexts_.push_back(context);
  Lower(handler.body);
  contexts_.pop_back();
  if (!builder_.terminated()) AssignTo(*handler.name, Emit(Op::kUnboundValue, {}, handler.span));
  builder_.Jump(after);
  if (!landing.has_value()) return;
  // What follows runs outside the handler's body; this block has ended.
  builder_.SetHandler(outer);
  contexts_.push_back(context);
  ValueId passing = BeginLanding(*landing);
  contexts_.pop_back();
  AssignTo(*handler.name, Emit(Op::kUnboundValue, {}, handler.span));
  builder_.Raise({passing}, true, Site(handler.span));
  builder_.SetHandled(HandledCount() + 1);  // as before the handler
}

void FunctionLowering::Leave(size_t depth, const std::function<void()>& jump) {
  std::optional<BlockId> handler = builder_.handler();
  const uint32_t handled = builder_.handled();
  std::vector<Context> contexts = contexts_;
  while (contexts_.size() > depth) {
    Context context = contexts_.back();
    contexts_.pop_back();
    if (builder_.terminated()) break;
    builder_.SetHandled(HandledCount());
    if (context.kind == Context::Kind::kFinally) {
      builder_.SetHandler(context.outer);
      Lower(*context.final);
    } else if (context.kind == Context::Kind::kHandler && context.name != nullptr) {
      builder_.SetHandler(context.outer);
      AssignTo(*context.name, Emit(Op::kUnboundValue, {}, context.name->span));
    }
  }
  jump();
  // What is lowered next stands inside the contexts again, in a block of its own.
  builder_.SetHandler(handler);
  builder_.SetHandled(handled);
  contexts_ = std::move(contexts);
}

}  // namespace fora::lower
