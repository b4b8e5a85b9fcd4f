#include "cluster/wire/decode_value.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/decode_syntax.h"
#include "compiler/ir/ir.h"
#include "runtime/base/status_macros.h"
#include "runtime/builtins/builtins.h"
#include "runtime/num/big_int.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/items.h"
#include "runtime/object_model/iterators.h"
#include "runtime/object_model/no_evaluator.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

absl::Status Malformed(std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("a malformed value: ", std::string(what)));
}

// An explicit stack: an object is made when all its parts are.
class Decoder {
 public:
  Decoder(const ObjectGraph& graph, const ProgramObjects* program)
      : graph_(graph),
        program_(program),
        values_(graph.objects_size()),
        opened_(graph.objects_size(), false) {}

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

  std::vector<uint32_t> PartsOf(const Object& object) const {
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
      case Object::kInstance: {
        std::vector<uint32_t> parts = {object.instance().class_ref()};
        for (const Binding& field : object.instance().fields()) parts.push_back(field.ref());
        return parts;
      }
      case Object::kBoundMethod:
        return {object.bound_method().self_ref(), object.bound_method().function_ref()};
      case Object::kProgramFunction: {
        const ProgramFunction& function = object.program_function();
        std::vector<uint32_t> parts(function.captures().begin(), function.captures().end());
        parts.insert(parts.end(), function.defaults().begin(), function.defaults().end());
        for (const Binding& binding : function.keyword_defaults()) parts.push_back(binding.ref());
        return parts;
      }
      case Object::kLazyIterator: {
        const LazyIterator& iterator = object.lazy_iterator();
        std::vector<uint32_t> parts(iterator.sources().begin(), iterator.sources().end());
        if (HasFunction(iterator)) parts.push_back(iterator.function_ref());
        if (iterator.kind() == LazyIterator::ENUMERATE) parts.push_back(iterator.start_ref());
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
        if (!IsUtf8(object.str())) return Malformed("a str that is not UTF-8");
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
      case Object::kProgramObject: return ProgramObjectAt(object.program_object());
      case Object::kProgramFunction: return MakeFunction(object.program_function());
      case Object::kLazyIterator: return MakeIterator(object.lazy_iterator());
      case Object::kInstance: return MakeInstance(object.instance());
      case Object::kBoundMethod: {
        const Value& function = values_[object.bound_method().function_ref()];
        if (!function.Is(Tag::kFunction)) return Malformed("a method that is no function");
        return Value::Adopt(new BoundMethodObject(values_[object.bound_method().self_ref()], function));
      }
      case Object::KIND_NOT_SET: return Malformed("an object of unknown kind");
      default: return WithoutProgram();
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

  // ---- With a program ----

  static absl::Status WithoutProgram() {
    return absl::UnimplementedError("code can't be moved between workers without its program");
  }

  absl::StatusOr<Value> ProgramObjectAt(uint32_t number) const {
    if (program_ == nullptr) return WithoutProgram();
    const Value* object = program_->At(number);
    if (object == nullptr) return Malformed("an object that the program has not");
    return *object;
  }

  absl::StatusOr<Value> MakeFunction(const ProgramFunction& message) const {
    if (program_ == nullptr) return WithoutProgram();
    const auto& functions = program_->module().functions;
    if (message.code() >= functions.size()) return Malformed("a function that the program has not");
    const ir::Function& code = *functions[message.code()];
    const auto names = static_cast<int>(code.keyword_default_names.size());
    if (message.captures_size() != static_cast<int>(code.captures.size()) ||
        message.defaults_size() != static_cast<int>(code.default_count) ||
        message.keyword_defaults_size() != names) {
      return Malformed(absl::StrCat("the function ", code.qualname(), " with other captures or defaults"));
    }
    auto* function = new fora::FunctionObject(&code);
    Value made = Value::Adopt(function);
    function->captures = ValuesOf(message.captures());
    function->defaults = ValuesOf(message.defaults());
    for (int i = 0; i < names; ++i) {
      const Binding& binding = message.keyword_defaults(i);
      if (binding.name() != code.keyword_default_names[static_cast<size_t>(i)]) {
        return Malformed(
            absl::StrCat("the function ", code.qualname(), " with a default for ", binding.name()));
      }
      function->keyword_defaults.emplace_back(binding.name(), values_[binding.ref()]);
    }
    return made;
  }

  absl::StatusOr<Value> MakeInstance(const wire::InstanceObject& message) const {
    if (program_ == nullptr) return WithoutProgram();
    const Value& cls = values_[message.class_ref()];
    if (!cls.Is(Tag::kClass) || cls.as<fora::ClassObject>()->is_exception) {
      return Malformed("an instance of a class that is none");
    }
    auto* instance = new fora::InstanceObject(cls);
    Value made = Value::Adopt(instance);
    for (const Binding& field : message.fields())
      instance->fields.push_back({field.name(), values_[field.ref()]});
    return made;
  }

  static bool HasFunction(const LazyIterator& message) {
    return message.kind() == LazyIterator::GENERATOR || message.kind() == LazyIterator::FLAT_GENERATOR;
  }

  // A built-in container or a lazy iterator: reading it calls no function.
  static bool IsSource(const Value& v) {
    return v.Is(Tag::kRange) || v.Is(Tag::kList) || v.Is(Tag::kTuple) || v.Is(Tag::kStr) ||
           v.Is(Tag::kIterator);
  }

  absl::StatusOr<Value> MakeIterator(const LazyIterator& message) const {
    const std::vector<Value> sources = ValuesOf(message.sources());
    for (const Value& source : sources) {
      if (!IsSource(source)) return Malformed("an iterator over what can't be iterated");
    }
    if (sources.empty() || (sources.size() > 1 && message.kind() != LazyIterator::ZIP)) {
      return Malformed("an iterator over so many sources");
    }
    if (HasFunction(message) && !values_[message.function_ref()].Is(Tag::kFunction)) {
      return Malformed("a generator without its function");
    }
    NoEvaluator evaluator;
    Result<Value> made = Unsupported("");
    switch (message.kind()) {
      case LazyIterator::GENERATOR:
      case LazyIterator::FLAT_GENERATOR:
        made = object_model::MakeGenerator(evaluator, sources[0], values_[message.function_ref()],
                                           message.kind() == LazyIterator::FLAT_GENERATOR);
        break;
      case LazyIterator::ENUMERATE: {
        const Value& start = values_[message.start_ref()];
        if (!start.Is(Tag::kInt) && !start.Is(Tag::kBigInt))
          return Malformed("an enumerate that starts at no int");
        made = object_model::MakeEnumerate(evaluator, sources[0], start);
        break;
      }
      case LazyIterator::ZIP: made = object_model::MakeZip(evaluator, sources, /*strict=*/false); break;
      case LazyIterator::REVERSED:
        if (sources[0].Is(Tag::kIterator)) return Malformed("a reversed iterator");
        made = object_model::MakeReversed(evaluator, sources[0]);
        break;
      default: return Malformed("an iterator of unknown kind");
    }
    if (!made.ok()) return Malformed("an iterator that can't be made");
    return *made;
  }

  const ObjectGraph& graph_;
  const ProgramObjects* const program_;
  std::vector<Value> values_;
  std::vector<bool> opened_;
};

}  // namespace

absl::StatusOr<Value> DecodeValue(const ObjectGraph& graph, const ProgramObjects* program) {
  return Decoder(graph, program).Decode();
}

}  // namespace fora::wire
