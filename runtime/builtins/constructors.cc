// int(...), list(...), zip(...): calls of the builtin types.
#include <cmath>

#include "runtime/builtins/functions.h"
#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/builtin_table.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/object_model/text.h"

namespace fora::builtins {
namespace {

namespace om = object_model;

Result<Value> MakeBool(Call& call) {
  if (call.args[0].is_unbound()) return Value::Bool(false);
  FORA_TRY(bool truth, om::Truth(call.evaluator, call.args[0]));
  return Value::Bool(truth);
}

Result<Value> MakeStrObject(Call& call) {
  const Value &object = call.args[0], &encoding = call.args[1], &errors = call.args[2];
  for (int i : {1, 2}) {
    if (!call.args[i].is_unbound() && !call.args[i].Is(Tag::kStr))
      return om::TypeError(std::string("str() argument '") + (i == 1 ? "encoding" : "errors") +
                           "' must be str, not " + om::TypeName(call.args[i]));
  }
  if (object.is_unbound()) return MakeStr("");
  if (encoding.is_unbound() && errors.is_unbound()) return om::Str(call.evaluator, object);
  if (object.Is(Tag::kStr)) return om::TypeError("decoding str is not supported");
  return om::TypeError("decoding to str: need a bytes-like object, " + om::TypeName(object) + " found");
}

Result<Value> MakeListObject(Call& call) {
  if (call.args[0].is_unbound()) return MakeList();
  FORA_TRY_VOID(om::CheckListOf(call.args[0]));
  return CollectList(call.evaluator, call.args[0]);
}

Result<Value> MakeTupleObject(Call& call) {
  if (call.args[0].is_unbound()) return MakeTuple({});
  if (call.args[0].Is(Tag::kTuple)) return call.args[0];
  FORA_TRY_VOID(om::CheckListOf(call.args[0]));
  if (auto folded = OfferFold(call.evaluator, Reducer::kCollect, call.args[0])) {
    if (!folded->ok()) return std::move(*folded);
    FORA_TRY(std::vector<Value> items, om::Items(call.evaluator, **folded));
    return MakeTuple(std::move(items));
  }
  FORA_TRY(std::vector<Value> items, om::Items(call.evaluator, call.args[0]));
  return MakeTuple(std::move(items));
}

Result<Value> MakeRangeObject(Call& call) {
  for (Value& bound : call.args) {
    if (bound.is_unbound()) continue;
    FORA_TRY(bound, om::Index(call.evaluator, bound));
  }
  if (call.args[1].is_unbound()) return om::MakeRange(Value::Int(0), std::move(call.args[0]), Value::Int(1));
  Value step = call.args[2].is_unbound() ? Value::Int(1) : std::move(call.args[2]);
  return om::MakeRange(std::move(call.args[0]), std::move(call.args[1]), std::move(step));
}

Result<Value> MakeSlice(Call& call) {
  auto or_none = [](Value& v) { return v.is_unbound() ? Value::None() : std::move(v); };
  if (call.args[1].is_unbound())
    return Value::Adopt(new SliceObject(Value::None(), std::move(call.args[0]), Value::None()));
  return Value::Adopt(
      new SliceObject(std::move(call.args[0]), std::move(call.args[1]), or_none(call.args[2])));
}

Result<Value> MakeEnumerate(Call& call) {
  size_t given = call.args.size() + call.keywords.size();
  if (given > 2)
    return om::TypeError("enumerate() takes at most 2 arguments (" + std::to_string(given) + " given)");
  call.args.reserve(2);
  for (auto& [keyword, value] : call.keywords) {
    // A keyword stands for the parameter of its own place only if those before it are there.
    bool is_next = keyword == (call.args.empty() ? "iterable" : "start");
    bool is_start_first = keyword == "start" && call.args.empty() && call.keywords.size() == 2;
    if (!is_next && !is_start_first)
      return om::TypeError("'" + keyword + "' is an invalid keyword argument for enumerate()");
    if (is_start_first)
      return Unsupported("enumerate(start=..., iterable=...) in this order is not supported");
    call.args.push_back(std::move(value));
  }
  if (call.args.empty()) return om::TypeError("enumerate() missing required argument 'iterable'");
  Value start = Value::Int(0);
  if (call.args.size() == 2) {
    FORA_TRY(start, om::Index(call.evaluator, call.args[1]));
  }
  return om::MakeEnumerate(call.evaluator, call.args[0], std::move(start));
}

Result<Value> MakeZip(Call& call) {
  bool strict = false;
  if (call.keywords.size() > 1)
    return om::TypeError("zip() takes at most 1 keyword argument (" + std::to_string(call.keywords.size()) +
                         " given)");
  for (auto& [keyword, value] : call.keywords) {
    if (keyword != "strict")
      return om::TypeError("'" + keyword + "' is an invalid keyword argument for zip()");
    FORA_TRY(strict, om::Truth(call.evaluator, value));
  }
  return om::MakeZip(call.evaluator, call.args, strict);
}

Result<Value> MakeMap(Call& call) {
  if (!call.keywords.empty()) return om::TypeError("map() takes no keyword arguments");
  if (call.args.size() < 2) return om::TypeError("map() must have at least two arguments.");
  Value function = std::move(call.args[0]);
  call.args.erase(call.args.begin());
  return om::MakeMap(call.evaluator, std::move(function), call.args);
}

Result<Value> MakeFilter(Call& call) { return om::MakeFilter(call.evaluator, call.args[0], call.args[1]); }
Result<Value> MakeReversed(Call& call) { return om::MakeReversed(call.evaluator, call.args[0]); }

Result<Value> MakeType(Call& call) {
  if (call.args.size() == 1 && call.keywords.empty()) return om::ClassValueOf(call.args[0]);
  if (call.args.size() == 3) return Unsupported("making classes by type() is not supported");
  return om::TypeError("type() takes 1 or 3 arguments");
}

Result<Value> MakeProperty(Call& call) {
  if (call.args[0].is_unbound() || call.args[0].is_none())
    return Unsupported("a property without a getter is not supported");
  if (!call.args[1].is_unbound() && !call.args[1].is_none())
    return Unsupported("a property's setter that is not decorated with '@' and '.setter' is not supported");
  return Value::Adopt(new PropertyObject(std::move(call.args[0])));
}

Result<Value> MakeStaticMethod(Call& call) {
  return Value::Adopt(new StaticMethodObject(std::move(call.args[0])));
}
Result<Value> MakeClassMethod(Call& call) {
  return Value::Adopt(new ClassMethodObject(std::move(call.args[0])));
}

Result<Value> MakeSuperObject(Call& call) {
  if (call.args.size() > 2)
    return om::TypeError("super() expected at most 2 arguments, got " + std::to_string(call.args.size()));
  if (!call.keywords.empty()) return om::TypeError("super() takes no keyword arguments");
  if (call.args.size() < 2) return Unsupported("super() in this form is not supported");
  return om::MakeSuper(call.evaluator, call.args[0], call.args[1]);
}

struct Constructor {
  BuiltinClass c;
  Convention convention;
  Function function;
};

constexpr Constructor kConstructors[] = {
    {BuiltinClass::kBool, Between(0, 1), MakeBool},
    {BuiltinClass::kInt, Raw(), MakeInt},
    {BuiltinClass::kFloat, Between(0, 1), MakeFloat},
    {BuiltinClass::kStr, Named("object,encoding,errors", 0, 0, 3), MakeStrObject},
    {BuiltinClass::kList, Between(0, 1), MakeListObject},
    {BuiltinClass::kTuple, Between(0, 1), MakeTupleObject},
    {BuiltinClass::kRange, Between(1, 3), MakeRangeObject},
    {BuiltinClass::kSlice, Between(1, 3), MakeSlice},
    {BuiltinClass::kEnumerate, Raw(), MakeEnumerate},
    {BuiltinClass::kZip, Raw(), MakeZip},
    {BuiltinClass::kMap, Raw(), MakeMap},
    {BuiltinClass::kFilter, Between(2, 2), MakeFilter},
    {BuiltinClass::kReversed, Between(1, 1), MakeReversed},
    {BuiltinClass::kType, Raw(), MakeType},
    {BuiltinClass::kProperty, Named("fget,fset,fdel,doc", 0, 0, 4), MakeProperty},
    {BuiltinClass::kStaticMethod, Between(1, 1), MakeStaticMethod},
    {BuiltinClass::kClassMethod, Between(1, 1), MakeClassMethod},
    {BuiltinClass::kSuper, Raw(), MakeSuperObject},
};

}  // namespace
}  // namespace fora::builtins

namespace fora::object_model {

Result<Value> ConstructBuiltin(Evaluator& evaluator, BuiltinClass c, Arguments arguments) {
  const std::string& name = BuiltinClassObject(c)->name;
  for (const builtins::Constructor& constructor : builtins::kConstructors) {
    if (constructor.c != c) continue;
    builtins::Call call{evaluator, {}, {}, 0};
    if (constructor.convention.kind == builtins::Convention::Kind::kRaw) call.keywords = arguments.keywords;
    FORA_TRY(call.args, TakeArguments(constructor.convention, name, name, std::move(arguments)));
    return constructor.function(call);
  }
  return Unsupported("making a '" + name + "' object is not supported");
}

}  // namespace fora::object_model
