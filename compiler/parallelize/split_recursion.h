// SplitRecursion: the tests that a recursive function begins with, and the base cases they guard, become a
// function of their own, the *head*, which ends in a tail call of the *rest*. Heads are inlined into every
// caller, so a recursion makes no call, checks no stack and marks no fork for a base case. (Known as partial
// inlining: R. Muth and S. Debray, "Partial inlining", 1997.)
//
//     def f(n):                       def f(n):            # head
//         if n < 2: return n              if n < 2: return n
//         return f(n-1) + f(n-2)          return rest(n)
//                                     def rest(n): return f(n-1) + f(n-2)
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/ir/ir.h"

namespace fora::parallelize {

// One test of a head: a block that ends in a branch.
struct Test {
  ir::BlockId block;
  size_t base;  // the edge that leads to a base case; the other one goes on
};

// A function's part in a recursion that was split.
struct Recursion {
  std::vector<Test> tests;       // of a head, from its entry on
  std::optional<uint32_t> head;  // of a head and of a rest: the head that others call
  bool unfolded = false;         // a copy of head or rest, inlined into the rest (see unfold_recursion.h)
};

// By function of the module. Heads stay where the function was; what is new follows behind.
using Recursions = std::vector<Recursion>;

Recursions SplitRecursion(ir::TypedModule& module);

}  // namespace fora::parallelize
