#include <catch2/catch.hpp>

#include <vector>

#include "compiler/ir/boxing.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/type.h"

namespace fora::ir {
namespace {

struct JoinRow {
  const char* a;
  const char* b;
  const char* joined;
};

TEST_CASE("joins") {
  const JoinRow rows[] = {
      {"Int", "Int", "Int"},
      {"Int", "Bool", "Union<Bool, Int>"},
      {"Bottom", "Str", "Str"},
      {"Any", "Int", "Any"},
      {"None", "Union<Int, Float>", "Union<None, Int, Float>"},
      {"Union<None, Int>", "Union<Float, Str>", "Union<None, Int, Float, Str>"},
      {"Union<None, Int, Float, Str>", "Bool", "Any"},
      {"Tuple<Int, Float>", "Tuple<Int, None>", "Tuple<Int, Union<None, Float>>"},
      {"Tuple<Int>", "Tuple<Int, Float>", "TupleN<Union<Int, Float>>"},
      {"Tuple<>", "TupleN<Int>", "TupleN<Int>"},
      {"List<Int>", "List<Bottom>", "List<Int>"},
      {"List<Int>", "List<Float>", "List<Union<Int, Float>>"},
      {"Union<None, List<Int>>", "List<Float>", "Union<None, List<Union<Int, Float>>>"},
      {"Range", "Enumerate<Range, Int>", "Union<Range, Enumerate<Range, Int>>"},
  };
  for (const JoinRow& row : rows) {
    TypeTable types;
    const Type* a = *ParseType(row.a, types);
    const Type* b = *ParseType(row.b, types);
    INFO(row.a << " with " << row.b);
    CHECK(ToString(types.Join(a, b)) == row.joined);
    CHECK(types.Join(a, b) == types.Join(b, a));
  }
}

TEST_CASE("a type that grows around a loop widens") {
  TypeTable types;
  const Type* type = types.Of(TypeKind::kInt);
  int turns = 0;
  for (; turns < 100; ++turns) {
    const Type* next = types.Join(type, types.Tuple({type, types.Of(TypeKind::kInt)}));
    if (next == type) break;
    type = next;
  }
  CHECK(turns < 12);
  CHECK(type->Is(TypeKind::kAny));
}

TEST_CASE("a field that may hold a data structure of its class is boxed") {
  TypeTable types;
  ClassObject node;
  node.name = "Node";
  const Type *number = types.Of(TypeKind::kInt), *none = types.Of(TypeKind::kNone);
  const auto instance = [&](const Type* next) {
    return types.Instance(&node, {"value", "next"}, {number, next});
  };
  const Type* leaf = instance(none);
  // Composed of a known number of its own: structural, so that nothing about it is left to the run.
  CHECK(instance(leaf)->parts[1] == leaf);
  CHECK(instance(types.Tuple({leaf, leaf}))->parts[1]->Is(TypeKind::kTuple));
  // A chain, a tree: nobody knows how long.
  for (const Type* next : {types.Join(leaf, none), types.List(leaf), types.TupleN(leaf),
                           types.Tuple({number, types.List(types.Tuple({number, leaf}))})}) {
    INFO(ToString(next));
    CHECK(instance(next) == instance(types.Of(TypeKind::kAny)));
  }
  const Type* nested = leaf;
  for (int i = 0; i < 4; ++i) nested = types.Instance(&node, {"left", "right"}, {nested, nested});
  CHECK(nested->parts[0]->Is(TypeKind::kAny));
}

TEST_CASE("slots") {
  TypeTable types;
  CHECK((*ParseType("Tuple<Int, None, Any, Range>", types))->slots == 6);
  CHECK((*ParseType("Union<None, Int, Tuple<Int, Float>>", types))->slots == 3);
}

TEST_CASE("boxing there and back") {
  TypeTable types;
  const Value values[] = {
      Value::None(),
      Value::Bool(true),
      Value::Int(-5),
      Value::Float(2.5),
      MakeStr("text"),
      MakeTuple({Value::Int(1), MakeStr("x"), MakeTuple({})}),
      MakeList({Value::Int(1), Value::Float(2)}),
  };
  for (const Value& value : values) {
    const Type* type = TypeOf(types, value);
    const Type* wider = types.Join(type, types.Of(TypeKind::kNone));
    for (const Type* t : {type, wider, types.Of(TypeKind::kAny)}) {
      INFO(ToString(t));
      std::vector<uint64_t> slots(t->slots + 1);
      Value copy = value;
      REQUIRE(Unbox(t, copy, slots.data()));
      CHECK(copy.is_unbound());
      Value back = Box(t, slots.data());
      CHECK(back.tag() == value.tag());
      CHECK(TypeOf(types, back) == type);
    }
    Value copy = value;
    uint64_t slot;
    CHECK_FALSE(Unbox(types.Of(TypeKind::kRange), copy, &slot));
    CHECK(copy.tag() == value.tag());
  }
}

TEST_CASE("a list stays unique through unboxing") {
  TypeTable types;
  const Type* type = types.Union({types.Of(TypeKind::kNone), types.List(types.Of(TypeKind::kInt))});
  Value list = MakeList({Value::Int(1)});
  uint64_t slots[2];
  REQUIRE(Unbox(type, list, slots));
  CHECK(slots[0] == 1);
  RetainSlots(type, slots);
  ReleaseSlots(type, slots);
  CHECK(Box(type, slots).IsUnique());
}

}  // namespace
}  // namespace fora::ir
