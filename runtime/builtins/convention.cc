#include "runtime/builtins/convention.h"

#include "runtime/object_model/errors.h"

namespace fora::builtins {
namespace {

namespace om = object_model;

std::string Number(size_t n) { return std::to_string(n); }
const char* Plural(size_t n) { return n == 1 ? "" : "s"; }

std::vector<std::string> Split(std::string_view names) {
  std::vector<std::string> parts(1);
  for (char c : names) {
    if (c == ',')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

// In the order in which CPython's argument parser finds faults.
Result<Unit> CheckNamedCounts(const Convention& convention, size_t parameters, std::string_view name,
                              const Arguments& arguments) {
  size_t by_position = arguments.positional.size();
  size_t given = by_position + arguments.keywords.size();
  std::string f = std::string(name) + "()";
  if (given > parameters)
    return om::TypeError(f + " takes " + (convention.min == parameters ? "exactly " : "at most ") +
                         Number(parameters) + (by_position == 0 ? " keyword" : "") + " argument" +
                         Plural(parameters) + " (" + Number(given) + " given)");
  if (by_position > convention.max)
    return om::TypeError(f + " takes " + (convention.min < convention.max ? "at most " : "exactly ") +
                         Number(convention.max) + " positional argument" + Plural(convention.max) + " (" +
                         Number(by_position) + " given)");
  if (by_position < convention.positional_only)
    return om::TypeError(f + " takes " +
                         (convention.positional_only < convention.max ? "at least " : "exactly ") +
                         Number(convention.positional_only) + " positional argument" +
                         Plural(convention.positional_only) + " (" + Number(by_position) + " given)");
  return Unit{};
}

Result<std::vector<Value>> TakeNamed(const Convention& convention, std::string_view name,
                                     Arguments arguments) {
  std::vector<std::string> names = Split(convention.names);
  FORA_TRY_VOID(CheckNamedCounts(convention, names.size(), name, arguments));
  std::vector<Value> values = std::move(arguments.positional);
  size_t by_position = values.size();
  values.resize(names.size());
  std::string f = std::string(name) + "()";
  for (size_t i = by_position; i < names.size(); ++i) {
    if (i >= convention.positional_only) {
      for (auto& [keyword, value] : arguments.keywords) {
        if (keyword == names[i]) values[i] = std::move(value);
      }
    }
    if (values[i].is_unbound() && i < convention.min)
      return om::TypeError(f + " missing required argument '" + names[i] + "' (pos " + Number(i + 1) + ")");
  }
  for (const auto& [keyword, value] : arguments.keywords) {
    size_t at = 0;
    while (at < names.size() && (at < convention.positional_only || names[at] != keyword)) ++at;
    if (at == names.size()) return om::TypeError("'" + keyword + "' is an invalid keyword argument for " + f);
    if (at < by_position)
      return om::TypeError("argument for " + f + " given by name ('" + keyword + "') and position (" +
                           Number(at + 1) + ")");
  }
  return values;
}

}  // namespace

Result<Unit> CheckCount(std::string_view name, size_t given, size_t min, size_t max) {
  if (given >= min && given <= max) return Unit{};
  size_t limit = given < min ? min : max;
  const char* bound = min == max ? "" : given < min ? "at least " : "at most ";
  return om::TypeError(std::string(name) + " expected " + bound + Number(limit) + " argument" +
                       Plural(limit) + ", got " + Number(given));
}

Result<Unit> CheckNoKeywords(std::string_view full_name, const Arguments& arguments) {
  if (arguments.keywords.empty()) return Unit{};
  return om::TypeError(std::string(full_name) + "() takes no keyword arguments");
}

Result<std::vector<Value>> TakeArguments(const Convention& convention, std::string_view name,
                                         std::string_view full_name, Arguments arguments) {
  if (convention.kind == Convention::Kind::kNamed) return TakeNamed(convention, name, std::move(arguments));
  if (convention.kind == Convention::Kind::kRaw) return std::move(arguments.positional);
  FORA_TRY_VOID(CheckNoKeywords(full_name, arguments));
  size_t given = arguments.positional.size();
  if (convention.kind == Convention::Kind::kOne && given != 1)
    return om::TypeError(std::string(full_name) + "() takes exactly one argument (" + Number(given) +
                         " given)");
  if (convention.kind == Convention::Kind::kNone && given != 0)
    return om::TypeError(std::string(full_name) + "() takes no arguments (" + Number(given) + " given)");
  if (convention.kind == Convention::Kind::kBetween) {
    FORA_TRY_VOID(CheckCount(name, given, convention.min, convention.max));
    if (convention.max != kManyArguments) arguments.positional.resize(convention.max);
  }
  return std::move(arguments.positional);
}

}  // namespace fora::builtins
