// Classes and instances. The text of FIR has no classes, so they are put into the module's globals here.
#include "runtime/value/objects.h"
#include "compiler/infer/specialized_program.h"
#include "runtime/object_model/classes.h"

namespace fora::infer {
namespace {

using ir::Op;

Value FunctionOf(SpecializedProgram& p, size_t index, std::vector<Value> defaults = {}) {
  auto* function = new FunctionObject(p.module().functions[index].get());
  function->defaults = std::move(defaults);
  return Value::Adopt(function);
}

Value ClassOf(const char* name, std::vector<std::pair<std::string, Value>> attributes,
              std::vector<Value> bases = {}) {
  auto made = object_model::MakeClass(name, name, std::move(bases), std::move(attributes));
  REQUIRE(made.ok());
  return *std::move(made);
}

// class Add: __init__ keeps `k`, __call__ adds it; scaled(x, by=2) and the property twice.
constexpr const char* kAdd = R"(global 0 = None
global 1 = None
constant 0 = 2
function 0 "__init__" parameters (pos "self", pos "k") init {
b0(%0 "self", %1 "k"):
  %2 = set_attr %0, %1 {name="k"}
  return %2
}
function 1 "__call__" parameters (pos "self", pos "x") {
b0(%0 "self", %1 "x"):
  %2 = get_attr %0 {name="k"}
  %3 = binary %2, %1 {binary="+"}
  return %3
}
function 2 "scaled" parameters (pos "self", pos "x", pos "by" default) defaults 1 {
b0(%0 "self", %1 "x", %2 "by"):
  %3 = get_attr %0 {name="k"}
  %4 = binary %3, %1 {binary="+"}
  %5 = binary %4, %2 {binary="*"}
  return %5
}
function 3 "twice" parameters (pos "self") {
b0(%0 "self"):
  %1 = get_attr %0 {name="k"}
  %2 = binary %1, %1 {binary="+"}
  return %2
}
function 4 "__add__" parameters (pos "self", pos "other") {
b0(%0 "self", %1 "other"):
  %2 = get_attr %0 {name="k"}
  %3 = get_attr %1 {name="k"}
  %4 = binary %2, %3 {binary="+"}
  return %4
}
)";

void DefineAdd(SpecializedProgram& p) {
  p.module().globals[0] = ClassOf("Add", {{"__init__", FunctionOf(p, 0)},
                                          {"__call__", FunctionOf(p, 1)},
                                          {"scaled", FunctionOf(p, 2, {Value::Int(2)})},
                                          {"twice", Value::Adopt(new PropertyObject(FunctionOf(p, 3)))},
                                          {"__add__", FunctionOf(p, 4)}});
}

TEST_CASE("instances are made, called and read in registers") {
  struct Row {
    const char *what, *body;
  };
  constexpr Row kRows[] = {
      {"field", "%3 = get_attr %2 {name=\"k\"}"},
      {"call", "%3 = call %2, %0 {call=[.]}"},
      {"method with a default", "%4 = get_attr %2 {name=\"scaled\"}\n  %3 = call %4, %0 {call=[.]}"},
      {"property", "%3 = get_attr %2 {name=\"twice\"}"},
      {"operator method", "%3 = binary %2, %2 {binary=\"+\"}"},
  };
  for (const Row& row : kRows) {
    SpecializedProgram p(std::string(kAdd) +
                         "function 5 \"main\" parameters (pos \"x\") {\nb0(%0):\n  %1 = global\n  %2 = call "
                         "%1, %0 {call=[.]}\n  " +
                         row.body + "\n  return %3\n}\n");
    DefineAdd(p);
    p.For(5, {"Float"});
    INFO(row.what << "\n" << p.Text());
    CHECK(p.Returns() == "Float");
    CHECK(p.IsDirect());
  }
}

TEST_CASE("a missing attribute, and an operator that nobody defines, exit") {
  for (const char* body : {"%3 = get_attr %2 {name=\"none\"}", "%3 = binary %2, %2 {binary=\"-\"}",
                           "%3 = binary %0, %2 {binary=\"+\"}"}) {
    SpecializedProgram p(std::string(kAdd) +
                         "function 5 \"main\" parameters (pos \"x\") {\nb0(%0):\n  %1 = global\n  %2 = call "
                         "%1, %0 {call=[.]}\n  " +
                         body + "\n  return %3\n}\n");
    DefineAdd(p);
    p.For(5, {"Float"});
    INFO(p.Text());
    CHECK(p.Returns() == "Bottom");
    CHECK(p.Exits() == 1);
  }
}

TEST_CASE("an object with __iadd__ is never added by the operator for numbers") {
  SpecializedProgram p(R"(global 0 = None
function 0 "__iadd__" parameters (pos "self", pos "x") {
b0(%0, %1):
  return %0
}
function 1 "f" parameters (pos "a", pos "x") {
b0(%0, %1):
  %2 = inplace %0, %1 {binary="+"}
  return %2
}
)");
  p.module().globals[0] = ClassOf("C", {{"__iadd__", FunctionOf(p, 0)}});
  const auto* c = p.module().globals[0].as<ClassObject>();
  const ir::Type* object = p.types().Instance(c, {}, {});
  p.ForTypes(1, {p.types().Union({object, p.Type("Int")}), p.Type("Int")});
  INFO(p.Text());
  CHECK(p.Count(Op::kRuntime) == 1);
  CHECK(p.Count(Op::kIntAdd) == 1);
}

TEST_CASE("super() is read at once, and what exits there makes it anew") {
  constexpr const char* kText = R"(global 0 = None
global 1 = None
constant 0 = 1
function 0 "value" parameters (pos "self") {
b0(%0):
  %1 = const
  return %1
}
function 1 "value" parameters (pos "self") {
b0(%0 "self"):
  %1 = global {index=1}
  %2 = super %1, %0
  %3 = get_attr %2 {name="NAME"}
  %4 = call %3 {call=[]}
  return %4
}
function 2 "f" parameters (pos "o") {
b0(%0):
  %1 = get_attr %0 {name="value"}
  %2 = call %1 {call=[]}
  return %2
}
)";
  for (const char* name : {"value", "missing"}) {
    std::string text = kText;
    text.replace(text.find("NAME"), 4, name);
    SpecializedProgram p(text);
    p.module().globals[0] = ClassOf("Base", {{"value", FunctionOf(p, 0)}});
    p.module().globals[1] = ClassOf("Derived", {{"value", FunctionOf(p, 1)}}, {p.module().globals[0]});
    p.ForTypes(2, {p.types().Instance(p.module().globals[1].as<ClassObject>(), {}, {})});
    INFO(p.Text());
    if (std::string(name) == "value") {
      CHECK(p.Returns() == "Int");
      CHECK(p.IsDirect());
      continue;
    }
    // The exit is at `super`, not at the attribute: nothing stands for the object between them.
    bool found = false;
    for (const auto& function : p.typed().functions) {
      for (const ir::Block& block : function->blocks) {
        if (block.terminator.kind != ir::TerminatorKind::kExit || function->generic->id.value() != 1)
          continue;
        found = true;
        CHECK(function->frame_states[*block.terminator.frame_state].instruction == 1);
      }
    }
    CHECK(found);
  }
}

