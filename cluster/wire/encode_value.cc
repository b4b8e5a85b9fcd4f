#include "cluster/wire/encode_value.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cluster/wire/bytes.h"
#include "compiler/ir/ir.h"
#include "runtime/base/status_macros.h"
#include "runtime/builtins/builtins.h"
#include "runtime/memory/memory.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/iterators.h"
#include "runtime/value/objects.h"

namespace fora::wire {
namespace {

// Objects are numbered when they are first met and filled in later, from a work list.
class Encoder {
 public:
  explicit Encoder(const EncodeLimits& limits) : limits_(limits) {}

  absl::StatusOr<ObjectGraph> Encode(const Value& root) {
    graph_.set_root(RefOf(root));
    while (!unfinished_.empty()) {
      auto [value, ref] = std::move(unfinished_.back());
      unfinished_.pop_back();
      FORA_RETURN_IF_ERROR(Fill(value, ref));
      if (!has_memory_)
        return absl::ResourceExhaustedError(
            "the server has not enough memory left to send the value (see fora serve --memory-limit-mb)");
      if (bytes_ > limits_.bytes_max) {
        return absl::ResourceExhaustedError(
            absl::StrCat("the value is larger than ", limits_.bytes_max, " bytes"));
      }
    }
    return std::move(graph_);
  }

 private:
  static constexpr uint32_t kObjectsPerCheck = 1024;
  static constexpr uint64_t kGrowthBytes = 32;  // of an object's places in tables that double now and then

  uint32_t RefOf(const Value& given) {
    const Value& value = limits_.program == nullptr ? given : ContainerOf(given);
    uint32_t next = static_cast<uint32_t>(graph_.objects_size());
    if (value.is_heap()) {
      auto [found, is_new] = refs_.try_emplace(value.heap(), next);
      if (!is_new) return found->second;
    }
    if (next % kObjectsPerCheck == 0) CheckMemory(next * kGrowthBytes);
    if (!has_memory_) return 0;  // the graph is not sent
    graph_.add_objects();
    bytes_ += sizeof(Value);
    unfinished_.emplace_back(value, next);
    return next;
  }

  // Asks for room for what is about to grow by so many bytes.
  void CheckMemory(uint64_t bytes) {
    has_memory_ =
        has_memory_ &&
        memory::Admit(static_cast<int64_t>(std::max<uint64_t>(bytes, uint64_t{memory::kStepBytes})));
  }

  // What an iterator reads that nothing has advanced: as the source of another one it is as good.
  static const Value& ContainerOf(const Value& value) {
    const object_model::IteratorSource* source =
        value.Is(Tag::kIterator) ? object_model::Pristine(value) : nullptr;
    return source != nullptr && source->kind == object_model::SourceKind::kSequence ? source->sources[0]
                                                                                    : value;
  }

  Object* At(uint32_t ref) { return graph_.mutable_objects(static_cast<int>(ref)); }

  static absl::Status NoForm(std::string_view what) {
    return absl::FailedPreconditionError(absl::StrCat(std::string(what), " can't be downloaded"));
  }

