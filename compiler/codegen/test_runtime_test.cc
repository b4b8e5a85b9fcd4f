// The fakes behind test_runtime.h.
#include "compiler/codegen/test_runtime.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdarg>
#include <cstdlib>

#include "compiler/ir/boxing.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/verify.h"
#include "runtime/abi/entry_points.h"

namespace fora::codegen {

namespace {
TestRuntime* current = nullptr;
}
TestRuntime& CurrentRuntime() { return *current; }

Program::Program(const char* typed_text, const char* generic_text, std::unique_ptr<ObjectCache> cache) {
  current = &runtime;
  if (generic_text != nullptr) {
    auto parsed = ir::ParseModule(generic_text);
    INFO(parsed.status());
    REQUIRE(parsed.ok());
    generic = *std::move(parsed);
  }
  auto parsed = ir::ParseTypedModule(typed_text, generic.get());
  INFO(parsed.status());
  REQUIRE(parsed.ok());
  typed = *parsed;
  if (generic != nullptr) {
    for (auto& f : typed->functions) f->module = generic.get();
  }
  INFO(ir::Verify(*typed));
  REQUIRE(ir::Verify(*typed).ok());
  jit = MakeJit(TestSymbols(), std::move(cache));
  auto made = jit->Compile(typed);
  INFO(made.status());
  REQUIRE(made.ok());
  compiled = *made;
}

Program::~Program() { current = nullptr; }

Value Program::Call(std::vector<Value> arguments, size_t function) {
  const ir::Function& f = *typed->functions[function];
  std::vector<uint64_t> slots, result(f.return_type->slots + 2);
  size_t next = 0;
  for (ir::ValueId id : f.blocks[0].parameters) {
    const ir::Type* type = f.values[id.value()].type;
    std::vector<uint64_t> one(type->slots + 1);
    REQUIRE(ir::Unbox(type, arguments[next++], one.data()));
    slots.insert(slots.end(), one.begin(), one.begin() + type->slots);
  }
  slots.push_back(0);
  runtime.context.compensated_sums = runtime.compensated ? 1 : 0;
  status = compiled->entry(function)(&runtime.context, slots.data(), result.data());
  return status == abi::Status::kOk ? ir::Box(f.return_type, result.data()) : Value();
}

}  // namespace fora::codegen

// ---- The entry points that other folders implement ----

