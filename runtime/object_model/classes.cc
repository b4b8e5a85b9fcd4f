#include "runtime/object_model/classes.h"

#include <algorithm>
#include <array>

#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

struct ClassRow {
  const char* name;
  BuiltinClass base;
};

constexpr ClassRow kRows[] = {
    {"", BuiltinClass::kNone},
#define FORA_CLASS(id, name, base) {name, BuiltinClass::base},
#include "runtime/object_model/builtin_classes.def"
#undef FORA_CLASS
};

using ClassTable = std::array<Value, kBuiltinClassCount + 1>;

ClassTable MakeBuiltinClasses() {
  ClassTable table;
  for (int i = 1; i <= kBuiltinClassCount; ++i) {
    auto* c = new ClassObject();
    c->name = c->qualname = kRows[i].name;
    c->builtin = static_cast<BuiltinClass>(i);
    c->mro.push_back(c);
    c->is_exception = c->builtin >= BuiltinClass::kBaseException;
    if (kRows[i].base != BuiltinClass::kNone) {
      const Value& base = table[static_cast<int>(kRows[i].base)];
      c->bases.push_back(base);
      const auto& above = base.as<ClassObject>()->mro;
      c->mro.insert(c->mro.end(), above.begin(), above.end());
    }
    table[i] = Value::Adopt(c);
  }
  return table;
}

const Value& BuiltinClassValue(BuiltinClass id) {
  FORA_CHECK(id != BuiltinClass::kNone) << "a user's class is not in the table";
  // Constants of the language: made once, never changed, never destroyed before the last use.
  static const ClassTable* const table = new ClassTable(MakeBuiltinClasses());
  return (*table)[static_cast<int>(id)];
}

// The class of values whose tag tells it. In the order of Tag.
constexpr BuiltinClass kClassOfTag[] = {
    BuiltinClass::kNoneType,     BuiltinClass::kNoneType,    BuiltinClass::kBool,
    BuiltinClass::kInt,          BuiltinClass::kFloat,       BuiltinClass::kNotImplementedType,
    BuiltinClass::kEllipsisType, BuiltinClass::kNoneType,    BuiltinClass::kBuiltinFunction,
    BuiltinClass::kModule,       BuiltinClass::kInt,         BuiltinClass::kStr,
    BuiltinClass::kTuple,        BuiltinClass::kList,        BuiltinClass::kDict,
    BuiltinClass::kRange,        BuiltinClass::kSlice,       BuiltinClass::kFunction,
    BuiltinClass::kMethod,       BuiltinClass::kType,        BuiltinClass::kNone,
    BuiltinClass::kNone,         BuiltinClass::kCell,        BuiltinClass::kProperty,
    BuiltinClass::kStaticMethod, BuiltinClass::kClassMethod, BuiltinClass::kSuper,
};
static_assert(std::size(kClassOfTag) == static_cast<size_t>(Tag::kSuper) + 1);

BuiltinClass ClassOfIterator(const Value& v) {
  const std::string_view name = v.as<IteratorObject>()->type_name();
  for (int i = 1; i <= kBuiltinClassCount; ++i) {
    if (name == kRows[i].name) return static_cast<BuiltinClass>(i);
  }
  FORA_UNREACHABLE() << "no class for the iterator " << name;
  return BuiltinClass::kNone;
}

BuiltinClass BuiltinClassOf(const Value& v) {
  if (v.Is(Tag::kIterator)) return ClassOfIterator(v);
  if (v.Is(Tag::kBoundMethod) && v.as<BoundMethodObject>()->function.Is(Tag::kBuiltin))
    return BuiltinClass::kBuiltinFunction;
  return kClassOfTag[static_cast<int>(v.tag())];
}

}  // namespace

const ClassObject* BuiltinClassObject(BuiltinClass id) { return BuiltinClassValue(id).as<ClassObject>(); }

Value ClassValue(BuiltinClass id) { return BuiltinClassValue(id); }

const ClassObject* FindBuiltinClass(std::string_view name) {
  if (name == "IOError" || name == "EnvironmentError") return BuiltinClassObject(BuiltinClass::kOSError);
  for (int i = 1; i <= kBuiltinClassCount; ++i) {
    auto id = static_cast<BuiltinClass>(i);
    bool has_name = id < BuiltinClass::kNoneType || id >= BuiltinClass::kBaseException;
    if (has_name && name == kRows[i].name) return BuiltinClassObject(id);
  }
  return nullptr;
}

const ClassObject* ClassOf(const Value& v) {
  if (v.Is(Tag::kInstance)) return v.as<InstanceObject>()->cls();
  return BuiltinClassObject(BuiltinClassOf(v));
}

Value ClassValueOf(const Value& v) {
  return v.Is(Tag::kInstance) ? v.as<InstanceObject>()->class_object : BuiltinClassValue(BuiltinClassOf(v));
}

std::string TypeName(const Value& v) { return ClassOf(v)->name; }

bool IsInstanceOf(const Value& v, BuiltinClass c) { return ClassOf(v)->DerivesFrom(BuiltinClassObject(c)); }

const Value* FindSpecial(const Value& v, std::string_view method) {
  return v.Is(Tag::kInstance) ? v.as<InstanceObject>()->cls()->FindInMro(method) : nullptr;
}

namespace {

// True if c or one of its tuple's classes is an ancestor of `cls`; `error` is raised for anything that is no
// class.
Result<bool> DerivesFromAny(const ClassObject* cls, const Value& class_or_tuple, const char* error) {
  if (class_or_tuple.Is(Tag::kClass)) return cls->DerivesFrom(class_or_tuple.as<ClassObject>());
  if (!class_or_tuple.Is(Tag::kTuple)) return TypeError(error);
  auto* tuple = class_or_tuple.as<TupleObject>();
  for (int64_t i = 0; i < tuple->size; ++i) {
    FORA_TRY(bool derives, DerivesFromAny(cls, tuple->items[i], error));
    if (derives) return true;
  }
  return false;
}

}  // namespace

Result<bool> IsInstance(Evaluator& evaluator, const Value& v, const Value& class_or_tuple) {
  return DerivesFromAny(ClassOf(v), class_or_tuple,
                        "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Result<bool> IsSubclass(Evaluator& evaluator, const Value& c, const Value& class_or_tuple) {
  if (!c.Is(Tag::kClass)) return TypeError("issubclass() arg 1 must be a class");
  return DerivesFromAny(c.as<ClassObject>(), class_or_tuple,
                        "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

}  // namespace fora::object_model
