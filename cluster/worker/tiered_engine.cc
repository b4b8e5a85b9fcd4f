#include "cluster/worker/tiered_engine.h"

#include "cluster/worker/stack_thread.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"
#include "compiler/tier/engine.h"
#include "runtime/object_model/text.h"
#include "runtime/value/objects.h"

namespace fora::worker {
namespace {

class TieredRunnable : public Runnable {
 public:
  bool is_block = false;
  std::shared_ptr<tier::LoadedProgram> program;
};

std::unique_ptr<Stop> StopOf(const parse::Diagnostic& diagnostic, const source::Program& program) {
  std::unique_ptr<Stop> stop = Unsupported(diagnostic.message);
  const source::Span& span = diagnostic.span;
  if (span.line != 0 && span.file < program.files.size()) {
    uint32_t end_column = span.end_line == span.line ? span.end_column : span.column + 1;
    stop->trace.push_back({program.files[span.file].path, span.line, "", span.column, end_column});
  }
  return stop;
}

// A Block's tuple as names and values; what it didn't assign is unbound.
void TakeNamed(const ir::Module& module, const Value& result, Output& output) {
  if (!result.Is(Tag::kTuple)) return;
  const TupleObject& tuple = *result.as<TupleObject>();
  for (int64_t i = 0; i < tuple.size && i < static_cast<int64_t>(module.result_names.size()); ++i) {
    if (!tuple.items[i].is_unbound()) output.values.emplace_back(module.result_names[i], tuple.items[i]);
  }
}

class TieredEngine : public Engine {
 public:
  explicit TieredEngine(const tier::Options& options) : engine_(options) {}

  Result<std::shared_ptr<const Runnable>> Prepare(source::Program program,
                                                  const RemoteValues& remote) override {
    auto runnable = std::make_shared<TieredRunnable>();
    std::unique_ptr<Stop> stop;
    RunOnStack(kStackBytes, [&] {  // both recurse over the syntax
      parse::Parsed parsed = parse::Parse(program);
      if (!parsed.diagnostics.empty()) {
        stop = StopOf(parsed.diagnostics.front(), program);
        return;
      }
      runnable->program =
          std::make_shared<tier::LoadedProgram>(lower::Lower(parsed.program, {.remote = remote}));
    });
    if (stop != nullptr) return stop;
    runnable->is_block = std::holds_alternative<source::Block>(program.entry);
    return std::shared_ptr<const Runnable>(std::move(runnable));
  }

  Output Run(const Runnable& runnable, CancelToken& cancel, Progress& progress) override {
    const auto& tiered = static_cast<const TieredRunnable&>(runnable);
    Output output;
    output.is_block = tiered.is_block;
    tier::Cancellation cancellation;
    cancel.OnCancel([&] { cancellation.Cancel(); });
    Result<Value> result = engine_.Run(tiered.program, &cancellation, &progress.cores);
    cancel.OnCancel(nullptr);
    if (!result.ok()) {
      output.stop = result.TakeStop();
      if (tiered.is_block) TakeNamed(*tiered.program->module, output.stop->kept, output);
    } else if (tiered.is_block) {
      TakeNamed(*tiered.program->module, *result, output);
    } else {
      output.values.emplace_back("", std::move(*result));
    }
    return output;
  }

  Result<std::string> Repr(const Runnable& runnable, const Value& value) override {
    return Text(runnable, value, object_model::Repr);
  }
  Result<std::string> Str(const Runnable& runnable, const Value& value) override {
    return Text(runnable, value, object_model::Str);
  }

  int threads() const override { return engine_.options().tasks.threads; }

 private:
  static constexpr size_t kStackBytes = size_t{256} << 20;  // address space; memory is taken as it is touched
  static constexpr size_t kStackUsedMax = size_t{192} << 20;

  static Result<std::string> Text(const Runnable& runnable, const Value& value,
                                  Result<Value> (*text_of)(Evaluator&, const Value&)) {
    const auto& tiered = static_cast<const TieredRunnable&>(runnable);
    std::string text;
    std::unique_ptr<Stop> stop;
    RunOnStack(kStackBytes, [&] {
      interpret::Interpreter interpreter(tiered.program->plan, {.stack_bytes_max = kStackUsedMax});
      Result<Value> result = text_of(interpreter, value);
      if (result.ok()) {
        text = result->as<StrObject>()->ToUtf8();
      } else {
        stop = result.TakeStop();
      }
    });
    if (stop != nullptr) return stop;
    return text;
  }

  tier::Engine engine_;
};

}  // namespace

std::unique_ptr<Engine> MakeTieredEngine(const tier::Options& options) {
  return std::make_unique<TieredEngine>(options);
}

}  // namespace fora::worker
