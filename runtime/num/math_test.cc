#include <sstream>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "runtime/num/math_functions.h"
#include "runtime/num/test_rows.h"

namespace fora::num {
namespace {

struct UnaryRow {
  Text function, x, expected;
};

const UnaryRow kUnaryRows[] = {
    {"acos", "0.5", "1.0471975511965979"},
    {"acos", "-1.5", "ValueError: math domain error"},
    {"acos", "1e+300", "ValueError: math domain error"},
    {"acos", "inf", "ValueError: math domain error"},
    {"acos", "0.0", "1.5707963267948966"},
    {"acosh", "0.5", "ValueError: math domain error"},
    {"acosh", "-1.5", "ValueError: math domain error"},
    {"acosh", "1e+300", "691.4686750787736"},
    {"acosh", "inf", "inf"},
    {"acosh", "0.0", "ValueError: math domain error"},
    {"asin", "0.5", "0.5235987755982989"},
    {"asin", "-1.5", "ValueError: math domain error"},
    {"asin", "1e+300", "ValueError: math domain error"},
    {"asin", "inf", "ValueError: math domain error"},
    {"asin", "0.0", "0.0"},
    {"asinh", "0.5", "0.48121182505960347"},
    {"asinh", "-1.5", "-1.1947632172871094"},
    {"asinh", "1e+300", "691.4686750787736"},
    {"asinh", "inf", "inf"},
    {"asinh", "0.0", "0.0"},
    {"atan", "0.5", "0.4636476090008061"},
    {"atan", "-1.5", "-0.982793723247329"},
    {"atan", "1e+300", "1.5707963267948966"},
    {"atan", "inf", "1.5707963267948966"},
    {"atan", "0.0", "0.0"},
    {"atanh", "0.5", "0.5493061443340548"},
    {"atanh", "-1.5", "ValueError: math domain error"},
    {"atanh", "1e+300", "ValueError: math domain error"},
    {"atanh", "inf", "ValueError: math domain error"},
    {"atanh", "0.0", "0.0"},
    {"cbrt", "0.5", "0.7937005259840998"},
    {"cbrt", "-1.5", "-1.1447142425533317"},
    {"cbrt", "1e+300", "1e+100"},
    {"cbrt", "inf", "inf"},
    {"cbrt", "0.0", "0.0"},
    {"cos", "0.5", "0.8775825618903728"},
    {"cos", "-1.5", "0.0707372016677029"},
    {"cos", "1e+300", "-0.5753861119575491"},
    {"cos", "inf", "ValueError: math domain error"},
    {"cos", "0.0", "1.0"},
    {"cosh", "0.5", "1.1276259652063807"},
    {"cosh", "-1.5", "2.352409615243247"},
    {"cosh", "1e+300", "OverflowError: math range error"},
    {"cosh", "inf", "inf"},
    {"cosh", "0.0", "1.0"},
    {"erf", "0.5", "0.5204998778130465"},
    {"erf", "-1.5", "-0.9661051464753108"},
    {"erf", "1e+300", "1.0"},
    {"erf", "inf", "1.0"},
    {"erf", "0.0", "0.0"},
    {"erfc", "0.5", "0.4795001221869535"},
    {"erfc", "-1.5", "1.9661051464753108"},
    {"erfc", "1e+300", "0.0"},
    {"erfc", "inf", "0.0"},
    {"erfc", "0.0", "1.0"},
    {"exp", "0.5", "1.6487212707001282"},
    {"exp", "-1.5", "0.22313016014842982"},
    {"exp", "1e+300", "OverflowError: math range error"},
    {"exp", "inf", "inf"},
    {"exp", "0.0", "1.0"},
    {"exp2", "0.5", "1.4142135623730951"},
    {"exp2", "-1.5", "0.3535533905932738"},
    {"exp2", "1e+300", "OverflowError: math range error"},
    {"exp2", "inf", "inf"},
    {"exp2", "0.0", "1.0"},
    {"expm1", "0.5", "0.6487212707001282"},
    {"expm1", "-1.5", "-0.7768698398515702"},
    {"expm1", "1e+300", "OverflowError: math range error"},
    {"expm1", "inf", "inf"},
    {"expm1", "0.0", "0.0"},
    {"fabs", "0.5", "0.5"},
    {"fabs", "-1.5", "1.5"},
    {"fabs", "1e+300", "1e+300"},
    {"fabs", "inf", "inf"},
    {"fabs", "0.0", "0.0"},
    {"log1p", "0.5", "0.4054651081081644"},
    {"log1p", "-1.5", "ValueError: math domain error"},
    {"log1p", "1e+300", "690.7755278982137"},
    {"log1p", "inf", "inf"},
    {"log1p", "0.0", "0.0"},
    {"sin", "0.5", "0.479425538604203"},
    {"sin", "-1.5", "-0.9974949866040544"},
    {"sin", "1e+300", "-0.8178819121159085"},
    {"sin", "inf", "ValueError: math domain error"},
    {"sin", "0.0", "0.0"},
    {"sinh", "0.5", "0.5210953054937474"},
    {"sinh", "-1.5", "-2.1292794550948173"},
    {"sinh", "1e+300", "OverflowError: math range error"},
    {"sinh", "inf", "inf"},
    {"sinh", "0.0", "0.0"},
    {"sqrt", "0.5", "0.7071067811865476"},
    {"sqrt", "-1.5", "ValueError: math domain error"},
    {"sqrt", "1e+300", "1e+150"},
    {"sqrt", "inf", "inf"},
    {"sqrt", "0.0", "0.0"},
    {"tan", "0.5", "0.5463024898437905"},
    {"tan", "-1.5", "-14.101419947171719"},
    {"tan", "1e+300", "1.4214488238747245"},
    {"tan", "inf", "ValueError: math domain error"},
    {"tan", "0.0", "0.0"},
    {"tanh", "0.5", "0.46211715726000974"},
    {"tanh", "-1.5", "-0.9051482536448664"},
    {"tanh", "1e+300", "1.0"},
    {"tanh", "inf", "1.0"},
    {"tanh", "0.0", "0.0"},
    {"degrees", "0.5", "28.64788975654116"},
    {"degrees", "-1.5", "-85.94366926962348"},
    {"degrees", "1e+300", "5.729577951308233e+301"},
    {"degrees", "inf", "inf"},
    {"degrees", "0.0", "0.0"},
    {"gamma", "0.5", "1.7724538509055159"},
    {"gamma", "-1.5", "2.3632718012073544"},
    {"gamma", "1e+300", "OverflowError: math range error"},
    {"gamma", "inf", "inf"},
    {"gamma", "0.0", "ValueError: math domain error"},
    {"lgamma", "0.5", "0.5723649429247004"},
    {"lgamma", "-1.5", "0.8600470153764812"},
    {"lgamma", "1e+300", "6.897755278982137e+302"},
    {"lgamma", "inf", "inf"},
    {"lgamma", "0.0", "ValueError: math domain error"},
    {"log", "0.5", "-0.6931471805599453"},
    {"log", "-1.5", "ValueError: math domain error"},
    {"log", "1e+300", "690.7755278982137"},
    {"log", "inf", "inf"},
    {"log", "0.0", "ValueError: math domain error"},
    {"log2", "0.5", "-1.0"},
    {"log2", "-1.5", "ValueError: math domain error"},
    {"log2", "1e+300", "996.5784284662087"},
    {"log2", "inf", "inf"},
    {"log2", "0.0", "ValueError: math domain error"},
    {"log10", "0.5", "-0.3010299956639812"},
    {"log10", "-1.5", "ValueError: math domain error"},
    {"log10", "1e+300", "300.0"},
    {"log10", "inf", "inf"},
    {"log10", "0.0", "ValueError: math domain error"},
    {"radians", "0.5", "0.008726646259971648"},
    {"radians", "-1.5", "-0.026179938779914945"},
    {"radians", "1e+300", "1.7453292519943297e+298"},
    {"radians", "inf", "inf"},
    {"radians", "0.0", "0.0"},
    {"ulp", "0.5", "1.1102230246251565e-16"},
    {"ulp", "-1.5", "2.220446049250313e-16"},
    {"ulp", "1e+300", "1.487016908477783e+284"},
    {"ulp", "inf", "inf"},
    {"ulp", "0.0", "5e-324"},
    {"gamma", "3.0", "2.0"},
    {"gamma", "23.0", "1.1240007277776077e+21"},
    {"gamma", "24.0", "2.585201673888497e+22"},
    {"gamma", "171.7", "OverflowError: math range error"},
    {"gamma", "-170.5", "-3.312739521538607e-308"},
    {"gamma", "1e-21", "1.0000000000000001e+21"},
    {"gamma", "-1.0", "ValueError: math domain error"},
};

TEST_CASE("functions of one float") {
  for (const UnaryRow& row : kUnaryRows) {
    INFO(row.function << " " << row.x);
    int function = FindMathFunction(row.function);
    REQUIRE(IsMathUnary(function));
    CHECK(Show(CallMathUnary(function, Float(row.x))) == row.expected);
  }
}

struct BinaryRow {
  Text function, x, y, expected;
};

const BinaryRow kBinaryRows[] = {
    {"atan2", "-0.0", "-1.0", "-3.141592653589793"},
    {"atan2", "1.0", "-inf", "3.141592653589793"},
    {"copysign", "1.0", "-0.0", "-1.0"},
    {"fmod", "-7.0", "3.0", "-1.0"},
    {"fmod", "1.0", "inf", "1.0"},
    {"fmod", "inf", "1.0", "ValueError: math domain error"},
    {"fmod", "1.0", "0.0", "ValueError: math domain error"},
    {"nextafter", "1.0", "2.0", "1.0000000000000002"},
    {"pow", "0.0", "-1.0", "ValueError: math domain error"},
    {"pow", "-8.0", "0.5", "ValueError: math domain error"},
    {"pow", "10.0", "1000.0", "OverflowError: math range error"},
    {"pow", "1.0", "nan", "1.0"},
    {"pow", "2.0", "0.5", "1.4142135623730951"},
    {"remainder", "7.0", "2.0", "-1.0"},
    {"remainder", "4.307710239689161e-274", "5e-324", "0.0"},
    {"remainder", "1.0", "0.0", "ValueError: math domain error"},
    {"remainder", "1.0", "inf", "1.0"},
};

TEST_CASE("functions of two floats") {
  for (const BinaryRow& row : kBinaryRows) {
    INFO(row.function << " " << row.x << " " << row.y);
    int function = FindMathFunction(row.function);
    REQUIRE(!IsMathUnary(function));
    CHECK(Show(CallMathBinary(function, Float(row.x), Float(row.y))) == row.expected);
  }
}

struct ManyRow {
  Text function, xs, expected;
};

const ManyRow kManyRows[] = {
    {"fsum", "", "0.0"},
    {"fsum", "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "1.0"},
    {"fsum", "1e+16 1.0 1e-16", "1.0000000000000002e+16"},
    {"fsum", "1e+308 1e+308", "OverflowError: intermediate overflow in fsum"},
    {"fsum", "inf -inf", "ValueError: -inf + inf in fsum"},
    {"fsum", "nan inf", "nan"},
    {"fsum", "1e+100 1.0 -1e+100", "1.0"},
    {"fsum", "3.0 4.0", "7.0"},
    {"fsum", "1e+200 1e+200", "2e+200"},
    {"fsum", "5e-324 5e-324", "1e-323"},
    {"fsum", "4.550496277685e-312 3.283376466844683e-309 4.234e-321", "3.2879269631266e-309"},
    {"fsum", "1.0 1.1102230246251565e-16 1.232595164407831e-32", "1.0000000000000002"},
    {"hypot", "", "0.0"},
    {"hypot", "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "0.31622776601683794"},
    {"hypot", "1e+16 1.0 1e-16", "1e+16"},
    {"hypot", "1e+308 1e+308", "1.4142135623730951e+308"},
    {"hypot", "inf -inf", "inf"},
    {"hypot", "nan inf", "inf"},
    {"hypot", "1e+100 1.0 -1e+100", "1.414213562373095e+100"},
    {"hypot", "3.0 4.0", "5.0"},
    {"hypot", "1e+200 1e+200", "1.414213562373095e+200"},
    {"hypot", "5e-324 5e-324", "5e-324"},
    {"hypot", "4.550496277685e-312 3.283376466844683e-309 4.234e-321", "3.283379620154493e-309"},
    {"hypot", "1.0 1.1102230246251565e-16 1.232595164407831e-32", "1.0"},
};

TEST_CASE("functions of many floats") {
  for (const ManyRow& row : kManyRows) {
    INFO(row.function << " " << row.xs);
    std::istringstream words{std::string(row.xs)};
    std::vector<double> xs;
    for (std::string word; words >> word;) xs.push_back(Float(word));
    CHECK((row.function == "fsum" ? Show(Fsum(xs)) : Show(Hypot(xs))) == row.expected);
  }
}

TEST_CASE("names and rows") {
  CHECK(FindMathFunction("sine") == -1);
  CHECK(MathFunctionName(FindMathFunction("sin")) == "sin");
}

TEST_CASE("what the C library's result tells of an error") {
  const double inf = HUGE_VAL, nan = std::nan("");
  CHECK(MathResultIsError(-1.0, nan));
  CHECK(MathResultIsError(1000.0, inf));
  CHECK(!MathResultIsError(nan, nan));
  CHECK(!MathResultIsError(-inf, inf));
  CHECK(!MathResultIsError(1.0, 2.0));
}

}  // namespace
}  // namespace fora::num
