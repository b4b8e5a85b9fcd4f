// Each row is a call; what it binds or raises is what CPython 3.11 says.
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/object_model/fake_evaluator.h"
#include "runtime/object_model/signature.h"
#include "runtime/object_model/text.h"

namespace fora::object_model {
namespace {

constexpr auto kOnly = ParameterKind::kPositionalOnly;
constexpr auto kAny = ParameterKind::kPositional;
constexpr auto kStar = ParameterKind::kVarPositional;
constexpr auto kKey = ParameterKind::kKeywordOnly;
constexpr auto kStarStar = ParameterKind::kVarKeyword;

using Parameters = std::vector<SignatureParameter>;
using Keywords = std::vector<std::pair<std::string, Value>>;

struct Row {
  Parameters parameters;
  int default_count;                  // each default is 0, keyword defaults are for "d"
  int positional;                     // 1, 2, ...
  std::vector<std::string> keywords;  // each is 9
  const char* expected;
};

std::string Bind(const Row& row) {
  FakeEvaluator evaluator;
  FunctionObject function(nullptr);
  function.defaults.assign(row.default_count, Value::Int(0));
  function.keyword_defaults = {{"d", Value::Int(7)}};
  Arguments arguments;
  for (int i = 1; i <= row.positional; ++i) arguments.positional.push_back(Value::Int(i));
  for (const std::string& name : row.keywords) arguments.keywords.emplace_back(name, Value::Int(9));
  auto bound = BindArguments(Signature{"f", row.parameters}, function, std::move(arguments));
  Value shown = bound.ok() ? *Repr(evaluator, MakeTuple(*bound)) : *Str(evaluator, bound.stop().exception);
  return shown.as<StrObject>()->ToUtf8();
}

TEST_CASE("arguments are bound as CPython binds them") {
  const Parameters ab = {{"a", kAny}, {"b", kAny}};
  const Parameters abc = {{"a", kAny}, {"b", kAny}, {"c", kAny}};
  const Parameters only = {{"a", kOnly}, {"b", kOnly}};
  const Parameters only_rest = {{"a", kOnly}, {"rest", kStarStar}};
  const Parameters stars = {{"a", kAny}, {"args", kStar}, {"k", kKey}, {"d", kKey}, {"rest", kStarStar}};
  const Parameters keys = {{"a", kAny}, {"k", kKey}, {"l", kKey}, {"d", kKey}};
  const Row rows[] = {
      {ab, 0, 2, {}, "(1, 2)"},
      {ab, 1, 1, {}, "(1, 0)"},
      {ab, 0, 1, {"b"}, "(1, 9)"},
      {ab, 0, 1, {}, "f() missing 1 required positional argument: 'b'"},
      {ab, 0, 0, {}, "f() missing 2 required positional arguments: 'a' and 'b'"},
      {abc, 0, 0, {}, "f() missing 3 required positional arguments: 'a', 'b', and 'c'"},
      {ab, 0, 3, {}, "f() takes 2 positional arguments but 3 were given"},
      {ab, 1, 3, {}, "f() takes from 1 to 2 positional arguments but 3 were given"},
      {{}, 0, 1, {}, "f() takes 0 positional arguments but 1 was given"},
      {{{"a", kAny}}, 0, 2, {}, "f() takes 1 positional argument but 2 were given"},
      {ab, 0, 2, {"z"}, "f() got an unexpected keyword argument 'z'"},
      {ab, 0, 1, {"a"}, "f() got multiple values for argument 'a'"},
      {only, 0, 1, {"b"}, "f() got some positional-only arguments passed as keyword arguments: 'b'"},
      {only, 0, 0, {"b", "a"}, "f() got some positional-only arguments passed as keyword arguments: 'a, b'"},
      {only_rest, 0, 1, {"a"}, "(1, {'a': 9})"},
      {stars, 0, 3, {"k", "z"}, "(1, (2, 3), 9, 7, {'z': 9})"},
      {stars, 0, 1, {}, "f() missing 1 required keyword-only argument: 'k'"},
      {keys, 0, 1, {}, "f() missing 2 required keyword-only arguments: 'k' and 'l'"},
      {keys,
       0,
       2,
       {"k"},
       "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given"},
      {keys,
       0,
       3,
       {"k", "l"},
       "f() takes 1 positional argument but 3 positional arguments (and 2 keyword-only arguments) were "
       "given"},
  };
  for (const Row& row : rows) CHECK(Bind(row) == row.expected);
}

}  // namespace
}  // namespace fora::object_model
