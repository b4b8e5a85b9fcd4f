// The interpreter on hand-written FIR: consumption, unwinding, tracebacks, limits, entering in the middle.
#include <catch2/catch.hpp>

#include "compiler/interpret/interpreter.h"
#include "compiler/ir/parse_text.h"
#include "compiler/ir/verify.h"
#include "runtime/builtins/builtins.h"
#include "runtime/object_model/errors.h"
#include "runtime/object_model/text.h"

namespace fora::interpret {
namespace {

struct Program {
  std::shared_ptr<const ir::Module> module;
  std::shared_ptr<const ModulePlan> plan;

  explicit Program(std::string_view text) {
    auto parsed = ir::ParseModule(text, {.find = builtins::Find});
    INFO(parsed.status());
    REQUIRE(parsed.ok());
    module = std::move(*parsed);
    plan = Prepare(module);
  }
  Interpreter Start(Options options = {}) const { return Interpreter(plan, options); }
};

// The repr of a result, or "Class: message" of what it raised.
std::string Show(Interpreter& interpreter, Result<Value> result) {
  if (result.ok()) {
    auto text = object_model::Repr(interpreter, *result);
    return text.ok() ? text->as<StrObject>()->ToUtf8() : "no repr";
  }
  Stop& stop = result.stop();
  if (stop.kind != Stop::Kind::kRaised) return "stop: " + stop.message;
  auto message = object_model::Str(interpreter, stop.exception);
  return stop.exception.as<InstanceObject>()->cls()->name + ": " + message->as<StrObject>()->ToUtf8();
}

std::string Run(const Program& program) {
  Interpreter interpreter = program.Start();
  return Show(interpreter, interpreter.Run());
}

// xs = []; for i in range(5): xs.append(i)
constexpr const char* kAppend = R"(module entry 0 python 11
constant 0 = 5
global 0 = class range
file 0 = "a.py"
site 0 = 0:1:0:1:0
function 0 "main" {
b0():
  %0 = list
  %1 = global
  %2 = const
  %3 = call %1, %2 {call=[.]}
  %4 = iter %3
  jump b1(%0, %4)
b1(%5 "xs", %6):
  next %6 b2(%5) b3(%5)
b2(%7 "i", %8, %9 "xs"):
  %10 = method_update %9, %7 {name="append"}
  jump b1(%10, %8)
b3(%11):
  return %11
}
)";

TEST_CASE("a list that only one variable holds grows in place") {
  CHECK(Run(Program(kAppend)) == "[0, 1, 2, 3, 4]");
}

TEST_CASE("a list that is held elsewhere does not change") {
  CHECK(Run(Program(R"(module entry 0 python 11
constant 0 = 5
file 0 = "a.py"
site 0 = 0:1:0:1:0
function 0 "main" {
b0():
  %0 = list
  %1 = const
  %2 = method_update %0, %1 {name="append"}
  %3 = tuple %0, %2
  return %3
}
)"))
            .find("stop: ") == 0);
}

// def divide(x): return 1 // x          (line 2)
// try: return divide(0)                 (line 5)
// except ZeroDivisionError as e: ...
constexpr const char* kDivide = R"(module entry 0 python 11
constant 0 = 0
constant 1 = 1
global 0 = function divide
global 1 = class ZeroDivisionError
file 0 = "a.py"
site 0 = 0:1:0:1:0
site 1 = 0:2:0:2:0
site 2 = 0:5:0:5:0
site 3 = 0:7:0:7:0
function 0 "main" {
b0():
  %0 = const
  jump b1(%0)
b1(%1 "x"):
  unwind b2(%1)
  %2 = global
  %3 = call %2, %1 {call=[.]} @2
  return %3
b2(%4 "e", %5 "x"):
  %6 = global {index=1}
  %7 = exc_match %4, %6
  branch %7 b3(%4) b4(%4)
b3(%8):
  HANDLER
b4(%9):
  raise %9 {flag}
}
function 1 "divide" parameters (pos "x") {
b0(%0 "x"):
  %1 = const {index=1}
  %2 = binary %1, %0 {binary="//"} @1
  return %2
}
)";

std::string With(std::string text, const std::string& handler) {
  size_t at = text.find("HANDLER");
  return text.replace(at, 7, handler);
}

std::vector<uint32_t> TraceLines(Result<Value>& result) {
  std::vector<uint32_t> lines;
  for (const TraceEntry& entry : result.stop().exception.as<InstanceObject>()->exception->trace)
    lines.push_back(entry.line);
  return lines;
}

TEST_CASE("a handler gets the exception and what its edge passes") {
  CHECK(Run(Program(With(kDivide, "%10 = tuple %8, %8\n  return %10"))) ==
        "(ZeroDivisionError('integer division or modulo by zero'), "
        "ZeroDivisionError('integer division or modulo by zero'))");
}

TEST_CASE("a bare raise adds no traceback entry, raising the exception anew adds one") {
  Program bare(With(kDivide, "raise %8 {flag} @3"));
  Interpreter interpreter = bare.Start();
  auto result = interpreter.Run();
  REQUIRE(!result.ok());
  CHECK(TraceLines(result) == std::vector<uint32_t>{2, 5});

  Program anew(With(kDivide, "raise %8 @3"));
  Interpreter second = anew.Start();
  auto again = second.Run();
  REQUIRE(!again.ok());
  CHECK(TraceLines(again) == std::vector<uint32_t>{2, 5, 7});
}

constexpr const char* kForever = R"(module entry 0 python 11
constant 0 = 1
global 0 = function f
file 0 = "a.py"
site 0 = 0:1:0:1:0
function 0 "main" {
b0():
  %0 = global
  %1 = const
  %2 = call %0, %1 {call=[.]}
  return %2
}
function 1 "f" parameters (pos "x") {
b0(%0):
  %1 = global
  %2 = call %1, %0 {call=[.]}
  return %2
}
function 2 "loop" {
b0():
  jump b0()
}
)";

