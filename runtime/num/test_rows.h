// What the tests of this folder share: rows of texts, and results as Python prints them. Every expected text
// was printed by CPython 3.11.
#ifndef FORA_RUNTIME_NUM_TEST_ROWS_H_
#define FORA_RUNTIME_NUM_TEST_ROWS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/num/big_int.h"
#include "runtime/num/fallible.h"
#include "runtime/num/float_ops.h"
#include "runtime/num/float_text.h"
#include "runtime/num/int_float.h"

namespace fora::num {

// A string literal with all its bytes, NUL too.
struct Text : std::string_view {
  template <size_t kSize>
  constexpr Text(const char (&literal)[kSize]) : std::string_view(literal, kSize - 1) {}
};

// Terms such as 12 or 2**64, with + and - between them.
inline BigInt Int(std::string_view formula) {
  BigInt sum;
  while (!formula.empty()) {
    size_t end = std::min(formula.find_first_of("+-", 1), formula.size());
    std::string_view term = formula.substr(formula[0] == '+' ? 1 : 0, end - (formula[0] == '+' ? 1 : 0));
    formula.remove_prefix(end);
    bool negative = term.starts_with('-');
    if (negative) term.remove_prefix(1);
    size_t power = std::min(term.find("**"), term.size());
    BigInt value = *BigInt::Parse(term.substr(0, power));
    if (power < term.size()) value = *Pow(value, *BigInt::Parse(term.substr(power + 2)));
    sum = negative ? sum - value : sum + value;
  }
  return sum;
}
inline double Float(std::string_view repr) { return *ParseFloat(repr); }

inline std::string Show(const BigInt& value) { return value.ToString(); }
inline std::string Show(uint64_t value) { return std::to_string(value); }
inline std::string Show(double value) { return FloatRepr(value); }
inline std::string Show(bool value) { return value ? "True" : "False"; }
inline std::string Show(const std::string& value) { return value; }
inline std::string Show(const Division& value) { return Show(value.quotient) + ", " + Show(value.remainder); }
inline std::string Show(const FloatDivision& value) {
  return Show(value.quotient) + ", " + Show(value.remainder);
}
inline std::string Show(const Ratio& value) { return Show(value.numerator) + ", " + Show(value.denominator); }

inline std::string Show(const Error& error) {
  if (error.kind == ErrorKind::kComplexResult) return "complex";
  constexpr const char* kNames[] = {"ZeroDivisionError", "OverflowError", "ValueError", "TypeError",
                                    "MemoryError"};
  return std::string(kNames[static_cast<int>(error.kind)]) + ": " + error.message;
}

template <class T>
std::string Show(const Fallible<T>& result) {
  return result.ok() ? Show(*result) : Show(result.error());
}

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_TEST_ROWS_H_
