#include "compiler/codegen/libm.h"

#include <cmath>

#include "runtime/num/math_functions.h"

namespace fora::codegen {
namespace {

template <typename F>
void* Address(F* function) {
  return reinterpret_cast<void*>(function);
}
using Unary = double(double);
using Binary = double(double, double);

// CPython calls these of the C library and raises when the result is not finite; gamma, lgamma, degrees,
// fmod, hypot, ldexp and the like have code of their own there, and here they are the runtime's.
const LibmRow kRows[] = {
    {"sqrt", false, LibmWay::kSquareRoot, "fora_libm_sqrt", nullptr},
    {"fabs", false, LibmWay::kAbsolute, "fora_libm_fabs", nullptr},
    {"sin", false, LibmWay::kCall, "fora_libm_sin", Address<Unary>(::sin)},
    {"cos", false, LibmWay::kCall, "fora_libm_cos", Address<Unary>(::cos)},
    {"tan", false, LibmWay::kCall, "fora_libm_tan", Address<Unary>(::tan)},
    {"asin", false, LibmWay::kCall, "fora_libm_asin", Address<Unary>(::asin)},
    {"acos", false, LibmWay::kCall, "fora_libm_acos", Address<Unary>(::acos)},
    {"atan", false, LibmWay::kCall, "fora_libm_atan", Address<Unary>(::atan)},
    {"sinh", false, LibmWay::kCall, "fora_libm_sinh", Address<Unary>(::sinh)},
    {"cosh", false, LibmWay::kCall, "fora_libm_cosh", Address<Unary>(::cosh)},
    {"tanh", false, LibmWay::kCall, "fora_libm_tanh", Address<Unary>(::tanh)},
    {"asinh", false, LibmWay::kCall, "fora_libm_asinh", Address<Unary>(::asinh)},
    {"acosh", false, LibmWay::kCall, "fora_libm_acosh", Address<Unary>(::acosh)},
    {"atanh", false, LibmWay::kCall, "fora_libm_atanh", Address<Unary>(::atanh)},
    {"cbrt", false, LibmWay::kCall, "fora_libm_cbrt", Address<Unary>(::cbrt)},
    {"erf", false, LibmWay::kCall, "fora_libm_erf", Address<Unary>(::erf)},
    {"erfc", false, LibmWay::kCall, "fora_libm_erfc", Address<Unary>(::erfc)},
    {"exp2", false, LibmWay::kCall, "fora_libm_exp2", Address<Unary>(::exp2)},
    {"exp", false, LibmWay::kCall, "fora_libm_exp", Address<Unary>(::exp)},
    {"expm1", false, LibmWay::kCall, "fora_libm_expm1", Address<Unary>(::expm1)},
    {"log", false, LibmWay::kPositive, "fora_libm_log", Address<Unary>(::log)},
    {"log2", false, LibmWay::kPositive, "fora_libm_log2", Address<Unary>(::log2)},
    {"log10", false, LibmWay::kPositive, "fora_libm_log10", Address<Unary>(::log10)},
    {"pow", true, LibmWay::kPositive, "fora_libm_pow", Address<Binary>(::pow)},
};

int RowOf(std::string_view name) { return num::FindMathFunction(name); }

}  // namespace

std::span<const LibmRow> LibmRows() { return kRows; }

const LibmRow* FindLibm(bool binary, int64_t row) {
  for (const LibmRow& r : kRows) {
    if (r.binary == binary && RowOf(r.name) == row) return &r;
  }
  return nullptr;
}

}  // namespace fora::codegen
