// Values to bytes and back; and bytes that are none.
#include <catch2/catch.hpp>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "cluster/wire/bytes.h"
#include "cluster/wire/decode_syntax.h"
#include "cluster/wire/decode_value.h"
#include "cluster/wire/encode_value.h"
#include "runtime/builtins/builtins.h"
#include "runtime/num/big_int.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/no_evaluator.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

Value Big(const char* digits) { return Value::Adopt(new BigIntObject(*num::BigInt::Parse(digits))); }

Value FloatList() {
  Value list = MakeList();
  for (double d : {0.5, -0.0, 1e300}) list.as<fora::ListObject>()->Append(Value::Float(d));
  return list;
}

Value Shared() {
  Value inner = MakeList({Value::Int(1)});
  return MakeTuple({inner, inner});
}

Value Deep(int depth) {
  Value v = Value::None();
  for (int i = 0; i < depth; ++i) v = MakeTuple({v});
  return v;
}

std::vector<Value> Samples() {
  return {
      Value::None(),
      Value::Bool(true),
      Value::Int(0),
      Value::Int(INT64_MIN),
      Value::Float(0.1),
      Big("123456789012345678901234567890"),
      Big("-123456789012345678901234567890"),
      Big("-9223372036854775809"),
      MakeStr(""),
      MakeStr("h\xC3\xA9llo \xE2\x82\xAC \xF0\x9F\x98\x80"),
      MakeStr("\xED\xA0\x80"),  // a lone surrogate
      MakeTuple({}),
      MakeTuple({Value::Int(1), MakeStr("x"), Value::Ellipsis(), Value::NotImplemented()}),
      MakeList(),
      MakeList({Value::Int(1), Value::Int(2)}),
      MakeList({Value::Int(1), Value::None(), MakeList({Value::Bool(false)})}),
      FloatList(),
      Shared(),
      *object_model::MakeRange(Value::Int(0), Value::Int(10), Value::Int(-3)),
      *builtins::Find("len"),
      *builtins::Find("ValueError"),
      *builtins::Find("math.sin"),
      *builtins::FindModule("math"),
      object_model::MakeException(*builtins::Find("ValueError"), {MakeStr("no"), Value::Int(3)}),
      MakeList({Value::Bool(true), Value::Bool(false)}),
      Value::Adopt(new fora::SliceObject(Value::Int(1), Value::None(), Big("18446744073709551616"))),
      *object_model::MakeRange(Big("-9223372036854775809"), Value::Int(10), Value::Int(3)),
      *builtins::Find("int"),
      Deep(20000),
  };
}

TEST_CASE("what is encoded decodes to what encodes the same") {
  for (const Value& value : Samples()) {
    absl::StatusOr<std::string> bytes = SerializeValue(value, 0);
    REQUIRE(bytes.ok());
    absl::StatusOr<Value> back = ParseValue(*bytes);
    REQUIRE(back.ok());
    CHECK(back->tag() == value.tag());
    CHECK(*SerializeValue(*back, 0) == *bytes);
    CHECK(FootprintOf(*back).bytes == FootprintOf(value).bytes);
  }
}

TEST_CASE("whether a value is only data") {
  for (const Value& value : Samples()) CHECK_FALSE(FootprintOf(value).has_code);
  NoEvaluator evaluator;
  const Value list = MakeList({Value::Int(1)});
  const Value code[] = {*object_model::Iter(evaluator, list), Value::Adopt(new fora::ClassObject()),
                        Value::Adopt(new fora::InstanceObject(Value::Adopt(new fora::ClassObject())))};
  for (const Value& value : code) {
    CHECK(FootprintOf(value).has_code);
    CHECK(FootprintOf(MakeTuple({Value::Int(1), MakeList({value, MakeStr("x")})})).has_code);
  }
}

TEST_CASE("shared parts stay shared") {
  Value back = *ParseValue(*SerializeValue(Shared(), 0));
  const TupleObject& tuple = *back.as<TupleObject>();
  CHECK(tuple.items[0].Same(tuple.items[1]));
}

TEST_CASE("an exception keeps its class, its arguments and its attributes") {
  Value error = object_model::MakeException(*builtins::Find("KeyError"), {Value::Int(3)});
  error.as<fora::InstanceObject>()->fields.push_back({"note", MakeStr("x")});
  const Value back = *ParseValue(*SerializeValue(error, 0));
  const auto& instance = *back.as<fora::InstanceObject>();
  CHECK(instance.class_object.Same(*builtins::Find("KeyError")));
  CHECK(instance.exception->args.as<TupleObject>()->items[0].as_int() == 3);
  REQUIRE(instance.fields.size() == 1);
  CHECK(instance.fields[0].name == "note");
}