  // `object` stays where it is when objects are added to the table.
  absl::Status Fill(const Value& value, uint32_t ref) {
    Object* object = At(ref);
    if (limits_.program != nullptr && value.is_heap()) {
      if (std::optional<uint32_t> number = limits_.program->NumberOf(value.heap())) {
        object->set_program_object(*number);
        return absl::OkStatus();
      }
    }
    switch (value.tag()) {
      case Tag::kNone: object->set_none(true); return absl::OkStatus();
      case Tag::kBool: object->set_boolean(value.as_bool()); return absl::OkStatus();
      case Tag::kInt: object->set_small_int(value.as_int()); return absl::OkStatus();
      case Tag::kFloat: object->set_floating(value.as_float()); return absl::OkStatus();
      case Tag::kNotImplemented: object->set_not_implemented(true); return absl::OkStatus();
      case Tag::kEllipsis: object->set_ellipsis(true); return absl::OkStatus();
      case Tag::kBuiltin: return FillBuiltin(value.as_index(), object);
      case Tag::kModule:
        object->set_module(std::string(object_model::ModuleName(value.as_index())));
        return absl::OkStatus();
      case Tag::kBigInt:
        object->set_big_int(EncodeBigInt(value.as<BigIntObject>()->value));
        bytes_ += object->big_int().size();
        return absl::OkStatus();
      case Tag::kStr: return FillStr(*value.as<StrObject>(), object);
      case Tag::kTuple: {
        const TupleObject& tuple = *value.as<TupleObject>();
        Refs* refs = object->mutable_tuple();
        for (int64_t i = 0; i < tuple.size; ++i) refs->add_refs(RefOf(tuple.items[i]));
        return absl::OkStatus();
      }
      case Tag::kList: return FillList(*value.as<ListObject>(), object);
      case Tag::kRange: {
        const RangeObject& range = *value.as<RangeObject>();
        object->mutable_range()->set_start_ref(RefOf(range.start));
        object->mutable_range()->set_stop_ref(RefOf(range.stop));
        object->mutable_range()->set_step_ref(RefOf(range.step));
        return absl::OkStatus();
      }
      case Tag::kSlice: {
        const SliceObject& slice = *value.as<SliceObject>();
        object->mutable_slice()->set_start_ref(RefOf(slice.start));
        object->mutable_slice()->set_stop_ref(RefOf(slice.stop));
        object->mutable_slice()->set_step_ref(RefOf(slice.step));
        return absl::OkStatus();
      }
      case Tag::kFunction:
        if (limits_.program != nullptr) return FillProgramFunction(*value.as<fora::FunctionObject>(), object);
        return FillFunction(*value.as<fora::FunctionObject>(), object);
      case Tag::kBoundMethod: {
        const BoundMethodObject& method = *value.as<BoundMethodObject>();
        if (!method.function.Is(Tag::kFunction)) return NoForm("a method of a builtin type");
        object->mutable_bound_method()->set_self_ref(RefOf(method.self));
        object->mutable_bound_method()->set_function_ref(RefOf(method.function));
        return absl::OkStatus();
      }
      case Tag::kClass: return FillClass(*value.as<fora::ClassObject>(), object);
      case Tag::kInstance: return FillInstance(*value.as<fora::InstanceObject>(), object);
      case Tag::kProperty:
        object->mutable_property()->set_getter_ref(RefOf(value.as<fora::PropertyObject>()->getter));
        if (const Value& setter = value.as<fora::PropertyObject>()->setter; !setter.is_unbound())
          object->mutable_property()->set_setter_ref(RefOf(setter));
        return absl::OkStatus();
      case Tag::kStaticMethod:
        object->set_static_method_ref(RefOf(value.as<StaticMethodObject>()->function));
        return absl::OkStatus();
      case Tag::kClassMethod:
        object->set_class_method_ref(RefOf(value.as<ClassMethodObject>()->function));
        return absl::OkStatus();
      case Tag::kIterator:
        if (limits_.program != nullptr) return FillIterator(value, object);
        return NoForm(absl::StrCat("a ", value.as<IteratorObject>()->type_name(), " object"));
      case Tag::kDict: return NoForm("a dict");
      case Tag::kSuper: return NoForm("a super object");
      case Tag::kCell: return NoForm("a variable of a closure");  // closures see through theirs: AddBinding
      case Tag::kUnbound: return NoForm("a variable that has no value");
      case Tag::kSkip: return NoForm("an element that was filtered out");
    }
    return absl::InternalError("a value of unknown tag");
  }

  absl::Status FillBuiltin(uint32_t index, Object* object) {
    const builtins::BuiltinInfo& info = builtins::Info(index);
    if (info.method_of != BuiltinClass::kNone) return NoForm("a method of a builtin type");
    object->set_builtin(info.module.empty()
                            ? std::string(info.name)
                            : absl::StrCat(std::string(info.module), ".", std::string(info.name)));
    return absl::OkStatus();
  }

