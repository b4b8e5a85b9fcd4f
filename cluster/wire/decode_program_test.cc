#include "cluster/wire/decode_program.h"

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace fora::wire {
namespace {

// f = 1: a block of one assignment, and an int object.
Program Valid() {
  Program program;
  program.mutable_graph()->add_files()->set_path("f.py");
  program.mutable_graph()->add_objects()->set_small_int(7);
  Block* block = program.mutable_block();
  SyntaxTree* tree = block->mutable_syntax();
  SyntaxNode* name = tree->add_nodes();
  name->set_kind("Name");
  name->add_fields()->set_identifier("x");
  name->add_fields()->set_identifier("Store");
  SyntaxNode* constant = tree->add_nodes();
  constant->set_kind("Constant");
  constant->add_fields()->mutable_constant()->set_big_int(std::string("\0\0\0\0\0\0\0\0\x80\0", 10));
  constant->add_fields()->set_absent(true);
  SyntaxNode* assign = tree->add_nodes();
  assign->set_kind("Assign");
  assign->add_fields()->mutable_nodes()->add_refs(1);
  assign->add_fields()->set_node(2);
  assign->add_fields()->set_absent(true);
  tree->add_roots(3);
  return program;
}

TEST_CASE("a program decodes") {
  auto program = DecodeProgram(Valid());
  REQUIRE(program.ok());
  const auto& block = std::get<source::Block>(program->entry);
  REQUIRE(block.body.size() == 1);
  const source::Node& assign = *block.body[0];
  CHECK(assign.kind == "Assign");
  const source::Node& constant = *std::get<std::unique_ptr<source::Node>>(assign.fields[1]);
  CHECK(std::get<num::BigInt>(std::get<source::Constant>(constant.fields[0])).ToString() ==
        "2361183241434822606848");
}

TEST_CASE("objects keep their kind and their parts") {
  Program program = Valid();
  ObjectGraph& graph = *program.mutable_graph();
  graph.add_objects()->mutable_tuple()->add_refs(0);
  graph.add_objects()->mutable_float_list()->add_values(0.5);
  graph.add_objects()->set_str("\xED\xA0\x80 \xF0\x9F\x98\x80");  // a lone surrogate and an astral character
  graph.add_objects()->set_builtin("math.sin");
  graph.add_objects()->set_remote("id");
  graph.add_objects()->mutable_unsupported()->set_message("a file");
  ExceptionObject* exception = graph.add_objects()->mutable_exception();
  exception->set_class_ref(4);
  exception->add_args(0);
  BoundMethod* method = graph.add_objects()->mutable_bound_method();
  method->set_self_ref(1);
  method->set_function_ref(2);
  auto decoded = DecodeProgram(program);
  REQUIRE(decoded.ok());
  const std::vector<source::Object>& objects = decoded->objects;
  REQUIRE(objects.size() == 9);
  CHECK(std::get<source::TupleObject>(objects[1]).items == std::vector<source::ObjectId>{0});
  CHECK(std::get<source::FloatListObject>(objects[2]).values == std::vector<double>{0.5});
  const auto& text = std::get<source::StrConstant>(std::get<source::Constant>(objects[3]));
  CHECK(text.utf8 == "\xED\xA0\x80 \xF0\x9F\x98\x80");
  CHECK(std::get<source::BuiltinObject>(objects[4]).name == "math.sin");
  CHECK(std::get<source::RemoteObject>(objects[5]).id == "id");
  CHECK(std::get<source::UnsupportedObject>(objects[6]).message == "a file");
  CHECK(std::get<source::ExceptionObject>(objects[7]).class_object == 4);
  CHECK(std::get<source::BoundMethodObject>(objects[8]).self == 1);
  CHECK(std::get<source::BoundMethodObject>(objects[8]).function == 2);
}

TEST_CASE("malformed programs are refused with what and where") {
  struct Row {
    const char* what;
    std::function<void(Program&)> spoil;
    const char* message;
  };
  const Row kRows[] = {
      {"no entry", [](Program& p) { p.clear_block(); }, "neither a call nor a block"},
      {"empty object", [](Program& p) { p.mutable_graph()->add_objects(); },
       "objects[1]: an object of unknown kind"},
      {"ref out of range", [](Program& p) { p.mutable_graph()->add_objects()->mutable_tuple()->add_refs(9); },
       "objects[1]: ref 9 of 2 objects"},
      {"free ref out of range", [](Program& p) { p.mutable_block()->add_free()->set_ref(5); },
       "ref 5 of 1 objects"},
      {"file out of range", [](Program& p) { p.mutable_block()->set_file(3); }, "file 3 of 1 files"},
      {"function without syntax", [](Program& p) { p.mutable_graph()->add_objects()->mutable_function(); },
       "a function without its syntax"},
      {"node after its parent",
       [](Program& p) {
         p.mutable_block()->mutable_syntax()->mutable_nodes(0)->mutable_fields(0)->set_node(2);
       },
       "refers to node 2"},
      {"node of two parents",
       [](Program& p) {
         p.mutable_block()->mutable_syntax()->mutable_nodes(2)->mutable_fields(1)->set_node(1);
       },
       "refers to node 1"},
      {"root out of range", [](Program& p) { p.mutable_block()->mutable_syntax()->add_roots(8); },
       "refers to node 8"},
      {"str that is not UTF-8", [](Program& p) { p.mutable_graph()->add_objects()->set_str("a\xE2\x82"); },
       "objects[1]: a str that is not UTF-8"},
      {"code point beyond Unicode",
       [](Program& p) { p.mutable_graph()->add_objects()->set_str("\xF4\x90\x80\x80"); },
       "a str that is not UTF-8"},
      {"literal that is not UTF-8",
       [](Program& p) {
         SyntaxNode* constant = p.mutable_block()->mutable_syntax()->mutable_nodes(1);
         constant->mutable_fields(0)->mutable_constant()->set_str("\xC0\x80");
       },
       "block.syntax: a str that is not UTF-8"},
      {"class of a file that isn't there",
       [](Program& p) {
         p.mutable_graph()->add_objects()->mutable_class_object()->set_line(1);
         p.mutable_graph()->mutable_objects(1)->mutable_class_object()->set_file(1);
       },
       "file 1 of 1 files"},
      {"unsupported object of a file that isn't there",
       [](Program& p) {
         Site* site = p.mutable_graph()->add_objects()->mutable_unsupported()->mutable_site();
         site->set_line(1);
         site->set_file(7);
       },
       "file 7 of 1 files"},
      {"range bound out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_range()->set_step_ref(2); },
       "ref 2 of 2 objects"},
      {"slice bound out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_slice()->set_stop_ref(2); },
       "ref 2 of 2 objects"},
      {"instance of no class",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_instance()->set_class_ref(2); },
       "ref 2 of 2 objects"},
      {"field out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_instance()->add_fields()->set_ref(2); },
       "ref 2 of 2 objects"},
      {"exception argument out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_exception()->add_args(2); },
       "ref 2 of 2 objects"},
      {"method out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_bound_method()->set_function_ref(2); },
       "ref 2 of 2 objects"},
      {"static method out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->set_static_method_ref(2); }, "ref 2 of 2 objects"},
      {"class method out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->set_class_method_ref(2); }, "ref 2 of 2 objects"},
      {"getter out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_property()->set_getter_ref(2); },
       "ref 2 of 2 objects"},
      {"base out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_class_object()->add_bases(2); },
       "ref 2 of 2 objects"},
      {"callee out of range", [](Program& p) { p.mutable_call()->set_callee_ref(1); },
       "entry: ref 1 of 1 objects"},
      {"argument out of range", [](Program& p) { p.mutable_call()->add_args(1); },
       "entry: ref 1 of 1 objects"},
      {"empty field", [](Program& p) { p.mutable_block()->mutable_syntax()->mutable_nodes(0)->add_fields(); },
       "unknown kind"},
      {"nested too deeply",
       [](Program& p) {
         SyntaxTree* tree = p.mutable_block()->mutable_syntax();
         for (int i = 3; i < 3 + kSyntaxNestingMax; ++i) tree->add_nodes()->add_fields()->set_node(i);
       },
       "nested deeper than 1000"},
  };
  for (const Row& row : kRows) {
    INFO(row.what);
    Program program = Valid();
    row.spoil(program);
    auto decoded = DecodeProgram(program);
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.status().ToString().find(row.message) != std::string::npos);
  }
}

}  // namespace
}  // namespace fora::wire