namespace fora {
using codegen::CurrentRuntime;

extern "C" {

static abi::Status TestPoll(abi::Context* context) {
  auto& runtime = CurrentRuntime();
  context->poll = runtime.poll_stops_at >= 0 || runtime.take_forks ? 1 : 0;
  if (runtime.take_forks && context->latent != nullptr) {
    auto* record = reinterpret_cast<abi::ForkRecord*>(context->latent);
    if (record->latent.state == abi::ForkState::kFree) {
      // Run at once: the outcome waits for the join.
      record->latent.state = abi::ForkState::kTaken;
      auto* result = new std::vector<uint64_t>(record->site->result_slots + 3);
      abi::Context other;
      (*result)[0] =
          static_cast<uint64_t>(record->site->thunk(&other, record->arguments(), result->data() + 1));
      context->boxed = std::move(other.boxed);
      record->task = result;
    }
  }
  return runtime.polls++ == runtime.poll_stops_at ? abi::Status::kStopped : abi::Status::kOk;
}

static abi::Status TestJoin(abi::Context*, abi::ForkRecord* record, uint64_t* out) {
  ++CurrentRuntime().joins;
  auto* result = static_cast<std::vector<uint64_t>*>(record->task);
  const auto status = static_cast<abi::Status>((*result)[0]);
  std::copy(result->begin() + 1, result->begin() + 1 + record->site->result_slots, out);
  delete result;
  return status;
}

static void TestDiscard(abi::Context* context, abi::ForkRecord* record) {
  ++CurrentRuntime().discards;
  if (context->latent == &record->latent) context->latent = record->latent.parent;
  if (record->latent.state == abi::ForkState::kFree) return;
  auto* result = static_cast<std::vector<uint64_t>*>(record->task);
  if ((*result)[0] == 0) record->site->release_result(result->data() + 1);
  delete result;
}

static Value TakeValue(const ir::Type* type, va_list& arguments) {
  std::vector<uint64_t> slots(type->slots + 1);
  for (uint32_t i = 0; i < type->slots; ++i) slots[i] = va_arg(arguments, uint64_t);
  return ir::Box(type, slots.data());
}

static abi::Status TestExit(abi::Context* context, const abi::ExitSite* site, uint32_t reason, ...) {
  const auto& f = *static_cast<const ir::Function*>(site->function);
  codegen::TestRuntime::Exit exit{site->frame_state, reason, {}};
  va_list arguments;
  va_start(arguments, reason);
  for (const ir::FrameState::Live& value : f.frame_states[site->frame_state].live)
    exit.live.push_back(TakeValue(f.values[value.typed.value()].type, arguments));
  va_end(arguments);
  auto& runtime = CurrentRuntime();
  Value answer = runtime.answer ? runtime.answer(exit) : Value::Int(-1);
  runtime.exits.push_back(std::move(exit));
  if (ir::Unbox(f.return_type, answer, context->result)) return abi::Status::kOk;
  if (answer.is_unbound()) return abi::Status::kStopped;
  context->boxed = std::move(answer);
  return abi::Status::kBoxed;
}

static void TestTrace(abi::Context*, const abi::ExitSite*) { ++CurrentRuntime().traces; }

static abi::Status TestGeneric(abi::Context* context, const abi::ExitSite* site, ...) {
  // Adds two ints, which is what the tests ask for; the sum does not fit if it is above 100.
  va_list operands;
  va_start(operands, site);
  const uint64_t x = va_arg(operands, uint64_t), y = va_arg(operands, uint64_t);
  va_end(operands);
  context->result[0] = x + y;
  if (x + y <= 100) return abi::Status::kOk;
  context->boxed = Value::Float(static_cast<double>(x + y));
  return abi::Status::kBoxed;
}

static void TestBox(abi::Context* context, const void* type, ...) {
  va_list arguments;
  va_start(arguments, type);
  Value value = TakeValue(static_cast<const ir::Type*>(type), arguments);
  va_end(arguments);
  context->result[0] = static_cast<uint64_t>(value.tag());
  context->result[1] = value.bits();
  if (value.is_heap()) value.Detach();
}

static uint32_t TestUnbox(abi::Context* context, const void* type, uint64_t tag, uint64_t bits) {
  static const ir::Type kAny{.kind = ir::TypeKind::kAny, .slots = 2};
  const uint64_t any[] = {tag, bits};
  Value value = ir::Box(&kAny, any);
  if (ir::Unbox(static_cast<const ir::Type*>(type), value, context->result)) return 1;
  if (value.is_heap()) value.Detach();
  return 0;
}

static uint32_t TestFoldGrow(abi::Accumulator* accumulator);

static void TestForget(abi::Context* context) {
  context->boxed = Value();
  context->stop.reset();
  ++CurrentRuntime().forgotten;
}

}  // extern "C"

namespace {

// The room of the fold that runs.
struct Room {
  std::vector<char> bytes;
  abi::Accumulator accumulator;
  void Reserve(size_t n) {
    const size_t used = accumulator.out == nullptr ? 0 : accumulator.out - bytes.data();
    bytes.resize(used + n);
    accumulator.out = bytes.data() + used;
    accumulator.out_end = bytes.data() + bytes.size();
  }
};
Room* room = nullptr;

// Runs the body in random pieces; one piece does not see another's position.
abi::Status TestFold(abi::Context* context, const abi::FoldSite* site, const uint64_t* environment,
                     int64_t length, const uint64_t* start, uint64_t* result) {
  auto& runtime = CurrentRuntime();
  ++runtime.folds;
  Room mine;
  Room* outer = room;
  room = &mine;
  const bool floats = site->kind == abi::FoldKind::kSumFloat;
  const bool mapping = runtime.map_first && site->map != nullptr;
  if (floats && start != nullptr) std::memcpy(&mine.accumulator.real, start, 8);
  if (site->kind == abi::FoldKind::kSumInt && start != nullptr) {
    mine.accumulator.low = start[0];
    mine.accumulator.high = static_cast<int64_t>(start[0]) >> 63;
  }
  abi::FoldBody body = mapping                         ? site->map
                       : floats && runtime.compensated ? site->fold_compensated
                                                       : site->fold;
  const abi::FoldBody both =
      runtime.compensated && floats ? site->map_and_fold_compensated : site->map_and_fold;
  int64_t folded = 0;  // elements of those that are kept
  abi::Status status = abi::Status::kOk;
  for (int64_t lo = 0; lo < length && status == abi::Status::kOk;) {
    runtime.split_seed = runtime.split_seed * 6364136223846793005u + 1442695040888963407u;
    const int64_t hi =
        std::min<int64_t>(length, lo + 1 + static_cast<int64_t>((runtime.split_seed >> 33) % 7));
    mine.Reserve(16 * (hi - lo));
    int64_t failed_at = -1;
    const int64_t kept = mine.accumulator.out == nullptr ? 0 : (mine.accumulator.out - mine.bytes.data()) / 8;
    if (mapping && runtime.map_and_fold && both != nullptr &&
        kept - folded >= abi::kFoldedPerElement * (hi - lo)) {
      mine.accumulator.in = mine.bytes.data() + 8 * folded;
      status = both(context, environment, lo, hi, &mine.accumulator, &failed_at);
      folded = (mine.accumulator.in - mine.bytes.data()) / 8;
    } else {
      status = body(context, environment, lo, hi, &mine.accumulator, &failed_at);
    }
    const bool any_all = site->kind == abi::FoldKind::kAny || site->kind == abi::FoldKind::kAll;
    if (any_all && mine.accumulator.any != 0) break;
    lo = hi;
  }
  room = outer;
  if (status != abi::Status::kOk) return status;
  const abi::Accumulator& a = mine.accumulator;
  const auto* words = reinterpret_cast<const uint64_t*>(mine.bytes.data());
  const int64_t used = a.out == nullptr ? 0 : a.out - mine.bytes.data();
  std::vector<Value> items;
  switch (site->kind) {
    case abi::FoldKind::kSumInt:
    case abi::FoldKind::kCount: result[0] = a.low; return status;
    case abi::FoldKind::kAny: result[0] = a.any; return status;
    case abi::FoldKind::kAll: result[0] = a.any == 0; return status;
    case abi::FoldKind::kMinInt:
    case abi::FoldKind::kMaxInt:
      result[0] = a.any;
      result[1] = a.low;
      return status;
    case abi::FoldKind::kSumFloat:
    case abi::FoldKind::kMinFloat:
    case abi::FoldKind::kMaxFloat: {
      double value = a.real, lost = a.compensation;
      for (int64_t i = folded; mapping && i < used / 8; ++i) {
        const double x = reinterpret_cast<const double*>(words)[i], t = value + x;
        if (floats) {
          lost += std::fabs(value) >= std::fabs(x) ? (value - t) + x : (x - t) + value;
          value = t;
        } else if (i == 0 || (site->kind == abi::FoldKind::kMinFloat ? x < value : x > value)) {
          value = x;
        }
      }
      if (runtime.compensated && std::isfinite(lost)) value += lost;
      runtime.folded_meanwhile += static_cast<int>(folded);
      result[0] = a.any != 0 || used > 0;
      std::memcpy(&result[1], &value, 8);
      return status;
    }
    case abi::FoldKind::kCollectInt:
      for (int64_t i = 0; i < used / 8; ++i) items.push_back(Value::Int(static_cast<int64_t>(words[i])));
      break;
    case abi::FoldKind::kCollectFloat:
      for (int64_t i = 0; i < used / 8; ++i)
        items.push_back(Value::Float(reinterpret_cast<const double*>(words)[i]));
      break;
    case abi::FoldKind::kCollectBool:
      for (int64_t i = 0; i < used; ++i) items.push_back(Value::Bool(mine.bytes[i] != 0));
      break;
    case abi::FoldKind::kCollectBoxed: {
      static const ir::Type kAny{.kind = ir::TypeKind::kAny, .slots = 2};
      for (int64_t i = 0; i < used / 16; ++i) items.push_back(ir::Box(&kAny, words + 2 * i));
      break;
    }
  }
  Value list = MakeList(std::move(items));
  result[0] = reinterpret_cast<uint64_t>(list.Detach());
  return status;
}

}  // namespace

extern "C" uint32_t TestFoldGrow(abi::Accumulator*) {
  room->Reserve(room->bytes.size() + 64);
  return 1;
}

}  // namespace fora