  absl::Status FillStr(const StrObject& str, Object* object) {
    const auto bytes_min = static_cast<uint64_t>(str.length);
    const bool fits = bytes_ + bytes_min <= limits_.bytes_max;
    if (fits) CheckMemory(bytes_min * (str.ascii ? 1 : str.width + 1));
    if (fits && has_memory_) object->set_str(str.ToUtf8());
    bytes_ += fits ? object->str().size() : bytes_min;
    return absl::OkStatus();  // the caller refuses what does not fit
  }

  absl::Status FillList(const ListObject& list, Object* object) {
    bytes_ += static_cast<uint64_t>(list.size) * sizeof(uint64_t);
    CheckMemory(static_cast<uint64_t>(list.size) * sizeof(uint64_t));
    if (!has_memory_ || bytes_ > limits_.bytes_max) return absl::OkStatus();  // the caller refuses
    switch (list.schema) {
      case Schema::kInt:
        object->mutable_int_list()->mutable_values()->Add(list.ints(), list.ints() + list.size);
        return absl::OkStatus();
      case Schema::kFloat:
        object->mutable_float_list()->mutable_values()->Add(list.floats(), list.floats() + list.size);
        return absl::OkStatus();
      case Schema::kEmpty:
      case Schema::kBool:
      case Schema::kBoxed: {
        Refs* refs = object->mutable_list();
        for (int64_t i = 0; i < list.size; ++i) refs->add_refs(RefOf(list.At(i)));
        return absl::OkStatus();
      }
    }
    return absl::InternalError("a list of unknown schema");
  }

  absl::Status FillFunction(const fora::FunctionObject& function, Object* object) {
    const auto& code = static_cast<const ir::Function&>(*function.code);
    wire::FunctionObject* message = object->mutable_function();
    message->set_name(code.name());
    message->set_qualname(code.qualname());
    message->set_file(FileOf(code.module->file_paths[code.span.file]));
    message->set_line(code.span.line);
    if (code.name() == "<lambda>") {
      message->set_has_column(true);
      message->set_column(code.span.column);
    }
    for (size_t i = 0; i < function.captures.size() && i < code.captures.size(); ++i) {
      AddBinding(message->add_free(), code.captures[i], function.captures[i]);
    }
    if (!message->free().empty()) DropUnbound(message->mutable_free());
    for (const Value& value : function.defaults) message->add_defaults(RefOf(value));
    for (const auto& [name, value] : function.keyword_defaults) {
      AddBinding(message->add_keyword_defaults(), name, value);
    }
    return absl::OkStatus();
  }

  absl::Status FillProgramFunction(const fora::FunctionObject& function, Object* object) {
    const auto& code = static_cast<const ir::Function&>(*function.code);
    const auto& functions = limits_.program->module().functions;
    if (code.id.value() >= functions.size() || functions[code.id.value()].get() != &code) {
      return NoForm(absl::StrCat("the function ", code.qualname()));
    }
    ProgramFunction* message = object->mutable_program_function();
    message->set_code(code.id.value());
    for (const Value& value : function.captures) message->add_captures(RefOf(value));
    for (const Value& value : function.defaults) message->add_defaults(RefOf(value));
    for (const auto& [name, value] : function.keyword_defaults) {
      Binding* binding = message->add_keyword_defaults();
      binding->set_name(name);
      binding->set_ref(RefOf(value));
    }
    return absl::OkStatus();
  }

