#include "cluster/worker/tiered_engine.h"

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "cluster/wire/piece.h"
#include "cluster/wire/program_objects.h"
#include "cluster/worker/stack_thread.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/lower/lower.h"
#include "compiler/parse/parse.h"
#include "compiler/tier/engine.h"
#include "runtime/base/status_macros.h"
#include "runtime/object_model/text.h"
#include "runtime/tasks/piece.h"
#include "runtime/tasks/portable.h"
#include "runtime/tasks/scheduler.h"
#include "runtime/value/objects.h"

namespace fora::worker {
namespace {

// What a piece takes along is made anew on the peer. If that is more than this, it takes only the elements
// that it reads.
constexpr uint64_t kTaskBytesMax = uint64_t{256} << 10;
constexpr uint64_t kNarrowTaskBytesMax = uint64_t{32} << 20;

class TieredRunnable : public Runnable {
 public:
  bool is_block = false;
  std::shared_ptr<tier::LoadedProgram> program;
  std::vector<Value> inputs;  // the remote values, in the order of their ids

  // Made when it is first asked for. Safe from any thread.
  const wire::ProgramObjects& objects() const {
    std::call_once(objects_once_, [this] { objects_.emplace(*program->module, inputs); });
    return *objects_;
  }

 private:
  mutable std::once_flag objects_once_;
  mutable std::optional<wire::ProgramObjects> objects_;
};

// What a job is portable as (abi::Job). Lives as long as the run.
struct PortableRun {
  std::shared_ptr<const PortableProgram> program;
  const TieredRunnable* runnable;
};

// The run goes on, and with it the piece and all it points to, no sooner than the loan is settled.
class TieredLoan : public Loan {
 public:
  TieredLoan(tasks::Scheduler* scheduler, tasks::Piece* piece, std::string task)
      : scheduler_(scheduler),
        run_(RunOf(*piece)),
        program_(run_.program),
        task_(std::move(task)),
        piece_(piece) {}
  ~TieredLoan() override { GiveBack(false); }

  static const PortableRun& RunOf(const tasks::Piece& piece) {
    return *static_cast<const PortableRun*>(piece.job->portable_as());
  }

  const std::shared_ptr<const PortableProgram>& program() const override { return program_; }
  const std::string& task() const override { return task_; }

  bool is_unwanted() const override {
    std::unique_lock<std::mutex> lock(mutex_, std::try_to_lock);  // else it is being settled
    return lock.owns_lock() && piece_ != nullptr && piece_->unwanted();
  }

  bool Finish(std::string result) override {
    std::lock_guard<std::mutex> lock(mutex_);
    if (piece_ == nullptr) return true;
    absl::StatusOr<wire::PeerOutcome> outcome =
        wire::DecodeOutcome(std::move(result), run_.runnable->objects());
    if (!outcome.ok() || !piece_->SetOutcome(std::move(outcome->outcome))) {
      GiveBackLocked(true);
      return false;
    }
    piece_->job->Helped(outcome->threads);
    scheduler_->Finish(std::exchange(piece_, nullptr));
    return true;
  }

  void GiveBack(bool stays_here) override {
    std::lock_guard<std::mutex> lock(mutex_);
    if (piece_ != nullptr) GiveBackLocked(stays_here);
  }

  void Drop() override {
    std::lock_guard<std::mutex> lock(mutex_);
    if (piece_ == nullptr) return;
    piece_->SetStopped(Cancelled());
    scheduler_->Finish(std::exchange(piece_, nullptr));
  }

 private:
  void GiveBackLocked(bool stays_here) {
    if (stays_here) piece_->job->KeepHere(piece_->site());
    scheduler_->GiveBack(std::exchange(piece_, nullptr));
  }

  tasks::Scheduler* const scheduler_;
  const PortableRun& run_;  // until it is settled
  const std::shared_ptr<const PortableProgram> program_;
  const std::string task_;
  mutable std::mutex mutex_;
  tasks::Piece* piece_;  // null: settled
};

std::unique_ptr<Stop> StopOf(const parse::Diagnostic& diagnostic, const source::Program& program) {
  std::unique_ptr<Stop> stop = Unsupported(diagnostic.message);
  const source::Span& span = diagnostic.span;
  if (span.line != 0 && span.file < program.files.size()) {
    stop->trace.push_back({program.files[span.file].path, span.line, "", span.column, span.first_line_end()});
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
      std::map<std::string, Value> inputs;
      const auto recorded = [&](const std::string& id) {
        std::optional<Value> value = remote(id);
        if (value) inputs.emplace(id, *value);
        return value;
      };
      runnable->program =
          std::make_shared<tier::LoadedProgram>(lower::Lower(parsed.program, {.remote = recorded}));
      for (auto& [id, value] : inputs) runnable->inputs.push_back(std::move(value));
    });
    if (stop != nullptr) return stop;
    runnable->is_block = std::holds_alternative<source::Block>(program.entry);
    return std::shared_ptr<const Runnable>(std::move(runnable));
  }