TEST_CASE("programs that can tell an object from its copy are known") {
  constexpr const char* kEqual = R"(global 0 = None
function 0 "f" parameters (pos "a", pos "b") {
b0(%0, %1):
  %2 = compare %0, %1 {compare="=="}
  return %2
}
)";
  SpecializedProgram without(kEqual);
  CHECK_FALSE(DependsOnIdentity(without.module()));  // no classes
  without.module().globals[0] = ClassOf("C", {});
  CHECK(DependsOnIdentity(without.module()));  // equal only to itself
  SpecializedProgram with(kEqual);
  with.module().globals[0] = ClassOf("C", {{"__eq__", FunctionOf(with, 0)}});
  CHECK_FALSE(DependsOnIdentity(with.module()));
  // Loops over numbers compare nothing that could be an object.
  SpecializedProgram numbers(R"(global 0 = None
constant 0 = 0
constant 1 = 1
function 0 "f" parameters (pos "a") {
b0(%0):
  %1 = const
  %2 = const {index=1}
  jump b1(%1)
b1(%3):
  %4 = binary %3, %2 {binary="+"}
  %5 = compare %4, %0 {compare="!="}
  %6 = truth %5
  branch %6 b1(%4) b2()
b2():
  return %3
}
)");
  numbers.module().globals[0] = ClassOf("C", {});
  CHECK_FALSE(DependsOnIdentity(numbers.module()));
  SpecializedProgram changes(R"(function 0 "f" parameters (pos "o") {
b0(%0):
  %1 = set_attr %0, %0 {name="x"}
  return %1
}
)");
  CHECK(DependsOnIdentity(changes.module()));
}

}  // namespace
}  // namespace fora::infer