TEST_CASE("malformed values are refused with what is wrong") {
  struct Row {
    const char* what;
    std::function<void(ObjectGraph&)> build;  // of a graph whose objects 0 and 1 are 7 and "x"
    const char* message;
  };
  const Row kRows[] = {
      {"no such root", [](ObjectGraph& g) { g.set_root(9); }, "ref 9 of 2 objects"},
      {"no such item", [](ObjectGraph& g) { g.add_objects()->mutable_tuple()->add_refs(3); },
       "ref 3 of 3 objects"},
      {"a list in itself", [](ObjectGraph& g) { g.add_objects()->mutable_list()->add_refs(2); },
       "contains itself"},
      {"two tuples in each other",
       [](ObjectGraph& g) {
         g.add_objects()->mutable_tuple()->add_refs(3);
         g.add_objects()->mutable_tuple()->add_refs(2);
       },
       "contains itself"},
      {"an object of no kind", [](ObjectGraph& g) { g.add_objects(); }, "unknown kind"},
      {"half a code point", [](ObjectGraph& g) { g.add_objects()->set_str("\xF0\x9F\x98"); }, "not UTF-8"},
      {"a code point spelt too long", [](ObjectGraph& g) { g.add_objects()->set_str("\xC1\x81"); },
       "not UTF-8"},
      {"a builtin that isn't", [](ObjectGraph& g) { g.add_objects()->set_builtin("eval"); },
       "unknown builtin"},
      {"a module that isn't", [](ObjectGraph& g) { g.add_objects()->set_module("os"); }, "unknown module"},
      {"a range to a str", [](ObjectGraph& g) { g.add_objects()->mutable_range()->set_stop_ref(1); },
       "bounds aren't ints"},
      {"a range without step",
       [](ObjectGraph& g) {
         g.add_objects()->set_small_int(0);
         g.add_objects()->mutable_range()->set_step_ref(2);
         g.set_root(3);
       },
       "step 0"},
      {"an exception of a value", [](ObjectGraph& g) { g.add_objects()->mutable_exception(); },
       "class that is none"},
      {"an exception of a class that isn't one",
       [](ObjectGraph& g) {
         g.add_objects()->set_builtin("int");
         g.add_objects()->mutable_exception()->set_class_ref(2);
         g.set_root(3);
       },
       "class that is none"},
      {"a function", [](ObjectGraph& g) { g.add_objects()->mutable_function(); }, "code can't be moved"},
      {"a class", [](ObjectGraph& g) { g.add_objects()->mutable_class_object(); }, "code can't be moved"},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    ObjectGraph graph;
    graph.add_objects()->set_small_int(7);
    graph.add_objects()->set_str("x");
    graph.set_root(2);
    row.build(graph);
    const absl::StatusOr<Value> value = DecodeValue(graph);
    REQUIRE_FALSE(value.ok());
    CHECK(value.status().ToString().find(row.message) != std::string::npos);
  }
}

TEST_CASE("big ints take the fewest bytes") {
  for (const char* digits :
       {"0", "-1", "127", "128", "-128", "-129", "255", "256", "340282366920938463463374607431768211456",
        "-340282366920938463463374607431768211456"}) {
    num::BigInt value = *num::BigInt::Parse(digits);
    std::string bytes = EncodeBigInt(value);
    CHECK(bytes.size() == value.BitLength() / 8 + 1);
    CHECK(DecodeBigInt(bytes) == value);
  }
}

TEST_CASE("limits") {
  CHECK(SerializeValue(MakeStr(std::string(1000, 'x')), 100).status().code() ==
        absl::StatusCode::kResourceExhausted);
  CHECK(SerializeValue(Value::Adopt(new DictObject()), 0).status().code() ==
        absl::StatusCode::kFailedPrecondition);
}

// Neither a crash nor a hang, whatever the bytes are; and what decodes, encodes.
TEST_CASE("damaged bytes") {
  std::mt19937_64 random(1);
  std::vector<Value> samples = Samples();
  samples.pop_back();  // the deep one is slow to try often
  for (const Value& value : samples) {
    std::string bytes = *SerializeValue(value, 0);
    for (int i = 0; i < 300; ++i) {
      std::string damaged = bytes;
      if (i % 3 == 0) damaged.resize(random() % (damaged.size() + 1));
      for (uint64_t flips = random() % 4; flips > 0 && !damaged.empty(); --flips) {
        damaged[random() % damaged.size()] ^= static_cast<char>(1 << (random() % 8));
      }
      absl::StatusOr<Value> back = ParseValue(damaged);
      if (back.ok()) CHECK(SerializeValue(*back, 0).ok());
      (void)ParseProgram(damaged);
    }
  }
  for (int i = 0; i < 2000; ++i) {
    std::string noise(random() % 200, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    (void)ParseValue(noise);
    (void)ParseProgram(noise);
  }
}

}  // namespace
}  // namespace fora::wire
