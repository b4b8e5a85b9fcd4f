#include "runtime/builtins/builtins.h"

#include <cmath>
#include <iterator>
#include <limits>

#include "runtime/builtins/convention.h"
#include "runtime/builtins/functions.h"
#include "runtime/num/math_functions.h"
#include "runtime/object_model/errors.h"

namespace fora::builtins {
namespace {

namespace om = object_model;

enum class Owner : uint8_t { kFunctions, kMath, kMethod };

struct Row {
  Owner owner;
  BuiltinClass method_of;
  const char* name;
  Convention convention;
  Function function;
};

// What stands in the table's first column.
struct OwnerColumn {
  Owner owner;
  BuiltinClass method_of;
  constexpr OwnerColumn(Owner o) : owner(o), method_of(BuiltinClass::kNone) {}
  constexpr OwnerColumn(BuiltinClass c) : owner(Owner::kMethod), method_of(c) {}
};
constexpr OwnerColumn kFunctions = Owner::kFunctions;
constexpr OwnerColumn kMath = Owner::kMath;

constexpr Row kRows[] = {
#define FORA_BUILTIN(owner_column, name, convention, function) \
  {OwnerColumn(owner_column).owner, OwnerColumn(owner_column).method_of, name, convention, function},
#include "runtime/builtins/builtins.def"
#undef FORA_BUILTIN
};

struct ModuleRow {
  const char* name;
  Owner owner;
};
constexpr ModuleRow kModules[] = {{"math", Owner::kMath}};

struct ConstantRow {
  Owner owner;
  const char* name;
  double value;
};
constexpr ConstantRow kConstants[] = {
    {Owner::kMath, "pi", 3.141592653589793},
    {Owner::kMath, "e", 2.718281828459045},
    {Owner::kMath, "tau", 6.283185307179586},
    {Owner::kMath, "inf", std::numeric_limits<double>::infinity()},
    {Owner::kMath, "nan", std::numeric_limits<double>::quiet_NaN()},
};

const char* ModuleOf(Owner owner) {
  for (const ModuleRow& module : kModules) {
    if (module.owner == owner) return module.name;
  }
  return "";
}

std::optional<Value> FindRow(Owner owner, BuiltinClass method_of, std::string_view name) {
  for (uint32_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].owner == owner && kRows[i].method_of == method_of && kRows[i].name == name)
      return Value::Builtin(i);
  }
  return std::nullopt;
}

std::string FullName(const Row& row) {
  if (row.method_of != BuiltinClass::kNone)
    return om::BuiltinClassObject(row.method_of)->name + "." + row.name;
  if (row.owner == Owner::kFunctions) return row.name;
  return std::string(ModuleOf(row.owner)) + "." + row.name;
}

// The object a method is called for: the first argument, which must be of its class.
Result<Value> TakeSelf(const Row& row, Arguments& arguments) {
  if (arguments.positional.empty())
    return om::TypeError("unbound method " + FullName(row) + "() needs an argument");
  Value self = std::move(arguments.positional.front());
  arguments.positional.erase(arguments.positional.begin());
  if (om::IsInstanceOf(self, row.method_of)) return self;
  return om::TypeError(std::string("descriptor '") + row.name + "' for '" +
                       om::BuiltinClassObject(row.method_of)->name + "' objects doesn't apply to a '" +
                       om::TypeName(self) + "' object");
}

}  // namespace

uint32_t BuiltinCount() { return std::size(kRows); }

const BuiltinInfo& Info(uint32_t index) {
  static const std::vector<BuiltinInfo> infos = [] {  // a constant, made at first use
    std::vector<BuiltinInfo> made;
    for (const Row& row : kRows) {
      int math_row = row.owner == Owner::kMath ? num::FindMathFunction(row.name) : -1;
      made.push_back({row.name, FullName(row), ModuleOf(row.owner), row.method_of, math_row});
    }
    return made;
  }();
  return infos[index];
}

std::optional<Value> Find(std::string_view name) {
  if (size_t dot = name.find('.'); dot != std::string_view::npos) {
    std::optional<Value> module = FindModule(name.substr(0, dot));
    if (!module) return std::nullopt;
    return om::FindModuleMember(module->as_index(), name.substr(dot + 1));
  }
  if (name == "NotImplemented") return Value::NotImplemented();
  if (name == "Ellipsis") return Value::Ellipsis();
  if (const ClassObject* c = om::FindBuiltinClass(name)) return om::ClassValue(c->builtin);
  return FindRow(Owner::kFunctions, BuiltinClass::kNone, name);
}

std::optional<Value> FindModule(std::string_view name) {
  for (uint32_t i = 0; i < std::size(kModules); ++i) {
    if (kModules[i].name == name) return Value::Module(i);
  }
  return std::nullopt;
}

}  // namespace fora::builtins

namespace fora::object_model {

Result<Value> CallBuiltin(Evaluator& evaluator, uint32_t index, Arguments arguments) {
  const builtins::Row& row = builtins::kRows[index];
  Value self;
  if (row.method_of != BuiltinClass::kNone) {
    FORA_TRY(self, builtins::TakeSelf(row, arguments));
  }
  builtins::Call call{evaluator, {}, {}, index};
  if (row.convention.kind == builtins::Convention::Kind::kRaw) call.keywords = std::move(arguments.keywords);
  FORA_TRY(call.args, builtins::TakeArguments(row.convention, row.name, builtins::Info(index).full_name,
                                              std::move(arguments)));
  if (!self.is_unbound()) call.args.insert(call.args.begin(), std::move(self));
  return row.function(call);
}

std::string_view BuiltinName(uint32_t index) { return builtins::kRows[index].name; }
std::string_view ModuleName(uint32_t index) { return builtins::kModules[index].name; }

std::optional<Value> FindModuleMember(uint32_t module, std::string_view name) {
  builtins::Owner owner = builtins::kModules[module].owner;
  for (const auto& constant : builtins::kConstants) {
    if (constant.owner == owner && constant.name == name) return Value::Float(constant.value);
  }
  return builtins::FindRow(owner, BuiltinClass::kNone, name);
}

std::optional<Value> FindBuiltinMethod(BuiltinClass c, std::string_view name) {
  if (c == BuiltinClass::kNone) return std::nullopt;
  return builtins::FindRow(builtins::Owner::kMethod, c, name);
}

}  // namespace fora::object_model