  absl::Status FillIterator(const Value& iterator, Object* object) {
    using object_model::SourceKind;
    const object_model::IteratorSource* source = object_model::Pristine(iterator);
    const absl::Status no_form =
        NoForm(absl::StrCat("a ", iterator.as<IteratorObject>()->type_name(), " object"));
    if (source == nullptr) return no_form;
    LazyIterator* message = object->mutable_lazy_iterator();
    switch (source->kind) {
      case SourceKind::kGenerator: message->set_kind(LazyIterator::GENERATOR); break;
      case SourceKind::kFlatGenerator: message->set_kind(LazyIterator::FLAT_GENERATOR); break;
      case SourceKind::kEnumerate: message->set_kind(LazyIterator::ENUMERATE); break;
      case SourceKind::kZip:
        if (source->strict) return no_form;
        message->set_kind(LazyIterator::ZIP);
        break;
      case SourceKind::kReversed: message->set_kind(LazyIterator::REVERSED); break;
      case SourceKind::kSequence:
      case SourceKind::kMap:
      case SourceKind::kFilter: return no_form;
    }
    for (const Value& inner : source->sources) message->add_sources(RefOf(inner));
    if (!source->function.is_unbound()) message->set_function_ref(RefOf(source->function));
    if (!source->start.is_unbound()) message->set_start_ref(RefOf(source->start));
    return absl::OkStatus();
  }

  void AddBinding(Binding* binding, const std::string& name, const Value& value) {
    const Value& content = value.Is(Tag::kCell) ? value.as<CellObject>()->value : value;
    if (content.is_unbound()) return;
    binding->set_name(name);
    binding->set_ref(RefOf(content));
  }

  // Variables that have no value yet have no binding.
  static void DropUnbound(google::protobuf::RepeatedPtrField<Binding>* bindings) {
    for (int i = bindings->size() - 1; i >= 0; --i) {
      if (bindings->Get(i).name().empty()) bindings->DeleteSubrange(i, 1);
    }
  }

  absl::Status FillClass(const fora::ClassObject& cls, Object* object) {
    if (cls.builtin != BuiltinClass::kNone) {
      if (object_model::FindBuiltinClass(cls.name) != &cls)
        return NoForm(absl::StrCat("the type ", cls.name));
      object->set_builtin(cls.name);
      return absl::OkStatus();
    }
    if (limits_.program != nullptr)
      return NoForm(absl::StrCat("the class ", cls.name));  // the program made it
    wire::ClassObject* message = object->mutable_class_object();
    message->set_name(cls.name);
    message->set_qualname(cls.qualname);
    message->set_file(FileOf(cls.path));
    message->set_line(cls.line);
    for (const Value& base : cls.bases) message->add_bases(RefOf(base));
    return absl::OkStatus();
  }

  absl::Status FillInstance(const fora::InstanceObject& instance, Object* object) {
    if (instance.exception == nullptr) {
      wire::InstanceObject* message = object->mutable_instance();
      message->set_class_ref(RefOf(instance.class_object));
      for (const Field& field : instance.fields) AddBinding(message->add_fields(), field.name, field.value);
      return absl::OkStatus();
    }
    wire::ExceptionObject* message = object->mutable_exception();
    message->set_class_ref(RefOf(instance.class_object));
    if (instance.exception->args.Is(Tag::kTuple)) {
      const TupleObject& args = *instance.exception->args.as<TupleObject>();
      for (int64_t i = 0; i < args.size; ++i) message->add_args(RefOf(args.items[i]));
    }
    for (const Field& field : instance.fields) AddBinding(message->add_fields(), field.name, field.value);
    return absl::OkStatus();
  }

  uint32_t FileOf(const std::string& path) {
    auto [found, is_new] = files_.try_emplace(path, static_cast<uint32_t>(graph_.files_size()));
    if (is_new) graph_.add_files()->set_path(path);
    return found->second;
  }

  const EncodeLimits& limits_;
  ObjectGraph graph_;
  uint64_t bytes_ = 0;
  bool has_memory_ = true;
  std::unordered_map<const HeapObject*, uint32_t> refs_;
  std::unordered_map<std::string, uint32_t> files_;
  std::vector<std::pair<Value, uint32_t>> unfinished_;
};

// Goes through all that a value refers to.
class Surveyor {
 public:
  Footprint Survey(const Value& root) {
    Add(root);
    while (!pending_.empty()) {
      const HeapObject* object = pending_.back();
      pending_.pop_back();
      Open(*object);
    }
    return footprint_;
  }

