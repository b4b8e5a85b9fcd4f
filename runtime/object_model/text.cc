#include "runtime/object_model/text.h"

#include <string>

#include "runtime/object_model/attributes.h"
#include "runtime/object_model/builtin_table.h"
#include "runtime/object_model/classes.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/memory_limit.h"
#include "runtime/object_model/number_text.h"
#include "runtime/value/str_builder.h"

namespace fora::object_model {
namespace {

// Values nest as deep as a program likes, the native stack doesn't.
constexpr int kDepthMax = 900;

using Done = Result<Unit>;

// Writes reprs one behind the other.
class ReprWriter {
 public:
  explicit ReprWriter(Evaluator& evaluator) : evaluator_(evaluator) {}

  Done Write(const Value& v) {
    if (depth_ > kDepthMax)
      return Raise(BuiltinClass::kRecursionError,
                   "maximum recursion depth exceeded while getting the repr of an object");
    ++depth_;
    Done done = WriteByTag(v);
    --depth_;
    return done;
  }
  void Text(std::string_view utf8) { out_.Append(utf8); }
  Value Build() const { return out_.Build(); }

 private:
  Done Plain(std::string_view utf8) {
    Text(utf8);
    return Unit{};
  }

  Done Part(std::string_view before, const Value& v, std::string_view after) {
    Text(before);
    FORA_TRY_VOID(Write(v));
    return Plain(after);
  }

  template <class At>
  Done Sequence(std::string_view open, std::string_view close, int64_t size, At at) {
    Text(open);
    for (int64_t i = 0; i < size; ++i) {
      FORA_TRY_VOID(Part(i > 0 ? ", " : "", at(i), ""));
    }
    return Plain(close);
  }

  Done Tuple(const TupleObject& tuple) {
    return Sequence("(", tuple.size == 1 ? ",)" : ")", tuple.size, [&](int64_t i) { return tuple.items[i]; });
  }

  Done Dict(const DictObject& dict) {
    Text("{");
    for (size_t i = 0; i < dict.entries.size(); ++i) {
      FORA_TRY_VOID(Part(i > 0 ? ", " : "", dict.entries[i].first, ": "));
      FORA_TRY_VOID(Write(dict.entries[i].second));
    }
    return Plain("}");
  }

  Done Range(const RangeObject& range) {
    FORA_TRY_VOID(Part("range(", range.start, ", "));
    FORA_TRY_VOID(Write(range.stop));
    if (range.step.Is(Tag::kInt) && range.step.as_int() == 1) return Plain(")");
    return Part(", ", range.step, ")");
  }

  Done Slice(const SliceObject& slice) {
    FORA_TRY_VOID(Part("slice(", slice.start, ", "));
    FORA_TRY_VOID(Part("", slice.stop, ", "));
    return Part("", slice.step, ")");
  }

  static std::string ClassText(const ClassObject& c) {
    return c.builtin == BuiltinClass::kNone ? "<class '__main__." + c.qualname + "'>"
                                            : "<class '" + c.qualname + "'>";
  }

  Done Address(const Value& v) {
    return Unsupported("the text of a '" + TypeName(v) +
                       "' object contains its address, which is not supported");
  }

  Done Builtin(const Value& v) {
    std::string name(BuiltinName(v.as_index()));
    if (name.find('.') != std::string::npos) return Address(v);
    return Plain("<built-in function " + name + ">");
  }

  Done Method(const Value& v) {
    auto* method = v.as<BoundMethodObject>();
    if (!method->function.Is(Tag::kFunction)) return Address(v);
    return Part("<bound method " + method->function.as<FunctionObject>()->code->qualname() + " of ",
                method->self, ">");
  }

  Done Super(const SuperObject& super) {
    bool of_class = super.self.Is(Tag::kClass);
    const ClassObject* type = of_class ? super.self.as<ClassObject>() : ClassOf(super.self);
    return Plain("<super: " + ClassText(*super.class_object.as<ClassObject>()) + ", <" + type->name +
                 " object>>");
  }

  Done Instance(const Value& v) {
    auto* instance = v.as<InstanceObject>();
    if (std::optional<Result<Value>> text = CallSpecial(evaluator_, v, "__repr__", {})) {
      if (!text->ok()) return text->TakeStop();
      if (!(*text)->Is(Tag::kStr))
        return TypeError("__repr__ returned non-string (type " + TypeName(**text) + ")");
      out_.Append(*(*text)->as<StrObject>());
      return Unit{};
    }
    if (instance->exception == nullptr) return Address(v);
    auto* args = instance->exception->args.as<TupleObject>();
    Text(instance->cls()->name);
    return args->size == 1 ? Part("(", args->items[0], ")") : Tuple(*args);
  }

