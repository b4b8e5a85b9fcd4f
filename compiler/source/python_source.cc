#include "compiler/source/python_source.h"

#include <sys/wait.h>
#include <unistd.h>

#include <sstream>
#include <utility>

#include "runtime/base/check.h"

namespace fora::source {
namespace {

// Prints the statements of its argument as words: a node is its kind, five numbers and its fields in order;
// every field begins with a letter for what it is. Text is in hexadecimal behind an "x".
constexpr const char* kEncoder = R"(
import ast, sys

def text(value):
    return 'x' + value.encode('utf-8', 'surrogatepass').hex()

def constant(value):
    if isinstance(value, bool) or value is None or value is ...:
        return 'k ' + str(value)
    if isinstance(value, int):
        return 'k int ' + str(value)
    if isinstance(value, float):
        return 'k float ' + value.hex()
    if isinstance(value, str):
        return 'k str ' + text(value)
    return 'k other ' + type(value).__name__

def word(value):
    return isinstance(value, ast.AST) and not value._fields and not value._attributes

def field(node, name):
    value = getattr(node, name, None)
    if isinstance(node, ast.Constant) and name == 'value':
        return constant(value)
    if value is None:
        return '-'
    if word(value):
        return 'w ' + text(type(value).__name__)
    if isinstance(value, ast.AST):
        return 'n ' + encoded(value)
    if isinstance(value, str):
        return 'w ' + text(value)
    if isinstance(value, int):
        return 'i %d' % value
    if value and (isinstance(value[0], str) or word(value[0])):
        return 'W %d ' % len(value) + ' '.join(text(v if isinstance(v, str) else type(v).__name__) for v in value)
    return nodes(value)

def nodes(values):
    return 'l %d ' % len(values) + ' '.join('-' if v is None else 'n ' + encoded(v) for v in values)

def encoded(node):
    places = [getattr(node, name, 0) for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')]
    fields = [field(node, name) for name in node._fields]
    return ' '.join([type(node).__name__, *map(str, places), str(len(fields)), *fields])

print(nodes(ast.parse(sys.argv[1]).body))
)";

// What the command prints.
std::string OutputOf(const std::vector<std::string>& command) {
  int ends[2];
  FORA_CHECK_EQ(pipe(ends), 0);
  const pid_t child = fork();
  FORA_CHECK(child >= 0) << "fork failed";
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execv(words[0], words.data());
    _exit(127);
  }
  close(ends[1]);
  std::string output;
  char buffer[4096];
  ssize_t count;
  while ((count = read(ends[0], buffer, sizeof buffer)) > 0)
    output.append(buffer, static_cast<size_t>(count));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  FORA_CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command[0] << " failed";
  return output;
}

// Reads what kEncoder prints.
class Decoder {
 public:
  explicit Decoder(const std::string& words) : in_(words) {}

  NodeList Nodes() {
    const std::string kind = Word();
    FORA_CHECK(kind == "l") << kind;
    return List();
  }

 private:
  std::string Word() {
    std::string word;
    in_ >> word;
    return word;
  }
  template <class Number>
  Number Take() {
    Number number{};
    in_ >> number;
    FORA_CHECK(!in_.fail()) << "a number is expected";
    return number;
  }
  std::string Text() {
    const std::string hex = Word();
    std::string text;
    for (size_t i = 1; i + 1 < hex.size(); i += 2) {
      text += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    return text;
  }

  NodeList List() {
    NodeList list(Take<size_t>());
    for (auto& element : list) {
      if (Word() == "n") element = OneNode();
    }
    return list;
  }

  std::unique_ptr<Node> OneNode() {
    auto node = std::make_unique<Node>();
    node->kind = Word();
    for (uint32_t* place :
         {&node->span.line, &node->span.column, &node->span.end_line, &node->span.end_column}) {
      *place = Take<uint32_t>();
    }
    const size_t count = Take<size_t>();
    for (size_t i = 0; i < count; ++i) node->fields.push_back(OneField());
    return node;
  }

  Field OneField() {
    const std::string kind = Word();
    if (kind == "n") return OneNode();
    if (kind == "l") return List();
    if (kind == "w") return Text();
    if (kind == "i") return Take<int64_t>();
    if (kind == "k") return OneConstant();
    if (kind == "W") {
      std::vector<std::string> words(Take<size_t>());
      for (std::string& word : words) word = Text();
      return words;
    }
    FORA_CHECK(kind == "-") << kind;
    return std::monostate();
  }

  Constant OneConstant() {
    const std::string kind = Word();
    if (kind == "None") return NoneConstant();
    if (kind == "True" || kind == "False") return kind == "True";
    if (kind == "Ellipsis") return EllipsisConstant();
    if (kind == "float") return std::strtod(Word().c_str(), nullptr);
    if (kind == "str") return StrConstant{Text()};
    if (kind == "other") return OtherConstant{Word()};
    FORA_CHECK(kind == "int") << kind;
    const num::BigInt value = *num::BigInt::Parse(Word());
    if (value.FitsInt64()) return value.ToInt64();
    return value;
  }

  std::istringstream in_;
};

NodeList StatementsOf(const std::string& text) {
  return Decoder(OutputOf({"/usr/bin/python3", "-I", "-c", kEncoder, text})).Nodes();
}

}  // namespace

Program BlockOf(const std::string& text, std::vector<std::string> results) {
  Program program;
  program.files.push_back({"test.py", text});
  Block block;
  block.body = StatementsOf(text);
  block.results = std::move(results);
  program.entry = std::move(block);
  return program;
}

Program FunctionsOf(const std::string& text) {
  Program program;
  program.files.push_back({"test.py", text});
  std::vector<Binding> free;
  NodeList statements = StatementsOf(text);
  for (auto& statement : statements) {
    FORA_CHECK(statement->kind == "FunctionDef") << statement->kind;
    FunctionObject function;
    function.name = function.qualname = std::get<std::string>(statement->fields[0]);
    function.span = statement->span;
    function.syntax = std::move(statement);
    free.push_back({function.name, static_cast<ObjectId>(program.objects.size())});
    program.objects.push_back(std::move(function));
  }
  for (Object& object : program.objects) std::get<FunctionObject>(object).free = free;
  program.entry = Call{static_cast<ObjectId>(program.objects.size() - 1), {}, {}};
  return program;
}

}  // namespace fora::source
