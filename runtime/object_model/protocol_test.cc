// User classes whose methods are C++ functions: operators, attributes, calls, iteration.
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/fake_evaluator.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/text.h"

namespace fora::object_model {
namespace {

using Attributes = std::vector<std::pair<std::string, Value>>;

FakeEvaluator evaluator;

std::string Show(Result<Value> result) {
  if (result.ok()) {
    Result<Value> text = Repr(evaluator, *result);
    return text.ok() ? text->as<StrObject>()->ToUtf8() : "no repr: " + text.stop().message;
  }
  Stop& stop = result.stop();
  if (stop.kind != Stop::Kind::kRaised) return "stop: " + stop.message;
  return TypeName(stop.exception) + ": " + Str(evaluator, stop.exception)->as<StrObject>()->ToUtf8();
}

std::string Show(Result<bool> result) {
  return result.ok() ? (*result ? "True" : "False") : Show(Result<Value>(result.TakeStop()));
}

// def method(*arguments): return text of the call, such as "F.__add__(1)"
Value Teller(std::string name) {
  return NativeFunction(name, [name](Evaluator& e, Arguments arguments) -> Result<Value> {
    std::string text = name + "(";
    for (size_t i = 1; i < arguments.positional.size(); ++i) {
      Result<Value> shown = Repr(e, arguments.positional[i]);
      text += (i > 1 ? ", " : "") + (shown.ok() ? shown->as<StrObject>()->ToUtf8() : "...");
    }
    return MakeStr(text + ")");
  });
}

Value Returns(Value v) {
  return NativeFunction("constant", [v](Evaluator&, Arguments) -> Result<Value> { return v; });
}

Value Class(std::string name, std::vector<Value> bases, Attributes attributes) {
  Result<Value> made = MakeClass(name, name, std::move(bases), std::move(attributes));
  REQUIRE(made.ok());
  return *made;
}

Value New(const Value& c, std::vector<Value> arguments = {}) {
  Result<Value> made = Call(evaluator, c, std::move(arguments));
  REQUIRE(made.ok());
  return *made;
}

const Value kOne = Value::Int(1);

TEST_CASE("operators find the special methods of either side") {
  Value left = Class("L", {}, {{"__add__", Teller("add")}, {"__mul__", Returns(Value::NotImplemented())}});
  Value right = Class("R", {}, {{"__radd__", Teller("radd")}, {"__rmul__", Teller("rmul")}});
  Value derived = Class("D", {left}, {{"__radd__", Teller("radd")}});
  CHECK(Show(Binary(evaluator, BinaryOp::kAdd, New(left), kOne)) == "'add(1)'");
  CHECK(Show(Binary(evaluator, BinaryOp::kAdd, kOne, New(right))) == "'radd(1)'");
  CHECK(Show(Binary(evaluator, BinaryOp::kAdd, MakeList({kOne}), New(right))) == "'radd([1])'");
  CHECK(Show(Binary(evaluator, BinaryOp::kMul, New(left), New(right))) == "'rmul(...)'");
  CHECK(Show(Binary(evaluator, BinaryOp::kAdd, New(left), New(derived))) == "'radd(...)'");
  CHECK(Show(Binary(evaluator, BinaryOp::kMul, New(left), kOne)) ==
        "TypeError: unsupported operand type(s) for *: 'L' and 'int'");
  // Operands of one class never ask for the reflected method.
  CHECK(Show(Binary(evaluator, BinaryOp::kAdd, New(right), New(right))) ==
        "TypeError: unsupported operand type(s) for +: 'R' and 'R'");
  CHECK(Show(Inplace(evaluator, BinaryOp::kPow, New(left), kOne)) ==
        "TypeError: unsupported operand type(s) for **=: 'L' and 'int'");
  CHECK(Show(Unary(evaluator, UnaryOp::kNeg, New(left))) == "TypeError: bad operand type for unary -: 'L'");
}

TEST_CASE("comparison asks both sides, the subclass first") {
  Value c = Class("C", {}, {{"__lt__", Teller("lt")}, {"__eq__", Returns(Value::Int(5))}});
  Value derived = Class("D", {c}, {{"__gt__", Teller("gt")}});
  Value plain = Class("P", {}, {});
  Value x = New(plain);
  CHECK(Show(Compare(evaluator, CompareOp::kLt, New(c), kOne)) == "'lt(1)'");
  CHECK(Show(Compare(evaluator, CompareOp::kGt, kOne, New(c))) == "'lt(1)'");
  CHECK(Show(Compare(evaluator, CompareOp::kLt, New(c), New(derived))) == "'gt(...)'");
  CHECK(Show(Compare(evaluator, CompareOp::kEq, New(c), kOne)) == "5");
  CHECK(Show(Compare(evaluator, CompareOp::kNe, New(c), kOne)) == "False");
  CHECK(Show(Compare(evaluator, CompareOp::kEq, x, x)) == "True");
  CHECK(Show(Compare(evaluator, CompareOp::kNe, x, New(plain))) == "True");
  CHECK(Show(Compare(evaluator, CompareOp::kLt, x, x)) ==
        "TypeError: '<' not supported between instances of 'P' and 'P'");
  CHECK(Show(Contains(evaluator, MakeList({x}), x)) == "True");
  CHECK(Show(Contains(evaluator, x, kOne)) == "TypeError: argument of type 'P' is not iterable");
}

TEST_CASE("attributes: fields, methods, properties, fallbacks") {
  Value getter = Returns(Value::Int(7));
  Value c = Class("C", {},
                  {{"x", kOne},
                   {"m", Teller("m")},
                   {"p", Value::Adopt(new PropertyObject(getter))},
                   {"s", Value::Adopt(new StaticMethodObject(getter))},
                   {"k", Value::Adopt(new ClassMethodObject(Returns(Value::Int(8))))}});
  Value with_fallback = Class("G", {c}, {{"__getattr__", Teller("getattr")}});
  Result<Value> set = SetAttr(evaluator, New(c), "x", Value::Int(2));
  REQUIRE(set.ok());
  Value object = *set;
  CHECK(Show(GetAttr(evaluator, object, "x")) == "2");
  CHECK(Show(GetAttr(evaluator, c, "x")) == "1");
  CHECK(Show(GetAttr(evaluator, object, "p")) == "7");
  CHECK(Show(Call(evaluator, *GetAttr(evaluator, object, "m"), std::vector<Value>{kOne})) == "'m(1)'");
  CHECK(Show(Call(evaluator, *GetAttr(evaluator, object, "s"), std::vector<Value>{})) == "7");
  CHECK(Show(Call(evaluator, *GetAttr(evaluator, c, "k"), std::vector<Value>{})) == "8");
  CHECK(Show(GetAttr(evaluator, object, "y")) == "AttributeError: 'C' object has no attribute 'y'");
  CHECK(Show(GetAttr(evaluator, c, "y")) == "AttributeError: type object 'C' has no attribute 'y'");
  CHECK(Show(GetAttr(evaluator, New(with_fallback), "y")) == "\"getattr('y')\"");
  CHECK(Show(SetAttr(evaluator, New(c), "p", kOne)) ==
        "AttributeError: property 'p' of 'C' object has no setter");
  CHECK(Show(SetAttr(evaluator, Value(object), "x", kOne)) ==
        "stop: assigning attribute 'x' would change a 'C' object that is also referenced elsewhere; "
        "make a new 'C' with the change, and return that");
  CHECK(Show(GetAttr(evaluator, MakeStr("a"), "foo")) ==
        "AttributeError: 'str' object has no attribute 'foo'");
  CHECK(Show(GetAttr(evaluator, MakeStr("a"), "upper")) ==
        "stop: attribute 'upper' of 'str' objects is not supported");
}

TEST_CASE("construction runs __init__ with the only reference") {
  Value init = NativeFunction("__init__", [](Evaluator& e, Arguments arguments) -> Result<Value> {
    Value self = std::move(arguments.positional[0]);
    return SetAttr(e, std::move(self), "x", arguments.positional[1]);
  });
  Value c = Class("C", {}, {{"__init__", init}});
  Value derived = Class("D", {c}, {});
  Value plain = Class("P", {}, {});
  CHECK(Show(GetAttr(evaluator, New(derived, {kOne}), "x")) == "1");
  CHECK(Show(Call(evaluator, plain, std::vector<Value>{kOne})) == "TypeError: P() takes no arguments");
  CHECK(Show(InitBase(evaluator, plain.as<ClassObject>(), true, New(plain), Arguments{{kOne}, {}})) ==
        "TypeError: P.__init__() takes exactly one argument (the instance to initialize)");
  Result<Value> made = InitBase(evaluator, derived.as<ClassObject>(), true, New(derived, {kOne}),
                                Arguments{{Value::Int(3)}, {}});
  CHECK(Show(GetAttr(evaluator, *made, "x")) == "3");
  CHECK(Show(Call(evaluator, kOne, std::vector<Value>{})) == "TypeError: 'int' object is not callable");
}

TEST_CASE("exceptions") {
  auto class_of = [](BuiltinClass id) { return ClassValue(id); };
  Value own = Class("MyError", {class_of(BuiltinClass::kValueError)}, {});
  CHECK(Show(New(own, {kOne, MakeStr("a")})) == "MyError(1, 'a')");
  CHECK(Show(Str(evaluator, New(class_of(BuiltinClass::kKeyError), {MakeStr("a")}))) == "\"'a'\"");
  CHECK(Show(GetAttr(evaluator, New(own, {kOne}), "args")) == "(1,)");
  CHECK(Show(Call(evaluator, own, Arguments{{}, {{"x", kOne}}})) ==
        "TypeError: MyError() takes no keyword arguments");
  CHECK(Show(ExceptionMatches(New(own), class_of(BuiltinClass::kException))) == "True");
  CHECK(Show(ExceptionMatches(New(own), kOne)) ==
        "TypeError: catching classes that do not inherit from BaseException is not allowed");
  CHECK(Show(Result<Value>(RaiseStatement(evaluator, kOne, Value()))) ==
        "TypeError: exceptions must derive from BaseException");
  auto stop = RaiseStatement(evaluator, own, New(own, {kOne}));
  CHECK(Show(GetAttr(evaluator, stop->exception, "__cause__")) == "MyError(1)");
  CHECK(Show(GetAttr(evaluator, stop->exception, "__suppress_context__")) == "True");
}

TEST_CASE("the order of bases") {
  Value a = Class("A", {}, {}), b = Class("B", {a}, {}), c = Class("C", {a}, {});
  Value d = Class("D", {b, c}, {});
  std::string order;
  for (const ClassObject* each : d.as<ClassObject>()->mro) order += each->name + " ";
  CHECK(order == "D B C A object ");
  CHECK(Show(MakeClass("X", "X", {a, b}, {})) ==
        "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  CHECK(Show(MakeClass("X", "X", {a, a}, {})) == "TypeError: duplicate base class A");
  CHECK(Show(MakeClass("X", "X", {ClassValue(BuiltinClass::kInt)}, {})) ==
        "stop: class 'X' derives from 'int', which is not supported");
  CHECK(Show(IsInstance(evaluator, New(d), MakeTuple({ClassValue(BuiltinClass::kInt), a}))) == "True");
  CHECK(Show(IsSubclass(evaluator, a, b)) == "False");
}

TEST_CASE("super looks behind the class") {
  Value a = Class("A", {}, {{"f", Returns(kOne)}});
  Value b = Class("B", {a}, {{"f", Returns(Value::Int(2))}});
  Value super = *MakeSuper(evaluator, b, New(b));
  CHECK(Show(Call(evaluator, *GetAttr(evaluator, super, "f"), std::vector<Value>{})) == "1");
  CHECK(Show(GetAttr(evaluator, super, "g")) == "AttributeError: 'super' object has no attribute 'g'");
  CHECK(Show(MakeSuper(evaluator, b, kOne)) ==
        "TypeError: super(type, obj): obj must be an instance or subtype of type");
}

Value Range(int64_t n) { return *MakeRange(Value::Int(0), Value::Int(n), Value::Int(1)); }

std::string ShowItems(Result<Value> iterable) {
  if (!iterable.ok()) return Show(std::move(iterable));
  Result<std::vector<Value>> items = Items(evaluator, *iterable);
  return items.ok() ? Show(MakeList(*items)) : Show(Result<Value>(items.TakeStop()));
}

TEST_CASE("lazily evaluated iterables") {
  Value odd_squared = NativeFunction("<genexpr>", [](Evaluator&, Arguments arguments) -> Result<Value> {
    int64_t x = arguments.positional[0].as_int();
    return x % 2 ? Value::Int(x * x) : Value::Skip();
  });
  Value below = NativeFunction("<genexpr>", [&](Evaluator& e, Arguments arguments) -> Result<Value> {
    return MakeGenerator(e, Range(arguments.positional[0].as_int()), odd_squared, false);
  });
  CHECK(ShowItems(MakeGenerator(evaluator, Range(6), odd_squared, false)) == "[1, 9, 25]");
  CHECK(ShowItems(MakeGenerator(evaluator, Range(5), below, true)) == "[1, 1, 1, 9]");
  CHECK(Show(Collect(evaluator, *MakeGenerator(evaluator, Range(6), odd_squared, false))) == "[1, 9, 25]");
  CHECK(ShowItems(MakeEnumerate(evaluator, MakeStr("ab"), Value::Int(5))) == "[(5, 'a'), (6, 'b')]");
  CHECK(ShowItems(MakeZip(evaluator, {Range(2), MakeStr("abc")}, false)) == "[(0, 'a'), (1, 'b')]");
  CHECK(ShowItems(MakeZip(evaluator, {Range(2), Range(2), Range(3)}, true)) ==
        "ValueError: zip() argument 3 is longer than arguments 1-2");
  CHECK(ShowItems(MakeMap(evaluator, Value::Builtin(0), {MakeList({MakeStr("abc")})})) == "[3]");
  CHECK(ShowItems(MakeFilter(evaluator, Value::None(), Range(3))) == "[1, 2]");
  CHECK(ShowItems(MakeReversed(evaluator, Range(3))) == "[2, 1, 0]");
  CHECK(ShowItems(MakeFilter(evaluator, Value::None(), kOne)) == "TypeError: 'int' object is not iterable");
}

TEST_CASE("an iterable is pristine until something advances it or its source") {
  Value source = *Iter(evaluator, Range(3));
  Value zip = *MakeZip(evaluator, {source, Range(2)}, false);
  REQUIRE(Pristine(zip) != nullptr);
  CHECK(Pristine(zip)->kind == SourceKind::kZip);
  CHECK(Pristine(Pristine(zip)->sources[0])->sources[0].Is(Tag::kRange));
  REQUIRE(Next(evaluator, source).ok());
  CHECK(Pristine(zip) == nullptr);
  CHECK(Pristine(kOne) == nullptr);
}

TEST_CASE("a StopIteration out of a generator is an error, out of a comprehension it is not replaced") {
  Value raises = NativeFunction("<genexpr>", [](Evaluator&, Arguments) -> Result<Value> {
    return Raise(BuiltinClass::kStopIteration, std::string());
  });
  CHECK(ShowItems(MakeGenerator(evaluator, Range(1), raises, false)) ==
        "RuntimeError: generator raised StopIteration");
  CHECK(Show(Collect(evaluator, *MakeGenerator(evaluator, Range(1), raises, false))) == "StopIteration: ");
  CHECK(ShowItems(MakeMap(evaluator, raises, {Range(1)})) == "[]");
}

TEST_CASE("instances as containers") {
  Value item = NativeFunction("__getitem__", [](Evaluator&, Arguments arguments) -> Result<Value> {
    int64_t i = arguments.positional[1].as_int();
    if (i >= 3) return IndexError("end");
    return Value::Int(i * 10);
  });
  Value c = Class("C", {}, {{"__getitem__", item}, {"__len__", Returns(Value::Int(3))}});
  CHECK(ShowItems(Iter(evaluator, New(c))) == "[0, 10, 20]");
  CHECK(ShowItems(MakeReversed(evaluator, New(c))) == "[20, 10, 0]");
  CHECK(Show(Contains(evaluator, New(c), Value::Int(20))) == "True");
  CHECK(Show(Len(evaluator, New(c))) == "3");
  CHECK(Show(Truth(evaluator, New(c))) == "True");
  CHECK(Show(SetItem(evaluator, New(c), kOne, kOne)) ==
        "TypeError: 'C' object does not support item assignment");
}

TEST_CASE("lists change in place only when nobody else sees it") {
  Value list = MakeList({Value::Int(3), kOne});
  HeapObject* object = list.heap();
  Result<Value> changed = MethodUpdate(evaluator, std::move(list), "append", Arguments{{Value::Int(2)}, {}});
  REQUIRE(changed.ok());
  CHECK(changed->heap() == object);
  CHECK(Show(MethodUpdate(evaluator, std::move(*changed), "sort", {})) == "[1, 2, 3]");
  Value shared = MakeList({kOne});
  CHECK(Show(MethodUpdate(evaluator, Value(shared), "append", Arguments{{kOne}, {}})) ==
        "stop: 'append' would change a list that is also referenced elsewhere; "
        "change a copy of it (x = x[:]), or build a new list");
  CHECK(Show(Inplace(evaluator, BinaryOp::kAdd, Value(shared), MakeList())) ==
        "stop: '+=' would change a list that is also referenced elsewhere; "
        "change a copy of it (x = x[:]), or build a new list");
  CHECK(Show(MethodUpdate(evaluator, MakeList(), "pop", {})) == "IndexError: pop from empty list");
}

}  // namespace
}  // namespace fora::object_model
