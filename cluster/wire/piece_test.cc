// Pieces and their outcomes to bytes and back, with the code of a program in them; and bytes that are none.
#include "cluster/wire/piece.h"

#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "cluster/wire/bytes.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/print.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/no_evaluator.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

using abi::FoldKind;
using tasks::PartOutcome;
using tasks::PortableCall;
using tasks::PortablePart;
using tasks::PortablePiece;

// A program whose globals are a class with a method, an instance of it, a list of floats and a function; the
// element function is made while it runs.
class Program {
 public:
  Program() {
    auto parsed = ir::ParseModule(R"(module entry 0 python 11
global 0 = class range
function 0 "main" parameters () {
b0():
  %0 = global
  return %0
}
function 1 "<genexpr>" captures ("k") parameters (pos "x") element {
b0(%0, %1):
  return %1
}
function 2 "method" parameters (pos "self") {
b0(%0):
  return %0
}
)",
                                  {builtins::Find});
    INFO(parsed.status());
    REQUIRE(parsed.ok());
    module = *std::move(parsed);
    auto* cls = new fora::ClassObject();
    cls->name = cls->qualname = "C";
    cls->attributes.emplace_back("method",
                                 Value::Adopt(new fora::FunctionObject(module->functions[2].get())));
    class_object = Value::Adopt(cls);
    cls->mro = {cls};
    Value instance = Value::Adopt(new fora::InstanceObject(class_object));
    instance.as<fora::InstanceObject>()->fields.push_back({"x", Value::Int(1)});
    // The class is reached only through the instance.
    module->globals.push_back(instance);
    module->globals.push_back(MakeList({Value::Float(0.5), Value::Float(1.5)}));
    objects = std::make_unique<ProgramObjects>(*module);
  }
  ~Program() {
    objects = nullptr;
    module = nullptr;
  }
  Value Closure(Value capture) const {
    auto* function = new fora::FunctionObject(module->functions[1].get());
    function->captures.push_back(std::move(capture));
    return Value::Adopt(function);
  }
  Value Instance(Value field) const {
    auto* instance = new fora::InstanceObject(class_object);
    instance->fields.push_back({"y", std::move(field)});
    return Value::Adopt(instance);
  }
  Value Method(Value self) const {
    const Value& function = class_object.as<fora::ClassObject>()->attributes[0].second;
    return Value::Adopt(new BoundMethodObject(std::move(self), function));
  }

  std::shared_ptr<ir::Module> module;
  Value class_object;
  std::unique_ptr<ProgramObjects> objects;
};

Value Generator(const Value& source, Value function, bool flat = false) {
  NoEvaluator evaluator;
  return *object_model::MakeGenerator(evaluator, source, std::move(function), flat);
}

std::vector<Value> Iterables(const Program& p) {
  NoEvaluator evaluator;
  const Value list = MakeList({Value::Int(3), Value::None(), MakeStr("x")});
  return {
      list,
      *object_model::Iter(evaluator, list),
      p.module->globals[2],
      Generator(list, p.Closure(Value::Float(0.25))),
      Generator(list, p.Closure(p.Instance(p.Closure(MakeTuple({Value::Int(1), p.class_object}))))),
      Generator(list, p.Closure(p.Method(p.module->globals[1])), /*flat=*/true),
      Generator(*object_model::MakeEnumerate(evaluator, list, Value::Int(7)),
                p.Closure(*builtins::Find("math.sin"))),
      *object_model::MakeZip(evaluator, {list, MakeStr("abc"), p.module->globals[2]}, false),
      Generator(*object_model::MakeReversed(evaluator, list), p.Closure(*builtins::Find("ValueError"))),
  };
}

PortablePart PartOf(Value iterable, int64_t hi) {
  return {Reducer::kSum, FoldKind::kSumFloat, std::move(iterable), 0, hi};
}

TEST_CASE("a part is the same on the other side, which has its own copy of the program") {
  const Program here, there;
  for (const Value& iterable : Iterables(here)) {
    const PortablePart part{Reducer::kCollect, FoldKind::kCollectBoxed, iterable, 1, 3};
    absl::StatusOr<std::string> bytes = EncodePiece(part, *here.objects, 1 << 20);
    INFO(bytes.status());
    REQUIRE(bytes.ok());
    absl::StatusOr<PortablePiece> piece = DecodePiece(*bytes, *there.objects);
    INFO(piece.status());
    REQUIRE(piece.ok());
    const auto& back = std::get<PortablePart>(*piece);
    CHECK((back.reducer == part.reducer && back.kind == part.kind && back.lo == 1 && back.hi == 3));
    CHECK(*EncodePiece(back, *there.objects, 1 << 20) == *bytes);
  }
}

// One argument after the other.
PortableCall CallWith(const std::vector<Value>& values) {
  PortableCall call{2, {}};
  for (const Value& value : values)
    call.arguments.push_back({static_cast<uint32_t>(call.arguments.size()), value});
  return call;
}

