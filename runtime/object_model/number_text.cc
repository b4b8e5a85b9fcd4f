#include "runtime/object_model/number_text.h"

#include "runtime/num/float_text.h"
#include "runtime/num/format_spec.h"
#include "runtime/num/int_text.h"
#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

Result<std::string> AsResult(num::Fallible<std::string> text) {
  if (!text.ok()) return RaiseFrom(text.error());
  return std::move(text).value();
}

}  // namespace

Result<std::string> NumberText(const Value& v) {
  if (v.Is(Tag::kFloat)) return num::FloatRepr(v.as_float());
  if (v.Is(Tag::kInt)) return num::DecimalText(v.as_int());
  return AsResult(num::DecimalText(v.as<BigIntObject>()->value));
}

std::optional<Result<Value>> FormatBuiltin(const Value& v, const StrObject& spec) {
  auto as_value = [](num::Fallible<std::string> text) -> Result<Value> {
    FORA_TRY(std::string utf8, AsResult(std::move(text)));
    return MakeStr(utf8);
  };
  const std::string utf8 = spec.ToUtf8();
  if (v.Is(Tag::kInt)) return as_value(num::FormatInt(v.as_int(), utf8));
  if (v.Is(Tag::kBool)) return as_value(num::FormatInt(v.as_int(), utf8, "bool"));
  if (v.Is(Tag::kBigInt)) return as_value(num::FormatInt(v.as<BigIntObject>()->value, utf8));
  if (v.Is(Tag::kFloat)) return as_value(num::FormatFloat(v.as_float(), utf8));
  if (v.Is(Tag::kStr)) return as_value(num::FormatStr(v.as<StrObject>()->ToUtf8(), utf8));
  return std::nullopt;
}

}  // namespace fora::object_model
