#include <algorithm>
#include <bit>
#include <cstdint>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/num/math_functions.h"
#include "runtime/num/sum.h"
#include "runtime/num/test_rows.h"
#include "runtime/num/tree_sum.h"

namespace fora::num {
namespace {

NumberSum::Number Number(std::string_view text) {
  if (text.find_first_of(".en") != std::string_view::npos) return Float(text);
  return Int(text);
}

std::string SumOf(NumberSum::Rule rule, std::string_view start, std::string_view numbers) {
  NumberSum sum(rule, Number(start));
  std::istringstream words{std::string(numbers)};
  for (std::string word; words >> word;) {
    NumberSum::Number number = Number(word);
    auto error = std::visit([&](const auto& x) { return sum.Add(x); }, number);
    if (error) return Show(*error);
  }
  return std::visit([](const auto& x) { return Show(x); }, sum.Result());
}

struct SumRow {
  Text start, numbers;
  Text python_3_11, python_3_12;
};

const SumRow kSumRows[] = {
    {"0", "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "0.9999999999999999", "1.0"},
    {"0", "1 2 0.5", "3.5", "3.5"},
    {"0", "9223372036854775807 1 0.1 0.1 0.1", "9.223372036854776e+18", "9.223372036854776e+18"},
    {"0", "9223372036854775807 1 -5", "9223372036854775803", "9223372036854775803"},
    {"0", "1e16 1.0 -1e16", "0.0", "1.0"},
    {"0", "0.1 18446744073709551616 -18446744073709551616 0.1 0.1", "0.2", "0.2"},
    {"0", "1e308 1e308 -1e308", "inf", "inf"},
    {"0", "inf 1.0", "inf", "inf"},
    {"0", "inf -inf", "nan", "nan"},
    {"-0.0", "-0.0 -0.0", "-0.0", "-0.0"},
    {"0", "-0.0", "0.0", "0.0"},
    {"0", "", "0", "0"},
    {"1.5", "1 0.1 0.1 0.1", "2.8000000000000003", "2.8"},
    {"0", "9.2e18 500.0 -9223372036854775809 0.5", "-2.337203685477581e+16", "-2.337203685477581e+16"},
    {"18446744073709551616", "0.1 0.1", "1.8446744073709552e+19", "1.8446744073709552e+19"},
};

TEST_CASE("sum of numbers, as each CPython adds them") {
  for (const SumRow& row : kSumRows) {
    INFO(row.start << " + " << row.numbers);
    CHECK(SumOf(NumberSum::Rule::kLeftFold, row.start, row.numbers) == row.python_3_11);
    CHECK(SumOf(NumberSum::Rule::kCompensated, row.start, row.numbers) == row.python_3_12);
  }
}

TEST_CASE("an int too large for a float can't join a sum of floats") {
  std::string googol_to_the_fourth = "1" + std::string(400, '0');
  const char* error = "OverflowError: int too large to convert to float";
  CHECK(SumOf(NumberSum::Rule::kLeftFold, "0", googol_to_the_fourth + " 0.5") == error);
  CHECK(SumOf(NumberSum::Rule::kCompensated, "0", "0.5 " + googol_to_the_fourth) == error);
}

TEST_CASE("a sum of ints is exact") {
  IntSum sum, other;
  for (int i = 0; i < 3; ++i) sum.Add(INT64_MIN);
  other.Add(Int("100000000000000000000"));
  other.Add(int64_t{5});
  sum.Add(other);
  CHECK(sum.Result().ToString() == "72329883889435672581");
}

// ---- TreeSum ----

std::vector<double> RandomNumbers(size_t count, std::mt19937_64* random) {
  std::vector<double> values(count);
  std::uniform_real_distribution<double> mantissa(-1, 1);
  std::uniform_int_distribution<int> exponent(-40, 40);
  for (double& x : values) x = std::ldexp(mantissa(*random), exponent(*random));
  return values;
}

// The sum of the part from `lo` to `hi`, made in pieces that are cut and merged at random.
TreeSum InPieces(std::span<const double> values, int64_t lo, int64_t hi, std::mt19937_64* random) {
  TreeSum sum(lo);
  if (hi - lo < 2 || (*random)() % 4 == 0) {
    sum.Add(values.subspan(lo, hi - lo));
    return sum;
  }
  int64_t cut = lo + static_cast<int64_t>((*random)() % (hi - lo + 1));
  // Either half may be made first.
  TreeSum right = InPieces(values, cut, hi, random);
  sum = InPieces(values, lo, cut, random);
  sum.Merge(std::move(right));
  return sum;
}

TEST_CASE("the bits of a tree sum don't depend on the cuts") {
  std::mt19937_64 random(7);
  for (size_t count : {0, 1, 7, 4095, 4096, 4097, 8191, 12289, 50000}) {
    std::vector<double> values = RandomNumbers(count, &random);
    TreeSum whole;
    for (double x : values) whole.Add(x);
    for (int repetition = 0; repetition < 20; ++repetition) {
      TreeSum pieces = InPieces(values, 0, static_cast<int64_t>(count), &random);
      CHECK(pieces.end() == static_cast<int64_t>(count));
      CHECK(std::bit_cast<uint64_t>(pieces.Result()) == std::bit_cast<uint64_t>(whole.Result()));
    }
    CHECK(whole.Result() == *Fsum(values));  // nearly always exact
  }
}

TEST_CASE("a tree sum of special floats is what an addition of them is") {
  struct Row {
    std::vector<double> values;
    double start;
    Text expected;
  };
  const double inf = HUGE_VAL;
  const Row rows[] = {
      {{}, 0.0, "0.0"},         {{}, -0.0, "-0.0"},        {{-0.0, -0.0}, -0.0, "-0.0"}, {{-0.0, -0.0}, 0.0, "0.0"},
      {{inf, 1.0}, 0.0, "inf"}, {{inf, -inf}, 0.0, "nan"}, {{1e16, 1.0}, -1e16, "1.0"},  {{std::nan("")}, 0.0, "nan"},
  };
  for (const Row& row : rows) {
    TreeSum sum;
    sum.Add(row.values);
    CHECK(Show(sum.Result(row.start)) == row.expected);
  }
}

}  // namespace
}  // namespace fora::num
