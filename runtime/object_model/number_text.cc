#include "runtime/object_model/number_text.h"

#include "runtime/num/int_text.h"
#include "runtime/object_model/errors.h"

namespace fora::object_model {
std::string FloatStub(double d) { char b[40]; snprintf(b, 40, "%.17g", d); return b; }
Result<std::string> NumberText(const Value& v) {
  if (v.Is(Tag::kFloat)) return FloatStub(v.as_float());
  if (v.Is(Tag::kInt)) return num::DecimalText(v.as_int());
  auto text = num::DecimalText(v.as<BigIntObject>()->value);
  if (!text.ok()) return RaiseFrom(text.error());
  return *text;
}
std::optional<Result<Value>> FormatBuiltin(const Value& v, const StrObject& spec) { return std::nullopt; }
}  // namespace fora::object_model
