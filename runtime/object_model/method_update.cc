// Methods that change a list, as statements on its only reference.
#include <algorithm>

#include "runtime/object_model/arithmetic.h"
#include "runtime/object_model/attributes.h"
#include "runtime/object_model/call.h"
#include "runtime/object_model/compare.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/memory_limit.h"

namespace fora::object_model {
namespace {

using Changed = Result<Unit>;

// What a method has to do: first everything that may fail or run the program's code, then `RequireUnique`,
// then the change itself.
struct Update {
  Evaluator& evaluator;
  const Value& object;
  std::string_view name;
  Arguments& arguments;

  ListObject& list() const { return *object.as<ListObject>(); }
  Value& argument(size_t i) const { return arguments.positional[i]; }
  size_t argument_count() const { return arguments.positional.size(); }
  std::string Method() const { return "list." + std::string(name) + "()"; }
  Changed RequireUnique() const {
    if (object.IsUnique()) return Unit{};
    return SharedList(name == "__iadd__" ? "'+='" : "'" + std::string(name) + "'");
  }
};

Changed Append(const Update& u) {
  FORA_TRY_VOID(u.RequireUnique());
  FORA_TRY_VOID(CheckMemoryToAdd(u.list(), u.argument(0)));
  u.list().Append(std::move(u.argument(0)));
  return Unit{};
}

Changed Extend(const Update& u) {
  FORA_TRY(std::vector<Value> items, Items(u.evaluator, u.argument(0)));
  FORA_TRY_VOID(u.RequireUnique());
  for (Value& item : items) {
    FORA_TRY_VOID(CheckMemoryToAdd(u.list(), item));
    u.list().Append(std::move(item));
  }
  return Unit{};
}

Result<int64_t> IndexArgument(const Update& u) {
  FORA_TRY(Value i, Index(u.evaluator, u.argument(0)));
  if (!i.Is(Tag::kInt)) return OverflowError("Python int too large to convert to C ssize_t");
  return i.as_int();
}

Changed Insert(const Update& u) {
  FORA_TRY(int64_t i, IndexArgument(u));
  FORA_TRY_VOID(u.RequireUnique());
  FORA_TRY_VOID(CheckMemoryToAdd(u.list(), u.argument(1)));
  int64_t size = u.list().size;
  if (i < 0) i = std::max<int64_t>(i + size, 0);
  u.list().Insert(std::min(i, size), std::move(u.argument(1)));
  return Unit{};
}

Result<int64_t> PopIndex(const Update& u) {
  int64_t i = -1;
  if (u.argument_count() == 1) {
    FORA_TRY(i, IndexArgument(u));
  }
  int64_t size = u.list().size;
  if (size == 0) return IndexError("pop from empty list");
  if (i < 0) i += size;
  if (i < 0 || i >= size) return IndexError("pop index out of range");
  return i;
}

Changed Pop(const Update& u) {
  FORA_TRY(int64_t i, PopIndex(u));
  FORA_TRY_VOID(u.RequireUnique());
  u.list().Erase(i);
  return Unit{};
}

Changed Remove(const Update& u) {
  for (int64_t i = 0; i < u.list().size; ++i) {
    FORA_TRY(bool found, SameOrEqual(u.evaluator, u.list().At(i), u.argument(0)));
    if (!found) continue;
    FORA_TRY_VOID(u.RequireUnique());
    u.list().Erase(i);
    return Unit{};
  }
  return ValueError("list.remove(x): x not in list");
}

Changed Reverse(const Update& u) {
  FORA_TRY_VOID(u.RequireUnique());
  u.list().Reverse();
  return Unit{};
}

Changed Clear(const Update& u) {
  FORA_TRY_VOID(u.RequireUnique());
  u.list().Clear();
  return Unit{};
}

Changed SortInPlace(const Update& u) {
  const size_t given = u.argument_count() + u.arguments.keywords.size();
  if (u.argument_count() > 0 && given > 2)
    return TypeError("sort() takes at most 2 arguments (" + std::to_string(given) + " given)");
  if (u.argument_count() > 0) return TypeError("sort() takes no positional arguments");
  Value key = Value::None();
  bool reverse = false;
  for (auto& [name, value] : u.arguments.keywords) {
    if (name == "key") {
      key = std::move(value);
    } else if (name == "reverse") {
      // CPython takes an int here, not any object's truth.
      FORA_TRY(Value flag, Index(u.evaluator, value));
      FORA_TRY(reverse, Truth(u.evaluator, flag));
    } else {
      return TypeError("'" + name + "' is an invalid keyword argument for sort()");
    }
  }
  FORA_TRY(std::vector<Value> items, Items(u.evaluator, u.object));
  FORA_TRY(items, Sort(u.evaluator, std::move(items), key, reverse));
  FORA_TRY_VOID(u.RequireUnique());
  u.list().Clear();
  for (Value& item : items) u.list().Append(std::move(item));
  return Unit{};
}

Changed DeleteItem(const Update& u) {
  const Value& index = u.argument(0);
  if (!index.Is(Tag::kSlice)) {
    FORA_TRY(int64_t i,
             Position(u.evaluator, u.object, index, u.list().size, "list assignment index out of range"));
    FORA_TRY_VOID(u.RequireUnique());
    u.list().Erase(i);
    return Unit{};
  }
  FORA_TRY(SliceBounds bounds, ResolveSlice(u.evaluator, *index.as<SliceObject>(), u.list().size));
  FORA_TRY_VOID(u.RequireUnique());
  u.list().EraseSlice(bounds.start, bounds.step, bounds.count);
  return Unit{};
}

struct Mutator {
  std::string_view name;
  size_t arguments_min, arguments_max;
  Changed (*apply)(const Update&);
};

constexpr size_t kAny = ~size_t{0};
constexpr Mutator kMutators[] = {
    {"append", 1, 1, Append},   {"extend", 1, 1, Extend},       {"insert", 2, 2, Insert},
    {"pop", 0, 1, Pop},         {"remove", 1, 1, Remove},       {"reverse", 0, 0, Reverse},
    {"clear", 0, 0, Clear},     {"sort", 0, kAny, SortInPlace}, {"__delitem__", 1, 1, DeleteItem},
    {"__iadd__", 1, 1, Extend},
};

Changed CheckArguments(const Mutator& m, const Update& u) {
  if (m.arguments_max == kAny) return Unit{};
  if (!u.arguments.keywords.empty()) return TypeError(u.Method() + " takes no keyword arguments");
  size_t n = u.argument_count();
  if (n >= m.arguments_min && n <= m.arguments_max) return Unit{};
  const std::string got = std::to_string(n);
  if (m.arguments_max == 0) return TypeError(u.Method() + " takes no arguments (" + got + " given)");
  if (m.arguments_min == 1) return TypeError(u.Method() + " takes exactly one argument (" + got + " given)");
  const char* bound = m.arguments_min == m.arguments_max ? "" : "at most ";
  return TypeError(std::string(m.name) + " expected " + bound + std::to_string(m.arguments_max) +
                   " argument" + (m.arguments_max == 1 ? "" : "s") + ", got " + got);
}

const Mutator* FindMutator(std::string_view name) {
  const auto* found = std::find_if(std::begin(kMutators), std::end(kMutators),
                                   [&](const Mutator& m) { return m.name == name; });
  return found == std::end(kMutators) ? nullptr : found;
}

// `del object[index]` of anything but a list.
Result<Value> DeleteOtherItem(Evaluator& evaluator, Value&& object, Arguments arguments) {
  if (object.Is(Tag::kDict)) return Unsupported("deleting an item of a dict is not supported");
  const Value& index = arguments.positional[0];
  if (std::optional<Result<Value>> done = CallSpecial(evaluator, object, "__delitem__", {index})) {
    if (!done->ok()) return std::move(*done);
    return std::move(object);
  }
  return TypeError("'" + TypeName(object) + "' object doesn't support item deletion");
}

}  // namespace

bool IsListMutator(std::string_view method) { return FindMutator(method) != nullptr; }

Result<Value> MethodUpdate(Evaluator& evaluator, Value&& object, std::string_view name, Arguments arguments) {
  const Mutator* mutator = object.Is(Tag::kList) ? FindMutator(name) : nullptr;
  if (mutator != nullptr) {
    Update update{evaluator, object, name, arguments};
    FORA_TRY_VOID(CheckArguments(*mutator, update));
    FORA_TRY_VOID(mutator->apply(update));
    return std::move(object);
  }
  if (name == "__iadd__" && !object.Is(Tag::kList))
    return Unsupported("'+=' on what a variable holds that its right side assigns is not supported");
  if (name == "__delitem__") return DeleteOtherItem(evaluator, std::move(object), std::move(arguments));
  FORA_TRY(Value method, GetAttr(evaluator, object, name));
  FORA_TRY(Value dropped, Call(evaluator, method, std::move(arguments)));
  return std::move(object);
}

Result<Value> Popped(Evaluator& evaluator, const Value& object, Arguments arguments) {
  if (!object.Is(Tag::kList)) {
    FORA_TRY(Value method, GetAttr(evaluator, object, "pop"));
    return Call(evaluator, method, std::move(arguments));
  }
  const Update update{evaluator, object, "pop", arguments};
  FORA_TRY_VOID(CheckArguments(*FindMutator("pop"), update));
  FORA_TRY(int64_t i, PopIndex(update));
  return update.list().At(i);
}

}  // namespace fora::object_model