 private:
  static constexpr uint64_t kImmediateBytes = 8;

  static bool IsBuiltin(const fora::ClassObject& cls) { return cls.builtin != BuiltinClass::kNone; }

  void Add(const Value& value) {
    footprint_.bytes += kImmediateBytes;
    if (value.is_heap() && seen_.insert(value.heap()).second) pending_.push_back(value.heap());
  }

  void Open(const HeapObject& object) {
    switch (object.tag) {
      case Tag::kBigInt:
        footprint_.bytes += static_cast<const BigIntObject&>(object).value.BitLength() / 8;
        return;
      case Tag::kStr: {
        const auto& str = static_cast<const StrObject&>(object);
        footprint_.bytes += static_cast<uint64_t>(str.length) * str.width;
        return;
      }
      case Tag::kTuple: {
        const auto& tuple = static_cast<const TupleObject&>(object);
        for (int64_t i = 0; i < tuple.size; ++i) Add(tuple.items[i]);
        return;
      }
      case Tag::kList: return OpenList(static_cast<const ListObject&>(object));
      case Tag::kRange: return;  // three ints
      case Tag::kSlice: {
        const auto& slice = static_cast<const SliceObject&>(object);
        for (const Value* part : {&slice.start, &slice.stop, &slice.step}) Add(*part);
        return;
      }
      case Tag::kClass:
        footprint_.has_code |= !IsBuiltin(static_cast<const fora::ClassObject&>(object));
        return;
      case Tag::kInstance: {
        const auto& instance = static_cast<const fora::InstanceObject&>(object);
        footprint_.has_code |= !IsBuiltin(*instance.cls());
        for (const Field& field : instance.fields) Add(field.value);
        if (instance.exception == nullptr) return;
        Add(instance.exception->args);
        for (const Value* other : {&instance.exception->cause, &instance.exception->context}) {
          if (other->is_heap()) Add(*other);
        }
        return;
      }
      case Tag::kFunction:
        footprint_.has_code = true;
        for (const Value& capture : static_cast<const fora::FunctionObject&>(object).captures) Add(capture);
        return;
      case Tag::kCell: return Add(static_cast<const CellObject&>(object).value);
      case Tag::kBoundMethod:
        footprint_.has_code = true;
        return Add(static_cast<const BoundMethodObject&>(object).self);
      default: footprint_.has_code = true; return;  // a few words each
    }
  }

  void OpenList(const ListObject& list) {
    if (list.schema != Schema::kBoxed) {
      footprint_.bytes += static_cast<uint64_t>(list.size) * (list.schema == Schema::kBool ? 1 : 8);
      return;
    }
    for (int64_t i = 0; i < list.size; ++i) Add(list.boxed()[i]);
  }

  Footprint footprint_;
  std::unordered_set<const HeapObject*> seen_;
  std::vector<const HeapObject*> pending_;
};

}  // namespace

absl::StatusOr<ObjectGraph> EncodeValue(const Value& value, const EncodeLimits& limits) {
  return Encoder(limits).Encode(value);
}

Footprint FootprintOf(const Value& value) { return Surveyor().Survey(value); }

std::string EncodeBigInt(const num::BigInt& value) {
  size_t size = value.BitLength() / 8 + 1;
  num::BigInt magnitude = value;
  if (value.IsNegative()) {  // 2 ** (8 * size) + value
    mpz_t modulus;
    mpz_init_set_ui(modulus, 1);
    mpz_mul_2exp(modulus, modulus, 8 * size);
    mpz_add(magnitude.get(), magnitude.get(), modulus);
    mpz_clear(modulus);
  }
  std::string bytes(size, '\0');
  mpz_export(bytes.data(), nullptr, -1, 1, -1, 0, magnitude.get());
  return bytes;
}

}  // namespace fora::wire
