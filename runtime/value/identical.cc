#include "runtime/value/identical.h"

#include <algorithm>

#include "runtime/value/objects.h"

namespace fora {
namespace {

bool AllIdentical(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& x, const Value& y) { return Identical(x, y); });
}

bool SameStr(const StrObject& a, const StrObject& b) { return a.ToUtf8() == b.ToUtf8(); }

bool SameList(const ListObject& a, const ListObject& b) {
  if (a.size != b.size) return false;
  for (int64_t i = 0; i < a.size; ++i) {
    if (!Identical(a.At(i), b.At(i))) return false;
  }
  return true;
}

bool SameTuple(const TupleObject& a, const TupleObject& b) {
  if (a.size != b.size) return false;
  for (uint32_t i = 0; i < a.size; ++i) {
    if (!Identical(a.items[i], b.items[i])) return false;
  }
  return true;
}

bool SameInstance(const InstanceObject& a, const InstanceObject& b) {
  if (a.cls() != b.cls() || (a.exception == nullptr) != (b.exception == nullptr)) return false;
  if (a.exception != nullptr && !Identical(a.exception->args, b.exception->args)) return false;
  return std::equal(
      a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
      [](const Field& x, const Field& y) { return x.name == y.name && Identical(x.value, y.value); });
}

}  // namespace

bool Identical(const Value& a, const Value& b) {
  if (a.tag() != b.tag()) return false;
  if (a.bits() == b.bits()) return true;
  switch (a.tag()) {
    case Tag::kUnbound:
    case Tag::kNone:
    case Tag::kBool:
    case Tag::kInt:
    case Tag::kFloat:
    case Tag::kNotImplemented:
    case Tag::kEllipsis:
    case Tag::kSkip:
    case Tag::kBuiltin:
    case Tag::kModule: return false;
    case Tag::kBigInt: return !(a.as<BigIntObject>()->value != b.as<BigIntObject>()->value);
    case Tag::kStr: return SameStr(*a.as<StrObject>(), *b.as<StrObject>());
    case Tag::kTuple: return SameTuple(*a.as<TupleObject>(), *b.as<TupleObject>());
    case Tag::kList: return SameList(*a.as<ListObject>(), *b.as<ListObject>());
    case Tag::kInstance: return SameInstance(*a.as<InstanceObject>(), *b.as<InstanceObject>());
    case Tag::kFunction: {
      const auto &f = *a.as<FunctionObject>(), &g = *b.as<FunctionObject>();
      return f.code == g.code && AllIdentical(f.captures, g.captures) && AllIdentical(f.defaults, g.defaults);
    }
    case Tag::kBoundMethod: {
      const auto &m = *a.as<BoundMethodObject>(), &n = *b.as<BoundMethodObject>();
      return Identical(m.self, n.self) && Identical(m.function, n.function);
    }
    case Tag::kRange: {
      const auto &r = *a.as<RangeObject>(), &s = *b.as<RangeObject>();
      return Identical(r.start, s.start) && Identical(r.stop, s.stop) && Identical(r.step, s.step);
    }
    case Tag::kDict:
    case Tag::kSlice:
    case Tag::kClass:
    case Tag::kIterator:
    case Tag::kCell:
    case Tag::kProperty:
    case Tag::kStaticMethod:
    case Tag::kClassMethod:
    case Tag::kSuper: return true;
  }
  return true;
}

bool Identical(const Stop& a, const Stop& b) {
  return a.kind == b.kind && a.message == b.message && Identical(a.exception, b.exception);
}

}  // namespace fora