TEST_CASE("a call is the same on the other side") {
  const Program here, there;
  const Value list = MakeList({Value::Int(3), Value::None()});
  const PortableCall call =
      CallWith({list, here.Closure(list), here.Instance(Value::Float(2)), here.class_object});
  absl::StatusOr<std::string> bytes = EncodePiece(call, *here.objects, 1 << 20);
  REQUIRE(bytes.ok());
  absl::StatusOr<PortablePiece> piece = DecodePiece(*bytes, *there.objects);
  REQUIRE(piece.ok());
  const auto& back = std::get<PortableCall>(*piece);
  CHECK(back.function == 2);
  REQUIRE(back.arguments.size() == 4);
  for (uint32_t i = 0; i < 4; ++i) CHECK(back.arguments[i].parameter == i);
  // What arguments share they still share.
  CHECK(back.arguments[1].value.as<fora::FunctionObject>()->captures[0].Same(back.arguments[0].value));
  CHECK(back.arguments[3].value.Same(there.class_object));
  CHECK(*EncodePiece(back, *there.objects, 1 << 20) == *bytes);
  CHECK(absl::IsResourceExhausted(
      EncodePiece(CallWith({MakeStr(std::string(1000, 'x'))}), *here.objects, 100).status()));
  CHECK(absl::IsFailedPrecondition(
      EncodePiece(CallWith({Value::Adopt(new CellObject(list))}), *here.objects, 1 << 20).status()));
}

TEST_CASE("what the program has is named, not sent") {
  const Program here, there;
  const auto sent = [&](const Value& v) {
    return std::get<PortablePart>(
               *DecodePiece(*EncodePiece(PartOf(v, 2), *here.objects, 1 << 20), *there.objects))
        .iterable;
  };
  CHECK(sent(here.module->globals[2]).Same(there.module->globals[2]));
  const Value tuple = sent(MakeTuple({here.class_object, here.module->globals[1]}));
  CHECK(tuple.as<TupleObject>()->items[0].Same(there.class_object));
  CHECK(tuple.as<TupleObject>()->items[1].Same(there.module->globals[1]));
  const Value closure = sent(MakeTuple({here.Closure(Value::Int(5))})).as<TupleObject>()->items[0];
  CHECK(closure.as<fora::FunctionObject>()->code == there.module->functions[1].get());
  CHECK(closure.as<fora::FunctionObject>()->captures[0].as_int() == 5);
}

TEST_CASE("values from outside are named in their order, whatever they share") {
  const Program here, there;
  const auto tuple = [](const Value& v) { return MakeTuple({v, Value::Int(2)}); };
  const Value list = MakeList({MakeTuple({Value::Int(1)})});
  // There, each of them was brought by itself.
  const std::vector<Value> inputs = {tuple(list), list, list, MakeStr("text"), Value::Int(5)};
  const std::vector<Value> brought = {tuple(MakeList({MakeTuple({Value::Int(1)})})),
                                      MakeList({MakeTuple({Value::Int(1)})}),
                                      MakeList({MakeTuple({Value::Int(1)})}), MakeStr("text"), Value::Int(5)};
  const auto global = [](const Value& inner) { return MakeTuple({inner, MakeTuple({inner})}); };
  here.module->globals.push_back(global(inputs[0]));
  there.module->globals.push_back(global(brought[0]));
  const ProgramObjects ours(*here.module, inputs), theirs(*there.module, brought);
  for (size_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i].is_heap()) continue;
    const Value* found = theirs.At(*ours.NumberOf(inputs[i].heap()));
    REQUIRE(found != nullptr);
    CHECK(found->Same(brought[i == 2 ? 1 : i]));  // the same list twice: either will do
  }
  CHECK(theirs.At(*ours.NumberOf(here.class_object.heap()))->Same(there.class_object));
  CHECK(theirs.At(*ours.NumberOf(here.module->globals[2].heap()))->Same(there.module->globals[2]));
}

TEST_CASE("what has no form outside of its run stays there") {
  const Program p;
  NoEvaluator evaluator;
  const Value list = MakeList({Value::Int(1), Value::Int(2)});
  Value advanced = *object_model::Iter(evaluator, list);
  REQUIRE(object_model::Next(evaluator, advanced).ok());
  auto* made = new fora::ClassObject();  // by the program, while it ran
  made->name = made->qualname = "Local";
  const Value unsent[] = {Generator(list, p.Closure(Value::Adopt(new CellObject(Value::Int(1))))), advanced,
                          MakeList({Value::Adopt(made)}),
                          *object_model::MakeZip(evaluator, {list}, /*strict=*/true)};
  for (const Value& v : unsent) {
    CHECK(EncodePiece(PartOf(v, 1), *p.objects, 1 << 20).status().code() ==
          absl::StatusCode::kFailedPrecondition);
  }
  CHECK(EncodePiece(PartOf(MakeStr(std::string(1000, 'x')), 1), *p.objects, 100).status().code() ==
        absl::StatusCode::kResourceExhausted);
  // Nor does code mean anything without its program.
  const std::string graph = *EncodePiece(PartOf(p.Closure(list), 1), *p.objects, 1 << 20);
  const Program other;
  other.module->functions[1]->captures.clear();
  CHECK(DecodePiece(graph, *other.objects).status().code() == absl::StatusCode::kInvalidArgument);
}

