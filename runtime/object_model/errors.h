// Python exceptions: raising them from the runtime, and what a program sees of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "runtime/num/error.h"
#include "runtime/object_model/classes.h"
#include "runtime/value/result.h"

namespace fora::object_model {

// An exception instance of a class that derives from BaseException.
Value MakeException(const Value& class_object, std::vector<Value> args);

// A stop that raises: Class(message), or Class() if the message is empty.
std::unique_ptr<Stop> Raise(BuiltinClass c, std::string message);
std::unique_ptr<Stop> Raise(BuiltinClass c, std::vector<Value> args);
std::unique_ptr<Stop> RaiseInstance(Value exception);
std::unique_ptr<Stop> RaiseFrom(const num::Error& error);

std::unique_ptr<Stop> TypeError(std::string message);
std::unique_ptr<Stop> ValueError(std::string message);
std::unique_ptr<Stop> IndexError(std::string message);
std::unique_ptr<Stop> AttributeError(std::string message);
std::unique_ptr<Stop> OverflowError(std::string message);
std::unique_ptr<Stop> MemoryError();

// A change of a list, or of an object of a class, that others would see. `change`: "'append'", "item
// assignment".
std::unique_ptr<Stop> SharedList(const std::string& change);
std::unique_ptr<Stop> SharedObject(const std::string& change, const std::string& class_name);

// What `raise x` and `raise x from cause` raise: an instance of x if it is a class, x itself if it is an
// exception. cause is unbound if there is none. Errors: TypeError "exceptions must derive from
// BaseException".
std::unique_ptr<Stop> RaiseStatement(Evaluator& evaluator, const Value& x, const Value& cause);

// True if the stop is a raised exception of the class.
bool IsRaised(const Stop& stop, BuiltinClass c);

// `except pattern:` for an exception. Errors: TypeError if the pattern is neither an exception class nor a
// tuple of them.
Result<bool> ExceptionMatches(const Value& exception, const Value& pattern);

}  // namespace fora::object_model
