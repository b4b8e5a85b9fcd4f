// Classes: the builtin ones, those that programs make, and the questions isinstance and issubclass ask.
//
// Thread safety: everything here may be called from any thread. The builtin classes are one immutable table
// per process, made at first use: they are constants, and `type(x) is int` needs them to be one object each.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/object_model/evaluator.h"
#include "runtime/value/objects.h"
#include "runtime/value/result.h"

namespace fora {

enum class BuiltinClass : uint8_t {
  kNone,  // a user's class
#define FORA_CLASS(id, name, base) id,
#include "runtime/object_model/builtin_classes.def"
#undef FORA_CLASS
};

namespace object_model {

inline constexpr int kBuiltinClassCount = 0
#define FORA_CLASS(id, name, base) +1
#include "runtime/object_model/builtin_classes.def"
#undef FORA_CLASS
    ;

const ClassObject* BuiltinClassObject(BuiltinClass id);  // REQUIRES: not kNone
Value ClassValue(BuiltinClass id);
// Finds a builtin class that has a name in Python ("int", "ValueError"); null if there is none.
const ClassObject* FindBuiltinClass(std::string_view name);

const ClassObject* ClassOf(const Value& v);
Value ClassValueOf(const Value& v);    // type(v)
std::string TypeName(const Value& v);  // as error messages name it

// A new class of the program; its MRO by C3. `bases` may be empty (object).
// Errors: TypeError (bad bases, inconsistent MRO); Unsupported: bases that are builtin types other than
// object and exceptions; __slots__, __new__, __setattr__, __del__ and other hooks we don't follow.
Result<Value> MakeClass(std::string name, std::string qualname, std::vector<Value> bases,
                        std::vector<std::pair<std::string, Value>> attributes);

bool IsInstanceOf(const Value& v, BuiltinClass c);
// class_or_tuple as the builtins take it. Errors: TypeError.
Result<bool> IsInstance(Evaluator& evaluator, const Value& v, const Value& class_or_tuple);
Result<bool> IsSubclass(Evaluator& evaluator, const Value& c, const Value& class_or_tuple);

// The special method that the class of an instance defines, or null: user classes only (builtin types answer
// for themselves in the operators).
const Value* FindSpecial(const Value& v, std::string_view method);

}  // namespace object_model
}  // namespace fora
