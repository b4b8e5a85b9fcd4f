#include "cluster/wire/decode_value.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/decode_syntax.h"
#include "runtime/base/status_macros.h"
#include "runtime/builtins/builtins.h"
#include "runtime/num/big_int.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

absl::Status Malformed(std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("a malformed value: ", std::string(what)));
}

bool IsUtf8WithSurrogates(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    size_t length = lead < 0x80   ? 1
                    : lead < 0xC2 ? 0
                    : lead < 0xE0 ? 2
                    : lead < 0xF0 ? 3
                    : lead < 0xF5 ? 4
                                  : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    }
    unsigned char second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

// An explicit stack: an object is made when all its parts are.
class Decoder {
 public:
  explicit Decoder(const ObjectGraph& graph)
      : graph_(graph), values_(graph.objects_size()), opened_(graph.objects_size(), false) {}

  absl::StatusOr<Value> Decode() {
    FORA_RETURN_IF_ERROR(CheckRef(graph_.root()));
    std::vector<uint32_t> stack = {graph_.root()};
    while (!stack.empty()) {
      uint32_t ref = stack.back();
      if (!values_[ref].is_unbound()) {
        stack.pop_back();
        continue;
      }
      size_t before = stack.size();
      for (uint32_t part : PartsOf(graph_.objects(static_cast<int>(ref)))) {
        FORA_RETURN_IF_ERROR(CheckRef(part));
        if (values_[part].is_unbound()) stack.push_back(part);
      }
      if (stack.size() == before) {
        FORA_ASSIGN_OR_RETURN(values_[ref], Make(graph_.objects(static_cast<int>(ref))));
        stack.pop_back();
      } else if (opened_[ref]) {
        return Malformed("it contains itself");
      }
      opened_[ref] = true;
    }
    return values_[graph_.root()];
  }

 private:
  absl::Status CheckRef(uint32_t ref) const {
    if (ref < values_.size()) return absl::OkStatus();
    return Malformed(absl::StrCat("ref ", ref, " of ", values_.size(), " objects"));
  }

  static std::vector<uint32_t> PartsOf(const Object& object) {
    switch (object.kind_case()) {
      case Object::kTuple: return {object.tuple().refs().begin(), object.tuple().refs().end()};
      case Object::kList: return {object.list().refs().begin(), object.list().refs().end()};
      case Object::kRange:
        return {object.range().start_ref(), object.range().stop_ref(), object.range().step_ref()};
      case Object::kSlice:
        return {object.slice().start_ref(), object.slice().stop_ref(), object.slice().step_ref()};
      case Object::kException: {
        std::vector<uint32_t> parts(object.exception().args().begin(), object.exception().args().end());
        parts.push_back(object.exception().class_ref());
        for (const Binding& field : object.exception().fields()) parts.push_back(field.ref());
        return parts;
      }
      default: return {};  // has no parts, or is refused
    }
  }

  std::vector<Value> ValuesOf(const google::protobuf::RepeatedField<uint32_t>& refs) const {
    std::vector<Value> values;
    values.reserve(refs.size());
    for (uint32_t ref : refs) values.push_back(values_[ref]);
    return values;
  }

  absl::StatusOr<Value> Make(const Object& object) {
    switch (object.kind_case()) {
      case Object::kNone: return Value::None();
      case Object::kBoolean: return Value::Bool(object.boolean());
      case Object::kSmallInt: return Value::Int(object.small_int());
      case Object::kBigInt: {
        num::BigInt big = DecodeBigInt(object.big_int());
        if (big.FitsInt64()) return Value::Int(big.ToInt64());
        return Value::Adopt(new BigIntObject(std::move(big)));
      }
      case Object::kFloating: return Value::Float(object.floating());
      case Object::kStr:
        if (!IsUtf8WithSurrogates(object.str())) return Malformed("a str that is not UTF-8");
        return MakeStr(object.str());
      case Object::kEllipsis: return Value::Ellipsis();
      case Object::kNotImplemented: return Value::NotImplemented();
      case Object::kTuple: return MakeTuple(ValuesOf(object.tuple().refs()));
      case Object::kList: return MakeList(ValuesOf(object.list().refs()));
      case Object::kIntList: {
        Value list = MakeList();
        for (int64_t i : object.int_list().values()) list.as<fora::ListObject>()->Append(Value::Int(i));
        return list;
      }
      case Object::kFloatList: {
        Value list = MakeList();
        for (double d : object.float_list().values()) list.as<fora::ListObject>()->Append(Value::Float(d));
        return list;
      }
      case Object::kBuiltin: {
        std::optional<Value> found = builtins::Find(object.builtin());
        if (!found) return Malformed("an unknown builtin");
        return *found;
      }
      case Object::kModule: {
        std::optional<Value> found = builtins::FindModule(object.module());
        if (!found) return Malformed("an unknown module");
        return *found;
      }
      case Object::kSlice:
        return Value::Adopt(new SliceObject(values_[object.slice().start_ref()],
                                            values_[object.slice().stop_ref()],
                                            values_[object.slice().step_ref()]));
      case Object::kRange: return Range(object.range());
      case Object::kException: return MakeException(object.exception());
      case Object::KIND_NOT_SET: return Malformed("an object of unknown kind");
      default: return absl::UnimplementedError("code can't be moved between workers yet");
    }
  }

  absl::StatusOr<Value> Range(const wire::Range& range) const {
    const Value parts[] = {values_[range.start_ref()], values_[range.stop_ref()], values_[range.step_ref()]};
    for (const Value& part : parts) {
      if (!part.Is(Tag::kInt) && !part.Is(Tag::kBigInt)) return Malformed("a range whose bounds aren't ints");
    }
    Result<Value> made = object_model::MakeRange(parts[0], parts[1], parts[2]);
    if (!made.ok()) return Malformed("a range of step 0");
    return *made;
  }

  absl::StatusOr<Value> MakeException(const ExceptionObject& message) {
    const Value& cls = values_[message.class_ref()];
    if (!cls.Is(Tag::kClass) || !cls.as<fora::ClassObject>()->is_exception) {
      return Malformed("an exception of a class that is none");
    }
    Value exception = object_model::MakeException(cls, ValuesOf(message.args()));
    for (const Binding& field : message.fields()) {
      exception.as<fora::InstanceObject>()->fields.push_back({field.name(), values_[field.ref()]});
    }
    return exception;
  }

  const ObjectGraph& graph_;
  std::vector<Value> values_;
  std::vector<bool> opened_;
};

}  // namespace

absl::StatusOr<Value> DecodeValue(const ObjectGraph& graph) { return Decoder(graph).Decode(); }

}  // namespace fora::wire