TEST_CASE("endless recursion is a RecursionError, however little stack there is") {
  Program program(kForever);
  for (size_t bytes : {kStackReserveBytes + 10000, size_t{1} << 20, size_t{4} << 20}) {
    Interpreter interpreter = program.Start({.stack_bytes_max = bytes});
    auto result = interpreter.Run();
    REQUIRE(!result.ok());
    CHECK(result.stop().exception.as<InstanceObject>()->exception->trace.size() <= kTraceEntriesMax);
    CHECK(Show(interpreter, std::move(result)) == "RecursionError: maximum recursion depth exceeded");
  }
}

TEST_CASE("cancellation stops a loop") {
  Program program(kForever);
  std::atomic<bool> cancelled{true};
  Interpreter interpreter = program.Start({.cancelled = &cancelled});
  FunctionObject loop(program.module->functions[2].get());
  auto result = interpreter.CallFunction(loop, {});
  REQUIRE(!result.ok());
  CHECK(result.stop().kind == Stop::Kind::kCancelled);
}

TEST_CASE("execution goes on in the middle: at an operator, after a call, after a call that raised") {
  Program program(With(kDivide, "%10 = const {index=1}\n  return %10"));
  const ir::Function& main = *program.module->functions[0];
  Interpreter interpreter = program.Start();
  auto registers = [&](int64_t x) {
    std::vector<Value> values(main.values.size());
    values[1] = Value::Int(x);
    return values;
  };
  CHECK(Show(interpreter, interpreter.Resume(main, ir::BlockId(1), 0, registers(1))) == "1");
  auto values = registers(1);
  values[2] = program.module->globals[0];
  CHECK(Show(interpreter,
             interpreter.Resume(main, ir::BlockId(1), 1, values, Result<Value>(Value::Int(77)))) == "77");
  std::optional<Result<Value>> raised =
      Result<Value>(object_model::Raise(BuiltinClass::kZeroDivisionError, "x"));
  CHECK(Show(interpreter, interpreter.Resume(main, ir::BlockId(1), 1, values, std::move(raised))) == "1");
  std::optional<Result<Value>> other = Result<Value>(object_model::ValueError("x"));
  CHECK(Show(interpreter, interpreter.Resume(main, ir::BlockId(1), 1, values, std::move(other))) ==
        "ValueError: x");
}

// Takes over loops at once, with an answer of its own.
struct TakesLoops : Tier {
  std::optional<Result<Value>> Enter(Interpreter&, const ir::Function& function, ir::BlockId block,
                                     std::span<Value> registers) override {
    if (block.value() == 0) return std::nullopt;
    CHECK(registers.size() == function.values.size());
    return Result<Value>(Value::Int(-1));
  }
  std::optional<Result<Value>> Fold(Interpreter&, Reducer, const Value&, const Value&) override {
    return std::nullopt;
  }
};

TEST_CASE("a tier may take over a loop") {
  std::string text = kAppend;
  text.replace(text.find("= 5"), 3, "= 5000");
  Program program(text);
  TakesLoops tier;
  Interpreter interpreter = program.Start({.tier = &tier});
  CHECK(Show(interpreter, interpreter.Run()) == "-1");
}

}  // namespace
}  // namespace fora::interpret
