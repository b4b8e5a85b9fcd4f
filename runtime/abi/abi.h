// The binary interface between compiled code and the runtime. Compiled code reads these structures at the
// offsets that this file asserts, and calls the functions that entry_points.def lists; nothing else of ours.
//
// A value of a FIR type is kept in 8-byte *slots* wherever it crosses between compiled code and the runtime:
//   None, Skip, Unbound, classes, builtins, modules: 0 slots. Bool (0 or 1), Int, Float, Str and List and
//   TupleN (pointer to the heap object; one owned reference): 1. Range: 3. Tuple, Instance, Function, Bound,
//   Iterator: their parts in order. Union: the index of the member, then as many slots as its widest member.
//   Any: 2, laid out as Value.
//
// One way out of a call: every compiled function returns its value and a Status.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "runtime/value/result.h"
#include "runtime/value/value.h"

namespace fora::abi {

enum class Status : uint32_t {
  kOk = 0,
  kStopped = 1,  // an exception, cancellation, ...: Context::stop holds it
  kBoxed = 2,    // the result does not fit the function's return type (a big int, most often): Context::boxed
                 // holds it
};

// Why compiled code leaves to the interpreter.
enum class ExitReason : uint32_t {
  kBefore = 0,        // run the frame state's generic operator (or terminator) anew
  kAfterStopped = 1,  // the generic operator was a call, and it ended with Context::stop
  kAfterBoxed = 2,    // the generic operator was a call, and its result is Context::boxed
  kRaise = 3,         // go to the handler of the frame state's block with Context::stop
};

struct Latent;
class Job;

// Tells a piece of work that nobody needs its result any more, and with it all pieces that it gave away in
// turn.
struct Abandonment {
  std::atomic<bool> abandoned{false};
  const Abandonment* parent = nullptr;
  bool IsAbandoned() const {
    for (const Abandonment* a = this; a != nullptr; a = a->parent) {
      if (a->abandoned.load(std::memory_order_acquire)) return true;
    }
    return false;
  }
};

// What the owner of the code keeps for a context: its interpreter.
class ContextState {
 public:
  virtual ~ContextState() = default;
};

// A value has at most so many slots, and the parameters and results of a compiled function together.
inline constexpr uint32_t kSlotsMax = 256;

// What a thread carries through compiled code. One per thread that runs a task; `poll` alone is touched by
// others.
struct Context {
  std::atomic<uint32_t> poll{0};  // not 0: call fora_poll soon (someone is hungry, or the job is cancelled)
  uint32_t compensated_sums = 0;  // 1: the job's sums of floats are CPython >= 3.12's
  char* stack_limit = nullptr;    // below it: RecursionError, by an exit
  Latent* latent = nullptr;       // innermost piece of work that could be given away
  Job* job = nullptr;  // what the thread works for: module, compiled code, evaluator (see runtime/tasks)
  const Abandonment* abandonment = nullptr;  // of the piece that the thread runs; null for the root
  std::unique_ptr<ContextState> state;       // made by whoever needs it first on this context
  Value boxed;
  std::unique_ptr<Stop> stop;
  // What a function of the runtime leaves for the code that called it, which reads it at once: in the
  // context, so that no frame needs room for it.
  uint64_t result[kSlotsMax];
};

// Of a fork's record, as its own thread knows it. The first two are in the chain of latent work.
enum class ForkState : uint32_t {
  kFree = 0,   // nobody has the call
  kTaken = 1,  // it was promoted
  kWaiting,    // compiled code marks it before something runs that takes long (see
               // compiler/codegen/fork_marks.h)
};

// Work that someone else could do: a link in the chain of frames, innermost first. Only its own thread
// changes it.
struct Latent {
  // Compiled code makes kFork; kForkSeen is one whose owner was asked for work for a peer since.
  enum class Kind : uint32_t { kFork = 0, kRange = 1, kForkSeen = 2 };
  Latent* parent;
  Kind kind;
  ForkState state;  // of a fork
};

// A compiled function as the runtime calls it. arguments are consumed (references move in).
using Entry = Status (*)(Context*, const uint64_t* arguments, uint64_t* result);

// Static description of a fork: what it calls, how many slots go in and out, and how to drop them.
struct ForkSite {
  Entry thunk;
  const void* function;  // the typed ir::Function it calls; null: the call can't be sent elsewhere
  uint32_t argument_slots;
  uint32_t result_slots;
  // Release the references in the slots of a promoted fork that is discarded; null if there are none to
  // release.
  void (*release_arguments)(const uint64_t* arguments);
  void (*release_result)(const uint64_t* result);
};

// A call that a fork left for later. Lives in the native frame. Compiled code fills it, links it into
// Context::latent, runs what comes before the join, unlinks it, and then either calls the function itself
// or, if it was taken, fora_join.
struct ForkRecord {
  Latent latent;
  const ForkSite* site;
  union {
    void* task;       // the promoted task, if taken
    int64_t seen_ns;  // else, of a kForkSeen: when that was
  };
  // The slots of the arguments follow: owned by the record until taken or run.
  const uint64_t* arguments() const { return reinterpret_cast<const uint64_t*>(this + 1); }
};

// ---- Folds: reductions over an iterable that is read by index ----

// How the elements reach the reduction.
enum class FoldKind : uint32_t {
  kSumInt,    // elements Int or Bool
  kSumFloat,  // elements Float
  kAny,       // elements Bool (truth already taken)
  kAll,
  kMinInt,
  kMaxInt,
  kMinFloat,
  kMaxFloat,
  kCollectInt,
  kCollectFloat,
  kCollectBool,
  kCollectBoxed,  // elements boxed: any type
  kCount,
};

// What a body fills. Which fields it uses depends on the kind; the runtime keeps the rest.
struct Accumulator {
  // kSumInt: a 128-bit sum. kCount: low. kMin/kMax: `low` or `real`, valid if `any`. kSumFloat: `any` = 1
  // once an element was added. kAny/kAll: `any` = decided.
  uint64_t low = 0;
  int64_t high = 0;
  double real = 0;          // kSumFloat when `folding`: the running sum (left fold)
  double compensation = 0;  // kSumFloat when `folding` and the sum is compensated
  uint64_t any = 0;
  // kCollect*, and kSumFloat when not `folding`: elements go to out[0], out[1], ... (8 bytes each;
  // kCollectBool 1; kCollectBoxed 16). The caller provides room for `hi - lo` elements when `bounded` (each
  // index yields at most one element); otherwise the body calls fora_fold_grow when out == out_end.
  char* out = nullptr;
  char* out_end = nullptr;
  // What a body that keeps and folds has yet to fold: elements that were kept earlier.
  const char* in = nullptr;
};

// For every element that it keeps, a body that keeps and folds takes so many from `in`: its own ones have to
// be folded, too, so that two threads need more than two. The core has time for three additions that wait for
// each other while it computes an element.
inline constexpr int64_t kFoldedPerElement = 3;

// Runs indices [lo, hi) of the source. On kStopped or kBoxed, *failed_at is the index whose element caused
// it; the accumulator holds the elements before it. (kBoxed: the element is Context::boxed; the runtime adds
// it and goes on. kStopped without Context::stop: no room for the elements.) A decided kAny/kAll returns kOk
// with accumulator->any = 1.
using FoldBody = Status (*)(Context*, const uint64_t* environment, int64_t lo, int64_t hi, Accumulator*,
                            int64_t* failed_at);

// What fora_fold writes to `result`, by kind:
//   kSumInt 1 slot: the sum with the start value (Int); kBoxed if it does not fit.
//   kSumFloat, kMinInt, kMaxInt, kMinFloat, kMaxFloat 2 slots: 1 if there was an element, else 0; then the
//   value.
//     (A sum's value includes the start value, taken as a float; without elements it is 0 and start[0].)
//   kAny, kAll 1 slot: 0 or 1.   kCollect* 1 slot: the new list.   kCount 1 slot.
// Static description of a fold, one per `fold` instruction.
struct FoldSite {
  FoldKind kind;
  uint32_t environment_slots;  // the source's and the element function's slots
  uint32_t bounded;            // 1: each index yields at most one element
  // Variants of the same body. fold: reduces into the accumulator's registers in order. For kSumFloat, `fold`
  // is the left fold, `fold_compensated` CPython >= 3.12's, and `map` writes the elements to `out` instead;
  // kMinFloat and kMaxFloat have `fold` and `map` (their order matters because of NaN). For the other kinds
  // only `fold` is set.
  // map_and_fold: where that pays, writes the elements to `out` and meanwhile folds kFoldedPerElement of
  // those at `in` for each; REQUIRES: there are so many for every index.
  FoldBody fold;
  FoldBody fold_compensated;
  FoldBody map;
  FoldBody map_and_fold;
  FoldBody map_and_fold_compensated;
  const void* function;  // the typed ir::Function of the element, for names and for sending it elsewhere (may
                         // be null)
  const void* environment_type;  // ir::Type of the environment as a tuple (source, element function)
  // Releases the references that `environment` holds.
  void (*release_environment)(const uint64_t* environment);
};

// Static description of an exit: the typed function and its frame state.
struct ExitSite {
  const void* function;  // typed ir::Function
  uint32_t frame_state;  // index into its frame_states
  uint32_t site;         // ir::SiteId of the operator
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"  // well defined with both compilers that we use
static_assert(offsetof(Context, poll) == 0);
static_assert(offsetof(Context, stack_limit) == 8);
static_assert(offsetof(Context, latent) == 16);
static_assert(offsetof(Context, job) == 24);
#pragma GCC diagnostic pop
static_assert(offsetof(Latent, parent) == 0 && offsetof(Latent, kind) == 8 && offsetof(Latent, state) == 12);
static_assert(sizeof(Latent) == 16);
static_assert(offsetof(ForkRecord, site) == 16 && sizeof(ForkRecord) == 32);
static_assert(offsetof(Accumulator, low) == 0 && offsetof(Accumulator, high) == 8 &&
              offsetof(Accumulator, real) == 16);
static_assert(offsetof(Accumulator, compensation) == 24 && offsetof(Accumulator, any) == 32);
static_assert(offsetof(Accumulator, out) == 40 && offsetof(Accumulator, out_end) == 48 &&
              offsetof(Accumulator, in) == 56);

}  // namespace fora::abi
