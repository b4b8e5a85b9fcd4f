#include "runtime/object_model/errors.h"

#include "runtime/object_model/call.h"

namespace fora::object_model {

Value MakeException(const Value& class_object, std::vector<Value> args) {
  auto* instance = new InstanceObject(class_object);
  instance->exception = std::make_unique<ExceptionState>();
  instance->exception->args = MakeTuple(std::move(args));
  return Value::Adopt(instance);
}

std::unique_ptr<Stop> RaiseInstance(Value exception) {
  auto stop = std::make_unique<Stop>();
  stop->kind = Stop::Kind::kRaised;
  stop->exception = std::move(exception);
  return stop;
}

std::unique_ptr<Stop> Raise(BuiltinClass c, std::vector<Value> args) {
  return RaiseInstance(MakeException(ClassValue(c), std::move(args)));
}

std::unique_ptr<Stop> Raise(BuiltinClass c, std::string message) {
  std::vector<Value> args;
  if (!message.empty()) args.push_back(MakeStr(message));
  return Raise(c, std::move(args));
}

std::unique_ptr<Stop> RaiseFrom(const num::Error& error) {
  switch (error.kind) {
    case num::ErrorKind::kZeroDivision: return Raise(BuiltinClass::kZeroDivisionError, error.message);
    case num::ErrorKind::kOverflow:
      // What C's errno says has two arguments; the text is how CPython shows them.
      if (error.message == "(34, 'Numerical result out of range')")
        return Raise(BuiltinClass::kOverflowError,
                     std::vector<Value>{Value::Int(34), MakeStr("Numerical result out of range")});
      return OverflowError(error.message);
    case num::ErrorKind::kValue: return ValueError(error.message);
    case num::ErrorKind::kType: return TypeError(error.message);
    case num::ErrorKind::kMemory: return MemoryError();
    case num::ErrorKind::kComplexResult: return Unsupported("complex numbers are not supported");
  }
  return Internal(error.message);
}

std::unique_ptr<Stop> TypeError(std::string message) {
  return Raise(BuiltinClass::kTypeError, std::move(message));
}
std::unique_ptr<Stop> ValueError(std::string message) {
  return Raise(BuiltinClass::kValueError, std::move(message));
}
std::unique_ptr<Stop> IndexError(std::string message) {
  return Raise(BuiltinClass::kIndexError, std::move(message));
}
std::unique_ptr<Stop> AttributeError(std::string message) {
  return Raise(BuiltinClass::kAttributeError, std::move(message));
}
std::unique_ptr<Stop> OverflowError(std::string message) {
  return Raise(BuiltinClass::kOverflowError, std::move(message));
}
std::unique_ptr<Stop> SharedList(const std::string& change) {
  return InvalidOperation(change +
                          " would change a list that is also referenced elsewhere; change a copy of it "
                          "(x = x[:]), or build a new list");
}

std::unique_ptr<Stop> SharedObject(const std::string& change, const std::string& class_name) {
  return InvalidOperation(change + " would change a '" + class_name +
                          "' object that is also referenced elsewhere; make a new '" + class_name +
                          "' with the change, and return that");
}

std::unique_ptr<Stop> MemoryError() { return Raise(BuiltinClass::kMemoryError, std::string()); }

bool IsRaised(const Stop& stop, BuiltinClass c) {
  return stop.kind == Stop::Kind::kRaised && IsInstanceOf(stop.exception, c);
}

namespace {

bool IsExceptionClass(const Value& v) { return v.Is(Tag::kClass) && v.as<ClassObject>()->is_exception; }
bool IsException(const Value& v) {
  return v.Is(Tag::kInstance) && v.as<InstanceObject>()->exception != nullptr;
}

// An exception instance of x, which is one or is a class of them; `error` is the TypeError for anything else.
Result<Value> AsException(Evaluator& evaluator, const Value& x, const char* error) {
  if (IsException(x)) return x;
  if (!IsExceptionClass(x)) return TypeError(error);
  FORA_TRY(Value made, Call(evaluator, x, std::vector<Value>()));
  if (!IsException(made))
    return TypeError("calling <class '" + x.as<ClassObject>()->qualname +
                     "'> should have returned an instance of BaseException, not " + TypeName(made));
  return made;
}

}  // namespace

std::unique_ptr<Stop> RaiseStatement(Evaluator& evaluator, const Value& x, const Value& cause) {
  FORA_TRY(Value exception, AsException(evaluator, x, "exceptions must derive from BaseException"));
  if (!cause.is_unbound()) {
    Value reason = Value::None();
    if (!cause.is_none()) {
      FORA_TRY(reason, AsException(evaluator, cause, "exception causes must derive from BaseException"));
    }
    // Not a change that value semantics forbid: like the traceback, the cause belongs to the raise.
    exception.as<InstanceObject>()->exception->cause = std::move(reason);
  }
  return RaiseInstance(std::move(exception));
}

Result<bool> ExceptionMatches(const Value& exception, const Value& pattern) {
  static constexpr const char* kError =
      "catching classes that do not inherit from BaseException is not allowed";
  // CPython checks all of the tuple before it compares.
  if (pattern.Is(Tag::kTuple)) {
    auto* tuple = pattern.as<TupleObject>();
    for (int64_t i = 0; i < tuple->size; ++i) {
      if (!IsExceptionClass(tuple->items[i])) return TypeError(kError);
    }
    for (int64_t i = 0; i < tuple->size; ++i) {
      if (ClassOf(exception)->DerivesFrom(tuple->items[i].as<ClassObject>())) return true;
    }
    return false;
  }
  if (!IsExceptionClass(pattern)) return TypeError(kError);
  return ClassOf(exception)->DerivesFrom(pattern.as<ClassObject>());
}

}  // namespace fora::object_model
