#include "cluster/wire/decode_program.h"

#include <catch2/catch.hpp>
#include <functional>
#include <string>

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
  CHECK(std::get<num::BigInt>(std::get<source::Constant>(constant.fields[0])).ToString() == "2361183241434822606848");
}

TEST_CASE("malformed programs are refused with what and where") {
  struct Row {
    const char* what;
    std::function<void(Program&)> spoil;
    const char* message;
  };
  const Row kRows[] = {
      {"no entry", [](Program& p) { p.clear_block(); }, "neither a call nor a block"},
      {"empty object", [](Program& p) { p.mutable_graph()->add_objects(); }, "objects[1]: an object of unknown kind"},
      {"ref out of range",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_tuple()->add_refs(9); },
       "objects[1]: ref 9 of 2 objects"},
      {"free ref out of range", [](Program& p) { p.mutable_block()->add_free()->set_ref(5); }, "ref 5 of 1 objects"},
      {"file out of range", [](Program& p) { p.mutable_block()->set_file(3); }, "file 3 of 1 files"},
      {"function without syntax",
       [](Program& p) { p.mutable_graph()->add_objects()->mutable_function(); }, "a function without its syntax"},
      {"node after its parent",
       [](Program& p) { p.mutable_block()->mutable_syntax()->mutable_nodes(0)->mutable_fields(0)->set_node(2); },
       "refers to node 2"},
      {"node of two parents",
       [](Program& p) { p.mutable_block()->mutable_syntax()->mutable_nodes(2)->mutable_fields(1)->set_node(1); },
       "refers to node 1"},
      {"root out of range", [](Program& p) { p.mutable_block()->mutable_syntax()->add_roots(8); }, "refers to node 8"},
      {"empty field",
       [](Program& p) { p.mutable_block()->mutable_syntax()->mutable_nodes(0)->add_fields(); }, "unknown kind"},
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