  Done WriteByTag(const Value& v) {
    switch (v.tag()) {
      case Tag::kNone: return Plain("None");
      case Tag::kBool: return Plain(v.as_bool() ? "True" : "False");
      case Tag::kNotImplemented: return Plain("NotImplemented");
      case Tag::kEllipsis: return Plain("Ellipsis");
      case Tag::kInt:
      case Tag::kBigInt:
      case Tag::kFloat: {
        FORA_TRY(std::string text, NumberText(v));
        return Plain(text);
      }
      case Tag::kStr: return Plain(ReprOfStr(*v.as<StrObject>()));
      case Tag::kTuple: return Tuple(*v.as<TupleObject>());
      case Tag::kList: {
        auto* list = v.as<ListObject>();
        return Sequence("[", "]", list->size, [&](int64_t i) { return list->At(i); });
      }
      case Tag::kDict: return Dict(*v.as<DictObject>());
      case Tag::kRange: return Range(*v.as<RangeObject>());
      case Tag::kSlice: return Slice(*v.as<SliceObject>());
      case Tag::kClass: return Plain(ClassText(*v.as<ClassObject>()));
      case Tag::kInstance: return Instance(v);
      case Tag::kBuiltin: return Builtin(v);
      case Tag::kBoundMethod: return Method(v);
      case Tag::kSuper: return Super(*v.as<SuperObject>());
      case Tag::kUnbound:
      case Tag::kSkip:
      case Tag::kModule:
      case Tag::kFunction:
      case Tag::kIterator:
      case Tag::kCell:
      case Tag::kProperty:
      case Tag::kStaticMethod:
      case Tag::kClassMethod: return Address(v);
    }
    return Address(v);
  }

  Evaluator& evaluator_;
  StrBuilder out_;
  int depth_ = 0;
};

// str() of an exception whose class defines no __str__.
Result<Value> StrOfException(Evaluator& evaluator, const InstanceObject& instance) {
  const Value& args = instance.exception->args;
  auto* tuple = args.as<TupleObject>();
  auto derives = [&](BuiltinClass c) { return instance.cls()->DerivesFrom(BuiltinClassObject(c)); };
  if (tuple->size == 0) return MakeStr(derives(BuiltinClass::kSyntaxError) ? "None" : "");
  if (tuple->size > 1) return Repr(evaluator, args);
  // A key may be an empty string or look like a sentence: CPython shows its repr.
  if (derives(BuiltinClass::kKeyError)) return Repr(evaluator, tuple->items[0]);
  return Str(evaluator, tuple->items[0]);
}

Result<Value> CheckedText(Result<Value> text, const char* error, const char* after) {
  if (text.ok() && !text->Is(Tag::kStr)) return TypeError(error + TypeName(*text) + after);
  return text;
}

}  // namespace

Result<Value> Repr(Evaluator& evaluator, const Value& v) {
  ReprWriter writer(evaluator);
  FORA_TRY_VOID(writer.Write(v));
  return writer.Build();
}

Result<Value> Str(Evaluator& evaluator, const Value& v) {
  if (v.Is(Tag::kStr)) return v;
  if (!v.Is(Tag::kInstance)) return Repr(evaluator, v);
  if (std::optional<Result<Value>> text = CallSpecial(evaluator, v, "__str__", {}))
    return CheckedText(std::move(*text), "__str__ returned non-string (type ", ")");
  auto* instance = v.as<InstanceObject>();
  return instance->exception != nullptr ? StrOfException(evaluator, *instance) : Repr(evaluator, v);
}

Result<Value> Format(Evaluator& evaluator, const Value& v, const Value& spec) {
  if (std::optional<Result<Value>> text = CallSpecial(evaluator, v, "__format__", {spec}))
    return CheckedText(std::move(*text), "__format__ must return a str, not ", "");
  if (spec.as<StrObject>()->length == 0) return Str(evaluator, v);
  if (std::optional<Result<Value>> text = FormatBuiltin(v, *spec.as<StrObject>())) return std::move(*text);
  return TypeError("unsupported format string passed to " + TypeName(v) + ".__format__");
}

Result<Value> FormatField(Evaluator& evaluator, const Value& v, int conversion, const Value& spec) {
  if (conversion == -1) return Format(evaluator, v, spec);
  auto convert = conversion == 'r' ? Repr : conversion == 'a' ? Ascii : Str;
  FORA_TRY(Value text, convert(evaluator, v));
  return Format(evaluator, text, spec);
}

Result<Value> JoinStr(const std::vector<Value>& parts) {
  int64_t bytes = 0;
  for (const Value& part : parts) bytes += part.as<StrObject>()->length * part.as<StrObject>()->width;
  FORA_TRY_VOID(CheckMemory(bytes));
  StrBuilder out;
  for (const Value& part : parts) out.Append(*part.as<StrObject>());
  return out.Build();
}

}  // namespace fora::object_model
