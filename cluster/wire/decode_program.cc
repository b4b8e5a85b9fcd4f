#include "cluster/wire/decode_program.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cluster/wire/decode_syntax.h"
#include "runtime/base/status_macros.h"

namespace fora::wire {
namespace {

using Refs32 = google::protobuf::RepeatedField<uint32_t>;
using Bindings = google::protobuf::RepeatedPtrField<Binding>;

class ProgramDecoder {
 public:
  explicit ProgramDecoder(const Program& message) : message_(message), graph_(message.graph()) {}

  absl::StatusOr<source::Program> Decode() {
    source::Program program;
    program.python_minor = message_.python_minor();
    for (const SourceFile& file : graph_.files()) program.files.push_back({file.path(), file.text()});
    for (int i = 0; i < graph_.objects_size(); ++i) {
      where_ = absl::StrCat("objects[", i, "]");
      FORA_ASSIGN_OR_RETURN(source::Object object, DecodeObject(graph_.objects(i)));
      program.objects.push_back(std::move(object));
    }
    FORA_RETURN_IF_ERROR(DecodeEntry(program));
    return program;
  }

 private:
  absl::Status Malformed(std::string_view what) const {
    return absl::InvalidArgumentError(absl::StrCat(where_, ": ", std::string(what)));
  }

  absl::Status CheckRef(uint32_t ref) const {
    if (ref < static_cast<uint32_t>(graph_.objects_size())) return absl::OkStatus();
    return Malformed(absl::StrCat("ref ", ref, " of ", graph_.objects_size(), " objects"));
  }

  absl::Status CheckFile(uint32_t file) const {
    if (file < static_cast<uint32_t>(graph_.files_size())) return absl::OkStatus();
    return Malformed(absl::StrCat("file ", file, " of ", graph_.files_size(), " files"));
  }

  absl::StatusOr<std::vector<source::ObjectId>> DecodeRefs(const Refs32& refs) const {
    for (uint32_t ref : refs) FORA_RETURN_IF_ERROR(CheckRef(ref));
    return std::vector<source::ObjectId>(refs.begin(), refs.end());
  }

  absl::StatusOr<std::vector<source::Binding>> DecodeBindings(const Bindings& bindings) const {
    std::vector<source::Binding> decoded;
    for (const Binding& binding : bindings) {
      FORA_RETURN_IF_ERROR(CheckRef(binding.ref()));
      decoded.push_back({binding.name(), binding.ref()});
    }
    return decoded;
  }

  absl::StatusOr<source::Object> DecodeProperty(const PropertyObject& object) {
    FORA_RETURN_IF_ERROR(CheckRef(object.getter_ref()));
    source::PropertyObject property{object.getter_ref(), {}};
    if (object.has_setter_ref()) {
      FORA_RETURN_IF_ERROR(CheckRef(object.setter_ref()));
      property.setter = object.setter_ref();
    }
    return source::Object(property);
  }

  absl::StatusOr<source::Object> DecodeObject(const Object& object) {
    switch (object.kind_case()) {
      case Object::kNone: return source::Object(source::Constant(source::NoneConstant{}));
      case Object::kBoolean: return source::Object(source::Constant(object.boolean()));
      case Object::kSmallInt:
        return source::Object(source::Constant(static_cast<int64_t>(object.small_int())));
      case Object::kBigInt: return source::Object(source::Constant(DecodeBigInt(object.big_int())));
      case Object::kFloating: return source::Object(source::Constant(object.floating()));
      case Object::kStr:
        if (!IsUtf8(object.str())) return Malformed("a str that is not UTF-8");
        return source::Object(source::Constant(source::StrConstant{object.str()}));
      case Object::kEllipsis: return source::Object(source::Constant(source::EllipsisConstant{}));
      case Object::kNotImplemented: return source::Object(source::NotImplementedObject{});
      case Object::kTuple: {
        FORA_ASSIGN_OR_RETURN(auto items, DecodeRefs(object.tuple().refs()));
        return source::Object(source::TupleObject{std::move(items)});
      }
      case Object::kList: {
        FORA_ASSIGN_OR_RETURN(auto items, DecodeRefs(object.list().refs()));
        return source::Object(source::ListObject{std::move(items)});
      }
      case Object::kIntList: {
        const auto& values = object.int_list().values();
        return source::Object(source::IntListObject{{values.begin(), values.end()}});
      }
      case Object::kFloatList: {
        const auto& values = object.float_list().values();
        return source::Object(source::FloatListObject{{values.begin(), values.end()}});
      }
      case Object::kRange: {
        const Range& range = object.range();
        FORA_RETURN_IF_ERROR(CheckThree(range.start_ref(), range.stop_ref(), range.step_ref()));
        return source::Object(source::RangeObject{range.start_ref(), range.stop_ref(), range.step_ref()});
      }
      case Object::kSlice: {
        const Slice& slice = object.slice();
        FORA_RETURN_IF_ERROR(CheckThree(slice.start_ref(), slice.stop_ref(), slice.step_ref()));
        return source::Object(source::SliceObject{slice.start_ref(), slice.stop_ref(), slice.step_ref()});
      }
      case Object::kBuiltin: return source::Object(source::BuiltinObject{object.builtin()});
      case Object::kModule: return source::Object(source::ModuleObject{object.module()});
      case Object::kFunction: return DecodeFunction(object.function());
      case Object::kClassObject: return DecodeClass(object.class_object());
      case Object::kInstance: {
        FORA_RETURN_IF_ERROR(CheckRef(object.instance().class_ref()));
        FORA_ASSIGN_OR_RETURN(auto fields, DecodeBindings(object.instance().fields()));
        return source::Object(source::InstanceObject{object.instance().class_ref(), std::move(fields)});
      }
      case Object::kException: return DecodeException(object.exception());
      case Object::kBoundMethod: {
        const BoundMethod& method = object.bound_method();
        FORA_RETURN_IF_ERROR(CheckRef(method.self_ref()));
        FORA_RETURN_IF_ERROR(CheckRef(method.function_ref()));
        return source::Object(source::BoundMethodObject{method.self_ref(), method.function_ref()});
      }
      case Object::kStaticMethodRef:
        FORA_RETURN_IF_ERROR(CheckRef(object.static_method_ref()));
        return source::Object(source::StaticMethodObject{object.static_method_ref()});
      case Object::kClassMethodRef:
        FORA_RETURN_IF_ERROR(CheckRef(object.class_method_ref()));
        return source::Object(source::ClassMethodObject{object.class_method_ref()});
      case Object::kProperty: return DecodeProperty(object.property());
      case Object::kRemote: return source::Object(source::RemoteObject{object.remote()});
      case Object::kUnsupported: {
        const Site& site = object.unsupported().site();
        if (site.line() != 0) FORA_RETURN_IF_ERROR(CheckFile(site.file()));
        return source::Object(source::UnsupportedObject{
            object.unsupported().message(),
            {site.file(), site.line(), site.column(), site.end_line(), site.end_column()}});
      }
      case Object::kProgramObject:  // what workers say to each other
      case Object::kProgramFunction:
      case Object::kLazyIterator:
      case Object::KIND_NOT_SET: break;
    }
    return Malformed("an object of unknown kind");
  }

