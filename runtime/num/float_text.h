// Python's texts of floats: repr, float(text), float.hex, and the conversions under all float formatting.
// Independent of the process's locale. Thread safety: pure functions.
#ifndef FORA_RUNTIME_NUM_FLOAT_TEXT_H_
#define FORA_RUNTIME_NUM_FLOAT_TEXT_H_

#include <string>
#include <string_view>

#include "runtime/num/fallible.h"

namespace fora::num {

// repr(x), which is str(x), too: the shortest digits that read back as x.
std::string FloatRepr(double x);

// float(text) of a str in UTF-8. Errors: kValue.
Fallible<double> ParseFloat(std::string_view utf8);

// x.hex(), and float.fromhex(text). Errors: kValue, kOverflow.
std::string FloatHex(double x);
Fallible<double> FloatFromHex(std::string_view utf8);

// The nearest float of a decimal such as "12", ".5" or "1e-400"; infinite or 0 beyond the range.
// REQUIRES: [0-9]*\.?[0-9]*(e[+-]?[0-9]+)? with a digit before the e
double DoubleFromDecimal(std::string_view decimal);

// How '%' and format() write a number: conversion is one of e f g E F G r, where r is repr's and takes no
// precision.
struct FloatStyle {
  char conversion = 'r';
  int precision = 0;              // >= 0
  bool alternate = false;         // '#': always a point; and g keeps its trailing zeros
  bool always_point = false;      // ".0" behind a number that would look like an int
  bool no_negative_zero = false;  // 'z': a negative number that rounds to zero loses its sign
};
// The text of x: no padding, a sign only if it is negative; "inf" and "nan" in the case of the conversion.
std::string FormatDouble(double x, const FloatStyle& style);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_FLOAT_TEXT_H_
