// Typed FIR in, the values that are lent out.
#include "compiler/codegen/ownership.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "compiler/ir/parse_text.h"

namespace fora::codegen {
namespace {

// Of the module's second function, whose parameters are borrowed unless it consumes them.
std::vector<uint32_t> LentValues(const std::string& function) {
  const auto module = ir::ParseTypedModule(
      "typed 0 \"main\" returns Int {\nb0(%0: Int):\n  return %0\n}\n" + function, nullptr);
  INFO(module.status());
  REQUIRE(module.ok());
  const Ownership ownership = PlaceCounts(*(*module)->functions[1], 1, ChooseConvention(**module));
  std::vector<uint32_t> lent;
  for (size_t b = 0; b < ownership.blocks.size(); ++b) {
    for (size_t i = 0; i < ownership.blocks[b].instructions.size(); ++i) {
      if (ownership.blocks[b].instructions[i].lends)
        lent.push_back((*module)->functions[1]->blocks[b].instructions[i].result->value());
    }
  }
  return lent;
}

TEST_CASE("what is only looked at while its holder lives is lent") {
  struct Row {
    const char* what;
    const char* function;
    std::vector<uint32_t> lent;
  };
  const Row rows[] = {
      {"a row of a borrowed list",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b0:1 [%1=%1, %2=%2]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: Int = list.item %2, %1 {fs=1}
  return %3
})",
       {2}},
      {"a row of a row",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<List<Int>>>, %1: Int):
  %2: List<List<Int>> = list.item %0, %1 {fs=0}
  %3: List<Int> = list.item %2, %1 {fs=0}
  %4: Int = list.item %3, %1 {fs=0}
  return %4
})",
       {2, 3}},
      {"a field of a borrowed tuple",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0]
b0(%0: Tuple<List<Int>, Int>):
  %1: List<Int> = extract %0 {index=0}
  %2: Int = seq.len %1
  return %2
})",
       {1}},
      {"it is returned",
       R"(typed 1 "f" returns List<Int> {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  return %2
})",
       {}},
      {"it becomes a part of something that is returned",
       R"(typed 1 "f" returns Tuple<List<Int>, Int> {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: Tuple<List<Int>, Int> = make_tuple %2, %1
  return %3
})",
       {}},
      {"it becomes a part of something that is only looked at",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: Tuple<List<Int>, Int> = make_tuple %2, %1
  %4: Int = extract %3 {index=1}
  return %4
})",
       {2, 3}},
      {"an iterator that only exits of a loop name",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0]
  frame 1 b1:0 [%3=%3]
b0(%0: List<Int>):
  %1: Int = const {flag}
  jump b1(%1)
b1(%2: Int):
  %3: Sequence<List<Int>, Int> = make_tuple %0, %2
  %4: Int = list.item %0, %2 {fs=1}
  %5: Bool = int.compare %4, %2 {compare="<"}
  branch %5 b1(%4) b2()
b2():
  return %4
})",
       {3}},
      {"a tuple that an exit names after its list was changed",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b0:1 [%1=%1, %2=%2, %3=%3]
b0(%0: List<Int>, %1: Int):
  %2: Tuple<List<Int>, Int> = make_tuple %0, %1
  %3: List<Int> = list.append %0, %1 {fs=0}
  %4: Int = list.item %3, %1 {fs=1}
  return %4
})",
       {}},
      {"another block looks at it",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  jump b1()
b1():
  %3: Int = seq.len %2
  return %3
})",
       {2}},
      {"an exit of another block names it",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
  frame 1 b1:0 [%1=%1, %2=%2]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: Int = seq.len %2
  jump b1()
b1():
  %4: Int = int.add %1, %3 {fs=1}
  return %4
})",
       {2}},
      {"the list that holds it lives on only in the other block",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: Bool = int.compare %1, %1 {compare="<"}
  branch %3 b1() b2()
b1():
  %4: Int = seq.len %2
  return %4
b2():
  %5: List<List<Int>> = list.store_at %0, %1, %1, %1 {fs=0}
  %6: Int = seq.len %5
  return %6
})",
       {}},
      {"a part of a tuple, by a computed index",
       R"(typed 1 "f" returns Bool {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: Tuple<List<Int>, Str, Int>, %1: Int):
  %2: Union<Int, Str, List<Int>> = tuple_index %0, %1 {fs=0}
  %3: Bool = is_member %2 {index=0}
  branch %3 b1() b2()
b1():
  return %3
b2():
  %4: Bool = is_member %2 {index=1}
  return %4
})",
       {2}},
      {"the list that holds it is given away before",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %3: List<List<Int>> = list.store_at %0, %1, %1, %1 {fs=0}
  %4: Int = seq.len %2
  %5: Int = seq.len %3
  %6: Int = int.add %4, %5 {flag}
  return %6
})",
       {}},
      {"the list that holds it is given away afterwards",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0, %1=%1]
b0(%0: List<List<Int>>, %1: Int):
  %2: List<Int> = list.item %0, %1 {fs=0}
  %4: Int = seq.len %2
  %3: List<List<Int>> = list.store_at %0, %1, %1, %1 {fs=0}
  %5: Int = seq.len %3
  %6: Int = int.add %4, %5 {flag}
  return %6
})",
       {2}},
      {"the frame's own list dies with the reading",
       R"(typed 1 "f" returns Int {
  frame 0 b0:0 [%0=%0]
b0(%0: Int):
  %1: List<Int> = list.make %0, %0
  %2: Tuple<List<Int>, Int> = make_tuple %1, %0
  %3: List<Int> = extract %2 {index=0}
  %4: Int = seq.len %3
  return %4
})",
       {}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(LentValues(row.function) == row.lent);
  }
}

}  // namespace
}  // namespace fora::codegen