namespace fora::codegen {

RuntimeSymbols TestSymbols() {
  auto address = [](auto* function) { return reinterpret_cast<void*>(function); };
  RuntimeSymbols symbols = {
      {"fora_poll", address(&TestPoll)},       {"fora_join", address(&TestJoin)},
      {"fora_discard", address(&TestDiscard)}, {"fora_fold", address(&TestFold)},
      {"fora_exit", address(&TestExit)},       {"fora_trace", address(&TestTrace)},
      {"fora_generic", address(&TestGeneric)}, {"fora_box", address(&TestBox)},
      {"fora_unbox", address(&TestUnbox)},     {"fora_fold_grow", address(&TestFoldGrow)},
      {"fora_forget", address(&TestForget)}};
#define FORA_REAL(name) symbols.emplace_back(#name, address(&abi::name));
  FORA_REAL(fora_retain)
  FORA_REAL(fora_release)
  FORA_REAL(fora_list_new)
  FORA_REAL(fora_list_append)
  FORA_REAL(fora_list_set)
  FORA_REAL(fora_list_erase)
  FORA_REAL(fora_list_room)
  FORA_REAL(fora_list_concat_room)
  FORA_REAL(fora_list_concat)
  FORA_REAL(fora_str_concat_room)
  FORA_REAL(fora_str_concat)
  FORA_REAL(fora_str_item)
  FORA_REAL(fora_str_compare)
  FORA_REAL(fora_float_mod)
  FORA_REAL(fora_float_floordiv)
  FORA_REAL(fora_float_pow)
  FORA_REAL(fora_int_pow)
  FORA_REAL(fora_int_truediv)
  FORA_REAL(fora_math_unary)
  FORA_REAL(fora_math_binary)
  FORA_REAL(fora_int_float_compare)
#undef FORA_REAL
  return symbols;
}

}  // namespace fora::codegen
