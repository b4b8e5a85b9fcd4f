// Making a user's class: what it may derive from, and the order in which attributes are looked up.
#include <algorithm>
#include <deque>
#include <set>

#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

using Mro = std::vector<const ClassObject*>;

// Hooks of CPython's object model that this one doesn't follow: a class that has one would behave otherwise
// here.
constexpr std::string_view kUnsupportedHooks[] = {
    "__slots__", "__new__",    "__setattr__",       "__delattr__",       "__getattribute__", "__del__",
    "__dict__",  "__class__",  "__init_subclass__", "__class_getitem__", "__set_name__",     "__get__",
    "__set__",   "__delete__", "__instancecheck__", "__subclasscheck__", "__mro_entries__",  "__prepare__",
};

Result<Unit> CheckAttribute(const std::string& class_name, const std::string& attribute) {
  for (std::string_view hook : kUnsupportedHooks) {
    if (attribute == hook)
      return Unsupported("class '" + class_name + "' defines " + attribute + ", which is not supported");
  }
  return Unit{};
}

Result<Unit> CheckBase(const std::string& class_name, const Value& base) {
  if (!base.Is(Tag::kClass)) return Unsupported("class '" + class_name + "' has a base that is not a class");
  auto* c = base.as<ClassObject>();
  if (c->builtin == BuiltinClass::kBool) return TypeError("type 'bool' is not an acceptable base type");
  if (c->builtin != BuiltinClass::kNone && c->builtin != BuiltinClass::kObject && !c->is_exception)
    return Unsupported("class '" + class_name + "' derives from '" + c->name + "', which is not supported");
  return Unit{};
}

Result<Unit> CheckBases(const std::string& class_name, const std::vector<Value>& bases) {
  for (size_t i = 0; i < bases.size(); ++i) {
    FORA_TRY_VOID(CheckBase(class_name, bases[i]));
    for (size_t k = 0; k < i; ++k) {
      if (bases[i].Same(bases[k]))
        return TypeError("duplicate base class " + bases[i].as<ClassObject>()->name);
    }
  }
  // Which of several builtin exceptions makes the instance depends on their layout in C.
  std::set<const ClassObject*> special;
  for (const Value& base : bases) {
    for (const ClassObject* c : base.as<ClassObject>()->mro) {
      if (c->builtin < BuiltinClass::kBaseException) continue;
      special.insert(c);
      break;
    }
  }
  if (special.size() > 1) {
    static constexpr BuiltinClass kOwnLayout[] = {
        BuiltinClass::kOSError,     BuiltinClass::kSyntaxError,  BuiltinClass::kStopIteration,
        BuiltinClass::kSystemExit,  BuiltinClass::kNameError,    BuiltinClass::kAttributeError,
        BuiltinClass::kImportError, BuiltinClass::kUnicodeError,
    };
    for (const ClassObject* c : special) {
      for (BuiltinClass own : kOwnLayout) {
        if (c->DerivesFrom(BuiltinClassObject(own)))
          return Unsupported("class '" + class_name + "' derives from several builtin exceptions, '" +
                             c->name + "' among them, which is not supported");
      }
    }
  }
  return Unit{};
}

bool InTail(const Mro& list, size_t head, const ClassObject* c) {
  return head < list.size() && std::find(list.begin() + head + 1, list.end(), c) != list.end();
}

std::unique_ptr<Stop> InconsistentOrder(const std::vector<Mro>& lists, const std::vector<size_t>& heads) {
  std::vector<const ClassObject*> stuck;
  for (size_t i = 0; i < lists.size(); ++i) {
    if (heads[i] == lists[i].size()) continue;
    const ClassObject* c = lists[i][heads[i]];
    if (std::find(stuck.begin(), stuck.end(), c) == stuck.end()) stuck.push_back(c);
  }
  std::string names;
  for (const ClassObject* c : stuck) names += (names.empty() ? "" : ", ") + c->name;
  return TypeError("Cannot create a consistent method resolution\norder (MRO) for bases " + names);
}

// C3 linearisation (Barrett et al., "A monotonic superclass linearization for Dylan", 1996): merges the
// orders of the bases and the order in which they are listed.
Result<Mro> Linearise(const ClassObject* self) {
  std::vector<Mro> lists;
  Mro listed;
  for (const Value& base : self->bases) {
    lists.push_back(base.as<ClassObject>()->mro);
    listed.push_back(base.as<ClassObject>());
  }
  lists.push_back(std::move(listed));
  std::vector<size_t> heads(lists.size(), 0);
  Mro merged = {self};
  while (true) {
    const ClassObject* next = nullptr;
    bool all_empty = true;
    for (size_t i = 0; i < lists.size() && next == nullptr; ++i) {
      if (heads[i] == lists[i].size()) continue;
      all_empty = false;
      const ClassObject* candidate = lists[i][heads[i]];
      bool blocked = false;
      for (size_t k = 0; k < lists.size(); ++k) blocked |= InTail(lists[k], heads[k], candidate);
      if (!blocked) next = candidate;
    }
    if (all_empty) return merged;
    if (next == nullptr) return InconsistentOrder(lists, heads);
    merged.push_back(next);
    for (size_t i = 0; i < lists.size(); ++i) {
      if (heads[i] < lists[i].size() && lists[i][heads[i]] == next) ++heads[i];
    }
  }
}

void SetAttribute(ClassObject* c, std::string name, Value value) {
  for (auto& [known, old] : c->attributes) {
    if (known == name) {
      old = std::move(value);
      return;
    }
  }
  c->attributes.emplace_back(std::move(name), std::move(value));
}

}  // namespace

Result<Value> MakeClass(std::string name, std::string qualname, std::vector<Value> bases,
                        std::vector<std::pair<std::string, Value>> attributes) {
  FORA_TRY_VOID(CheckBases(name, bases));
  for (const auto& [attribute, value] : attributes) {
    FORA_TRY_VOID(CheckAttribute(name, attribute));
  }
  auto* c = new ClassObject();
  Value made = Value::Adopt(c);
  c->name = std::move(name);
  c->qualname = std::move(qualname);
  c->builtin = BuiltinClass::kNone;
  c->bases = std::move(bases);
  if (c->bases.empty()) c->bases.push_back(ClassValue(BuiltinClass::kObject));
  FORA_TRY(c->mro, Linearise(c));
  for (const ClassObject* above : c->mro) c->is_exception |= above->builtin == BuiltinClass::kBaseException;
  for (auto& [attribute, value] : attributes) SetAttribute(c, std::move(attribute), std::move(value));
  return made;
}

}  // namespace fora::object_model
