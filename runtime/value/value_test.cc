#include <cmath>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/value/identical.h"
#include "runtime/value/objects.h"
#include "runtime/value/str_builder.h"

namespace fora {
namespace {

StrObject* Str(const Value& v) { return v.as<StrObject>(); }

TEST_CASE("immediates carry their payload") {
  CHECK(Value::Int(-5).as_int() == -5);
  CHECK(Value::Float(0.1).as_float() == 0.1);
  CHECK(Value::Bool(true).as_bool());
  CHECK(Value().is_unbound());
  CHECK(Value::None().Same(Value::None()));
  CHECK_FALSE(Value::Int(1).Same(Value::Bool(true)));
}

TEST_CASE("references are counted and moved") {
  Value a = MakeList();
  CHECK(a.IsUnique());
  Value b = a;
  CHECK_FALSE(a.IsUnique());
  CHECK(a.Same(b));
  Value c = std::move(b);
  CHECK(b.is_unbound());
  c = Value::None();
  CHECK(a.IsUnique());
}

TEST_CASE("texts take the narrowest width") {
  struct Row {
    const char* utf8;
    int width;
    int64_t length;
  };
  for (Row row : {Row{"", 1, 0},
                  {"abc", 1, 3},
                  {"\xc3\xa9t\xc3\xa9", 1, 3},
                  {"a\xe2\x82\xac", 2, 2},
                  {"\xed\xa0\x80", 2, 1},
                  {"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 4, 4}}) {
    CAPTURE(row.utf8);
    Value v = MakeStr(row.utf8);
    CHECK(Str(v)->width == row.width);
    CHECK(Str(v)->length == row.length);
    CHECK(Str(v)->ToUtf8() == row.utf8);
  }
}

TEST_CASE("slices and sums of texts narrow and widen") {
  Value wide = MakeStr(
      "a\xe2\x82\xac"
      "b\xc3\xa9");
  CHECK(Str(SliceStr(*Str(wide), 0, 2, 2))->ToUtf8() == "ab");
  CHECK(Str(SliceStr(*Str(wide), 0, 2, 2))->width == 1);
  CHECK(Str(SliceStr(*Str(wide), 3, -1, 4))->ToUtf8() ==
        "\xc3\xa9"
        "b\xe2\x82\xac"
        "a");
  CHECK(Str(ConcatStr(*Str(MakeStr("x")), *Str(wide)))->ToUtf8() ==
        "xa\xe2\x82\xac"
        "b\xc3\xa9");
  CHECK(CompareStr(*Str(MakeStr("ab")), *Str(wide)) < 0);
  CHECK(CompareStr(*Str(MakeStr("b")), *Str(MakeStr("abc"))) > 0);
  CHECK(EqualStr(*Str(MakeStr("ab")), *Str(SliceStr(*Str(wide), 0, 2, 2))));
}

TEST_CASE("a builder widens as it must") {
  StrBuilder builder;
  builder.Append("ab");
  builder.Append(*Str(MakeStr("\xc3\xa9")));
  builder.Append(*Str(MakeStr("\xe2\x82\xac")));
  builder.Append("c\xc3\xa9");
  builder.Append(*Str(MakeStr("d")));
  builder.Append(U'\U0001f600');
  Value made = builder.Build();
  CHECK(Str(made)->ToUtf8() ==
        "ab\xc3\xa9\xe2\x82\xac"
        "c\xc3\xa9"
        "d\xf0\x9f\x98\x80");
  CHECK(Str(made)->width == 4);
  CHECK(Str(made)->length == 8);
  CHECK_FALSE(Str(made)->ascii);
}

std::vector<std::string> Dump(const Value& v) {
  std::vector<std::string> out;
  auto* list = v.as<ListObject>();
  for (int64_t i = 0; i < list->size; ++i) {
    Value item = list->At(i);
    if (item.Is(Tag::kInt))
      out.push_back(std::to_string(item.as_int()));
    else if (item.Is(Tag::kBool))
      out.push_back(item.as_bool() ? "True" : "False");
    else if (item.Is(Tag::kFloat))
      out.push_back("f" + std::to_string(static_cast<int>(item.as_float())));
    else
      out.push_back(Str(item)->ToUtf8());
  }
  return out;
}

TEST_CASE("a list widens once it must") {
  Value v = MakeList();
  auto* list = v.as<ListObject>();
  list->Reserve(3);
  CHECK(list->schema == Schema::kEmpty);
  for (int i = 0; i < 5; ++i) list->Append(Value::Int(i));
  CHECK(list->schema == Schema::kInt);
  list->Insert(1, Value::Int(9));
  list->Erase(0);
  CHECK(Dump(v) == std::vector<std::string>{"9", "1", "2", "3", "4"});
  list->Set(2, MakeStr("x"));
  CHECK(list->schema == Schema::kBoxed);
  list->Insert(5, Value::Bool(true));
  list->Erase(0);
  list->Reverse();
  CHECK(Dump(v) == std::vector<std::string>{"True", "4", "3", "x", "1"});
  list->AppendSlice(*list, 4, -2, 3);
  CHECK(Dump(v) == std::vector<std::string>{"True", "4", "3", "x", "1", "1", "3", "True"});
  list->Clear();
  CHECK(list->schema == Schema::kEmpty);
  list->Append(Value::Float(2));
  CHECK(list->schema == Schema::kFloat);
}

TEST_CASE("a value that is nested a million deep is destroyed") {
  Value v = Value::None();
  for (int i = 0; i < 1'000'000; ++i) {
    std::vector<Value> items;
    items.push_back(std::move(v));
    v = i % 2 ? MakeTuple(std::move(items)) : MakeList(std::move(items));
  }
  v = Value::None();
  CHECK(v.is_none());
}

TEST_CASE("what holds a cell is not shareable") {
  Value cell = Value::Adopt(new CellObject(Value::Int(1)));
  CHECK(IsShareable(MakeTuple({Value::Int(1), MakeList({MakeStr("a")})})));
  CHECK_FALSE(IsShareable(MakeTuple({Value::Int(1), MakeList({MakeStr("a"), cell})})));
}

TEST_CASE("whether lists are referred to by nothing else") {
  const auto alone = [](const Value& v) { return HoldAllOfTheirLists({&v, 1}); };
  const auto list = [] { return MakeList({Value::Int(1)}); };
  const Value kept = list();
  const Value twice = list();
  CHECK(alone(Value::Int(1)));
  CHECK(alone(list()));
  const Value nested = MakeTuple({list(), MakeList({list(), MakeStr("a")})});
  CHECK(alone(nested));
  CHECK_FALSE(alone(MakeTuple({Value::Int(1), MakeList({kept})})));
  {
    Value inner = list();
    Value tuple = MakeTuple({inner});
    const Value shared = MakeTuple({tuple, tuple, inner});
    CHECK_FALSE(alone(shared));
    inner = tuple = Value();
    CHECK(alone(shared));  // from within, as often as it likes
  }
  const Value both[] = {twice, MakeTuple({twice})};
  CHECK_FALSE(HoldAllOfTheirLists(both));
  CHECK_FALSE(alone(Value::Adopt(new CellObject(Value::Int(1)))));  // it may change
}

TEST_CASE("identical is stricter than equal") {
  struct Row {
    Value a, b;
    bool same;
  };
  const auto list = [](std::vector<Value> items) { return MakeList(std::move(items)); };
  const Row rows[] = {
      {Value::Int(1), Value::Int(1), true},
      {Value::Int(1), Value::Float(1.0), false},
      {Value::Int(1), Value::Bool(true), false},
      {Value::Float(0.0), Value::Float(-0.0), false},
      {Value::Float(NAN), Value::Float(NAN), true},
      {list({Value::Int(1)}), list({Value::Int(1)}), true},
      {list({Value::Int(1)}), list({Value::Float(1.0)}), false},
      {list({list({Value::None()})}), list({list({})}), false},
      {MakeTuple({Value::Int(1)}), list({Value::Int(1)}), false},
      {MakeTuple({Value::Float(-0.0)}), MakeTuple({Value::Float(-0.0)}), true},
  };
  for (const Row& row : rows) CHECK(Identical(row.a, row.b) == row.same);
}

}  // namespace
}  // namespace fora