  Output Run(const Runnable& runnable, std::shared_ptr<const PortableProgram> portable, CancelToken& cancel,
             Progress& progress) override {
    const auto& tiered = static_cast<const TieredRunnable&>(runnable);
    abi::Portable travel;
    if (portable != nullptr && portable->pays_after.count() > 0)
      travel.from = std::chrono::steady_clock::now() + portable->pays_after;
    const PortableRun run{std::move(portable), &tiered};
    if (run.program != nullptr) travel.program = &run;
    Output output;
    output.is_block = tiered.is_block;
    tier::Cancellation cancellation;
    cancel.OnCancel([&] { cancellation.Cancel(); });
    Result<Value> result = engine_.Run(tiered.program, &cancellation, &progress.cores, travel);
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

  std::shared_ptr<Loan> TakeLoan(std::chrono::nanoseconds work, std::chrono::nanoseconds wait) override {
    tasks::Piece* piece = engine_.scheduler()->TakeForPeer(work, wait);
    if (piece == nullptr) return nullptr;
    absl::StatusOr<std::string> task = EncodeTask(*piece, TieredLoan::RunOf(*piece).runnable->objects());
    auto loan = std::make_shared<TieredLoan>(engine_.scheduler(), piece,
                                             task.ok() ? *std::move(task) : std::string());
    if (task.ok()) return loan;
    // The arguments of another call may be smaller.
    const bool is_large = absl::IsResourceExhausted(task.status());
    loan->GiveBack(/*stays_here=*/!(is_large && piece->kind == tasks::Piece::Kind::kCall));
    return nullptr;
  }

  absl::StatusOr<std::string> RunTask(const Runnable& runnable, std::string_view task,
                                      CancelToken& cancel) override {
    const auto& tiered = static_cast<const TieredRunnable&>(runnable);
    FORA_ASSIGN_OR_RETURN(const tasks::PortablePiece piece, wire::DecodePiece(task, tiered.objects()));
    tier::Cancellation cancellation;
    std::atomic<uint32_t> threads{1};
    cancel.OnCancel([&] { cancellation.Cancel(); });
    absl::StatusOr<tasks::PieceOutcome> outcome =
        engine_.RunPiece(tiered.program, piece, &cancellation, &threads);
    cancel.OnCancel(nullptr);
    if (!outcome.ok()) return outcome.status();
    if (!IsItsOwn(*outcome))
      return absl::FailedPreconditionError("its result shares a list with what it was given");
    return wire::EncodeOutcome({*std::move(outcome), threads.load()}, tiered.objects());
  }

  int threads() const override { return engine_.options().tasks.threads; }

 private:
  static constexpr size_t kStackBytes = size_t{256} << 20;  // address space; memory is taken as it is touched
  static constexpr size_t kStackUsedMax = size_t{192} << 20;

  static absl::StatusOr<std::string> EncodeTask(const tasks::Piece& piece,
                                                const wire::ProgramObjects& program) {
    const std::optional<tasks::PortablePiece> portable = tier::PortableOf(piece);
    if (!portable) return absl::FailedPreconditionError("the piece has no form outside of the run");
    absl::StatusOr<std::string> whole = wire::EncodePiece(*portable, program, kTaskBytesMax);
    const auto* part = std::get_if<tasks::PortablePart>(&*portable);
    if (!absl::IsResourceExhausted(whole.status()) || part == nullptr) return whole;
    std::optional<tasks::PortablePart> narrow = tier::NarrowPart(*part);
    return narrow ? wire::EncodePiece(*narrow, program, kNarrowTaskBytesMax) : whole;
  }

  // Whether the outcome is new. Where the piece comes from, a list that it was given and gives back is still
  // the same list, which others see and which therefore can't be changed; a copy could.
  static bool IsItsOwn(const tasks::PieceOutcome& outcome) {
    if (const auto* part = std::get_if<tasks::PartOutcome>(&outcome)) return HoldAllOfTheirLists(part->boxed);
    return HoldAllOfTheirLists({&std::get<tasks::CallOutcome>(outcome).result, 1});
  }

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
