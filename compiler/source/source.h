// A program as it reaches the compiler: source files, syntax trees as CPython's `ast` gives them, and the
// table of objects that the code refers to. cluster/wire decodes it from proto; compiler/parse makes an
// ast::Module of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/num/big_int.h"

namespace fora::source {

struct File {
  std::string path;
  std::string text;
};

// A place in a file: lines from 1, columns from 0 in UTF-8 bytes. Line 0: unknown.
struct Span {
  uint32_t file = 0;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;

  // Where it ends in its first line; 0: it goes on in the next.
  uint32_t first_line_end() const { return end_line == line ? end_column : 0; }
};

struct NoneConstant {};
struct EllipsisConstant {};
struct StrConstant {
  std::string utf8;
};  // surrogatepass
struct OtherConstant {
  std::string type_name;
};  // bytes, complex
using Constant = std::variant<NoneConstant, bool, int64_t, num::BigInt, double, StrConstant, EllipsisConstant,
                              OtherConstant>;

struct Node;
using NodeList = std::vector<std::unique_ptr<Node>>;  // an element may be null
using Field = std::variant<std::monostate, std::unique_ptr<Node>, NodeList, std::string, Constant, int64_t,
                           std::vector<std::string>>;

// One node of CPython's `ast`: `kind` is its class name, `fields` follow its `_fields`.
struct Node {
  std::string kind;
  Span span;
  std::vector<Field> fields;
};

// ---- Objects ----

using ObjectId = uint32_t;  // index into Program::objects

struct Binding {
  std::string name;
  ObjectId object;
};

struct TupleObject {
  std::vector<ObjectId> items;
};
struct ListObject {
  std::vector<ObjectId> items;
};
struct IntListObject {
  std::vector<int64_t> values;
};
struct FloatListObject {
  std::vector<double> values;
};
struct RangeObject {
  ObjectId start, stop, step;
};
struct SliceObject {
  ObjectId start, stop, step;
};
struct BuiltinObject {
  std::string name;
};  // "len", "int", "ValueError", "math.sin"
struct ModuleObject {
  std::string name;
};  // "math"
struct FunctionObject {
  std::string name, qualname;
  Span span;
  std::shared_ptr<const Node> syntax;  // FunctionDef or Lambda
  std::vector<Binding> free;
  std::vector<ObjectId> defaults;
  std::vector<Binding> keyword_defaults;
};
struct ClassObject {
  std::string name, qualname;
  Span span;
  std::vector<ObjectId> bases;
  std::vector<Binding> attributes;
};
struct InstanceObject {
  ObjectId class_object;
  std::vector<Binding> fields;
};
struct ExceptionObject {
  ObjectId class_object;
  std::vector<ObjectId> args;
  std::vector<Binding> fields;
};
struct BoundMethodObject {
  ObjectId self, function;
};
struct StaticMethodObject {
  ObjectId function;
};
struct ClassMethodObject {
  ObjectId function;
};
struct PropertyObject {
  ObjectId getter;
  std::optional<ObjectId> setter;
};
struct RemoteObject {
  std::string id;
};  // resolved by the worker to a stored value
struct UnsupportedObject {
  std::string message;
  Span span;
};
struct NotImplementedObject {};

using Object =
    std::variant<Constant, TupleObject, ListObject, IntListObject, FloatListObject, RangeObject, SliceObject,
                 BuiltinObject, ModuleObject, FunctionObject, ClassObject, InstanceObject, ExceptionObject,
                 BoundMethodObject, StaticMethodObject, ClassMethodObject, PropertyObject, RemoteObject,
                 UnsupportedObject, NotImplementedObject>;

struct Call {
  ObjectId callee;
  std::vector<ObjectId> args;
  std::vector<Binding> keyword_args;
};

// Statements that read `free` names and assign others; the values of `results` are the outcome.
struct Block {
  uint32_t file = 0;
  uint32_t line = 0;
  NodeList body;
  std::vector<Binding> free;
  std::vector<std::string> results;  // empty: every name that the block assigns
};

struct Program {
  std::vector<File> files;
  std::vector<Object> objects;
  std::variant<Call, Block> entry;
  uint32_t python_minor = 11;
};

}  // namespace fora::source