std::vector<PartOutcome> Outcomes(const Program& p) {
  return {{.kind = FoldKind::kSumInt, .low = 5, .high = -1},
          {.kind = FoldKind::kSumInt, .low = 5, .big_sum = *num::BigInt::Parse("-99999999999999999999999")},
          {.kind = FoldKind::kAny, .decided = true, .any = 1},
          {.kind = FoldKind::kMaxInt, .low = ~uint64_t{0}, .any = 1},
          {.kind = FoldKind::kSumFloat, .elements = std::string(64, '\x3f')},
          {.kind = FoldKind::kCollectBool, .elements = std::string("\0\1\0", 3)},
          {.kind = FoldKind::kCollectBoxed,
           .boxed = {MakeTuple({Value::Int(1), p.Instance(Value::Float(2))}), p.Closure(Value::None()),
                     p.class_object}},
          {.kind = FoldKind::kCollectBoxed},
          {.kind = FoldKind::kCount, .low = 12}};
}

TEST_CASE("an outcome is the same on the other side") {
  const Program here, there;
  for (const PartOutcome& outcome : Outcomes(here)) {
    absl::StatusOr<std::string> bytes = EncodeOutcome({outcome, 3}, *here.objects);
    REQUIRE(bytes.ok());
    absl::StatusOr<PeerOutcome> back = DecodeOutcome(*bytes, *there.objects);
    INFO(back.status());
    REQUIRE(back.ok());
    CHECK(back->threads == 3);
    const auto& o = std::get<PartOutcome>(back->outcome);
    CHECK((o.kind == outcome.kind && o.decided == outcome.decided && o.low == outcome.low &&
           o.high == outcome.high));
    CHECK((o.any == outcome.any && o.elements == outcome.elements && o.big_sum == outcome.big_sum));
    CHECK(o.boxed.size() == outcome.boxed.size());
    CHECK(*EncodeOutcome(*back, *there.objects) == *bytes);
  }
  const Value result =
      MakeTuple({Value::Int(1), MakeList({here.Instance(Value::Float(2))}), here.class_object});
  absl::StatusOr<std::string> bytes = EncodeOutcome({tasks::CallOutcome{result}, 2}, *here.objects);
  REQUIRE(bytes.ok());
  absl::StatusOr<PeerOutcome> back = DecodeOutcome(*bytes, *there.objects);
  REQUIRE(back.ok());
  CHECK(back->threads == 2);
  CHECK(*EncodeOutcome(*back, *there.objects) == *bytes);
  // A call has no elements.
  CHECK(absl::IsInvalidArgument(DecodeOutcome("x" + *bytes, *there.objects).status()));
}

// Neither a crash nor a hang, whatever the bytes are.
TEST_CASE("damaged bytes") {
  const Program p;
  const std::string call =
      *EncodePiece(CallWith({p.Closure(Value::Int(1)), MakeList()}), *p.objects, 1 << 20);
  CHECK_FALSE(DecodePiece(call.substr(0, call.size() - 1), *p.objects).ok());
  std::vector<std::string> samples;
  for (const Value& v : Iterables(p)) {
    samples.push_back(
        *EncodePiece(PortablePart{Reducer::kCollect, FoldKind::kCollectBoxed, v, 0, 2}, *p.objects, 1 << 20));
  }
  samples.push_back(*EncodePiece(CallWith({p.Closure(Value::Int(1)), MakeList()}), *p.objects, 1 << 20));
  samples.push_back(*EncodeOutcome({tasks::CallOutcome{p.Instance(MakeStr("x"))}, 1}, *p.objects));
  for (const PartOutcome& outcome : Outcomes(p)) samples.push_back(*EncodeOutcome({outcome, 1}, *p.objects));
  std::mt19937_64 random(1);
  for (const std::string& bytes : samples) {
    for (int i = 0; i < 500; ++i) {
      std::string damaged = bytes;
      if (i % 3 == 0) damaged.resize(random() % (damaged.size() + 1));
      for (uint64_t flips = random() % 4; flips > 0 && !damaged.empty(); --flips) {
        damaged[random() % damaged.size()] ^= static_cast<char>(1 << (random() % 8));
      }
      (void)DecodePiece(damaged, *p.objects);
      (void)DecodeOutcome(damaged, *p.objects);
    }
  }
}

}  // namespace
}  // namespace fora::wire