  absl::Status CheckThree(uint32_t a, uint32_t b, uint32_t c) const {
    FORA_RETURN_IF_ERROR(CheckRef(a));
    FORA_RETURN_IF_ERROR(CheckRef(b));
    return CheckRef(c);
  }

  absl::StatusOr<source::Object> DecodeFunction(const FunctionObject& message) {
    FORA_RETURN_IF_ERROR(CheckFile(message.file()));
    source::FunctionObject function;
    function.name = message.name();
    function.qualname = message.qualname();
    FORA_ASSIGN_OR_RETURN(source::NodeList roots, DecodeSyntax(message.syntax(), message.file(), where_));
    if (roots.size() != 1) return Malformed("a function without its syntax");
    function.span = roots[0]->span;
    function.syntax = std::move(roots[0]);
    FORA_ASSIGN_OR_RETURN(function.free, DecodeBindings(message.free()));
    FORA_ASSIGN_OR_RETURN(function.defaults, DecodeRefs(message.defaults()));
    FORA_ASSIGN_OR_RETURN(function.keyword_defaults, DecodeBindings(message.keyword_defaults()));
    return source::Object(std::move(function));
  }

  absl::StatusOr<source::Object> DecodeClass(const ClassObject& message) {
    source::ClassObject decoded;
    decoded.name = message.name();
    decoded.qualname = message.qualname();
    if (message.line() != 0) FORA_RETURN_IF_ERROR(CheckFile(message.file()));
    decoded.span = {message.file(), message.line(), 0, 0, 0};
    FORA_ASSIGN_OR_RETURN(decoded.bases, DecodeRefs(message.bases()));
    FORA_ASSIGN_OR_RETURN(decoded.attributes, DecodeBindings(message.attributes()));
    return source::Object(std::move(decoded));
  }

  absl::StatusOr<source::Object> DecodeException(const ExceptionObject& message) {
    FORA_RETURN_IF_ERROR(CheckRef(message.class_ref()));
    source::ExceptionObject exception{message.class_ref(), {}, {}};
    FORA_ASSIGN_OR_RETURN(exception.args, DecodeRefs(message.args()));
    FORA_ASSIGN_OR_RETURN(exception.fields, DecodeBindings(message.fields()));
    return source::Object(std::move(exception));
  }

  absl::Status DecodeEntry(source::Program& program) {
    where_ = "entry";
    switch (message_.entry_case()) {
      case Program::kCall: {
        source::Call call;
        FORA_RETURN_IF_ERROR(CheckRef(message_.call().callee_ref()));
        call.callee = message_.call().callee_ref();
        FORA_ASSIGN_OR_RETURN(call.args, DecodeRefs(message_.call().args()));
        FORA_ASSIGN_OR_RETURN(call.keyword_args, DecodeBindings(message_.call().keyword_args()));
        program.entry = std::move(call);
        return absl::OkStatus();
      }
      case Program::kBlock: {
        const Block& message = message_.block();
        FORA_RETURN_IF_ERROR(CheckFile(message.file()));
        source::Block block;
        block.file = message.file();
        block.line = message.line();
        FORA_ASSIGN_OR_RETURN(block.body, DecodeSyntax(message.syntax(), message.file(), "block.syntax"));
        FORA_ASSIGN_OR_RETURN(block.free, DecodeBindings(message.free()));
        block.results = {message.results().begin(), message.results().end()};
        program.entry = std::move(block);
        return absl::OkStatus();
      }
      case Program::ENTRY_NOT_SET: break;
    }
    return Malformed("neither a call nor a block");
  }

  const Program& message_;
  const ObjectGraph& graph_;
  std::string where_;  // what is being decoded, for errors
};

}  // namespace

absl::StatusOr<source::Program> DecodeProgram(const Program& message) {
  return ProgramDecoder(message).Decode();
}

}  // namespace fora::wire
